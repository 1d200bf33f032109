const Kept = 20_000;

/** Everything observable, numbered: tests read it, or wait for what comes next. */
export class EventLog {
  /** @type {any[]} */
  #events = [];
  #last = 0;
  /** @type {Set<() => void>} */
  #waiting = new Set();

  /** @param {string} type @param {object} [facts] */
  add(type, facts = {}) {
    this.#events.push({ n: ++this.#last, type, at: Date.now(), ...facts });
    if (this.#events.length > Kept) this.#events.shift();
    for (const wake of [...this.#waiting]) wake();
  }

  /** Events above `after`; waits up to `timeoutMs` for the first. @param {number} after @param {number} timeoutMs @param {string} [type] */
  async read(after, timeoutMs, type) {
    const found = () => this.#events.filter(e => e.n > after && (!type || e.type === type));
    const until = Date.now() + timeoutMs;
    while (!found().length && Date.now() < until)
      await new Promise(resolve => {
        const wake = () => { clearTimeout(timer); this.#waiting.delete(wake); resolve(undefined); };
        const timer = setTimeout(wake, until - Date.now());
        this.#waiting.add(wake);
      });
    return found();
  }
}
