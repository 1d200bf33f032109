import { Code } from './close-codes.js';

/** @typedef {{initialMs: number, maxMs: number, factor: number, jitter: number, maxAttempts: number}} Numbers */
/** @typedef {{to: 'loggedOut'} | {to: 'failed', reason: string} | {to: 'retry', delayMs: number, announce: boolean}} Decision */

const ReplacedLimit = 3;
const ReplacedWindowMs = 5 * 60_000;
const RestartsInARow = 5;

/** What to do after a close. Pure: time and chance come in from outside. */
export class ReconnectPolicy {
  attempt = 0;
  #restarts = 0;
  /** @type {number[]} */
  #replacedAt = [];

  /** @param {Numbers} numbers @param {number} stableMs @param {() => number} [random] */
  constructor(numbers, stableMs, random = Math.random) {
    this.numbers = numbers;
    this.stableMs = stableMs;
    this.random = random;
  }

  /**
   * @param {{code: number, uptimeMs: number | null}} close `uptimeMs` is null when it never was open
   * @param {number} now @returns {Decision}
   */
  afterClose({ code, uptimeMs }, now) {
    if (uptimeMs !== null && uptimeMs > this.stableMs) this.attempt = 0;
    if (code === Code.loggedOut) return { to: 'loggedOut' };
    this.#restarts = code === Code.restart && uptimeMs === null ? this.#restarts + 1 : 0;
    if (code === Code.restart && this.#restarts <= RestartsInARow) return { to: 'retry', delayMs: 0, announce: false };
    if (code === Code.replaced && this.#replacedTooOften(now))
      return { to: 'failed', reason: `replaced ${ReplacedLimit} times in 5 min: another program uses this login; stop it, or link this account again` };
    this.attempt++;
    const { maxAttempts, maxMs } = this.numbers;
    if (maxAttempts > 0 && this.attempt >= maxAttempts) return { to: 'failed', reason: `gave up after ${this.attempt} attempts` };
    const delayMs = code === Code.forbidden || code === Code.mismatch ? maxMs : this.#delay();
    return { to: 'retry', delayMs, announce: true };
  }

  #delay() {
    const { initialMs, maxMs, factor, jitter } = this.numbers;
    const base = initialMs * factor ** (this.attempt - 1);
    return Math.min(maxMs, Math.round(base * (1 + jitter * this.random())));
  }

  /** @param {number} now */
  #replacedTooOften(now) {
    this.#replacedAt = [...this.#replacedAt.filter(at => now - at < ReplacedWindowMs), now];
    return this.#replacedAt.length >= ReplacedLimit;
  }
}
