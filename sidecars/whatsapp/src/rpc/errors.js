/** An answer with `error`: the only exception methods throw on purpose. */
export class RpcError extends Error {
  /** @param {number} code @param {string} message @param {object} [data] */
  constructor(code, message, data) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

/** @param {string} message */
export const badParams = message => new RpcError(-32602, message);

const own = (code, retryable) => (message, data = {}) => new RpcError(code, message, { retryable, ...data });

/** The application errors of `openclaw.channel/1`; `data.retryable` may be overridden. */
export const fault = {
  notLinked: own(4001, false),
  notConnected: own(4002, true),
  loggedOut: own(4003, false),
  badTarget: own(4004, false),
  rateLimited: own(4005, true),
  tooLarge: own(4006, false),
  mediaFailed: own(4007, true),
  unsupported: own(4008, false),
  timeout: own(4009, true),
  platform: own(4010, false),
};
