import { plain } from '../inbound/jids.js';

const FreshMs = 5 * 60_000;
const Kept = 500;

/** Group metadata of one account, remembered for five minutes and forgotten when a group changes. */
export class Groups {
  /** @type {Map<string, {at: number, metadata: any}>} */
  #known = new Map();

  /** What the library may use instead of asking. @param {string} id */
  cached(id) {
    const entry = this.#known.get(id);
    return entry && Date.now() - entry.at < FreshMs ? entry.metadata : undefined;
  }

  /** @param {string[]} ids */
  forget(ids) { for (const id of ids) this.#known.delete(id); }

  /** @param {any} socket @param {string} id @param {boolean} refresh */
  async metadata(socket, id, refresh) {
    const known = refresh ? undefined : this.cached(id);
    const metadata = known ?? await socket.groupMetadata(id);
    if (!known) this.#remember(id, metadata);
    return describeGroup(metadata);
  }

  /** @param {string} id @param {any} metadata */
  #remember(id, metadata) {
    this.#known.delete(id);
    this.#known.set(id, { at: Date.now(), metadata });
    for (const old of this.#known.keys()) {
      if (this.#known.size <= Kept) break;
      this.#known.delete(old);
    }
  }
}

/** @param {any} m */
function describeGroup(m) {
  return {
    id: m.id, subject: m.subject ?? '', description: m.desc || undefined, owner: plain(m.owner), size: m.size ?? m.participants.length,
    addressing: m.addressingMode === 'lid' ? 'lid' : 'pn', announce: Boolean(m.announce),
    participants: m.participants.map(/** @param {any} p */ p => ({ id: plain(p.id), alt: plain(p.phoneNumber), admin: p.admin || undefined })),
  };
}
