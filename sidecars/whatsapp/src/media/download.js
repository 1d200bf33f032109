import { getMediaKeys } from '@whiskeysockets/baileys';
import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';
import fs from 'node:fs/promises';
import { fault } from '../rpc/errors.js';

const MacBytes = 10;
const IdleMs = 30_000;
const Origin = 'https://web.whatsapp.com';

/**
 * Downloads, decrypts and verifies a file. Nothing is left behind unless it is complete and genuine.
 * @param {URL} url @param {import('../inbound/media-ref.js').MediaRef} ref @param {string} file @param {number} maxBytes
 * @returns {Promise<number>} its size
 */
export async function download(url, ref, file, maxBytes) {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), IdleMs);
  const alive = () => { clearTimeout(timer); timer = setTimeout(() => stop.abort(), IdleMs); };
  const handle = await fs.open(file, 'wx', 0o600);
  try {
    const response = await fetch(url, { headers: { Origin }, signal: stop.signal });
    if (!response.ok) throw fault.mediaFailed(`the media server answered ${response.status}`, { platformCode: response.status, retryable: response.status >= 500 });
    // The cipher adds at most one block and the mac.
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes + 16 + MacBytes) throw tooLarge(maxBytes);
    const opener = await Opener.create(ref, maxBytes);
    for await (const chunk of /** @type {any} */ (response.body)) {
      alive();
      await handle.writeFile(opener.update(Buffer.from(chunk)));
    }
    await handle.writeFile(opener.finish());
    await handle.sync();
    return opener.size;
  } catch (error) {
    await fs.rm(file, { force: true });
    if (stop.signal.aborted) throw fault.mediaFailed('the media server fell silent');
    if (error instanceof TypeError) throw fault.mediaFailed(`the media server cannot be reached (${/** @type {any} */ (error.cause)?.code ?? error.message})`);
    throw error;
  } finally {
    clearTimeout(timer);
    stop.abort();
    await handle.close();
  }
}

/** @param {number} maxBytes */
const tooLarge = maxBytes => fault.tooLarge(`the file is larger than ${maxBytes} bytes`);

/** Decrypts as the bytes come, and believes nothing before {@link finish}. */
class Opener {
  size = 0;
  #tail = Buffer.alloc(0);

  /** @param {import('../inbound/media-ref.js').MediaRef} ref @param {number} maxBytes */
  static async create(ref, maxBytes) { return new Opener(await getMediaKeys(ref.mediaKey, /** @type {any} */ (ref.type)), ref, maxBytes); }

  /** @param {any} keys @param {import('../inbound/media-ref.js').MediaRef} ref @param {number} maxBytes */
  constructor({ iv, cipherKey, macKey }, ref, maxBytes) {
    this.ref = ref;
    this.maxBytes = maxBytes;
    this.cipher = createDecipheriv('aes-256-cbc', cipherKey, iv);
    this.mac = createHmac('sha256', macKey).update(iv);
    this.hash = createHash('sha256');
  }

  /** @param {Buffer} chunk */
  update(chunk) {
    const bytes = Buffer.concat([this.#tail, chunk]);
    const end = Math.max(0, bytes.length - MacBytes);
    this.#tail = bytes.subarray(end);
    const body = bytes.subarray(0, end);
    this.mac.update(body);
    return this.#plain(this.cipher.update(body));
  }

  finish() {
    if (this.#tail.length < MacBytes || !timingSafeEqual(this.mac.digest().subarray(0, MacBytes), this.#tail)) throw damaged();
    let last;
    try { last = this.cipher.final(); } catch { throw damaged(); }
    const plain = this.#plain(last);
    if (this.ref.sha256?.length === 32 && !timingSafeEqual(this.hash.digest(), this.ref.sha256)) throw damaged();
    return plain;
  }

  /** @param {Buffer} plain */
  #plain(plain) {
    this.size += plain.length;
    if (this.size > this.maxBytes) throw tooLarge(this.maxBytes);
    this.hash.update(plain);
    return plain;
  }
}

const damaged = () => fault.mediaFailed('the file is damaged', { retryable: false });
