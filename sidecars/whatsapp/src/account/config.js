import { Params } from '../rpc/params.js';

/**
 * The `config` of `account.start` and `login.start`, complete.
 * @param {Params | undefined} given @param {boolean} testMode
 */
export function readAccountConfig(given, testMode) {
  const p = given ?? new Params({}, 'config');
  const r = p.optionalObject('reconnect') ?? new Params({}, 'config.reconnect');
  const initialMs = clamp(r.number('initialMs', { or: 2000 }), testMode ? 1 : 250, Infinity);
  return {
    browser: p.has('browser') ? threeTexts(p) : ['openclaw', 'cli', '1'],
    keepAliveMs: p.number('keepAliveMs', { min: testMode ? 50 : 5000, max: 600_000, or: 30_000 }),
    connectTimeoutMs: p.number('connectTimeoutMs', { min: 100, max: 600_000, or: 20_000 }),
    openTimeoutMs: p.number('openTimeoutMs', { min: 100, max: 600_000, or: 60_000 }),
    qrTimeoutMs: p.number('qrTimeoutMs', { max: 600_000, or: 0 }),
    sendTimeoutMs: p.number('sendTimeoutMs', { min: 100, max: 600_000, or: 60_000 }),
    stableMs: p.number('stableMs', { or: 60_000 }),
    reconnect: {
      initialMs,
      maxMs: clamp(r.number('maxMs', { or: 30_000 }), initialMs, Infinity),
      factor: clamp(r.number('factor', { whole: false, or: 1.8 }), 1.1, 10),
      jitter: clamp(r.number('jitter', { whole: false, or: 0.25 }), 0, 1),
      maxAttempts: r.number('maxAttempts', { or: 12 }),
    },
    version: p.has('version') ? threeNumbers(p) : undefined,
    presence: p.oneOf('presence', /** @type {const} */ (['available', 'unavailable']), 'available'),
  };
}

/** @typedef {ReturnType<typeof readAccountConfig>} AccountConfig */

/** @param {number} value @param {number} min @param {number} max */
const clamp = (value, min, max) => Math.min(max, Math.max(min, value));

/** @param {Params} p @returns {string[]} */
const threeTexts = p => p.texts('browser', { min: 3, max: 3 });

/** @param {Params} p @returns {number[]} */
function threeNumbers(p) {
  const list = p.value.version;
  if (!Array.isArray(list) || list.length !== 3 || !list.every(n => Number.isInteger(n) && n >= 0)) p.refuse('version', 'must be three whole numbers');
  return list;
}
