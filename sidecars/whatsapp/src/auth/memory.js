import { initAuthCreds } from '@whiskeysockets/baileys';

/**
 * Credentials of a login that the phone has not confirmed: nothing touches the disk, so giving up leaves no trace.
 */
export function createMemoryAuth() {
  /** @type {Record<string, Record<string, any>>} */
  const data = {};
  return {
    creds: initAuthCreds(),
    data,
    keys: {
      /** @param {string} type @param {string[]} ids */
      async get(type, ids) { return Object.fromEntries(ids.map(id => [id, data[type]?.[id]])); },
      /** @param {Record<string, Record<string, any>>} more */
      async set(more) {
        for (const type in more) Object.assign(data[type] ??= {}, more[type]);
      },
    },
  };
}
