const KeptMs = 10 * 60_000;
const Kept = 2000;

/** What became of each `clientId`: a repeat shares the running send or gets the same answer. Failures are not kept. */
export class SendResults {
  /** @type {Map<string, {at: number, result: Promise<any>}>} oldest first */
  #results = new Map();

  /** @template T @param {string} clientId @param {() => Promise<T>} send @returns {Promise<T>} */
  once(clientId, send) {
    this.#forgetOld();
    const known = this.#results.get(clientId);
    if (known) return known.result;
    const result = send();
    const entry = { at: Date.now(), result };
    this.#results.set(clientId, entry);
    result.catch(() => { if (this.#results.get(clientId) === entry) this.#results.delete(clientId); });
    return result;
  }

  #forgetOld() {
    for (const [clientId, { at }] of this.#results) {
      if (this.#results.size < Kept && Date.now() - at < KeptMs) break;
      this.#results.delete(clientId);
    }
  }
}
