import { redact } from '../redact.js';

/** Why a connection ended, in words for an operator. @type {Record<number, string>} */
const texts = {
  401: 'logged out: the phone removed this device; link it again',
  403: 'WhatsApp refuses this account',
  408: 'no answer from WhatsApp',
  411: 'the phone must update WhatsApp before it can be linked',
  428: 'WhatsApp closed the connection',
  440: 'replaced: another program uses this login',
  499: 'a frame or session could not be decrypted; the connection was given up',
  500: 'WhatsApp reported a bad session',
  503: 'WhatsApp is not available',
  515: 'WhatsApp asked for a restart of the connection',
};

export const Code = /** @type {const} */ ({ loggedOut: 401, forbidden: 403, lost: 408, mismatch: 411, replaced: 440, undecryptable: 499, restart: 515 });

/** @param {number} code @param {string} [detail] the library's own words */
export function closeReason(code, detail) {
  const text = texts[code] ?? `connection closed (${code})`;
  return detail && code !== Code.loggedOut && code !== Code.restart ? `${text} (${redact(detail)})` : text;
}
