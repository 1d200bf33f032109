import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const Name = 'channel.lock';

/** One process per auth dir: two would tear each other's Signal sessions apart. */
export class AuthLock {
  /** @param {string} file */
  constructor(file) { this.file = file; }

  /**
   * @param {string} dir an existing directory
   * @returns {AuthLock | {pid: number}} the lock, or who holds it
   */
  static take(dir) {
    const file = path.join(dir, Name);
    const mine = JSON.stringify({ pid: process.pid, startTime: startTimeOf(process.pid) });
    // Linked, not created: the lock appears complete or not at all.
    const temp = `${file}.${randomBytes(6).toString('hex')}.part`;
    fs.writeFileSync(temp, mine, { mode: 0o600 });
    try {
      for (let tries = 0; tries < 5; tries++) {
        try {
          fs.linkSync(temp, file);
          return new AuthLock(file);
        } catch (error) {
          if (/** @type {any} */ (error).code !== 'EEXIST') throw error;
        }
        const held = readLock(file);
        if (held && isAlive(held)) return { pid: held.pid };
        removeIfSame(file, held);
      }
      return { pid: 0 };
    } finally {
      fs.rmSync(temp, { force: true });
    }
  }

  release() {
    if (readLock(this.file)?.pid === process.pid) fs.rmSync(this.file, { force: true });
  }
}

/** @typedef {{pid: number, startTime: string}} Holder */

/** @param {string} file @returns {Holder | undefined} */
function readLock(file) {
  try {
    const { pid, startTime } = JSON.parse(fs.readFileSync(file, 'utf8'));
    return Number.isInteger(pid) ? { pid, startTime: String(startTime ?? '') } : undefined;
  } catch { return undefined; }
}

/** @param {string} file @param {Holder | undefined} stale */
function removeIfSame(file, stale) {
  const now = readLock(file);
  if (now?.pid === stale?.pid && now?.startTime === stale?.startTime) fs.rmSync(file, { force: true });
}

/** @param {Holder} holder */
function isAlive({ pid, startTime }) {
  if (pid === process.pid) return startTime === startTimeOf(pid);
  try { process.kill(pid, 0); }
  catch (error) { if (/** @type {any} */ (error).code === 'ESRCH') return false; }
  const now = startTimeOf(pid);
  return now !== Ended && (!startTime || !now || startTime === now);
}

const Ended = 'ended';

/**
 * A process number comes back; together with its start time it does not. Empty where the system does not tell.
 * @param {number} pid
 */
export function startTimeOf(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
      // The command in parentheses may contain anything; the state follows it, field 22 is the 20th after it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? Ended : fields[19];
    }
    if (process.platform === 'darwin')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', timeout: 2000 }).trim();
  } catch { /* not there, or not told */ }
  return '';
}
