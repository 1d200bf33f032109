import { listGroups, search } from './account/directory.js';
import { readAccountConfig } from './account/config.js';
import { fetchMedia } from './media/fetch.js';
import { readChat, readSend } from './outbound/read-send.js';
import { withinConnection } from './outbound/send.js';
import { fault } from './rpc/errors.js';
import { Params } from './rpc/params.js';

const QueryMs = 30_000;
const Presences = /** @type {const} */ (['available', 'unavailable', 'composing', 'recording', 'paused']);
const ChatPresences = /** @type {readonly string[]} */ (['composing', 'recording', 'paused']);

/** @param {Params} p */
const accountOf = p => p.text('accountId', { max: 128 });
/** @param {Params} p */
const keyOf = p => ({ remoteJid: readChat(p), id: p.text('id', { max: 128 }), participant: p.optionalText('participant', { max: 100 }), fromMe: false });

/**
 * The methods of `openclaw.channel/1` after `initialize`. Each reads all its parameters before it does anything.
 * @param {import('./account/accounts.js').Accounts} accounts @param {import('./account/accounts.js').Services} services
 * @returns {Record<string, (params: Params) => any>}
 */
export function createMethods(accounts, services) {
  const { settings } = services;
  /** @param {Params} p */
  const start = p => ({
    accountId: accountOf(p), authDir: p.text('authDir', { max: 4096 }), ackedThrough: p.number('ackedThrough', { or: 0 }),
    config: readAccountConfig(p.optionalObject('config'), settings.testMode),
  });
  /** @param {string} accountId @param {(socket: any, account: import('./account/account.js').Account) => Promise<any>} work */
  const query = (accountId, work) => {
    const account = accounts.get(accountId);
    const connection = account.openConnection();
    return withinConnection(connection, QueryMs, () => work(connection.socket, account));
  };

  return {
    'account.start': async p => {
      const { accountId, authDir, config, ackedThrough } = start(p);
      await accounts.start(accountId, authDir, config, ackedThrough);
      return { accepted: true };
    },
    'account.stop': p => accounts.stop(accountOf(p)),
    'account.status': async p => (p.has('accountId')
      ? accounts.get(accountOf(p)).snapshot()
      : { accounts: await Promise.all(accounts.all().map(account => account.snapshot())) }),
    'account.logout': p => accounts.logout(accountOf(p), p.optionalText('authDir', { max: 4096 }), p.flag('unlink')),
    'login.start': p => {
      const mode = p.oneOf('mode', /** @type {const} */ (['qr', 'code']), 'qr');
      const phone = mode === 'code' ? p.text('phone', { max: 32 }) : undefined;
      if (phone && !/^\+?[\d ()-]{6,31}$/.test(phone)) p.refuse('phone', 'must be a phone number with country code');
      const { accountId, ...rest } = start(p);
      return accounts.login(accountId, { ...rest, mode, phone, force: p.flag('force', false) });
    },
    'login.cancel': p => accounts.cancelLogin(accountOf(p), p.text('loginId')),
    send: p => {
      const accountId = accountOf(p);
      const request = readSend(p);
      const account = accounts.get(accountId);
      account.openConnection();
      return account.sender.send(request, account.config.sendTimeoutMs);
    },
    presence: p => {
      const state = p.oneOf('state', Presences);
      const chatId = ChatPresences.includes(state) ? readChat(p) : undefined;
      return query(accountOf(p), socket => socket.sendPresenceUpdate(state, chatId));
    },
    markRead: p => {
      const keys = p.objects('keys', keyOf);
      return query(accountOf(p), socket => socket.readMessages(keys));
    },
    'group.metadata': p => {
      const chatId = readChat(p);
      if (!chatId.endsWith('@g.us')) throw fault.badTarget('chatId: is not a group');
      const refresh = p.flag('refresh', false);
      return query(accountOf(p), (socket, account) => account.groups.metadata(socket, chatId, refresh));
    },
    'directory.list': async p => {
      const accountId = accountOf(p);
      const kind = p.oneOf('kind', /** @type {const} */ (['groups', 'contacts']));
      const words = p.optionalText('query', { max: 200, empty: true });
      const limit = p.number('limit', { min: 1, max: 2000, or: 200 });
      return search(kind === 'contacts' ? accounts.get(accountId).contacts.list() : await query(accountId, listGroups), words, limit);
    },
    'media.fetch': p => {
      const account = accounts.get(accountOf(p));
      const m = p.object('mediaRef');
      const request = { ref: m.text('ref', { max: 16_384 }), mime: m.text('mime', { max: 255 }), size: m.number('size', { or: 0 }), maxBytes: p.number('maxBytes', { min: 1 }) };
      return fetchMedia(request, account.connection, settings.media);
    },
    'inbound.ack': p => {
      const through = p.number('through', {});
      accounts.find(accountOf(p))?.files?.inbox.ack(through);
    },
    ping: p => {
      let queued = 0, unacked = 0;
      for (const { files } of accounts.all()) {
        queued += files?.inbox.queued ?? 0;
        unacked += files?.inbox.unacked ?? 0;
      }
      return { t: p.value.t ?? null, rssBytes: process.memoryUsage.rss(), queued, unacked };
    },
  };
}
