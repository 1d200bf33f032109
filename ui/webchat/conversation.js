// What is said in one session: history from the gateway, answers that are being written, messages on their way out.

import { ConnectionLost } from './connection.js';

const historyLimit = 200;

/** The readable parts of a transcript message, in order: `{kind:'text', text}` or `{kind:'image', source}`. */
export function partsOf(message) {
  if (typeof message?.content === 'string') return [{ kind: 'text', text: message.content }];
  const parts = [];
  for (const part of message?.content ?? []) {
    if (part.type === 'text' && part.text) parts.push({ kind: 'text', text: part.text });
    if (part.type === 'image' && part.data) parts.push({ kind: 'image', source: `data:${part.mimeType};base64,${part.data}` });
  }
  return parts;
}

const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export class Conversation {
  #connection;
  #view;
  #keys = [];
  #live = new Set();
  #ended = new Set(); // the answer to chat.send may come after its run has ended
  #outgoing = new Map();
  #refreshing = null;

  constructor(connection, view) {
    this.#connection = connection;
    this.#view = view;
  }

  get busy() {
    return this.#live.size > 0;
  }

  /** The session's key as this page sends it, and the other spellings under which its events may come. */
  useSession(key, aliases) {
    this.#keys = [key, ...aliases];
  }

  async send(text) {
    const key = newKey();
    this.#view.addMessage('user', [{ kind: 'text', text }], key);
    this.#outgoing.set(key, text);
    await this.#deliver(key, text);
  }

  async abort() {
    await this.#connection.request('chat.abort', { sessionKey: this.#keys[0] }).catch(() => undefined);
  }

  /** Replaces what is shown by what the gateway has; called after every connect and after a gap in the events. */
  refresh() {
    this.#refreshing ??= this.#load().finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  async #load() {
    const { messages } = await this.#connection.request('chat.history', { sessionKey: this.#keys[0], limit: historyLimit });
    this.#live.clear();
    this.#ended.clear();
    this.#view.clearMessages();
    for (const message of messages) {
      const parts = partsOf(message);
      if (message.role === 'user' && parts.length) this.#view.addMessage('user', parts);
      if (message.role === 'assistant') {
        if (parts.length) this.#view.addMessage('assistant', parts);
        if (message.errorMessage) this.#view.addFailure(message.errorMessage);
      }
    }
    // The same idempotency key again: the gateway runs it once, however often it arrives.
    for (const [key, text] of this.#outgoing) {
      this.#view.addMessage('user', [{ kind: 'text', text }], key);
      void this.#deliver(key, text);
    }
    this.#view.showBusy(this.busy);
  }

  async #deliver(key, message) {
    this.#view.markWaiting(key, !this.#connection.open);
    try {
      const answer = await this.#connection.request('chat.send', { sessionKey: this.#keys[0], message, idempotencyKey: key });
      this.#outgoing.delete(key);
      this.#view.markWaiting(key, false);
      if (answer.status === 'started' || answer.status === 'in_flight') this.#begin(answer.runId);
    } catch (error) {
      if (error instanceof ConnectionLost) return this.#view.markWaiting(key, true);
      this.#outgoing.delete(key);
      this.#view.markFailed(key, error.message);
    }
  }

  receive({ event, payload }) {
    if (event !== 'chat' || !this.#keys.includes(payload.sessionKey)) return;
    const { runId, state, message, errorMessage } = payload;
    const parts = partsOf(message);
    if (state === 'delta') {
      this.#begin(runId);
      this.#view.updateAnswer(runId, parts);
    } else {
      if (state === 'final' && parts.length) {
        this.#begin(runId);
        this.#view.updateAnswer(runId, parts);
      }
      this.#view.endAnswer(runId, state, errorMessage);
      this.#live.delete(runId);
      this.#ended.add(runId);
    }
    this.#view.showBusy(this.busy);
  }

  #begin(runId) {
    if (this.#live.has(runId) || this.#ended.has(runId)) return;
    this.#live.add(runId);
    this.#view.beginAnswer(runId);
    this.#view.showBusy(true);
  }
}
