import { fetchLatestWaWebVersion } from '@whiskeysockets/baileys';

const TimeoutMs = 3000;
const FreshMs = 6 * 3600_000;
const RetryMs = 10 * 60_000;

/** The protocol version WhatsApp Web has at present; undefined means the one built into the library. */
export class WebVersion {
  /** @type {number[] | undefined} */
  #version;
  #askAgainAt = 0;

  /** @param {import('../log.js').Log} log */
  constructor(log) { this.log = log; }

  async get() {
    if (Date.now() < this.#askAgainAt) return this.#version;
    const { version, isLatest } = await fetchLatestWaWebVersion({ signal: AbortSignal.timeout(TimeoutMs) });
    if (isLatest) this.#version = version;
    else this.log.info('the web version could not be looked up; using the known one');
    this.#askAgainAt = Date.now() + (isLatest ? FreshMs : RetryMs);
    return this.#version;
  }
}
