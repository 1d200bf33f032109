import { normalizeMessageContent, proto } from '@whiskeysockets/baileys';
import { describeContent, mentionsOf, textOf } from './content.js';
import { isChat, isGroup, plain } from './jids.js';

const { REVOKE, MESSAGE_EDIT } = proto.Message.ProtocolMessage.Type;

/** Seconds as number, text or Long → milliseconds. @param {any} seconds */
const toMs = seconds => Math.round(Number(seconds ?? 0) * 1000);

/**
 * Turns what the library hands over into `openclaw.channel/1` events. Everything is read from `messages.upsert`: edits and
 * deletions come there too, and only there nothing is merged.
 */
export class Translator {
  /** @param {import('./jids.js').People} people @param {Pick<import('./polls.js').Polls, 'open'>} polls */
  constructor(people, polls) {
    this.people = people;
    this.polls = polls;
  }

  /** @param {any} message a WebMessageInfo @returns {Promise<object | undefined>} */
  async message(message) {
    const { key } = message;
    const raw = message.message;
    if (!raw || !key?.id || !isChat(key.remoteJid)) return undefined;
    const facts = await this.#facts(message);
    const content = /** @type {any} */ (normalizeMessageContent(raw));
    if (content?.protocolMessage) return this.#protocol(facts, content.protocolMessage);
    if (content?.reactionMessage) {
      const { reactionMessage: reaction } = content;
      const ts = Number(reaction.senderTimestampMs ?? 0) || facts.ts;
      return { type: 'reaction', ...facts, ts, target: await this.#target(reaction.key, facts), emoji: reaction.text ?? '' };
    }
    if (content?.pollUpdateMessage) return this.#vote(facts, content.pollUpdateMessage);
    const described = await describeContent(raw, key, this.people);
    return described && { type: 'message', ...facts, ...described };
  }

  /** @param {any} message */
  async #facts({ key, messageTimestamp, pushName, participant }) {
    const chatId = /** @type {string} */ (plain(key.remoteJid));
    const group = isGroup(chatId);
    const fromMe = Boolean(key.fromMe);
    const senderId = group ? plain(key.participant || participant) : fromMe ? this.people.self?.jid : chatId;
    return {
      chatId,
      chatAlt: group ? undefined : await this.people.phoneOf(chatId, key.remoteJidAlt),
      chatType: group ? 'group' : 'direct',
      senderId,
      senderAlt: await this.people.phoneOf(senderId, group ? key.participantAlt : fromMe ? undefined : key.remoteJidAlt),
      fromMe,
      id: key.id,
      ts: toMs(messageTimestamp),
      pushName: pushName || undefined,
    };
  }

  /** @param {any} facts @param {any} protocol */
  async #protocol(facts, protocol) {
    if (protocol.type === REVOKE) {
      // `fromMe` in this key is the deleting person's view; an admin deletes what others wrote.
      const own = protocol.key?.fromMe || !protocol.key?.participant;
      const target = own ? { fromMe: facts.fromMe, participant: facts.senderId } : { fromMe: this.people.isSelf(protocol.key.participant), participant: protocol.key.participant };
      return { type: 'delete', ...facts, target: await this.#target({ id: protocol.key?.id, ...target }, facts) };
    }
    if (protocol.type === MESSAGE_EDIT) {
      const content = /** @type {any} */ (normalizeMessageContent(protocol.editedMessage)) ?? {};
      const text = textOf(content) ?? Object.values(content).find(value => value?.caption)?.caption;
      const ts = Number(protocol.timestampMs ?? 0) || facts.ts;
      const target = await this.#target({ id: protocol.key?.id, fromMe: facts.fromMe, participant: facts.senderId }, facts);
      return { type: 'edit', ...facts, ts, target, text, mentions: mentionsOf(content) };
    }
    return undefined;
  }

  /** @param {any} facts @param {any} update */
  async #vote(facts, update) {
    const vote = this.polls.open(update, facts.fromMe ? [this.people.self?.jid, this.people.self?.lid] : [facts.senderId, facts.senderAlt], this.people.self);
    if (!vote) return undefined;
    return { type: 'pollVote', ...facts, target: await this.#target(update.pollCreationMessageKey, facts), ...vote };
  }

  /** @param {any} key from our point of view @param {any} facts */
  async #target(key, facts) {
    const fromMe = Boolean(key?.fromMe);
    const senderId = fromMe ? undefined : facts.chatType === 'group' ? plain(key?.participant) : facts.chatId;
    return { id: key?.id ?? '', fromMe, senderId, senderAlt: fromMe ? undefined : await this.people.phoneOf(senderId) };
  }
}
