import { fault } from '../rpc/errors.js';
import { Sender } from '../outbound/send.js';
import { Feed } from '../inbound/feed.js';
import { People } from '../inbound/jids.js';
import { messageOf } from '../log.js';
import { Connection } from './connection.js';
import { Contacts } from './directory.js';
import { closeFiles, exists, lockDir, openFiles } from './files.js';
import { Groups } from './groups.js';
import { ReconnectPolicy } from './reconnect.js';
import { AccountStatus } from './status.js';

const SettleMs = 2000;

/** One WhatsApp login: its files, its one socket, and the loop that keeps the socket up. */
export class Account {
  /** @type {import('./files.js').AccountFiles | undefined} */
  files;
  /** @type {Connection | undefined} */
  connection;
  /** @type {import('./login.js').Login | undefined} */
  login;
  /** @type {{stop: AbortController, done: Promise<void>} | undefined} */
  #loop;
  /** A login ended by itself: go back to the old one, or end. @type {(resume: boolean) => void} */
  afterLogin = () => {};
  groups = new Groups();
  contacts = new Contacts();

  /** @param {string} accountId @param {import('./accounts.js').Services} services */
  constructor(accountId, services) {
    this.accountId = accountId;
    this.services = services;
    this.log = services.log.child(accountId);
    this.status = new AccountStatus(accountId, services.peer);
    this.people = new People(() => this.connection?.socket, () => this.files?.auth.creds);
    this.sender = new Sender({ connection: () => this.openConnection(), polls: () => this.#need().polls, media: services.settings.media });
    this.feed = new Feed(this);
  }

  get running() { return this.#loop !== undefined; }

  /** @param {string} authDir @param {import('./config.js').AccountConfig} config @param {number} ackedThrough */
  async start(authDir, config, ackedThrough) {
    this.config = config;
    if (this.login) return;
    if (!this.files) {
      if (!await exists(authDir)) throw fault.notLinked('this account is not linked');
      await this.takeFiles(authDir, ackedThrough);
      if (!this.files.auth.linked) {
        await this.#release();
        throw fault.notLinked('this account is not linked');
      }
      this.status.set('starting');
    }
    this.files.inbox.ack(ackedThrough);
    this.files.inbox.pump();
    if (!this.#loop) this.run();
  }

  /** @param {string} dir an existing directory @param {number} ackedThrough */
  async takeFiles(dir, ackedThrough) {
    this.files = await openFiles(dir, lockDir(dir), ackedThrough, this);
    return this.files;
  }

  /** Starts the loop that connects and reconnects. */
  run() {
    const stop = new AbortController();
    const done = this.#run(stop.signal).catch(error => {
      this.log.error(`loop ended: ${messageOf(error)}`);
      this.status.set('failed', { reason: messageOf(error) });
    }).finally(() => { if (this.#loop?.stop === stop) this.#loop = undefined; });
    this.#loop = { stop, done };
  }

  /** @param {AbortSignal} signal */
  async #run(signal) {
    const policy = new ReconnectPolicy(this.#settings.reconnect, this.#settings.stableMs);
    while (!signal.aborted) {
      policy.numbers = this.#settings.reconnect;
      this.status.set('connecting', { attempt: policy.attempt });
      const closed = await this.#connectOnce(signal);
      if (signal.aborted) return;
      const next = policy.afterClose(closed, Date.now());
      const { code, reason } = closed;
      if (next.to === 'loggedOut') return this.#endLoop('loggedOut', { code, reason });
      if (next.to === 'failed') return this.#endLoop('failed', { code, reason: `${next.reason}; last: ${reason}`, attempt: policy.attempt });
      if (next.announce) this.status.set('closed', { code, reason, attempt: policy.attempt, nextRetryMs: next.delayMs });
      await sleep(next.delayMs, signal);
    }
  }

  /** @param {import('./status.js').State} state @param {object} facts */
  #endLoop(state, facts) {
    this.#loop = undefined;
    this.status.set(state, facts);
    this.login?.loopEnded(state);
  }

  /** @param {AbortSignal} signal @returns {Promise<import('./connection.js').Closed>} */
  async #connectOnce(signal) {
    const { auth } = this.#need();
    const version = await this.services.version(this.#settings.version);
    if (signal.aborted) return { code: 428, reason: '', uptimeMs: null };
    const connection = this.connection = this.dial(auth, version, {
      onOpen: () => this.#opened(), onQr: () => connection.close(401, 'the credentials are not registered'), onPaired() {}, onCreds: () => auth.save(),
    });
    const hangUp = () => connection.close(428, 'stopped');
    signal.addEventListener('abort', hangUp);
    const closed = await connection.closed;
    signal.removeEventListener('abort', hangUp);
    this.connection = undefined;
    await this.sender.settled(SettleMs);
    await auth.flush();
    return closed;
  }

  /**
   * @param {{creds: any, keys: any}} auth @param {number[] | undefined} version
   * @param {{onOpen(): void, onQr(qr: string): void, onPaired(): void, onCreds(): void}} handlers @param {string[]} [browser]
   */
  dial({ creds, keys }, version, handlers, browser) {
    const { url, log } = this.services;
    return new Connection({
      auth: { creds, keys }, config: this.#settings, url, version, browser, log: log.child(this.accountId),
      groupMetadata: jid => this.groups.cached(jid), sentMessage: id => this.sender.sentMessage(id),
      handlers: { ...handlers, ...this.feed.handlers },
    });
  }

  #opened() {
    const self = this.people.self;
    this.status.set('open', { self });
    this.login?.opened(self);
    this.connection.socket.sendPresenceUpdate(this.#settings.presence).catch(error => this.log.debug(`presence: ${messageOf(error)}`));
  }

  /** The socket, or why there is none. */
  openConnection() {
    if (this.connection?.isOpen) return this.connection;
    if (!this.files?.auth.linked) throw fault.notLinked('this account is not linked');
    if (this.status.state === 'loggedOut') throw fault.loggedOut('this account was logged out on the phone; link it again');
    const { retryAfterMs } = this.status;
    throw fault.notConnected('this account is not connected', retryAfterMs === undefined ? {} : { retryAfterMs });
  }

  /** Ends loop and socket; the files stay open. */
  async halt() {
    const loop = this.#loop;
    loop?.stop.abort();
    await loop?.done;
  }

  async stop() {
    await this.login?.cancel();
    await this.halt();
    await this.#release();
    if (this.status.state !== 'stopped') this.status.set('stopped');
  }

  async #release() {
    const files = this.files;
    await this.feed.idle();
    this.files = undefined;
    if (files) await closeFiles(files);
  }

  async snapshot() {
    const { files, running } = this;
    return {
      ...this.status.snapshot(), linked: Boolean(files?.auth.linked) && this.status.state !== 'loggedOut', running,
      self: this.people.self, authAgeMs: await ageOf(files), unacked: files?.inbox.unacked ?? 0, queued: files?.inbox.queued ?? 0,
    };
  }

  get #settings() { return /** @type {import('./config.js').AccountConfig} */ (this.config); }

  #need() {
    if (!this.files) throw fault.notLinked('this account is not linked');
    return this.files;
  }
}

/** @param {import('./files.js').AccountFiles | undefined} files */
async function ageOf(files) {
  const changedAt = await files?.auth.file.changedAt();
  return changedAt ? Date.now() - changedAt : null;
}

/** @param {number} ms @param {AbortSignal} signal */
function sleep(ms, signal) {
  if (ms <= 0) return Promise.resolve();
  return new Promise(resolve => {
    const end = () => { clearTimeout(timer); signal.removeEventListener('abort', end); resolve(undefined); };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
