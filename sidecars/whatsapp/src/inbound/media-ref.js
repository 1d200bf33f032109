import { badParams } from '../rpc/errors.js';

/** Message members that carry a file: kind for the gateway, and the library's name for deriving the keys. */
const kinds = {
  imageMessage: ['image', 'image'],
  videoMessage: ['video', 'video'],
  ptvMessage: ['video', 'video'],
  audioMessage: ['audio', 'audio'],
  documentMessage: ['document', 'document'],
  stickerMessage: ['sticker', 'sticker'],
};

/** @param {any} content @returns {[string, any] | undefined} the member's name and value */
export function findMedia(content) {
  for (const name of Object.keys(kinds)) if (content?.[name]) return [name, content[name]];
  return undefined;
}

/** @param {string} name */
export const mediaKind = name => kinds[name][0];

/** @param {Uint8Array | null | undefined} bytes */
const base64 = bytes => (bytes?.length ? Buffer.from(bytes).toString('base64') : undefined);

/**
 * What the gateway is told about a file, and all that is needed to download it, even after a restart.
 * @param {string} name @param {any} media @param {any} key the message's key
 */
export function describeMedia(name, media, key) {
  const [kind, type] = kinds[name];
  const size = Number(media.fileLength ?? 0);
  const ref = {
    v: 1, t: type, k: base64(media.mediaKey), p: media.directPath || undefined, u: media.url || undefined,
    s: base64(media.fileSha256), e: base64(media.fileEncSha256),
    m: { r: key.remoteJid, i: key.id, f: Boolean(key.fromMe), p: key.participant || undefined },
  };
  return {
    kind,
    mime: media.mimetype || 'application/octet-stream',
    size,
    caption: media.caption || undefined,
    fileName: media.fileName || media.title || undefined,
    seconds: media.seconds || undefined,
    voice: media.ptt || undefined,
    gif: media.gifPlayback || undefined,
    width: media.width || undefined,
    height: media.height || undefined,
    ref: Buffer.from(JSON.stringify(ref)).toString('base64url'),
  };
}

/**
 * @typedef {{type: string, mediaKey: Buffer, directPath?: string, url?: string, sha256?: Buffer, encSha256?: Buffer,
 *   key: {remoteJid: string, id: string, fromMe: boolean, participant?: string}}} MediaRef
 * @param {string} ref @returns {MediaRef}
 */
export function readRef(ref) {
  try {
    const { v, t, k, p, u, s, e, m } = JSON.parse(Buffer.from(ref, 'base64url').toString('utf8'));
    const bytes = /** @param {unknown} x */ x => (typeof x === 'string' ? Buffer.from(x, 'base64') : undefined);
    const mediaKey = bytes(k);
    if (v === 1 && mediaKey?.length === 32 && Object.values(kinds).some(kind => kind[1] === t))
      return { type: t, mediaKey, directPath: p, url: u, sha256: bytes(s), encSha256: bytes(e), key: { remoteJid: m.r, id: m.i, fromMe: m.f, participant: m.p } };
  } catch { /* refused below */ }
  throw badParams('mediaRef.ref: is not a reference of this sidecar');
}
