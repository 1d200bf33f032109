import { Accounts } from './account/accounts.js';
import { connectionAtFault } from './account/connection.js';
import { Code } from './account/close-codes.js';
import { WebVersion } from './account/web-version.js';
import { describeSelf, readInitialize } from './initialize.js';
import { createLog, messageOf, setLogLevel } from './log.js';
import { createMethods } from './methods.js';
import { redact } from './redact.js';
import { RpcError } from './rpc/errors.js';
import { createLineReader } from './rpc/lines.js';
import { Params } from './rpc/params.js';
import { Peer } from './rpc/peer.js';

export const Exit = /** @type {const} */ ({ ok: 0, broken: 1, config: 10, locked: 11 });
const StopMs = 1500;
const UnhurriedMs = 2000;

/** The process: reads requests, owns the accounts, decides when to end. */
export class App {
  #log = createLog('sidecar');
  /** @type {Accounts | undefined} */
  #accounts;
  /** @type {Promise<object> | undefined} */
  #initializing;
  #ending = false;

  constructor() {
    /** @type {Record<string, import('./rpc/peer.js').Method>} */
    this.methods = { initialize: params => (this.#initializing = this.#initialize(params)), shutdown: params => this.#shutdown(params) };
    this.peer = new Peer({ methods: this.methods, admit: method => this.#admit(method), log: this.#log });
  }

  run() {
    const read = createLineReader({
      maxLine: () => this.peer.maxLine,
      onLine: line => this.peer.receive(line),
      onTooLong: () => void this.end(Exit.broken, 'protocol', `a line is longer than ${this.peer.maxLine} bytes`),
    });
    process.stdin.on('data', read);
    process.stdin.on('end', () => void this.end(Exit.ok));
    process.stdin.on('error', () => void this.end(Exit.ok));
    process.on('SIGTERM', () => void this.end(Exit.ok));
    process.on('SIGINT', () => {});
    process.on('unhandledRejection', error => this.#stray(error));
    process.on('uncaughtException', error => {
      if (connectionAtFault()) this.#stray(error, true);
      else void this.end(Exit.broken, 'internal', messageOf(error));
    });
  }

  /** @param {string} method */
  async #admit(method) {
    if (method !== 'initialize') {
      // Requests sent right behind `initialize` wait for it.
      await null;
      await this.#initializing?.catch(() => {});
    }
    if (this.#ending) return new RpcError(-32600, 'shutting down');
    if ((method === 'initialize') === Boolean(this.#initializing)) return new RpcError(-32600, this.#initializing ? 'already initialized' : 'initialize first');
    return undefined;
  }

  /** @param {unknown} params */
  async #initialize(params) {
    let settings;
    try {
      settings = await readInitialize(new Params(params));
    } catch (error) {
      setImmediate(() => void this.end(Exit.config, 'config', messageOf(error)));
      throw error;
    }
    setLogLevel(settings.logLevel);
    this.peer.maxLine = settings.maxLine;
    const versions = new WebVersion(this.#log);
    /** @type {import('./account/accounts.js').Services} */
    const services = {
      peer: this.peer, log: createLog('wa'), url: settings.url, settings,
      version: async fixed => fixed ?? (settings.testMode ? undefined : versions.get()),
      notifyLog: (level, msg, fields = {}) => this.peer.notify('log', { level, msg: redact(msg), fields }),
    };
    const accounts = this.#accounts = new Accounts(services);
    this.peer.writer.onDrain = () => { for (const { files } of accounts.all()) files?.inbox.pump(); };
    for (const [name, method] of Object.entries(createMethods(accounts, services)))
      this.methods[name] = async given => {
        try { return await method(new Params(given)); }
        catch (error) { throw this.#noteLocked(error); }
      };
    return describeSelf();
  }

  /** A lock held elsewhere: with nothing else to do here, say so with the exit code. @param {any} error */
  #noteLocked(error) {
    if (error?.data?.reason === 'authDirLocked' && !this.#accounts?.anyRunning)
      setImmediate(() => void this.end(Exit.locked, 'locked', error.message));
    return error;
  }

  /** @param {unknown} params */
  async #shutdown(params) {
    const graceMs = new Params(params).number('graceMs', { max: 60_000, or: UnhurriedMs });
    setImmediate(() => void this.end(Exit.ok, undefined, undefined, graceMs));
  }

  /** A rejection or exception of the library. @param {any} error @param {boolean} [always] */
  #stray(error, always = false) {
    const connection = connectionAtFault();
    this.#log.warn(`unhandled${connection ? '' : ', no connection'}: ${messageOf(error)}`);
    // A refused or unanswered query of the library itself is no reason to hang up; anything else may have broken a session.
    if (connection && (always || !error?.isBoom)) connection.close(Code.undecryptable, messageOf(error));
  }

  /** @param {number} exit @param {string} [code] @param {string} [message] @param {number} [graceMs] */
  async end(exit, code, message, graceMs = 0) {
    if (this.#ending) return;
    this.#ending = true;
    process.stdin.pause();
    const sends = () => this.#accounts?.all().some(account => account.sender.waiting > 0);
    for (const until = Date.now() + graceMs; sends() && Date.now() < until;) await new Promise(resolve => setTimeout(resolve, 20));
    const stopped = this.#accounts?.stopAll().catch(error => this.#log.error(`stop: ${messageOf(error)}`));
    await Promise.race([stopped, new Promise(resolve => setTimeout(resolve, StopMs))]);
    if (code) this.peer.notify('fatal', { code, message });
    await this.peer.writer.flush(300);
    process.exit(exit);
  }
}
