import { decryptPollVote } from '@whiskeysockets/baileys';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import { writeAtomic } from '../auth/atomic.js';

const Kept = 500;

/** @typedef {{secret: string, options: string[]}} Poll */

/** The secrets of the polls this account sent: without them nobody can read a vote, so they outlive a restart. */
export class Polls {
  /** @type {Map<string, Poll>} */
  #polls = new Map();

  /** @param {string} file */
  constructor(file) { this.file = file; }

  /** @param {string} file */
  static async load(file) {
    const polls = new Polls(file);
    try { polls.#polls = new Map(JSON.parse(await fs.readFile(file, 'utf8'))); }
    catch { /* none yet, or damaged: old votes stay unreadable, new polls work */ }
    return polls;
  }

  /**
   * The secret for a poll about to be sent; the same again when the send is repeated.
   * @param {string} id @param {string[]} options
   */
  async register(id, options) {
    const known = this.#polls.get(id);
    if (known) return Buffer.from(known.secret, 'base64');
    const secret = randomBytes(32);
    this.#polls.set(id, { secret: secret.toString('base64'), options });
    for (const old of this.#polls.keys()) {
      if (this.#polls.size <= Kept) break;
      this.#polls.delete(old);
    }
    await writeAtomic(this.file, JSON.stringify([...this.#polls]));
    return secret;
  }

  /**
   * @param {any} update a PollUpdateMessage @param {(string | null | undefined)[]} voters addresses of the voter
   * @param {{jid: string, lid: string | null} | null} self
   * @returns {{options: string[], optionHashes: string[]} | undefined} undefined: not our poll, or not readable
   */
  open(update, voters, self) {
    const id = update.pollCreationMessageKey?.id;
    const poll = this.#polls.get(id);
    if (!poll || !update.vote?.encPayload) return undefined;
    // The keys depend on the form of address either phone happened to use; the cipher tells which was right.
    for (const pollCreatorJid of [self?.jid, self?.lid])
      for (const voterJid of voters) {
        if (!pollCreatorJid || !voterJid) continue;
        try {
          const vote = decryptPollVote(update.vote, { pollCreatorJid, pollMsgId: id, pollEncKey: Buffer.from(poll.secret, 'base64'), voterJid });
          return named(poll, vote.selectedOptions ?? []);
        } catch { /* the next form */ }
      }
    return undefined;
  }
}

/** @param {Poll} poll @param {Uint8Array[]} selected */
function named(poll, selected) {
  const optionHashes = selected.map(hash => Buffer.from(hash).toString('hex'));
  const names = new Map(poll.options.map(name => [createHash('sha256').update(name).digest('hex'), name]));
  return { options: optionHashes.map(hash => names.get(hash)).filter(name => name !== undefined), optionHashes };
}
