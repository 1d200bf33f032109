import { makeCacheableSignalKeyStore } from '@whiskeysockets/baileys';
import fs from 'node:fs/promises';
import path from 'node:path';
import { removeLeftovers } from './atomic.js';
import { CredsFile } from './creds-file.js';
import { KeyCache } from './key-cache.js';
import { KeyFiles } from './key-files.js';
import { libraryLogger, messageOf } from '../log.js';

// As many as the server may still hold after the first upload of 812 and some refills.
const PreKeysKept = 1000;
const RetrySaveMs = 5000;

/** The credentials and keys of one account: what Baileys calls `auth`, on disk. */
export class AuthStore {
  #saving = Promise.resolve();
  #dirty = false;
  /** @type {NodeJS.Timeout | undefined} */
  #retry;
  /** Called with a text when the credentials could not be written. @type {(message: string) => void} */
  onTrouble = () => {};

  /** @param {CredsFile} file @param {KeyFiles} keys @param {any} creds @param {import('../log.js').Log} log */
  constructor(file, keys, creds, log) {
    this.file = file;
    this.files = keys;
    this.keys = makeCacheableSignalKeyStore(keys, libraryLogger(log), /** @type {any} */ (new KeyCache()));
    this.creds = creds;
    this.log = log;
  }

  /**
   * `creds` is null when nobody is linked here.
   * @param {string} dir an existing directory whose lock we hold
   * @param {import('../log.js').Log} log
   */
  static async open(dir, log) {
    await removeLeftovers(dir);
    const file = new CredsFile(dir, log);
    const creds = await file.load();
    await prunePreKeys(dir, log);
    return new AuthStore(file, new KeyFiles(dir, log), creds, log);
  }

  get linked() { return Boolean(this.creds?.me?.id && this.creds.account); }

  /** Queues a save of `creds`; many calls become one write, a failed one is repeated until it succeeds. */
  save() {
    if (this.#dirty) return;
    this.#dirty = true;
    this.#saving = this.#saving.then(async () => {
      this.#dirty = false;
      clearTimeout(this.#retry);
      try {
        await this.file.save(this.creds);
      } catch (error) {
        this.onTrouble(`credentials could not be saved: ${messageOf(error)}`);
        this.#retry = setTimeout(() => this.save(), RetrySaveMs);
        this.#retry.unref();
      }
    });
  }

  /** A new login takes the place of the old one; the old keys are still to be removed. @param {any} creds */
  async replace(creds) {
    this.creds = creds;
    await this.keys.clear();
    this.save();
    await this.flush();
  }

  /** Everything queued is on disk, or has failed. */
  async flush() {
    await this.#saving;
    await this.files.flush();
  }

  async close() {
    clearTimeout(this.#retry);
    await this.#saving;
    await this.files.close();
  }
}

/**
 * Unused one-time keys pile up for years. A peer holding a bundle older than these asks for a new one by itself.
 * @param {string} dir @param {import('../log.js').Log} log
 */
async function prunePreKeys(dir, log) {
  const ids = (await fs.readdir(dir))
    .map(name => /^pre-key-(\d+)\.json$/.exec(name))
    .filter(match => match !== null)
    .map(match => Number(match[1]))
    .sort((a, b) => b - a);
  const old = ids.slice(PreKeysKept);
  for (const id of old) await fs.rm(path.join(dir, `pre-key-${id}.json`), { force: true });
  if (old.length) log.info(`${old.length} old pre-keys removed`);
}
