import makeWASocket from '@whiskeysockets/baileys';
import { AsyncLocalStorage } from 'node:async_hooks';
import { libraryLogger, messageOf } from '../log.js';
import { Code, closeReason } from './close-codes.js';
import { Storages } from './storages.js';

const HangUpMs = 2000;
const OfflineFlushMs = 50;
const MaxTurnMs = 5000;

/** The connection a promise or callback belongs to: rejections nobody handles are charged to it. @type {AsyncLocalStorage<Connection>} */
const current = new AsyncLocalStorage();
const storages = new Storages(current);
export const connectionAtFault = () => current.getStore();

/**
 * @typedef {{code: number, reason: string, uptimeMs: number | null}} Closed
 * @typedef {{onOpen(): void, onQr(qr: string): void, onPaired(): void, onMessages(upsert: {messages: any[], type: string}): void,
 *   onUpdates(updates: any[]): void, onGroupReceipts(updates: any[]): void, onGroupChange(ids: string[]): void, onContacts(contacts: any[]): void, onCreds(): void}} Handlers
 */

/**
 * The library handles messages side by side: the first of a new contact, which waits for the disk, is overtaken by the next ones.
 * Here each waits for the one before it in its chat, but not for long: a history file may take minutes.
 * @param {any} ws
 */
function keepOrder(ws) {
  const [handle] = ws.listeners('CB:message');
  /** @type {Map<string, Promise<any>>} */
  const tails = new Map();
  ws.removeListener('CB:message', handle);
  ws.on('CB:message', /** @param {any} node */ node => {
    const chat = node.attrs.from;
    const before = tails.get(chat);
    const done = before ? Promise.race([before, new Promise(resolve => setTimeout(resolve, MaxTurnMs).unref())]).then(() => handle(node)) : handle(node);
    const tail = Promise.resolve(done).catch(() => {}).then(() => { if (tails.get(chat) === tail) tails.delete(chat); });
    tails.set(chat, tail);
    return done;
  });
}

/** One Baileys socket, from dialling to `closed`. */
export class Connection {
  isOpen = false;
  /** @type {number | null} */
  #openedAt = null;
  /** @type {Set<(reason: string) => void>} */
  #watchers = new Set();
  /** @type {{code: number, detail: string} | undefined} our own reason for hanging up */
  #cause;

  /**
   * @param {{auth: {creds: any, keys: any}, config: import('./config.js').AccountConfig, url: string, version: number[] | undefined, browser?: string[],
   *   log: import('../log.js').Log, handlers: Handlers, groupMetadata(jid: string): any, sentMessage(id: string): any}} options
   */
  constructor(options) {
    this.options = options;
    /** @type {Promise<Closed>} */
    this.closed = new Promise(resolve => { this.#resolve = resolve; });
    current.run(this, () => this.#dial());
  }

  /** @type {(closed: Closed) => void} */
  #resolve;

  #dial() {
    const { options } = this;
    const { auth, config, url, version, log, groupMetadata, sentMessage } = options;
    const logger = libraryLogger(log);
    try {
      this.socket = makeWASocket({
        auth,
        logger,
        waWebSocketUrl: url,
        ...(version ? { version: /** @type {[number, number, number]} */ (version) } : {}),
        browser: /** @type {[string, string, string]} */ (options.browser ?? config.browser),
        keepAliveIntervalMs: config.keepAliveMs,
        connectTimeoutMs: config.connectTimeoutMs,
        qrTimeout: config.qrTimeoutMs || undefined,
        syncFullHistory: false,
        markOnlineOnConnect: false,
        // What we send needs no telling; what the phone sends still comes.
        emitOwnEvents: false,
        transactionOpts: { maxCommitRetries: 3, delayBetweenTriesMs: 1000 },
        cachedGroupMetadata: async jid => groupMetadata(jid),
        getMessage: async key => sentMessage(key.id),
      });
    } catch (error) {
      this.#resolve({ code: Code.lost, reason: closeReason(Code.lost, messageOf(error)), uptimeMs: null });
      return;
    }
    this.#guardFrames();
    this.#listen();
    this.#deadline = setTimeout(() => this.close(Code.lost, 'not open in time'), config.openTimeoutMs);
  }

  /** @type {NodeJS.Timeout | undefined} */
  #deadline;

  /** A QR is shown: a person is now in charge of the pace. */
  suspendDeadline() { clearTimeout(this.#deadline); }

  #guardFrames() {
    const ws = /** @type {any} */ (this.socket.ws);
    // A frame that does not decrypt rejects in the library's listener, where nobody catches it.
    const [receive] = ws.listeners('message');
    ws.removeListener('message', receive);
    ws.on('message', /** @param {any} data */ data => {
      Promise.resolve(receive(data)).catch(error => this.close(Code.undecryptable, messageOf(error)));
    });
    // The library waits for the other side to say goodbye, 30 s if the network is gone.
    const close = ws.close.bind(ws);
    ws.close = () => {
      const raw = ws.socket;
      setTimeout(() => raw?.terminate(), HangUpMs).unref();
      return close();
    };
    keepOrder(ws);
    // Offline messages collect in the library until the batch ends, with their receipts already sent.
    let flushing = false;
    ws.on('CB:message,offline', () => {
      if (flushing) return;
      flushing = true;
      setTimeout(() => { flushing = false; this.socket.ev.flush(); }, OfflineFlushMs);
    });
  }

  #listen() {
    const { ev } = this.socket;
    const { handlers } = this.options;
    ev.on('creds.update', () => handlers.onCreds());
    ev.on('messages.upsert', upsert => handlers.onMessages(upsert));
    ev.on('messages.update', updates => handlers.onUpdates(updates));
    ev.on('message-receipt.update', updates => handlers.onGroupReceipts(updates));
    ev.on('groups.update', groups => handlers.onGroupChange(groups.map(g => g.id)));
    ev.on('group-participants.update', ({ id }) => handlers.onGroupChange([id]));
    ev.on('contacts.upsert', contacts => handlers.onContacts(contacts));
    ev.on('messaging-history.set', ({ contacts }) => handlers.onContacts(contacts ?? []));
    ev.on('connection.update', update => {
      if (update.qr) handlers.onQr(update.qr);
      if (update.isNewLogin) handlers.onPaired();
      if (update.connection === 'open') this.#opened();
      if (update.connection === 'close') this.#ended(update.lastDisconnect?.error);
    });
  }

  #opened() {
    clearTimeout(this.#deadline);
    this.isOpen = true;
    this.#openedAt = Date.now();
    this.options.handlers.onOpen();
  }

  /** @param {any} error */
  #ended(error) {
    clearTimeout(this.#deadline);
    this.isOpen = false;
    const code = this.#cause?.code ?? error?.output?.statusCode ?? 428;
    const reason = closeReason(code, this.#cause?.detail ?? (error ? messageOf(error) : undefined));
    storages.release(this);
    for (const fn of this.#watchers) fn(reason);
    this.#watchers.clear();
    this.#resolve({ code, reason, uptimeMs: this.#openedAt === null ? null : Date.now() - this.#openedAt });
  }

  /** `fn` is called once when the connection ends, unless the returned function was called. @param {(reason: string) => void} fn */
  watch(fn) {
    this.#watchers.add(fn);
    return () => { this.#watchers.delete(fn); };
  }

  /** Hangs up; `closed` follows within {@link HangUpMs}. @param {number} code @param {string} detail */
  close(code, detail) {
    if (this.#cause || !this.socket) return;
    this.#cause = { code, detail };
    this.isOpen = false;
    void this.socket.end(new Error(detail));
  }
}
