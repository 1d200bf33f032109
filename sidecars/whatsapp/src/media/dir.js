import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { badParams, fault } from '../rpc/errors.js';

/** Where files change hands between the gateway and us. */
export class MediaDir {
  /** @param {string} dir an existing directory, resolved */
  constructor(dir) { this.dir = dir; }

  /** Creates the directory, and an empty one inside for the library's encrypted temporary files. @param {string} dir */
  static async prepare(dir) {
    await fs.mkdir(dir, { recursive: true, mode: 0o700 });
    const real = await fs.realpath(dir);
    const temp = path.join(real, '.upload');
    await fs.rm(temp, { recursive: true, force: true });
    await fs.mkdir(temp, { mode: 0o700 });
    process.env.TMPDIR = temp;
    return new MediaDir(real);
  }

  /** A file to send: it must really be in here. @param {string} file */
  async outgoing(file) {
    const real = await fs.realpath(file).catch(() => { throw fault.mediaFailed('content.path: there is no such file', { retryable: false }); });
    if (!real.startsWith(this.dir + path.sep)) throw badParams('content.path: must lie in mediaDir');
    if (!(await fs.stat(real)).isFile()) throw badParams('content.path: is not a file');
    return real;
  }

  /** A name for a received file. */
  incoming() { return path.join(this.dir, `${randomUUID()}.in`); }
}
