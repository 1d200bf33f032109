import { isChat, isGroup, plain } from '../inbound/jids.js';

const Kept = 5000;

/** People seen since start, under the name in the phone's address book or the one they gave themselves. */
export class Contacts {
  /** @type {Map<string, {id: string, alt?: string, name?: string, fromBook: boolean}>} */
  #seen = new Map();

  /** @param {any} event an inbound event */
  note({ type, fromMe, senderId, senderAlt, pushName }) {
    if (type !== 'receipt' && !fromMe && senderId) this.#put(senderId, senderAlt, pushName, false);
  }

  /** What the phone knows. @param {any[]} contacts */
  learn(contacts) {
    for (const { id, name, notify, phoneNumber } of contacts) {
      const jid = plain(id);
      if (isChat(jid) && !isGroup(jid)) this.#put(/** @type {string} */ (jid), plain(phoneNumber), name || notify, Boolean(name));
    }
  }

  /** @param {string} id @param {string | undefined} alt @param {string | undefined} name @param {boolean} fromBook */
  #put(id, alt, name, fromBook) {
    const before = this.#seen.get(id);
    const keepName = before?.fromBook && !fromBook;
    this.#seen.delete(id);
    this.#seen.set(id, { id, alt: alt ?? before?.alt, name: keepName ? before.name : name ?? before?.name, fromBook: fromBook || Boolean(before?.fromBook) });
    for (const old of this.#seen.keys()) {
      if (this.#seen.size <= Kept) break;
      this.#seen.delete(old);
    }
  }

  list() { return [...this.#seen.values()].reverse().map(({ id, alt, name }) => ({ id, alt, name })); }
}

/** @param {any} socket */
export async function listGroups(socket) {
  const groups = Object.values(await socket.groupFetchAllParticipating());
  return groups.map(/** @param {any} g */ g => ({ id: g.id, name: g.subject ?? '', size: g.size ?? g.participants.length }));
}

/**
 * @param {{id: string, alt?: string, name?: string}[]} entries @param {string | undefined} query @param {number} limit
 */
export function search(entries, query, limit) {
  const word = query?.toLowerCase();
  const found = word ? entries.filter(e => [e.id, e.alt, e.name].some(text => text?.toLowerCase().includes(word))) : entries;
  return { entries: found.slice(0, limit), more: found.length > limit };
}
