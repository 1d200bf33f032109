import fs from 'node:fs/promises';
import { messageOf } from '../log.js';
import { redact } from '../redact.js';
import { fault, RpcError } from '../rpc/errors.js';
import { libraryContent } from './content.js';
import { messageIdFor } from './message-id.js';
import { SendResults } from './results.js';

const MaxWaiting = 64;
const UploadMs = 5 * 60_000;
const SentKept = 500;

/** Sends for one account: one at a time per chat, answered when WhatsApp's server has acknowledged. */
export class Sender {
  #results = new SendResults();
  /** @type {Map<string, Promise<any>>} last send per chat */
  #tails = new Map();
  /** Contents of what was sent, for receivers that ask again. @type {Map<string, any>} */
  #sent = new Map();
  /** Calls of the library that have not ended. @type {Set<Promise<any>>} */
  #working = new Set();
  waiting = 0;

  /** @param {{connection(): import('../account/connection.js').Connection, polls(): import('../inbound/polls.js').Polls, media: import('../media/dir.js').MediaDir}} options */
  constructor(options) { this.options = options; }

  /** @param {string} id */
  sentMessage(id) { return this.#sent.get(id); }

  /** @param {import('./read-send.js').SendRequest} request @param {number} timeoutMs */
  send(request, timeoutMs) {
    return this.#results.once(request.clientId, () => this.#inTurn(request.chatId, () => this.#send(request, timeoutMs)));
  }

  /** @template T @param {string} chatId @param {() => Promise<T>} work @returns {Promise<T>} */
  async #inTurn(chatId, work) {
    if (this.waiting >= MaxWaiting) throw fault.rateLimited(`${MaxWaiting} sends are waiting`, { retryAfterMs: 1000 });
    this.waiting++;
    const before = this.#tails.get(chatId);
    const turn = (before ?? Promise.resolve()).then(work, work);
    this.#tails.set(chatId, turn);
    try { return await turn; }
    finally {
      this.waiting--;
      if (this.#tails.get(chatId) === turn) this.#tails.delete(chatId);
    }
  }

  /** @param {import('./read-send.js').SendRequest} request @param {number} timeoutMs */
  async #send(request, timeoutMs) {
    const connection = this.options.connection();
    const { content } = request;
    if (content.path) content.path = await this.options.media.outgoing(content.path);
    const messageId = messageIdFor(request.clientId);
    const budget = timeoutMs + (content.path ? UploadMs : 0);
    const result = await withinConnection(connection, budget, () => this.#deliver(connection.socket, request, messageId, timeoutMs));
    if (content.path) await fs.rm(content.path, { force: true }).catch(() => {});
    return result;
  }

  /** @param {any} socket @param {import('./read-send.js').SendRequest} request @param {string} messageId @param {number} timeoutMs */
  async #deliver(socket, request, messageId, timeoutMs) {
    const { chatId, quote } = request;
    if (!chatId.endsWith('@g.us') && !(await socket.getUSyncDevices([chatId], true, false)).length)
      throw fault.badTarget('this person cannot be reached on WhatsApp');
    const content = await libraryContent(request, () => this.options.polls().register(messageId, request.content.options));
    const me = socket.authState.creds.me;
    const ack = acknowledgement(socket, messageId, timeoutMs + (request.content.path ? UploadMs : 0));
    try {
      const sent = await this.#track(socket.sendMessage(chatId, content, {
        messageId,
        mediaUploadTimeoutMs: UploadMs,
        ...(chatId.endsWith('@lid') && me.lid ? { userJid: me.lid } : {}),
        ...(quote ? { quoted: quotedMessage(chatId, quote) } : {}),
      }));
      this.#remember(messageId, sent.message);
      await ack.received;
      return { messageId, ts: Number(sent.messageTimestamp) * 1000 };
    } finally { ack.cancel(); }
  }

  /** @param {Promise<any>} work */
  #track(work) {
    this.#working.add(work);
    const end = () => { this.#working.delete(work); };
    work.then(end, end);
    return work;
  }

  /**
   * The library stores a Signal session after it has sent with it. A new connection must not use the session before that, or two
   * messages are sealed with one key. Waits at most `ms`.
   * @param {number} ms
   */
  async settled(ms) {
    if (!this.#working.size) return;
    await Promise.race([Promise.allSettled([...this.#working]), new Promise(resolve => setTimeout(resolve, ms))]);
  }

  /** @param {string} id @param {any} message */
  #remember(id, message) {
    this.#sent.set(id, message);
    for (const old of this.#sent.keys()) {
      if (this.#sent.size <= SentKept) break;
      this.#sent.delete(old);
    }
  }
}

/** @param {string} chatId @param {{id: string, fromMe: boolean, senderId?: string, text: string}} quote */
const quotedMessage = (chatId, quote) => ({
  key: { remoteJid: chatId, id: quote.id, fromMe: quote.fromMe, participant: quote.fromMe ? undefined : quote.senderId },
  message: { conversation: quote.text },
});

/** The server's word on one message. @param {any} socket @param {string} id @param {number} timeoutMs */
function acknowledgement(socket, id, timeoutMs) {
  const event = `TAG:${id}`;
  /** @type {(value?: any) => void} */
  let settle;
  const received = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(fault.timeout('WhatsApp did not acknowledge the message in time')), timeoutMs);
    /** @param {any} node */
    const onNode = node => {
      if (node.tag !== 'ack') return;
      const { error } = node.attrs;
      if (error) reject(fault.platform(`WhatsApp refused the message (${error})`, { platformCode: Number(error) || error, retryable: Number(error) >= 500 }));
      else resolve(undefined);
    };
    socket.ws.on(event, onNode);
    settle = () => { clearTimeout(timer); socket.ws.off(event, onNode); resolve(undefined); };
  });
  received.catch(() => {});
  return { received, cancel: () => settle() };
}

/**
 * Work that ends with its connection, or when the time is over.
 * @template T @param {import('../account/connection.js').Connection} connection @param {number} timeoutMs @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function withinConnection(connection, timeoutMs, work) {
  let timer, unwatch = () => {};
  const interrupted = new Promise((_, reject) => {
    timer = setTimeout(() => reject(fault.timeout('no answer in time')), timeoutMs);
    unwatch = connection.watch(reason => reject(fault.notConnected(`connection lost: ${reason}`)));
  });
  try { return /** @type {T} */ (await Promise.race([work(), interrupted])); }
  catch (error) { throw asFault(error); }
  finally { clearTimeout(timer); unwatch(); }
}

/** @param {any} error */
function asFault(error) {
  if (error instanceof RpcError) return error;
  // An error node of the server carries its code as data, under a status that means nothing.
  const status = Number.isInteger(error?.data) ? error.data : error?.output?.statusCode;
  const text = messageOf(error);
  if (error?.code === 'ENOENT' || error?.code === 'EACCES') return fault.mediaFailed('the file cannot be read', { retryable: false });
  if (/Media upload failed/.test(text)) return fault.mediaFailed('the upload failed');
  if (status === 428 || /Connection Closed/.test(text)) return fault.notConnected('connection lost');
  if (status === 408) return fault.timeout('no answer in time');
  if (status === 404) return fault.badTarget('no such chat');
  if (status === 403 || status === 401) return fault.platform('WhatsApp does not allow this here', { platformCode: status });
  return fault.platform(redact(text), { retryable: true, ...(Number.isInteger(status) ? { platformCode: status } : {}) });
}
