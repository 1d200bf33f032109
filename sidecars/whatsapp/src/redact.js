const MaxBytes = 4096;

/** @type {[RegExp, string | ((...m: string[]) => string)][]} */
const rules = [
  // JIDs and phone numbers: the last two digits tell accounts apart and nobody who they are.
  [/\+?\d{5,}(?=[:@\s"'.,;)\]}]|$)/g, m => `…${m.slice(-2)}`],
  [/(?:<Buffer[^>]*>|\b(?:[0-9a-f]{2} ){8,})/gi, '<bytes>'],
  [/\b[0-9a-f]{32,}\b/gi, '<hex>'],
  [/[A-Za-z0-9+/_-]{28,}={0,2}/g, m => (/[A-Z]/.test(m) && /[a-z]/.test(m) && /\d/.test(m) ? '<key>' : m)],
];

/**
 * One line of text without phone numbers and without anything that looks like key material, at most 4 KiB.
 * @param {string} text
 */
export function redact(text) {
  // Cut first: the rules must not work through megabytes.
  let out = text.length > MaxBytes ? text.slice(0, MaxBytes - 1) + '…' : text;
  out = out.replace(/[\r\n]+/g, ' ⏎ ');
  for (const [pattern, by] of rules) out = out.replace(pattern, /** @type {any} */ (by));
  const bytes = Buffer.from(out);
  return bytes.length > MaxBytes ? bytes.subarray(0, MaxBytes - 3).toString().replace(/�+$/, '') + '…' : out;
}
