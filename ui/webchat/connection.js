// One WebSocket to the gateway that served this page: handshake, requests, events, reconnect.
// The gateway's address is never taken from the page's own address parameters.

import { currentCredential, forget, rememberDeviceToken } from './credentials.js';

const client = { id: 'webchat-ui', version: '2026.1.30', platform: 'web', mode: 'webchat' };
const scopes = ['operator.read', 'operator.write'];
const requestDeadlineMs = 30_000;
const longestPauseMs = 30_000;
const pairingPauseMs = 4_000;

/** An answer with `ok: false`. */
export class RequestError extends Error {
  constructor({ code, message, details, retryAfterMs }) {
    super(message);
    this.code = code;
    this.details = details ?? {};
    this.retryAfterMs = retryAfterMs;
  }
}

/** The connection went away before the answer came; the request may or may not have been carried out. */
export class ConnectionLost extends Error {}

export class Connection extends EventTarget {
  #identity;
  #socket = null;
  #open = false;
  #nextId = 1;
  #waiting = new Map();
  #lastSeq = 0;
  #attempts = 0;
  #timer = 0;
  #watchdog = 0;
  #tickIntervalMs = 30_000;

  constructor(identity) {
    super();
    this.#identity = identity;
    addEventListener('online', () => this.#retryNow());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#retryNow());
  }

  get open() {
    return this.#open;
  }

  connect() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#socket?.close();
    this.#tell('state', { state: 'connecting' });
    const address = new URL('.', location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    address.search = address.hash = '';
    const socket = (this.#socket = new WebSocket(address));
    socket.onmessage = ({ data }) => socket === this.#socket && this.#receive(JSON.parse(data));
    socket.onclose = ({ code, reason }) => socket === this.#socket && this.#closed(code, reason);
  }

  /** Resolves with the payload; rejects with RequestError or ConnectionLost. */
  request(method, params) {
    if (!this.#open) return Promise.reject(new ConnectionLost());
    return this.#send(method, params);
  }

  #send(method, params) {
    const id = String(this.#nextId++);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new ConnectionLost());
      }, requestDeadlineMs);
      this.#waiting.set(id, { resolve, reject, timer });
      this.#socket.send(JSON.stringify({ type: 'req', id, method, params }));
    });
  }

  #receive(frame) {
    this.#watch();
    if (frame.type === 'res') {
      const waiting = this.#waiting.get(frame.id);
      if (!waiting) return;
      this.#waiting.delete(frame.id);
      clearTimeout(waiting.timer);
      if (frame.ok) waiting.resolve(frame.payload);
      else waiting.reject(new RequestError(frame.error));
    } else if (frame.event === 'connect.challenge') {
      void this.#handshake(frame.payload);
    } else {
      if (frame.seq !== undefined) {
        if (this.#lastSeq && frame.seq > this.#lastSeq + 1) this.#tell('gap', {});
        this.#lastSeq = frame.seq;
      }
      this.#tell('event', frame);
    }
  }

  async #handshake({ nonce, ts }) {
    const credential = currentCredential(this.#identity !== null);
    const params = { minProtocol: 3, maxProtocol: 4, client, role: 'operator', scopes, caps: [], userAgent: navigator.userAgent, locale: navigator.language };
    if (credential) params.auth = { [credential.kind]: credential.value };
    if (this.#identity) {
      const token = params.auth?.token ?? '';
      const text = ['v3', this.#identity.id, client.id, client.mode, 'operator', scopes.join(','), ts, token, nonce, client.platform, ''].join('|');
      params.device = {
        id: this.#identity.id,
        publicKey: this.#identity.publicKey,
        signature: await this.#identity.sign(text),
        signedAt: ts,
        nonce,
      };
    }
    try {
      const hello = await this.#send('connect', params);
      this.#attempts = 0;
      this.#lastSeq = 0;
      this.#open = true;
      this.#tickIntervalMs = hello.policy?.tickIntervalMs ?? this.#tickIntervalMs;
      if (this.#identity && hello.auth?.deviceToken) rememberDeviceToken(hello.auth.deviceToken);
      this.#watch();
      this.#tell('open', hello);
    } catch (error) {
      if (error instanceof RequestError) this.#refused(error, credential);
    }
  }

  #refused(error, credential) {
    const socket = this.#socket;
    this.#socket = null;
    socket.close();
    const code = error.details.code ?? '';
    const wait = error.retryAfterMs ?? error.details.retryAfterMs;
    if (error.message === 'pairing required') {
      this.#tell('refused', { kind: 'pairing', requestId: error.details.requestId });
      this.#retryIn(pairingPauseMs);
    } else if (code === 'AUTH_RATE_LIMITED') {
      this.#tell('refused', { kind: 'limited', seconds: Math.ceil((wait ?? longestPauseMs) / 1000) });
      this.#retryIn(wait ?? longestPauseMs);
    } else if (error.message.startsWith('unauthorized')) {
      if (forget(credential)) return this.connect();
      const password = error.message.includes('password');
      this.#tell('refused', { kind: 'secret', password, reason: credential && !credential.issued ? error.message : '' });
    } else if (error.message === 'device identity required' && !credential) {
      this.#tell('refused', { kind: 'secret', password: false, reason: '' });
    } else if (wait !== undefined || error.code === 'UNAVAILABLE') {
      this.#retryIn(wait ?? 1_000);
    } else {
      this.#tell('refused', { kind: error.message.startsWith('device') ? 'device' : 'other', reason: error.message });
    }
  }

  #closed(code, reason) {
    clearTimeout(this.#watchdog);
    this.#open = false;
    this.#socket = null;
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(new ConnectionLost());
    }
    this.#waiting.clear();
    // Doubling with jitter, so that the tabs of many people do not come back in the same instant.
    const pause = code === 1012 ? 500 : Math.min(longestPauseMs, 1_000 * 2 ** this.#attempts++) * (0.75 + Math.random() / 2);
    this.#tell('state', { state: 'closed', code, reason, seconds: Math.max(1, Math.round(pause / 1000)) });
    this.#retryIn(pause);
  }

  #retryIn(ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.connect(), ms);
  }

  #retryNow() {
    if (this.#timer) this.connect();
  }

  // A half-open socket shows no close: no frame for two ticks means that nobody is there.
  #watch() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#socket?.close(4000, 'tick timeout'), 2 * this.#tickIntervalMs + 5_000);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
