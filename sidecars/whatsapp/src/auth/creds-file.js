import { BufferJSON } from '@whiskeysockets/baileys';
import fs from 'node:fs/promises';
import path from 'node:path';
import { flushDirectory, writeAtomic } from './atomic.js';
import { messageOf } from '../log.js';

/** `creds.json` and its backup. */
export class CredsFile {
  /** @param {string} dir @param {import('../log.js').Log} log */
  constructor(dir, log) {
    this.dir = dir;
    this.file = path.join(dir, 'creds.json');
    this.backup = path.join(dir, 'creds.json.bak');
    this.log = log;
  }

  /** The credentials, restored from the backup when the file is missing or broken; null when there are none. */
  async load() {
    const text = await readIfThere(this.file);
    const creds = this.#parse(text);
    if (creds) return creds;
    const saved = await readIfThere(this.backup);
    const restored = this.#parse(saved);
    if (!restored || saved === undefined) {
      if (text !== undefined) this.log.error('creds.json is unreadable and there is no usable backup');
      return null;
    }
    this.log.warn(`creds.json is ${text === undefined ? 'missing' : 'unreadable'}; restored from creds.json.bak`);
    await writeAtomic(this.file, saved);
    await flushDirectory(this.dir);
    return restored;
  }

  /** Keeps the present file as backup if it is sound, then replaces it. @param {object} creds */
  async save(creds) {
    const present = await readIfThere(this.file);
    const next = JSON.stringify(creds, BufferJSON.replacer);
    if (present !== next) {
      if (present !== undefined && this.#parse(present)) await writeAtomic(this.backup, present);
      await writeAtomic(this.file, next);
    }
    if (await readIfThere(this.backup) === undefined) await writeAtomic(this.backup, next);
    await flushDirectory(this.dir);
  }

  /** When the login was last written, in milliseconds, or null. */
  async changedAt() {
    return (await fs.stat(this.file).catch(() => null))?.mtimeMs ?? null;
  }

  /** @param {string | undefined} text */
  #parse(text) {
    if (text === undefined || text.length < 2) return null;
    try {
      const creds = JSON.parse(text, BufferJSON.reviver);
      return creds?.noiseKey && creds.signedIdentityKey ? creds : null;
    } catch (error) {
      this.log.debug(`credentials do not parse: ${messageOf(error).slice(0, 40)}`);
      return null;
    }
  }
}

/** @param {string} file */
async function readIfThere(file) {
  try { return await fs.readFile(file, 'utf8'); }
  catch (error) {
    if (/** @type {any} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}
