import { extractMessageContent } from '@whiskeysockets/baileys';
import { describeMedia, findMedia, mediaKind } from './media-ref.js';
import { plain } from './jids.js';

/** @param {any} content */
const poll = content => content.pollCreationMessage || content.pollCreationMessageV2 || content.pollCreationMessageV3 || content.pollCreationMessageV5;

/** @param {any} content */
function contextOf(content) {
  for (const value of Object.values(content)) if (/** @type {any} */ (value)?.contextInfo) return /** @type {any} */ (value).contextInfo;
  return undefined;
}

/** The text a person wrote or chose, without captions. @param {any} content @returns {string | undefined} */
export function textOf(content) {
  return content.conversation || content.extendedTextMessage?.text || content.buttonsResponseMessage?.selectedDisplayText
    || content.templateButtonReplyMessage?.selectedDisplayText || content.listResponseMessage?.title
    || content.groupInviteMessage?.caption || undefined;
}

/** @param {any} content */
function locationOf(content) {
  const at = content.locationMessage ?? content.liveLocationMessage;
  if (!at) return undefined;
  return {
    lat: at.degreesLatitude ?? 0, lon: at.degreesLongitude ?? 0, accuracy: at.accuracyInMeters || undefined,
    name: at.name || undefined, address: at.address || undefined, url: at.url || undefined,
    live: Boolean(content.liveLocationMessage || at.isLive), caption: at.caption || at.comment || undefined,
  };
}

/** @param {any} content */
function contactsOf(content) {
  const cards = content.contactMessage ? [content.contactMessage] : content.contactsArrayMessage?.contacts;
  return cards?.map(/** @param {any} card */ card => ({
    name: card.displayName || /^FN[^:\r\n]*:(.*)$/im.exec(card.vcard ?? '')?.[1].trim() || '',
    phones: [...(card.vcard ?? '').matchAll(/^(?:item\d+\.)?TEL[^:\r\n]*:(.*)$/gim)].map(m => m[1].trim()).filter(Boolean),
  }));
}

/** @param {any} context @param {import('./jids.js').People} people */
async function quotedOf(context, people) {
  if (!context?.stanzaId) return undefined;
  const inner = extractMessageContent(context.quotedMessage) ?? {};
  const media = findMedia(inner);
  const senderId = plain(context.participant);
  return {
    id: context.stanzaId,
    senderId,
    senderAlt: await people.phoneOf(senderId),
    fromMe: people.isSelf(senderId),
    text: textOf(inner) ?? (media ? media[1].caption || undefined : poll(inner)?.name),
    mediaKind: media && mediaKind(media[0]),
    mime: media?.[1].mimetype || undefined,
  };
}

/**
 * The members of a `message` event, or undefined when there is nothing a reader could use.
 * @param {any} raw the message as received @param {any} key @param {import('./jids.js').People} people
 */
export async function describeContent(raw, key, people) {
  const content = /** @type {any} */ (extractMessageContent(raw));
  if (!content) return undefined;
  const media = findMedia(content.lottieStickerMessage?.message ?? content);
  const context = contextOf(content);
  const question = poll(content);
  const described = {
    text: textOf(content),
    mediaRef: media && describeMedia(media[0], media[1], key),
    location: locationOf(content),
    contacts: contactsOf(content),
    poll: question ? {
      name: question.name ?? '', options: (question.options ?? []).map(/** @param {any} o */ o => o.optionName ?? ''), selectable: question.selectableOptionsCount ?? 0,
    } : undefined,
  };
  if (Object.values(described).every(value => value === undefined)) return undefined;
  return {
    ...described,
    quoted: await quotedOf(context, people),
    mentions: mentionsOf(content),
    forwarded: context?.isForwarded || undefined,
    viewOnce: raw.viewOnceMessage || raw.viewOnceMessageV2 || raw.viewOnceMessageV2Extension || media?.[1].viewOnce ? true : undefined,
  };
}

/** @param {any} content */
export const mentionsOf = content => (contextOf(content)?.mentionedJid ?? []).map(plain).filter(Boolean);
