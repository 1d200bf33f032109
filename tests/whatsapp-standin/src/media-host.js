import { aesEncryptGCM, getMediaKeys, hkdf, proto } from '@whiskeysockets/baileys';
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import https from 'node:https';
import selfsigned from 'selfsigned';

/** @param {Uint8Array} plain @param {Uint8Array} mediaKey @param {string} id */
function sealRetry(plain, mediaKey, id) {
  const iv = randomBytes(12);
  const key = Buffer.from(hkdf(Buffer.from(mediaKey), 32, { info: 'WhatsApp Media Retry Notification' }));
  return { iv, ciphertext: aesEncryptGCM(plain, key, iv, Buffer.from(id)) };
}

const sha256 = data => createHash('sha256').update(data).digest();

/** The server that keeps encrypted files: https on loopback with a certificate of its own. */
export class MediaHost {
  /** @type {Map<string, Buffer>} */
  blobs = new Map();
  /** Files that are gone but whose sender uploads them again when asked, by message. @type {Map<string, any>} */
  askable = new Map();
  /** The next requests fail: status, or "silence" or "cut". @type {(number | string)[]} */
  faults = [];

  /** @param {import('./events.js').EventLog} events */
  constructor(events) { this.events = events; }

  async start() {
    const { private: key, cert } = await selfsigned.generate([{ name: 'commonName', value: 'stand-in media host' }], {
      keyType: 'ec', notAfterDate: new Date(Date.now() + 86_400_000 * 30),
      extensions: [{ name: 'basicConstraints', cA: true }, { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }, { type: 2, value: 'localhost' }] }],
    });
    this.certificate = cert;
    this.server = https.createServer({ key, cert }, (request, response) => void this.#answer(request, response));
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.host = `127.0.0.1:${/** @type {any} */ (this.server.address()).port}`;
  }

  async #answer(request, response) {
    const url = new URL(request.url, `https://${this.host}`);
    const fault = this.faults.shift();
    if (fault === 'silence') return;
    if (typeof fault === 'number') {
      request.resume();
      return response.writeHead(fault).end();
    }
    if (request.method === 'POST') {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const path = this.keep(Buffer.concat(chunks));
      this.events.add('upload', { kind: url.pathname.split('/')[2], path, size: this.blobs.get(path).length });
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ url: `https://${this.host}${path}`, direct_path: path }));
    }
    const blob = this.blobs.get(url.pathname);
    this.events.add('download', { path: url.pathname, found: Boolean(blob) });
    if (!blob) return response.writeHead(404).end();
    response.writeHead(200, { 'content-length': blob.length });
    if (fault === 'cut') {
      response.write(blob.subarray(0, blob.length >> 1));
      return setTimeout(() => response.destroy(), 50);
    }
    return response.end(blob);
  }

  /** @param {Buffer} blob */
  keep(blob) {
    const path = `/v/${randomBytes(12).toString('hex')}`;
    this.blobs.set(path, blob);
    return path;
  }

  /** Encrypts and stores a file as a sender's phone would. @param {Buffer} plain @param {string} type */
  async offer(plain, type) {
    const mediaKey = randomBytes(32);
    const { iv, cipherKey, macKey } = await getMediaKeys(mediaKey, type);
    const cipher = createCipheriv('aes-256-cbc', cipherKey, iv);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    const mac = createHmac('sha256', macKey).update(iv).update(body).digest().subarray(0, 10);
    const blob = Buffer.concat([body, mac]);
    const directPath = this.keep(blob);
    return { url: `https://${this.host}${directPath}`, directPath, mediaKey, fileSha256: sha256(plain), fileEncSha256: sha256(blob), fileLength: plain.length, blob };
  }

  /**
   * A phone's answer to the request to upload a file again.
   * @param {any} media what {@link offer} returned @param {string} id the message
   */
  uploadAgain(media, id) {
    const directPath = this.keep(media.blob);
    const { iv, ciphertext } = sealRetry(proto.MediaRetryNotification.encode({ stanzaId: id, directPath, result: 1 }).finish(), media.mediaKey, id);
    return { directPath, iv, ciphertext };
  }

  /** What a recipient would see of an uploaded file. @param {any} media a media message @param {string} type */
  async inspect(media, type) {
    const blob = this.blobs.get(media.directPath);
    if (!blob) return { found: false };
    const { iv, cipherKey, macKey } = await getMediaKeys(media.mediaKey, type);
    const body = blob.subarray(0, -10);
    const mac = createHmac('sha256', macKey).update(iv).update(body).digest().subarray(0, 10);
    const decipher = createDecipheriv('aes-256-cbc', cipherKey, iv);
    const plain = Buffer.concat([decipher.update(body), decipher.final()]);
    return { found: true, genuine: mac.equals(blob.subarray(-10)) && sha256(plain).equals(Buffer.from(media.fileSha256)), size: plain.length, sha256: sha256(plain).toString('hex') };
  }

  stop() { this.server?.closeAllConnections(); this.server?.close(); }
}
