// Run as a program: WS_URL CONTROL_URL DIR PHONE. A login as the original makes it: the unmodified library with its own file store;
// one message each way, so that there are sessions. In a process of its own, because the library prints private keys.
import makeWASocket, { useMultiFileAuthState } from '@whiskeysockets/baileys';
import { Standin } from './standin.js';

const [wsUrl, controlUrl, dir, phone] = process.argv.slice(2);
const standin = Object.assign(new Standin(), { controlUrl });
const quiet = { level: 'silent', child: () => quiet, trace() {}, debug() {}, info() {}, warn() {}, error() {} };

const { state, saveCreds } = await useMultiFileAuthState(dir);
const dial = () => {
  const socket = makeWASocket({ auth: state, waWebSocketUrl: wsUrl, logger: quiet, browser: ['openclaw', 'cli', '1'] });
  socket.ev.on('creds.update', saveCreds);
  return socket;
};
/** @param {any} socket @param {(update: any) => any} match @returns {Promise<any>} */
const update = (socket, match) => new Promise(resolve => socket.ev.on('connection.update', u => { if (match(u)) resolve(u); }));

const first = dial();
const closed = update(first, u => u.connection === 'close');
const { qr } = await update(first, u => u.qr);
await standin.command('scan', { qr, phone });
await closed;

const second = dial();
await update(second, u => u.connection === 'open');
await standin.mark();
const received = new Promise(resolve => second.ev.on('messages.upsert', resolve));
await standin.deliver({ to: phone, from: '4522222222', text: 'first', encrypt: true });
await received;
await second.sendMessage('4522222222@s.whatsapp.net', { text: 'answer' });
await standin.next('sent');
const ended = update(second, u => u.connection === 'close');
second.end(undefined);
await ended;
await saveCreds();
process.exit(0);
