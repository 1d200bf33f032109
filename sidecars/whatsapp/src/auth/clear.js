import fs from 'node:fs/promises';
import path from 'node:path';

// The auth dir may be the shared one of old versions, next to oauth.json: only what is certainly a WhatsApp login is removed.
const Login = /^(creds\.json(\.bak)?|(app-state-sync-key|app-state-sync-version|session|sender-key|sender-key-memory|pre-key|device-list|lid-mapping|tctoken|identity-key)-.+\.json|channel-polls\.json)$/;

/** Removes the login from a directory, or all of it but `creds.json`. True: there was one. @param {string} dir @param {{keepCreds?: boolean}} [options] */
export async function clearLogin(dir, { keepCreds = false } = {}) {
  const names = await fs.readdir(dir).catch(() => /** @type {string[]} */ ([]));
  const login = names.filter(name => Login.test(name) && !(keepCreds && name === 'creds.json'));
  // Credentials last: an interrupted removal is a login that can be removed again, not a half one that looks absent.
  login.sort((a, b) => Number(a.startsWith('creds')) - Number(b.startsWith('creds')));
  for (const name of login) await fs.rm(path.join(dir, name), { force: true });
  return login.includes('creds.json');
}
