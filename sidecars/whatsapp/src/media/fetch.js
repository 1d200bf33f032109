import { readRef } from '../inbound/media-ref.js';
import { fault, RpcError } from '../rpc/errors.js';
import { download } from './download.js';

const DefaultHost = 'mmg.whatsapp.net';
const ReuploadMs = 30_000;
const GoneCodes = [404, 410];
const messageNames = { image: 'imageMessage', video: 'videoMessage', audio: 'audioMessage', document: 'documentMessage', sticker: 'stickerMessage' };

/**
 * `media.fetch`.
 * @param {{ref: string, mime: string, size: number, maxBytes: number}} request
 * @param {import('../account/connection.js').Connection | undefined} connection @param {import('./dir.js').MediaDir} dir
 */
export async function fetchMedia({ ref: text, mime, size, maxBytes }, connection, dir) {
  const ref = readRef(text);
  if (size > maxBytes) throw fault.tooLarge(`the file has ${size} bytes, more than ${maxBytes}`);
  const path = dir.incoming();
  try {
    return { path, mime, size: await download(await addressOf(ref, connection), ref, path, maxBytes) };
  } catch (error) {
    const gone = error instanceof RpcError && GoneCodes.includes(/** @type {any} */ (error.data)?.platformCode);
    if (!gone || !connection?.isOpen) throw error;
    const again = { ...ref, url: undefined, directPath: await askForUpload(ref, connection.socket) };
    return { path, mime, size: await download(await addressOf(again, connection), again, path, maxBytes) };
  }
}

/**
 * The sender writes both the path and the host into a message. The path may only be a path, and the host must be one WhatsApp
 * itself uses, or the server of this connection has named.
 * @param {import('../inbound/media-ref.js').MediaRef} ref @param {import('../account/connection.js').Connection | undefined} connection
 */
async function addressOf({ directPath, url }, connection) {
  const stated = url ? parse(url) : undefined;
  const path = directPath ?? (stated && stated.pathname + stated.search);
  if (!path?.startsWith('/') || path.startsWith('//')) throw fault.mediaFailed('the message names no usable path', { retryable: false });
  const named = await serverHosts(connection);
  const host = stated && (isWhatsApp(stated.host) || named.includes(stated.host)) ? stated.host : named[0] ?? DefaultHost;
  const address = parse(`https://${host}${path}`);
  if (address?.host !== host) throw fault.mediaFailed('the message names no usable path', { retryable: false });
  return address;
}

/** @param {string} url */
function parse(url) {
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'https:' && !parsed.username ? parsed : undefined;
  } catch { return undefined; }
}

/** @param {string} host */
const isWhatsApp = host => /^[a-z0-9.-]+\.whatsapp\.net$/.test(host);

/** @param {import('../account/connection.js').Connection | undefined} connection @returns {Promise<string[]>} */
async function serverHosts(connection) {
  if (!connection?.isOpen) return [];
  const { hosts } = await connection.socket.refreshMediaConn().catch(() => ({ hosts: [] }));
  return hosts.map(/** @param {any} h */ h => h.hostname);
}

/** Asks the phone that sent it to upload the file again. @param {import('../inbound/media-ref.js').MediaRef} ref @param {any} socket @returns {Promise<string>} */
async function askForUpload({ type, mediaKey, key }, socket) {
  const name = messageNames[type];
  const message = { key, message: { [name]: { mediaKey } } };
  const late = new Promise((_, reject) => setTimeout(() => reject(fault.mediaFailed('the file is gone and the phone did not upload it again')), ReuploadMs).unref());
  const updated = await Promise.race([socket.updateMediaMessage(message), late]).catch(error => {
    throw error instanceof RpcError ? error : fault.mediaFailed('the file is gone and the phone could not upload it again', { retryable: false });
  });
  return updated.message[name].directPath;
}
