import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

const TempPattern = /\.[0-9a-f]{12}\.part$/;

/**
 * Replaces a file so that a crash or a full disk leaves either the old or the new content: written beside, flushed, renamed. Mode 0600.
 * The directory itself is flushed by {@link flushDirectory}, once for a batch.
 * @param {string} file @param {string | Buffer} data
 */
export async function writeAtomic(file, data) {
  const temp = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    const handle = await fs.open(temp, 'wx', 0o600);
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temp, file);
  } catch (error) {
    await fs.rm(temp, { force: true }).catch(() => {});
    throw error;
  }
}

/** @param {string} dir */
export async function flushDirectory(dir) {
  // Not every system opens a directory; the rename itself is atomic everywhere.
  const handle = await fs.open(dir, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** Removes what an interrupted {@link writeAtomic} left. @param {string} dir */
export async function removeLeftovers(dir) {
  for (const name of await fs.readdir(dir))
    if (TempPattern.test(name)) await fs.rm(path.join(dir, name), { force: true });
}
