import { rawStdout, stdoutStream } from '../streams.js';

/** Writes protocol lines. `ready` is false while the gateway is behind in reading; events wait for that, answers do not. */
export class Writer {
  ready = true;
  /** @type {() => void} */
  onDrain = () => {};

  constructor() {
    stdoutStream.on('drain', () => {
      this.ready = true;
      this.onDrain();
    });
    // The gateway is gone; end of stdin follows and ends us.
    stdoutStream.on('error', () => { this.ready = false; });
  }

  /** @param {string} line */
  write(line) {
    if (!rawStdout(line + '\n')) this.ready = false;
  }

  /** Resolves when everything is handed to the system, or after `ms`. @param {number} ms */
  flush(ms) {
    if (stdoutStream.writableLength === 0) return Promise.resolve();
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      rawStdout('', () => { clearTimeout(timer); resolve(undefined); });
    });
  }
}
