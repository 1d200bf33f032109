import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));

/** Numbers that make a lost connection come back at once. */
export const quick = { reconnect: { initialMs: 20, maxMs: 100, factor: 1.2, jitter: 0, maxAttempts: 8 }, stableMs: 60_000, sendTimeoutMs: 5000 };

/** @type {WeakMap<object, (() => any)[]>} */
const endings = new WeakMap();

/** Work for the end of a test; the last one registered runs first. @param {import('node:test').TestContext} t @param {() => any} work */
export function defer(t, work) {
  const known = endings.get(t);
  if (known) return void known.push(work);
  const list = [work];
  endings.set(t, list);
  t.after(async () => { for (const one of list.reverse()) await one(); });
}

/** A directory of its own, removed at the end of the test. @param {import('node:test').TestContext} t */
export function tempDir(t) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wa-sidecar-'));
  defer(t, () => fs.rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** The sidecar as the gateway runs it: a child with three pipes. */
export class Sidecar {
  stdout = '';
  stderr = '';
  /** @type {{method: string, params: any}[]} */
  notifications = [];
  #taken = new Set();
  #id = 0;
  /** @type {Map<number, {resolve(value: any): void, reject(error: any): void}>} */
  #asked = new Map();
  /** @type {Set<() => void>} */
  #waiting = new Set();
  #rest = '';

  /** @param {string} mediaDir @param {{standin?: any, env?: object, window?: number, initialize?: object | null, logLevel?: string}} [options] */
  static async start(mediaDir, { standin, env = {}, window, initialize = {}, logLevel } = {}) {
    const sidecar = new Sidecar();
    sidecar.mediaDir = mediaDir;
    sidecar.process = spawn(process.execPath, [main], {
      stdio: 'pipe',
      env: { PATH: process.env.PATH, HOME: mediaDir, ...(standin ? { NODE_EXTRA_CA_CERTS: standin.caFile } : {}), ...env },
    });
    sidecar.exited = once(sidecar.process, 'exit').then(([code, signal]) => { sidecar.#failAll(new Error('the sidecar has ended')); return { code, signal }; });
    sidecar.process.stdout.on('data', chunk => sidecar.#receive(String(chunk)));
    sidecar.process.stderr.on('data', chunk => { sidecar.stderr += chunk; });
    sidecar.process.stdin.on('error', () => {});
    if (initialize)
      sidecar.hello = await sidecar.request('initialize', {
        protocol: 1, gateway: { version: 'test', pid: process.pid }, channel: 'whatsapp', stateDir: mediaDir, mediaDir, window, logLevel: logLevel ?? 'debug',
        ...(standin ? { test: { wsUrl: standin.wsUrl, rootKey: standin.rootKey } } : {}), ...initialize,
      });
    return sidecar;
  }

  /** @param {string} text */
  #receive(text) {
    this.stdout += text;
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop();
    for (const line of lines) {
      const message = JSON.parse(line);
      if (message.id !== undefined && message.id !== null) {
        const asked = this.#asked.get(message.id);
        this.#asked.delete(message.id);
        if (message.error) asked?.reject(Object.assign(new Error(message.error.message), message.error));
        else asked?.resolve(message.result);
      } else this.notifications.push(message);
    }
    for (const wake of [...this.#waiting]) wake();
  }

  /** @param {Error} error */
  #failAll(error) {
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
  }

  /** @param {string} method @param {object} [params] @returns {Promise<any>} */
  request(method, params = {}) {
    const id = ++this.#id;
    const answer = new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
    this.write({ jsonrpc: '2.0', id, method, params });
    return answer;
  }

  /** @param {string} method @param {object} params */
  notify(method, params) { this.write({ jsonrpc: '2.0', method, params }); }
  /** @param {object | string} message */
  write(message) { this.process.stdin.write(typeof message === 'string' ? message : JSON.stringify(message) + '\n'); }

  /**
   * The next notification of this method that matches; each is returned once.
   * @param {string} method @param {(params: any) => boolean} [match] @param {number} [timeoutMs] @returns {Promise<any>}
   */
  async next(method, match = () => true, timeoutMs = 10_000) {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const found = this.notifications.find(n => n.method === method && !this.#taken.has(n) && match(n.params));
      if (found) {
        this.#taken.add(found);
        return found.params;
      }
      if (Date.now() > until) throw new Error(`no ${method} in ${timeoutMs} ms; last: ${JSON.stringify(this.notifications.slice(-3)).slice(0, 600)}; stderr: ${this.stderr.slice(-1500)}`);
      await new Promise(resolve => {
        const wake = () => { clearTimeout(timer); this.#waiting.delete(wake); resolve(undefined); };
        const timer = setTimeout(wake, Math.max(1, until - Date.now()));
        this.#waiting.add(wake);
      });
    }
  }

  /** @param {string} state @param {(params: any) => boolean} [match] */
  state(state, match = () => true) { return this.next('account.state', p => p.state === state && match(p)); }
  /** The next inbound event of a type. @param {string} type @param {(event: any, params: any) => boolean} [match] */
  async event(type, match = () => true) { return (await this.next('inbound', p => p.event.type === type && match(p.event, p))).event; }
  /** All notifications of a method so far. @param {string} method */
  all(method) { return this.notifications.filter(n => n.method === method).map(n => n.params); }

  /** A file for the sidecar to send. @param {string} name @param {Buffer} content */
  outgoing(name, content) {
    const file = path.join(this.mediaDir, name);
    fs.writeFileSync(file, content, { mode: 0o600 });
    return file;
  }

  async stop() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.stdin.end();
    await this.exited;
  }
}
