import fs from 'node:fs/promises';
import { flushDirectory, writeAtomic } from '../auth/atomic.js';
import path from 'node:path';

/** @typedef {{seq: number, offset: number, length: number}} Entry */

/**
 * The file behind {@link import('./journal.js').Journal}: one JSON line per event (`{seq, offline, event}`) or acknowledgement
 * (`{ack}`). Only positions are held in memory. Calls must not overlap; the journal sees to that.
 */
export class JournalFile {
  /** @type {Map<number, Entry>} in order of `seq` */
  entries = new Map();
  size = 0;
  liveBytes = 0;
  ackedThrough = 0;
  /** A line in the middle did not parse, or events are missing. */
  damaged = false;
  /** @type {import('node:fs/promises').FileHandle | undefined} */
  #handle;

  /** @param {string} file */
  constructor(file) { this.file = file; }

  async open() {
    this.#handle = await fs.open(this.file, 'a+', 0o600);
    const bytes = await this.#handle.readFile();
    let sound = 0;
    for (let from = 0; from < bytes.length;) {
      const end = bytes.indexOf(10, from);
      // Without its line feed the last line was never flushed, so never notified.
      if (end < 0) break;
      this.#take(bytes.subarray(from, end), from);
      from = sound = end + 1;
    }
    this.size = bytes.length;
    if (this.damaged || sound < bytes.length) await this.compact();
  }

  /** @param {Buffer} line @param {number} offset */
  #take(line, offset) {
    try {
      const record = JSON.parse(line.toString('utf8'));
      if (Number.isInteger(record.ack)) this.forget(record.ack);
      else if (Number.isInteger(record.seq)) this.#add({ seq: record.seq, offset, length: line.length });
      else this.damaged = true;
    } catch { this.damaged = true; }
  }

  /** @param {Entry} entry */
  #add(entry) {
    if (entry.seq <= this.ackedThrough) return;
    this.entries.set(entry.seq, entry);
    this.liveBytes += entry.length + 1;
  }

  /** On disk when it resolves. @param {{seq: number, line: Buffer}[]} batch */
  async append(batch) {
    const start = this.size;
    try {
      await this.#handle?.appendFile(Buffer.concat(batch.map(b => b.line)));
      await this.#handle?.datasync();
    } catch (error) {
      // Half a batch would be read as damage later.
      await this.#handle?.truncate(start).catch(() => {});
      throw error;
    }
    for (const { seq, line } of batch) {
      this.#add({ seq, offset: this.size, length: line.length - 1 });
      this.size += line.length;
    }
  }

  /** An acknowledgement need not survive a crash: the events come again and are recognised. @param {number} through */
  async noteAck(through) {
    const line = Buffer.from(`{"ack":${through}}\n`);
    await this.#handle?.appendFile(line);
    this.size += line.length;
  }

  /** @param {number} through */
  forget(through) {
    this.ackedThrough = Math.max(this.ackedThrough, through);
    for (const seq of this.entries.keys()) {
      if (seq > through) break;
      this.drop(seq);
    }
  }

  /** @param {number} seq */
  drop(seq) {
    const entry = this.entries.get(seq);
    if (!entry) return;
    this.entries.delete(seq);
    this.liveBytes -= entry.length + 1;
  }

  /** @param {Entry} entry @returns {Promise<{seq: number, offline: boolean, event: object}>} */
  async read(entry) {
    const bytes = Buffer.alloc(entry.length);
    await this.#handle?.read(bytes, 0, entry.length, entry.offset);
    return JSON.parse(bytes.toString('utf8'));
  }

  /** Rewrites the file with what is not acknowledged. */
  async compact() {
    const lines = [Buffer.from(`{"ack":${this.ackedThrough}}\n`)];
    let offset = lines[0].length;
    /** @type {Map<number, Entry>} */
    const moved = new Map();
    for (const entry of this.entries.values()) {
      const bytes = Buffer.alloc(entry.length + 1, 10);
      await this.#handle?.read(bytes, 0, entry.length, entry.offset);
      lines.push(bytes);
      moved.set(entry.seq, { seq: entry.seq, offset, length: entry.length });
      offset += bytes.length;
    }
    await writeAtomic(this.file, Buffer.concat(lines));
    await flushDirectory(path.dirname(this.file));
    await this.#handle?.close();
    this.#handle = await fs.open(this.file, 'a+', 0o600);
    this.entries = moved;
    this.size = offset;
  }

  async close() {
    await this.#handle?.close();
    this.#handle = undefined;
  }
}
