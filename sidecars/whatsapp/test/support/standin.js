import { spawn } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../../tests/whatsapp-standin/src/main.js', import.meta.url));

/** The WhatsApp stand-in as a process. */
export class Standin {
  /** Events seen by {@link next}. */
  #seen = 0;

  static async start() {
    const standin = new Standin();
    standin.process = spawn(process.execPath, [main], { stdio: ['pipe', 'pipe', 'inherit'] });
    const [line] = await once(readline.createInterface(standin.process.stdout), 'line');
    Object.assign(standin, JSON.parse(line));
    return standin;
  }

  /** @param {string} name @param {object} [what] @returns {Promise<any>} */
  async command(name, what = {}) {
    const response = await fetch(`${this.controlUrl}/${name}`, { method: 'POST', body: JSON.stringify(what) });
    const body = await response.json();
    if (!response.ok) throw new Error(`${name}: ${body.error}`);
    return body;
  }

  /** @param {object} what */
  deliver(what) { return this.command('deliver', what); }
  /** @param {string} kind @param {any} [value] */
  fault(kind, value) { return this.command('fault', { kind, value }); }

  /** All events of a type so far. @param {string} type @returns {Promise<any[]>} */
  async all(type) { return (await fetch(`${this.controlUrl}/events?type=${type}`)).json(); }

  /** Forgets what happened so far, for {@link next}. */
  async mark() {
    const events = await (await fetch(`${this.controlUrl}/events`)).json();
    this.#seen = events.at(-1)?.n ?? 0;
  }

  /**
   * The next event of a type after the last mark; each is returned once.
   * @param {string} type @param {(event: any) => boolean} [match] @param {number} [timeoutMs] @returns {Promise<any>}
   */
  async next(type, match = () => true, timeoutMs = 10_000) {
    const until = Date.now() + timeoutMs;
    for (let after = this.#seen; ;) {
      const left = until - Date.now();
      if (left <= 0) throw new Error(`no event ${type} at the stand-in in ${timeoutMs} ms`);
      const events = await (await fetch(`${this.controlUrl}/events?type=${type}&after=${after}&timeoutMs=${left}`)).json();
      for (const event of events) {
        after = event.n;
        if (!match(event) || this.#taken.has(event.n)) continue;
        this.#taken.add(event.n);
        return event;
      }
    }
  }

  #taken = new Set();

  async stop() {
    if (this.process.exitCode !== null) return;
    this.process.stdin.end();
    await once(this.process, 'exit');
  }
}
