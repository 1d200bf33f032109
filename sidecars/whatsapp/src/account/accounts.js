import fs from 'node:fs/promises';
import path from 'node:path';
import { clearLogin } from '../auth/clear.js';
import { fault } from '../rpc/errors.js';
import { withinConnection } from '../outbound/send.js';
import { messageOf } from '../log.js';
import { Account } from './account.js';
import { Code } from './close-codes.js';
import { exists, lockDir } from './files.js';
import { Login } from './login.js';

const UnlinkMs = 5000;

/**
 * What accounts share.
 * @typedef {{peer: import('../rpc/peer.js').Peer, log: import('../log.js').Log, url: string,
 *   settings: {window: number, media: import('../media/dir.js').MediaDir, testMode: boolean},
 *   version(fixed: number[] | undefined): Promise<number[] | undefined>,
 *   notifyLog(level: string, msg: string, fields?: object): void}} Services
 */

/** All accounts of this process. Calls for one account run one after another. */
export class Accounts {
  /** @type {Map<string, Account>} */
  #accounts = new Map();
  /** @type {Map<string, Promise<any>>} */
  #turns = new Map();

  /** @param {Services} services */
  constructor(services) { this.services = services; }

  /** @param {string} accountId */
  get(accountId) {
    const account = this.#accounts.get(accountId);
    if (!account) throw fault.notLinked(`account ${accountId} is not started`);
    return account;
  }

  /** @param {string} accountId */
  find(accountId) { return this.#accounts.get(accountId); }
  all() { return [...this.#accounts.values()]; }
  get anyRunning() { return this.all().some(account => account.files !== undefined); }

  /** @param {string} accountId @param {string} authDir @param {import('./config.js').AccountConfig} config @param {number} ackedThrough */
  start(accountId, authDir, config, ackedThrough) {
    return this.#inTurn(accountId, async () => {
      const account = this.#obtain(accountId, authDir);
      try { await account.start(authDir, config, ackedThrough); }
      catch (error) {
        if (!account.files && !account.login) this.#accounts.delete(accountId);
        throw error;
      }
    });
  }

  /** @param {string} accountId */
  stop(accountId) {
    return this.#inTurn(accountId, async () => {
      const account = this.#accounts.get(accountId);
      if (account) await this.#drop(account);
    });
  }

  /** @param {Account} account */
  async #drop(account) {
    await account.stop();
    this.#accounts.delete(account.accountId);
  }

  /** @param {string} accountId @param {string} loginId */
  cancelLogin(accountId, loginId) {
    return this.#inTurn(accountId, async () => {
      const account = this.#accounts.get(accountId);
      const login = account?.login;
      if (!login || login.loginId !== loginId) return;
      await login.cancel();
      await this.#afterLogin(account, login.options.resume);
    });
  }

  /** @param {Account} account @param {boolean} resume */
  async #afterLogin(account, resume) {
    if (account.login || account.running) return;
    if (resume) account.run();
    else await this.#drop(account);
  }

  /**
   * @param {string} accountId
   * @param {{authDir: string, mode: 'qr' | 'code', phone?: string, force: boolean, ackedThrough: number, config: import('./config.js').AccountConfig}} options
   */
  login(accountId, { authDir, mode, phone, force, ackedThrough, config }) {
    return this.#inTurn(accountId, async () => {
      const account = this.#obtain(accountId, authDir);
      if (account.login?.options.mode === mode) {
        account.login.repeat();
        return { loginId: account.login.loginId, linked: false };
      }
      const resume = account.running || account.login?.options.resume === true;
      await account.login?.cancel();
      account.config = config;
      try { if (!account.files && await exists(authDir)) await account.takeFiles(authDir, ackedThrough); }
      catch (error) {
        this.#accounts.delete(accountId);
        throw error;
      }
      const linked = Boolean(account.files?.auth.linked) && account.status.state !== 'loggedOut';
      if (linked && !force) {
        const { self } = account.people;
        if (!account.running && !resume) await this.#drop(account);
        return { loginId: null, linked: true, self };
      }
      await account.halt();
      account.login = new Login(account, { authDir, mode, phone, ackedThrough, resume });
      void account.login.run();
      return { loginId: account.login.loginId, linked: false };
    });
  }

  /** @param {string} accountId @param {string | undefined} authDir @param {boolean} unlink */
  logout(accountId, authDir, unlink) {
    return this.#inTurn(accountId, async () => {
      const account = this.#accounts.get(accountId);
      const dir = account?.files?.dir ?? authDir;
      const unlinked = Boolean(unlink && account?.connection?.isOpen) && await this.#unlink(account);
      const inbox = account?.files?.inbox;
      const journalDone = inbox !== undefined && inbox.unacked + inbox.queued === 0;
      if (account) await this.#drop(account);
      return { cleared: dir && await exists(dir) ? await this.#clear(dir, journalDone) : false, unlinked };
    });
  }

  /** @param {Account} account */
  async #unlink({ connection, log }) {
    const leave = {
      tag: 'iq', attrs: { to: '@s.whatsapp.net', type: 'set', xmlns: 'md' },
      content: [{ tag: 'remove-companion-device', attrs: { jid: connection.socket.authState.creds.me.id, reason: 'user_initiated' } }],
    };
    try {
      await withinConnection(connection, UnlinkMs, () => connection.socket.query(leave));
      return true;
    } catch (error) {
      log.info(`unlink: ${messageOf(error)}`);
      // The server may hang up instead of answering.
      return !connection.isOpen && (await connection.closed).code === Code.loggedOut;
    }
  }

  /** @param {string} dir @param {boolean} journalToo */
  async #clear(dir, journalToo) {
    const lock = lockDir(dir);
    try {
      if (journalToo) await fs.rm(path.join(dir, 'inbound.journal'), { force: true });
      return await clearLogin(dir);
    }
    finally {
      lock.release();
      await fs.rmdir(dir).catch(() => {});
    }
  }

  async stopAll() { await Promise.all(this.all().map(account => this.stop(account.accountId))); }

  /** @param {string} accountId @param {string} authDir */
  #obtain(accountId, authDir) {
    const known = this.#accounts.get(accountId);
    if (known) return known;
    const dir = path.resolve(authDir);
    const other = this.all().find(a => a.files && path.resolve(a.files.dir) === dir);
    if (other) throw fault.platform(`the auth dir is in use by account ${other.accountId}`, { reason: 'authDirLocked', pid: process.pid });
    const account = new Account(accountId, this.services);
    account.afterLogin = resume => void this.#inTurn(accountId, () => this.#afterLogin(account, resume));
    this.#accounts.set(accountId, account);
    return account;
  }

  /** @template T @param {string} accountId @param {() => Promise<T>} work @returns {Promise<T>} */
  #inTurn(accountId, work) {
    const turn = (this.#turns.get(accountId) ?? Promise.resolve()).then(work, work);
    this.#turns.set(accountId, turn);
    const forget = () => { if (this.#turns.get(accountId) === turn) this.#turns.delete(accountId); };
    turn.then(forget, forget);
    return turn;
  }
}
