import { aesEncryptGCM, hmacSign, proto } from '@whiskeysockets/baileys';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';

const { REVOKE, MESSAGE_EDIT } = proto.Message.ProtocolMessage.Type;
const mediaNames = { image: 'imageMessage', video: 'videoMessage', audio: 'audioMessage', document: 'documentMessage', sticker: 'stickerMessage' };

/**
 * Builds the content of a message that a contact sends, from the plain facts of a `deliver` command.
 * @param {any} what @param {{mediaHost: import('./media-host.js').MediaHost, polls: Map<string, any>, client: any, sender: any, chat: string}} context
 */
export async function buildMessage(what, context) {
  const wrapped = await build(what, context);
  if (what.ephemeral) return { ephemeralMessage: { message: wrapped } };
  if (what.viewOnce) return { viewOnceMessageV2: { message: wrapped } };
  return wrapped;
}

async function build(what, context) {
  const contextInfo = contextOf(what);
  switch (what.type ?? 'text') {
    case 'text': return contextInfo ? { extendedTextMessage: { text: what.text, contextInfo } } : { conversation: what.text };
    case 'location': return { locationMessage: { degreesLatitude: what.lat, degreesLongitude: what.lon, name: what.name, address: what.address, accuracyInMeters: what.accuracy } };
    case 'contact': return { contactMessage: { displayName: what.name, vcard: `BEGIN:VCARD\nVERSION:3.0\nFN:${what.name}\nTEL;type=CELL;waid=1:${what.phone}\nEND:VCARD` } };
    case 'poll': return { pollCreationMessageV3: { name: what.name, options: what.options.map(optionName => ({ optionName })), selectableOptionsCount: what.selectable ?? 1 }, messageContextInfo: { messageSecret: randomBytes(32) } };
    case 'reaction': return { reactionMessage: { key: theirKey(what.target, context), text: what.emoji, senderTimestampMs: Date.now() } };
    case 'edit': return { editedMessage: { message: { protocolMessage: { type: MESSAGE_EDIT, key: { remoteJid: context.chat, fromMe: true, id: what.target.id }, editedMessage: { conversation: what.text }, timestampMs: Date.now() } } } };
    case 'delete': return { protocolMessage: { type: REVOKE, key: theirKey(what.target.own === false ? what.target : { ...what.target, own: true }, context) } };
    case 'pollVote': return { pollUpdateMessage: vote(what, context) };
    default: return media(what, context.mediaHost, contextInfo);
  }
}

function contextOf({ quoted, mentions }) {
  if (!quoted && !mentions) return undefined;
  return {
    ...(mentions ? { mentionedJid: mentions } : {}),
    ...(quoted ? { stanzaId: quoted.id, participant: quoted.participant, quotedMessage: quoted.image ? { imageMessage: { caption: quoted.text, mimetype: 'image/jpeg' } } : { conversation: quoted.text } } : {}),
  };
}

/** A key from the sender's point of view. `byClient`: of a message the client wrote; `own`: of one the sender wrote. */
function theirKey({ id, byClient, own, participant }, { client, chat }) {
  if (own) return { remoteJid: chat, fromMe: true, id };
  return { remoteJid: chat, fromMe: false, id, participant: byClient ? client.registration.person.lidJid : participant };
}

async function media({ id, type, file, base64, size, mime, caption, fileName, seconds, ptt, gif, damage, hostile, gone }, mediaHost, contextInfo) {
  const plain = file ? fs.readFileSync(file) : base64 ? Buffer.from(base64, 'base64') : randomBytes(size ?? 100);
  const { blob, ...stored } = await mediaHost.offer(plain, type);
  if (gone === 'askable') mediaHost.askable.set(id, { mediaKey: stored.mediaKey, blob });
  if (damage) mediaHost.blobs.get(stored.directPath)[3] ^= 255;
  if (gone) mediaHost.blobs.delete(stored.directPath);
  if (hostile) Object.assign(stored, hostile);
  return { [mediaNames[type]]: { ...stored, mimetype: mime, caption, fileName, seconds, ptt, gifPlayback: gif, contextInfo } };
}

/** @param {any} what @param {any} context */
function vote({ pollId, options }, { polls, client, sender }) {
  const { secret } = polls.get(pollId);
  const creator = client.registration.person.pnJid;
  const sign = Buffer.concat([...[pollId, creator, sender, 'Poll Vote'].map(text => Buffer.from(text)), Buffer.from([1])]);
  const key = hmacSign(sign, hmacSign(Buffer.from(secret), new Uint8Array(32)));
  const encIv = randomBytes(12);
  const plain = proto.Message.PollVoteMessage.encode({ selectedOptions: options.map(name => createHash('sha256').update(name).digest()) }).finish();
  const encPayload = aesEncryptGCM(plain, Buffer.from(key), encIv, Buffer.from(`${pollId}\u0000${sender}`));
  return { pollCreationMessageKey: { remoteJid: creator, fromMe: false, id: pollId, participant: creator }, vote: { encPayload, encIv }, senderTimestampMs: Date.now() };
}
