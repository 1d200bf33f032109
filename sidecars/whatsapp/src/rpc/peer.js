import { RpcError } from './errors.js';
import { Writer } from './writer.js';
import { messageOf } from '../log.js';

/** @typedef {(params: unknown) => unknown | Promise<unknown>} Method */

/** Our end of the JSON-RPC line: dispatches requests, writes answers and notifications, keeps every line under `maxLine`. */
export class Peer {
  writer = new Writer();
  maxLine = 1048576;
  /** Requests being answered. */
  running = 0;

  /** @param {{methods: Record<string, Method>, admit(method: string): Promise<RpcError | undefined>, log: import('../log.js').Log}} options */
  constructor({ methods, admit, log }) {
    this.methods = methods;
    this.admit = admit;
    this.log = log;
  }

  /** @param {string} line */
  receive(line) {
    let message;
    try { message = JSON.parse(line); }
    catch { return this.#fail(null, new RpcError(-32700, 'not JSON')); }
    const id = message?.id ?? null;
    if (message === null || typeof message !== 'object' || Array.isArray(message) || message.jsonrpc !== '2.0' || typeof message.method !== 'string'
      || !(id === null || typeof id === 'number' || typeof id === 'string'))
      return this.#fail(null, new RpcError(-32600, 'not a JSON-RPC 2.0 request'));
    void this.#answer(id, message.method, message.params);
  }

  /** @param {number | string | null} id @param {string} name @param {unknown} params */
  async #answer(id, name, params) {
    this.running++;
    try {
      const refused = await this.admit(name);
      if (refused) throw refused;
      const method = Object.hasOwn(this.methods, name) ? this.methods[name] : undefined;
      if (!method) throw new RpcError(-32601, `unknown method ${name.slice(0, 64)}`);
      const result = await method(params);
      if (id !== null && !this.#line({ jsonrpc: '2.0', id, result: result ?? {} }))
        this.#fail(id, new RpcError(4006, `the answer is longer than ${this.maxLine} bytes`, { retryable: false }));
    } catch (error) {
      this.#fail(id, error);
    } finally {
      this.running--;
    }
  }

  /** @param {number | string | null} id @param {unknown} error */
  #fail(id, error) {
    if (!(error instanceof RpcError)) this.log.error(`request failed: ${messageOf(error)}`);
    const known = error instanceof RpcError ? error : new RpcError(4010, 'internal error', { retryable: true, reason: 'internal' });
    const { code, message, data } = known;
    this.#line({ jsonrpc: '2.0', id, error: data ? { code, message, data } : { code, message } });
  }

  /** False: longer than a line may be, not sent. @param {string} method @param {object} params */
  notify(method, params) { return this.#line({ jsonrpc: '2.0', method, params }); }

  /** @param {object} message */
  #line(message) {
    const line = JSON.stringify(message);
    if (Buffer.byteLength(line) + 1 > this.maxLine) return false;
    this.writer.write(line);
    return true;
  }
}
