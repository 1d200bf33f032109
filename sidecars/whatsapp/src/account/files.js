import fs from 'node:fs/promises';
import path from 'node:path';
import { AuthLock } from '../auth/lock.js';
import { AuthStore } from '../auth/store.js';
import { Inbox } from '../inbound/inbox.js';
import { Journal } from '../inbound/journal.js';
import { Polls } from '../inbound/polls.js';
import { fault } from '../rpc/errors.js';

/**
 * Everything an account holds on disk, under its lock.
 * @typedef {{dir: string, lock: AuthLock, auth: AuthStore, inbox: Inbox, polls: Polls}} AccountFiles
 */

/** @param {string} dir */
export function lockDir(dir) {
  const lock = AuthLock.take(dir);
  if (lock instanceof AuthLock) return lock;
  throw fault.platform(`the auth dir is in use by process ${lock.pid}`, { reason: 'authDirLocked', pid: lock.pid });
}

/**
 * Takes over the lock: releases it when anything fails.
 * @param {string} dir @param {AuthLock} lock @param {number} ackedThrough
 * @param {{accountId: string, services: import('./accounts.js').Services, log: import('../log.js').Log}} owner
 * @returns {Promise<AccountFiles>}
 */
export async function openFiles(dir, lock, ackedThrough, { accountId, services, log }) {
  try {
    const auth = await AuthStore.open(dir, log);
    auth.onTrouble = message => services.notifyLog('error', message, { accountId });
    const polls = await Polls.load(path.join(dir, 'channel-polls.json'));
    const journal = await Journal.open(path.join(dir, 'inbound.journal'), ackedThrough);
    const inbox = new Inbox({ accountId, journal, window: services.settings.window, peer: services.peer, log, notifyLog: services.notifyLog });
    return { dir, lock, auth, inbox, polls };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** @param {AccountFiles} files */
export async function closeFiles({ lock, auth, inbox }) {
  try {
    await auth.close();
    await inbox.close();
  } finally { lock.release(); }
}

/** @param {string} dir */
export const exists = dir => fs.stat(dir).then(s => s.isDirectory(), () => false);
