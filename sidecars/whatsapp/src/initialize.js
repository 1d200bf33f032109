import { DEFAULT_CONNECTION_CONFIG, WA_CERT_DETAILS } from '@whiskeysockets/baileys';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { MediaDir } from './media/dir.js';

export const Protocol = 1;
const Loopback = ['127.0.0.1', 'localhost', '[::1]'];
const Capabilities = ['text', 'image', 'audio', 'voice', 'video', 'gif', 'document', 'sticker', 'poll', 'reaction', 'edit', 'delete', 'quote', 'mentions',
  'presence', 'markRead', 'groups', 'directory', 'pairingCode'];

/** @param {import('./rpc/params.js').Params} p everything `initialize` may carry, checked */
export async function readInitialize(p) {
  if (p.number('protocol', {}) !== Protocol) p.refuse('protocol', `this sidecar speaks ${Protocol}`);
  p.oneOf('channel', /** @type {const} */ (['whatsapp']));
  p.text('stateDir', { max: 4096 });
  const mediaDir = p.text('mediaDir', { max: 4096 });
  const window = p.number('window', { min: 1, max: 10_000, or: 64 });
  const maxLine = p.optionalObject('limits')?.number('maxLine', { min: 65_536, max: 64 * 1024 * 1024, or: 1048576 }) ?? 1048576;
  const logLevel = p.oneOf('logLevel', /** @type {const} */ (['error', 'warn', 'info', 'debug']), 'warn');
  const test = p.optionalObject('test');
  const url = test ? readTestUrl(test) : String(DEFAULT_CONNECTION_CONFIG.waWebSocketUrl);
  return { media: await MediaDir.prepare(mediaDir), window, maxLine, logLevel, url, testMode: test !== undefined };
}

/** Only here another server than WhatsApp's is accepted, and only on this machine. @param {import('./rpc/params.js').Params} test */
function readTestUrl(test) {
  const text = test.text('wsUrl', { max: 256 });
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['ws:', 'wss:'].includes(url.protocol) || !Loopback.includes(url.hostname)) test.refuse('wsUrl', 'must be a ws:// or wss:// URL of this machine');
  const rootKey = test.optionalText('rootKey', { max: 64 });
  if (rootKey !== undefined) {
    if (!/^[0-9a-f]{64}$/i.test(rootKey)) test.refuse('rootKey', 'must be 64 hex digits');
    WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(rootKey, 'hex');
  }
  return text;
}

export function describeSelf() {
  const own = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const library = createRequire(import.meta.url).resolve('@whiskeysockets/baileys');
  const { name, version } = JSON.parse(readFileSync(new URL('../package.json', `file://${library}`), 'utf8'));
  return { protocol: Protocol, name: own.name, version: own.version, library: { name, version }, runtime: `node/${process.versions.node}`, capabilities: Capabilities };
}
