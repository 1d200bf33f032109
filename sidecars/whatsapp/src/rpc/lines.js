const LineFeed = 10;

/**
 * Splits a byte stream into lines without ever holding more than `maxLine` bytes of an unfinished one.
 * @param {{maxLine: () => number, onLine(line: string): void, onTooLong(): void}} options
 * @returns {(chunk: Buffer) => void}
 */
export function createLineReader({ maxLine, onLine, onTooLong }) {
  /** @type {Buffer[]} */
  let parts = [];
  let held = 0;
  return chunk => {
    let from = 0;
    for (let at = chunk.indexOf(LineFeed); at >= 0; at = chunk.indexOf(LineFeed, from)) {
      if (held + at - from > maxLine()) return onTooLong();
      parts.push(chunk.subarray(from, at));
      const line = (parts.length === 1 ? parts[0] : Buffer.concat(parts)).toString('utf8').trim();
      parts = [];
      held = 0;
      from = at + 1;
      if (line) onLine(line);
    }
    if (from < chunk.length) {
      parts.push(chunk.subarray(from));
      held += chunk.length - from;
      if (held > maxLine()) onTooLong();
    }
  };
}
