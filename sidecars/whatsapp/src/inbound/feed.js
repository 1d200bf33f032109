import { messageOf } from '../log.js';
import { directReceipts, groupReceipts, receiptEvent } from './receipts.js';
import { Translator } from './translate.js';

/** From the library's events to the journal, one after another in the order they came. */
export class Feed {
  #work = Promise.resolve();

  /** @param {import('../account/account.js').Account} account */
  constructor(account) {
    this.account = account;
    this.translator = new Translator(account.people, { open: (...args) => account.files?.polls.open(...args) });
    this.handlers = {
      onMessages: /** @param {{messages: any[], type: string}} upsert */ ({ messages, type }) => {
        for (const message of messages) this.#queue(type === 'append', () => this.translator.message(message));
      },
      onUpdates: /** @param {any[]} updates */ updates => this.#receipts(directReceipts(updates)),
      onGroupReceipts: /** @param {any[]} updates */ updates => this.#receipts(groupReceipts(updates)),
      onContacts: /** @param {any[]} list */ list => account.contacts.learn(list),
      onGroupChange: /** @param {string[]} ids */ ids => account.groups.forget(ids),
    };
  }

  /** What came in so far is with the journal. */
  idle() { return this.#work; }

  /** @param {import('./receipts.js').Receipt[]} receipts */
  #receipts(receipts) {
    for (const receipt of receipts) this.#queue(false, () => receiptEvent(receipt, this.account.people));
  }

  /** @param {boolean} offline @param {() => Promise<any>} translate */
  #queue(offline, translate) {
    const { files, status, contacts, log } = this.account;
    this.#work = this.#work.then(async () => {
      try {
        const event = await translate();
        if (!event || !files) return;
        status.noteEvent(event.type);
        contacts.note(event);
        files.inbox.add(offline, event);
      } catch (error) {
        log.error(`an event could not be translated: ${messageOf(error)}`);
      }
    });
  }
}
