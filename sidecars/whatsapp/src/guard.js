// Imported first, before any library: from here on nothing but the protocol writer can reach stdout, and nothing but our own
// log can reach stderr. The Signal library prints whole session records, private keys included, with console.info; pino opens
// file descriptor 1 by number.
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import './streams.js';

const { stdout, stderr } = process;

/** @type {(...args: any[]) => boolean} */
const swallow = (...args) => {
  const done = args.findLast(a => typeof a === 'function');
  if (done) process.nextTick(done);
  return true;
};

stdout.write = swallow;
stderr.write = swallow;
for (const name of Object.keys(console))
  if (typeof console[name] === 'function') console[name] = () => {};

// A pipe is written through its handle, so its number may point anywhere; a file is written by number.
if (stdout instanceof net.Socket)
  Object.defineProperty(stdout, 'fd', { value: fs.openSync(os.devNull, 'w'), configurable: true });

process.removeAllListeners('warning');
process.on('warning', () => {});

// Whatever a library writes by itself (temporary files of uploads) is ours alone.
process.umask(0o077);
