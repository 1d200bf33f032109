import { JournalFile } from './journal-file.js';
import { messageOf } from '../log.js';

const MaxEvents = 20_000;
const MaxBytes = 64 * 1024 * 1024;
const CompactAbove = 256 * 1024;
const RetryMs = 1000;

/** @typedef {{dropped: number, fromSeq: number, throughSeq: number, reason: string}} Gap */

/**
 * Every inbound event until the gateway has acknowledged it. `add` numbers an event at once and writes it soon: many that arrive
 * together share one flush to the disk. `onDurable` is called when `readableThrough` has grown.
 */
export class Journal {
  #file;
  /** @type {{seq: number, line: Buffer}[]} */
  #waiting = [];
  #waitingBytes = 0;
  #work = Promise.resolve();
  #scheduled = false;
  #closed = false;
  #ackToWrite = 0;
  onDurable = () => {};
  /** @type {(message: string) => void} */
  onTrouble = () => {};
  /** @type {(gap: Gap) => void} */
  onGap = () => {};

  /** @param {JournalFile} file */
  constructor(file) {
    this.#file = file;
    this.readableThrough = file.ackedThrough;
    for (const seq of file.entries.keys()) this.readableThrough = seq;
    this.lastSeq = this.readableThrough;
  }

  /** @param {string} path @param {number} ackedThrough */
  static async open(path, ackedThrough) {
    const file = new JournalFile(path);
    await file.open();
    file.forget(ackedThrough);
    return new Journal(file);
  }

  get ackedThrough() { return this.#file.ackedThrough; }

  /** Holes above the acknowledged part: lines that were damaged. */
  reportHoles() {
    let expected = this.ackedThrough + 1;
    for (const seq of this.#file.entries.keys()) {
      if (seq > expected) this.onGap({ dropped: seq - expected, fromSeq: expected, throughSeq: seq - 1, reason: 'journalDamaged' });
      expected = seq + 1;
    }
  }

  /** @param {boolean} offline @param {object} event */
  add(offline, event) {
    const seq = ++this.lastSeq;
    const line = Buffer.from(JSON.stringify({ seq, offline, event }) + '\n');
    this.#waiting.push({ seq, line });
    this.#waitingBytes += line.length;
    this.#schedule();
  }

  /** The stored events from `seq` on, at most `count`. @param {number} from @param {number} count */
  read(from, count) {
    // In turn with the writes: a compaction moves everything.
    const read = this.#work.then(() => {
      const found = [];
      for (let seq = from; seq <= this.readableThrough && found.length < count; seq++) {
        const entry = this.#file.entries.get(seq);
        if (entry) found.push(entry);
      }
      return Promise.all(found.map(entry => this.#file.read(entry)));
    });
    this.#work = read.then(() => {}, () => {});
    return read;
  }

  /** Stored events before `seq`. @param {number} seq */
  countBefore(seq) {
    let count = 0;
    for (const stored of this.#file.entries.keys()) {
      if (stored >= seq) break;
      count++;
    }
    return count;
  }

  /** @param {number} through */
  ack(through) {
    if (through <= this.ackedThrough) return;
    this.#file.forget(Math.min(through, this.readableThrough));
    this.#ackToWrite = this.ackedThrough;
    this.#schedule();
  }

  /** Drops the oldest events from `seq` on until the caps hold again. @param {number} from */
  dropOldest(from) {
    const first = from;
    let last = 0;
    for (let seq = from; seq <= this.readableThrough && this.#overCap(); seq++) {
      this.#file.drop(seq);
      last = seq;
    }
    if (last) this.onGap({ dropped: last - first + 1, fromSeq: first, throughSeq: last, reason: 'journalFull' });
    return last ? last + 1 : from;
  }

  /** @param {number} [less] */
  #overCap(less = 0) {
    return this.#file.entries.size + this.#waiting.length - less > MaxEvents || this.#file.liveBytes + this.#waitingBytes > MaxBytes;
  }

  #schedule() {
    if (this.#scheduled || this.#closed) return;
    this.#scheduled = true;
    this.#work = this.#work.then(() => this.#commit());
  }

  async #commit() {
    this.#scheduled = false;
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      if (batch.length) {
        await this.#file.append(batch);
        for (const { seq, line } of batch) {
          this.readableThrough = seq;
          this.#waitingBytes -= line.length;
        }
        batch.length = 0;
        this.onDurable();
      }
      if (this.#ackToWrite) {
        const through = this.#ackToWrite;
        this.#ackToWrite = 0;
        await this.#file.noteAck(through);
      }
      if (this.#file.size > CompactAbove && this.#file.size > 2 * this.#file.liveBytes) await this.#file.compact();
    } catch (error) {
      this.#waiting = batch.concat(this.#waiting);
      this.#trimWaiting();
      this.onTrouble(`inbound journal: ${messageOf(error)}; ${this.#waiting.length} events wait in memory`);
      if (!this.#closed) setTimeout(() => this.#schedule(), RetryMs).unref();
    }
  }

  /** A disk that stays full must not become memory that fills. */
  #trimWaiting() {
    let count = 0;
    for (; this.#waiting.length - count > 1 && this.#overCap(count); count++) this.#waitingBytes -= this.#waiting[count].line.length;
    const lost = this.#waiting.splice(0, count);
    if (count) this.onGap({ dropped: count, fromSeq: lost[0].seq, throughSeq: lost[count - 1].seq, reason: 'journalFull' });
  }

  /** Writes what waits, then closes. */
  async close() {
    this.#schedule();
    this.#closed = true;
    await this.#work;
    await this.#file.close();
  }
}
