/** @typedef {'starting'|'connecting'|'qr'|'open'|'closed'|'loggedOut'|'stopped'|'failed'} State */

/** What is told about an account: every change as `account.state`, all of it as the snapshot of `account.status`. */
export class AccountStatus {
  /** @type {State} */
  state = 'stopped';
  attempt = 0;
  /** @type {number | null} */
  lastConnectedAt = null;
  /** @type {{at: number, status: number, error: string, loggedOut: boolean} | null} */
  lastDisconnect = null;
  /** @type {number | null} */
  lastMessageAt = null;
  /** @type {number | null} */
  lastEventAt = null;
  /** @type {string | null} */
  lastError = null;
  /** @type {number | null} */
  nextRetryAt = null;

  /** @param {string} accountId @param {import('../rpc/peer.js').Peer} peer */
  constructor(accountId, peer) {
    this.accountId = accountId;
    this.peer = peer;
  }

  /**
   * @param {State} state
   * @param {{code?: number, reason?: string, attempt?: number, nextRetryMs?: number, self?: object | null}} [more]
   */
  set(state, more = {}) {
    const now = Date.now();
    this.state = state;
    this.lastEventAt = now;
    this.attempt = more.attempt ?? (state === 'open' ? 0 : this.attempt);
    this.nextRetryAt = more.nextRetryMs === undefined ? null : now + more.nextRetryMs;
    if (state === 'open') {
      this.lastConnectedAt = now;
      this.lastError = null;
    }
    if (more.reason) this.lastError = state === 'loggedOut' ? 'logged out' : more.reason;
    if (more.code !== undefined && more.reason) this.lastDisconnect = { at: now, status: more.code, error: more.reason, loggedOut: state === 'loggedOut' };
    this.peer.notify('account.state', { accountId: this.accountId, state, ...more });
  }

  /** @param {string} type */
  noteEvent(type) {
    this.lastEventAt = Date.now();
    if (type === 'message') this.lastMessageAt = this.lastEventAt;
  }

  get retryAfterMs() { return this.nextRetryAt === null ? undefined : Math.max(0, this.nextRetryAt - Date.now()); }

  snapshot() {
    const { accountId, state, attempt, lastConnectedAt, lastDisconnect, lastMessageAt, lastEventAt, lastError, nextRetryAt } = this;
    return { accountId, state, connected: state === 'open', reconnectAttempts: attempt, lastConnectedAt, lastDisconnect, lastMessageAt, lastEventAt, lastError, nextRetryAt };
  }
}
