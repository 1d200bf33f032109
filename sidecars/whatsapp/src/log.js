import { rawStderr } from './streams.js';
import { redact } from './redact.js';

const levels = /** @type {const} */ (['error', 'warn', 'info', 'debug']);
/** @typedef {typeof levels[number]} Level */
/** @typedef {{error(m: string): void, warn(m: string): void, info(m: string): void, debug(m: string): void, child(name: string): Log}} Log */

let threshold = 1;

/** @param {Level} level */
export const setLogLevel = level => { threshold = levels.indexOf(level); };

/**
 * Lines on stderr: `level module message`. Takes text only: an object of the library may hold keys, so none is ever printed.
 * @param {string} module
 * @returns {Log}
 */
export function createLog(module) {
  const at = /** @param {number} n */ n => /** @param {string} message */ message => {
    if (n <= threshold) rawStderr(`${levels[n]} ${module} ${redact(String(message))}\n`);
  };
  return { error: at(0), warn: at(1), info: at(2), debug: at(3), child: name => createLog(`${module}/${name}`) };
}

/**
 * What Baileys calls its logger: only the message text and an error's own message pass.
 * @param {Log} log
 */
export function libraryLogger(log) {
  /** @param {Level} level */
  const line = level => (first, second) => {
    const text = typeof first === 'string' ? first : typeof second === 'string' ? second : '';
    const error = typeof first === 'object' ? first?.err ?? first?.error ?? first?.e : undefined;
    log[level](error?.message ? `${text}: ${error.message}` : text);
  };
  const logger = {
    // Never "debug" or "trace": at those levels the library builds texts of whole frames.
    level: 'info',
    child: () => logger,
    // The library calls "error" what the loop treats as routine; what an operator must know is reported by us.
    error: line('warn'), warn: line('info'), info: line('debug'), debug: () => {}, trace: () => {},
  };
  return logger;
}

/** @param {unknown} error */
export const messageOf = error => (error instanceof Error ? error.message : String(error));
