import { normalizeMessageContent } from '@whiskeysockets/baileys';

const mediaTypes = { imageMessage: 'image', videoMessage: 'video', audioMessage: 'audio', documentMessage: 'document', stickerMessage: 'sticker' };
const plainKey = key => key && { id: key.id, fromMe: Boolean(key.fromMe), remoteJid: key.remoteJid, participant: key.participant || undefined };

/** What a reader would see of a message the client sent. @param {any} raw @param {import('./media-host.js').MediaHost} mediaHost */
export async function summarise(raw, mediaHost) {
  const message = normalizeMessageContent(raw) ?? {};
  const body = { ...quoteAndMentions(message) };
  const text = message.conversation || message.extendedTextMessage?.text;
  if (text) return { kind: 'text', text, ...body };
  for (const [name, kind] of Object.entries(mediaTypes)) {
    const media = message[name];
    if (media)
      return {
        kind, mime: media.mimetype, caption: media.caption || undefined, fileName: media.fileName || undefined, ptt: Boolean(media.ptt), gif: Boolean(media.gifPlayback),
        seconds: media.seconds || undefined, thumbnail: Boolean(media.jpegThumbnail?.length), media: await mediaHost.inspect(media, kind), ...body,
      };
  }
  const poll = message.pollCreationMessage ?? message.pollCreationMessageV3 ?? message.pollCreationMessageV2;
  if (poll) return { kind: 'poll', name: poll.name, options: poll.options.map(o => o.optionName), selectable: poll.selectableOptionsCount };
  if (message.reactionMessage) return { kind: 'reaction', emoji: message.reactionMessage.text, key: plainKey(message.reactionMessage.key) };
  if (message.protocolMessage?.type === 0) return { kind: 'delete', key: plainKey(message.protocolMessage.key) };
  if (message.protocolMessage?.type === 14) {
    const edited = normalizeMessageContent(message.protocolMessage.editedMessage);
    return { kind: 'edit', key: plainKey(message.protocolMessage.key), text: edited.extendedTextMessage?.text ?? edited.conversation };
  }
  return { kind: 'other', members: Object.keys(message) };
}

function quoteAndMentions(message) {
  const context = Object.values(message).find(value => value?.contextInfo)?.contextInfo;
  if (!context) return {};
  return {
    mentions: context.mentionedJid?.length ? context.mentionedJid : undefined,
    quoted: context.stanzaId ? { id: context.stanzaId, participant: context.participant, text: context.quotedMessage?.conversation ?? context.quotedMessage?.extendedTextMessage?.text } : undefined,
  };
}
