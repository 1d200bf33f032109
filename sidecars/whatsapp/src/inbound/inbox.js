import { messageOf } from '../log.js';

const ReadAhead = 16;

/**
 * Hands journaled events to the gateway in order, at most `window` unacknowledged ones, and none while its reader is behind.
 */
export class Inbox {
  #pumping = false;
  #again = false;
  #closed = false;

  /**
   * @param {{accountId: string, journal: import('./journal.js').Journal, window: number, peer: import('../rpc/peer.js').Peer,
   *   log: import('../log.js').Log, notifyLog(level: string, msg: string, fields?: object): void}} options
   */
  constructor({ accountId, journal, window, peer, log, notifyLog }) {
    this.log = log;
    this.accountId = accountId;
    this.journal = journal;
    this.window = window;
    this.peer = peer;
    this.nextSeq = journal.ackedThrough + 1;
    journal.onDurable = () => this.pump();
    journal.onTrouble = message => notifyLog('error', message, { accountId });
    journal.onGap = gap => peer.notify('inbound.gap', { accountId, ...gap });
    journal.reportHoles();
  }

  /** Notified and not acknowledged. */
  get unacked() { return this.journal.countBefore(this.nextSeq); }
  /** Journaled and not notified. */
  get queued() { return Math.max(0, this.journal.lastSeq - this.nextSeq + 1); }

  /** @param {boolean} offline @param {object} event */
  add(offline, event) { this.journal.add(offline, event); }

  /** @param {number} through */
  ack(through) {
    this.journal.ack(Math.min(through, this.nextSeq - 1));
    this.pump();
  }

  /** Sends what may be sent. Safe to call at any time. */
  pump() {
    this.#again = true;
    if (!this.#pumping) this.#run().catch(error => { this.#pumping = false; this.log.error(`inbox: ${messageOf(error)}`); });
  }

  async #run() {
    this.#pumping = true;
    while (this.#again && !this.#closed) {
      this.#again = false;
      this.nextSeq = this.journal.dropOldest(this.nextSeq);
      while (!this.#closed && this.peer.writer.ready && this.unacked < this.window) {
        const events = await this.journal.read(this.nextSeq, Math.min(ReadAhead, this.window - this.unacked));
        if (!events.length || this.#closed) break;
        for (const { seq, offline, event } of events) {
          this.#notify(seq, offline, event);
          this.nextSeq = seq + 1;
        }
      }
    }
    this.#pumping = false;
  }

  /** @param {number} seq @param {boolean} offline @param {any} event */
  #notify(seq, offline, event) {
    const { accountId } = this;
    if (this.peer.notify('inbound', { accountId, seq, offline, event })) return;
    // Longer than a line may be: its facts without its text are worth more than nothing.
    const { text, ...rest } = event;
    const short = typeof text === 'string' ? { ...rest, text: text.slice(0, 10_000) + '…' } : { ...rest, text: undefined, contacts: undefined, poll: undefined, quoted: undefined };
    this.peer.notify('inbound', { accountId, seq, offline, event: short });
  }

  async close() {
    this.#closed = true;
    await this.journal.close();
  }
}
