import { Browsers } from '@whiskeysockets/baileys';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import { clearLogin } from '../auth/clear.js';
import { createMemoryAuth } from '../auth/memory.js';
import { messageOf } from '../log.js';
import { Code } from './close-codes.js';

const FirstQrMs = 60_000;
const NextQrMs = 20_000;
const CodeMs = 160_000;

/** Linking: shows codes until the phone confirms, then hands the new credentials to the account's loop. */
export class Login {
  loginId = randomUUID();
  #n = 0;
  #ended = false;
  #paired = false;
  /** @type {{method: string, params: object} | undefined} the newest code, for a second asker */
  #shown;
  /** @type {import('./connection.js').Connection | undefined} */
  #connection;

  /** @param {import('./account.js').Account} account @param {{authDir: string, mode: 'qr' | 'code', phone?: string, ackedThrough: number, resume: boolean}} options */
  constructor(account, options) {
    this.account = account;
    this.options = options;
    this.auth = createMemoryAuth();
  }

  async run() {
    const { account } = this;
    try {
      account.status.set('connecting', { attempt: 0 });
      const version = await account.services.version(account.config?.version);
      if (this.#ended) return;
      // WhatsApp gives codes to browsers it knows only.
      const browser = this.options.mode === 'code' ? Browsers.macOS('Chrome') : undefined;
      const connection = this.#connection = account.dial(this.auth, version, {
        onOpen() {}, onCreds() {}, onQr: qr => void this.#show(qr), onPaired: () => { this.#paired = true; },
      }, browser);
      const { code, reason } = await connection.closed;
      this.#connection = undefined;
      if (this.#ended) return;
      if (this.#paired) return await this.#adopt();
      account.log.info(`login ended: ${reason}`);
      this.#end(false, code === Code.loggedOut || code === Code.forbidden ? 'refused' : this.#n ? 'expired' : 'unreachable');
    } catch (error) {
      account.services.notifyLog('error', `login failed: ${messageOf(error)}`, { accountId: account.accountId });
      this.#end(false, 'failed');
    }
    account.afterLogin(this.options.resume);
  }

  /** @param {string} qr */
  async #show(qr) {
    const { account, loginId } = this;
    const { accountId } = account;
    this.#connection?.suspendDeadline();
    const first = this.#n++ === 0;
    if (first) account.status.set('qr');
    const life = account.config.qrTimeoutMs;
    if (this.options.mode === 'qr') {
      const expiresAt = Date.now() + (life || (first ? FirstQrMs : NextQrMs));
      return this.#tell('login.qr', { accountId, loginId, qr, n: this.#n, expiresAt });
    }
    if (!first) return;
    try {
      const code = await this.#connection.socket.requestPairingCode(this.options.phone.replace(/\D/g, ''));
      this.#tell('login.code', { accountId, loginId, code, expiresAt: Date.now() + (life ? life * 6 : CodeMs) });
    } catch (error) {
      account.log.warn(`pairing code: ${messageOf(error)}`);
      this.#connection?.close(Code.forbidden, 'no pairing code');
    }
  }

  /** @param {string} method @param {object} params */
  #tell(method, params) {
    this.#shown = { method, params };
    this.account.services.peer.notify(method, params);
  }

  repeat() { if (this.#shown) this.account.services.peer.notify(this.#shown.method, this.#shown.params); }

  /** The phone has confirmed: only now the old login is replaced. */
  async #adopt() {
    const { account, auth } = this;
    const { authDir, ackedThrough } = this.options;
    if (!account.files) {
      await fs.mkdir(authDir, { recursive: true, mode: 0o700 });
      await account.takeFiles(authDir, ackedThrough);
    }
    const { files } = account;
    // Credentials first: from here on a crash finds the new login. Sessions of the old one would only fail to decrypt.
    await files.auth.replace(auth.creds);
    await clearLogin(authDir, { keepCreds: true });
    await files.auth.keys.set(auth.data);
    files.auth.save();
    account.run();
  }

  /** @param {object | null} self */
  opened(self) { if (this.#paired) this.#end(true, undefined, self); }

  /** @param {string} state */
  loopEnded(state) { if (this.#paired) this.#end(false, state === 'loggedOut' ? 'refused' : 'unreachable'); }

  /** Resolves when the socket is gone. What becomes of the account is up to the caller. */
  async cancel() {
    this.#end(false, 'cancelled');
    this.#connection?.close(Code.lost, 'cancelled');
    await this.#connection?.closed;
  }

  /** @param {boolean} ok @param {string} [reason] @param {object | null} [self] */
  #end(ok, reason, self) {
    if (this.#ended) return;
    this.#ended = true;
    const { account, loginId } = this;
    account.login = undefined;
    account.services.peer.notify('login.done', { accountId: account.accountId, loginId, ok, ...(reason ? { reason } : {}), ...(self ? { self } : {}) });
  }
}
