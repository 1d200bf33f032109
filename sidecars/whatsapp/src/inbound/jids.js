import { areJidsSameUser, isLidUser, isPnUser, jidNormalizedUser } from '@whiskeysockets/baileys';

/** A JID without its device part, or undefined. @param {string | null | undefined} jid */
export const plain = jid => (jid ? jidNormalizedUser(jid) || undefined : undefined);

/** @param {string | undefined} jid */
export const isGroup = jid => jid?.endsWith('@g.us') ?? false;

/** A person or a group; not a status post, broadcast list, newsletter or bot. @param {string | null | undefined} jid */
export const isChat = jid => Boolean(jid) && (isGroup(jid) || isPnUser(jid) || isLidUser(jid));

/** Who is who, as far as this account knows. */
export class People {
  /** @param {() => any} socket the present Baileys socket @param {() => any} creds */
  constructor(socket, creds) {
    this.socket = socket;
    this.creds = creds;
  }

  /** The account's own addresses. */
  get self() {
    const me = this.creds()?.me;
    if (!me?.id) return null;
    const jid = plain(me.id);
    return { jid, lid: plain(me.lid) ?? null, e164: '+' + jid.split('@')[0], name: me.name ?? null };
  }

  /** @param {string | null | undefined} jid */
  isSelf(jid) {
    const me = this.creds()?.me;
    if (!jid || !me?.id) return false;
    return isLidUser(jid) ? Boolean(me.lid) && areJidsSameUser(jid, me.lid) : areJidsSameUser(jid, me.id);
  }

  /**
   * The phone number JID of a LID, when known.
   * @param {string | undefined} jid @param {string | null} [stated] what the message itself says
   * @returns {Promise<string | undefined>}
   */
  async phoneOf(jid, stated) {
    if (!jid || !isLidUser(jid)) return undefined;
    if (stated && isPnUser(stated)) return plain(stated);
    if (this.isSelf(jid)) return this.self?.jid;
    return plain(await this.socket()?.signalRepository.lidMapping.getPNForLID(jid).catch(() => undefined));
  }
}
