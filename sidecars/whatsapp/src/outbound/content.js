import { getAudioDuration } from '@whiskeysockets/baileys';

/**
 * What the library's `sendMessage` takes. Thumbnails, durations and link previews are given or absent, never made by the library:
 * it would run ffmpeg, keep plain copies in the temporary directory, and fetch whatever address the text names.
 * @param {import('./read-send.js').SendRequest} request @param {() => Promise<Buffer>} pollSecret
 */
export async function libraryContent({ chatId, content, mentions }, pollSecret) {
  const named = mentions.length ? { mentions } : {};
  const key = content.target && { remoteJid: chatId, id: content.target.id, fromMe: content.target.fromMe, participant: content.target.fromMe ? undefined : content.target.senderId };
  switch (content.kind) {
    case 'text': return { text: content.text, linkPreview: null, ...named };
    case 'edit': return { text: content.text, linkPreview: null, edit: key, ...named };
    case 'delete': return { delete: key };
    case 'reaction': return { react: { text: content.emoji, key } };
    case 'poll': return { poll: { name: content.name, values: content.options, selectableCount: content.selectable, messageSecret: await pollSecret() }, ...named };
    default: return { ...await fileContent(content), ...named };
  }
}

/** @param {any} content */
async function fileContent({ kind, path, mime, caption, fileName, voice, gif, seconds, width, height, thumbnail }) {
  const media = { url: path };
  const common = { mimetype: mime, caption, width, height };
  switch (kind) {
    case 'image': return { image: media, ...common, jpegThumbnail: thumbnail ?? null };
    case 'video': return { video: media, ...common, jpegThumbnail: thumbnail ?? null, gifPlayback: gif, seconds };
    case 'audio': return { audio: media, mimetype: voice && mime === 'audio/ogg' ? 'audio/ogg; codecs=opus' : mime, ptt: voice, seconds: Math.round(seconds ?? await duration(path)), waveform: null };
    case 'sticker': return { sticker: media, mimetype: mime };
    default: return { document: media, mimetype: mime, caption, fileName: fileName ?? 'file' };
  }
}

/** @param {string} path */
const duration = async path => (await getAudioDuration(path).catch(() => 0)) ?? 0;
