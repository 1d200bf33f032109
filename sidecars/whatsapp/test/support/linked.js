import path from 'node:path';
import { defer, quick, Sidecar, tempDir } from './sidecar.js';

let phones = 0;

/**
 * A sidecar with one account that is linked and open, each with a phone of its own.
 * @param {import('node:test').TestContext} t @param {import('./standin.js').Standin} standin
 * @param {{config?: object, window?: number, logLevel?: string}} [options]
 */
export async function linked(t, standin, { config = {}, window, logLevel } = {}) {
  const dir = tempDir(t);
  const phone = `45700${String(process.pid % 1000).padStart(3, '0')}${String(++phones).padStart(2, '0')}`;
  const authDir = path.join(dir, 'auth');
  const mediaDir = path.join(dir, 'media');
  const sidecar = await Sidecar.start(mediaDir, { standin, window, logLevel });
  defer(t, () => sidecar.stop());
  const settings = { ...quick, ...config };
  await standin.mark();
  await sidecar.request('login.start', { accountId: 'default', authDir, config: settings });
  const { qr } = await sidecar.next('login.qr');
  await standin.command('scan', { qr, phone });
  await sidecar.next('login.done', p => p.ok);
  await standin.next('open', e => e.pn === phone);
  /** Everybody in a test writes to this account. @param {object} what */
  const deliver = what => standin.deliver({ to: phone, from: '4522222222', ...what });
  /** @param {string} chatId @param {object} content @param {object} [more] */
  const send = (chatId, content, more = {}) => sidecar.request('send', { accountId: 'default', chatId, clientId: `${phone}-${Math.random()}`, content, ...more });
  /** The same account in a new process. @param {object} [start] */
  const again = async (start = {}) => {
    const next = await Sidecar.start(mediaDir, { standin, window, logLevel });
    defer(t, () => next.stop());
    await next.request('account.start', { accountId: 'default', authDir, config: settings, ackedThrough: 0, ...start });
    return next;
  };
  return { sidecar, phone, dir, authDir, mediaDir, deliver, send, again, self: `${phone}@s.whatsapp.net` };
}
