import { BufferJSON, proto } from '@whiskeysockets/baileys';
import fs from 'node:fs/promises';
import path from 'node:path';
import { flushDirectory, writeAtomic } from './atomic.js';
import { messageOf } from '../log.js';

// The first login writes 812 pre-keys at once; more than this many open files gains nothing.
const Parallel = 16;

/** @param {string} name */
const fileName = name => name.replace(/\//g, '__').replace(/:/g, '-');

/**
 * The Signal key store as files, in the library's multi-file layout (`<type>-<id>.json`).
 * A failed write throws and leaves the old file.
 */
export class KeyFiles {
  /** Last write per file, so that two never overtake each other. @type {Map<string, Promise<void>>} */
  #writes = new Map();
  #closed = false;

  /** @param {string} dir @param {import('../log.js').Log} log */
  constructor(dir, log) {
    this.dir = dir;
    this.log = log;
  }

  /** @param {string} type @param {string[]} ids */
  async get(type, ids) {
    /** @type {Record<string, any>} */
    const found = {};
    await Promise.all(ids.map(async id => {
      let value = await this.#read(`${type}-${id}.json`);
      if (type === 'app-state-sync-key' && value) value = proto.Message.AppStateSyncKeyData.fromObject(value);
      found[id] = value;
    }));
    return found;
  }

  /** @param {Record<string, Record<string, any>>} data null removes */
  async set(data) {
    if (this.#closed) return;
    const tasks = [];
    for (const type in data)
      for (const id in data[type]) tasks.push({ file: path.join(this.dir, fileName(`${type}-${id}.json`)), value: data[type][id] });
    let next = 0;
    const worker = async () => {
      while (next < tasks.length) await this.#write(tasks[next].file, tasks[next++].value);
    };
    const ends = await Promise.allSettled(Array.from({ length: Math.min(Parallel, tasks.length) }, worker));
    if (tasks.length) await flushDirectory(this.dir);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  /** Every write begun so far has ended. */
  async flush() { await Promise.allSettled([...this.#writes.values()]); }

  /** The library goes on writing for a moment after its socket has ended; that must not reach a directory we gave up. */
  close() {
    this.#closed = true;
    return this.flush();
  }

  /** @param {string} name */
  async #read(name) {
    const file = path.join(this.dir, fileName(name));
    try {
      return JSON.parse(await fs.readFile(file, 'utf8'), BufferJSON.reviver);
    } catch (error) {
      if (/** @type {any} */ (error).code !== 'ENOENT') this.log.warn(`${fileName(name).replace(/-.*/, '')} file unreadable: ${messageOf(error)}`);
      return null;
    }
  }

  /** @param {string} file @param {any} value */
  #write(file, value) {
    const work = async () => {
      if (value) await writeAtomic(file, JSON.stringify(value, BufferJSON.replacer));
      else await fs.rm(file, { force: true });
    };
    const done = (this.#writes.get(file) ?? Promise.resolve()).then(work, work);
    this.#writes.set(file, done);
    const forget = () => { if (this.#writes.get(file) === done) this.#writes.delete(file); };
    done.then(forget, forget);
    return done;
  }
}
