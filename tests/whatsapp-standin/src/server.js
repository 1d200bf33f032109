import { proto } from '@whiskeysockets/baileys';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { WebSocketServer } from 'ws';
import { Client } from './client.js';
import { EventLog } from './events.js';
import { buildMessage } from './inbound.js';
import { IqAnswers } from './iq.js';
import { MediaHost } from './media-host.js';
import { createCertificates } from './noise.js';
import { CodePairing, confirmPairing, linkCode, offerPairing, readQr } from './pairing.js';
import { SentMessages } from './sent.js';
import { World } from './world.js';

const now = () => Math.floor(Date.now() / 1000);

/** WhatsApp's side of the web socket. */
export class Server {
  events = new EventLog();
  world = new World();
  mediaHost = new MediaHost(this.events);
  answers = new IqAnswers(this.world, this.mediaHost, this.events);
  sent = new SentMessages(this.world, this.mediaHost);
  certificates = createCertificates();
  /** @type {Client[]} open sockets, oldest first */
  clients = [];
  /** References per QR offer. */
  refs = 6;
  /** What goes wrong on purpose: `refuse` sockets, `noAck` for messages, an `ackError`, a `failure` at login, `mute` after the handshake. @type {Record<string, any>} */
  faults = {};
  #count = 0;

  async start() {
    await this.mediaHost.start();
    this.http = http.createServer((_, response) => response.writeHead(426).end());
    this.sockets = new WebSocketServer({ noServer: true });
    this.http.on('upgrade', (request, socket, head) => {
      if (this.faults.refuse) return socket.destroy();
      this.sockets.handleUpgrade(request, socket, head, ws => {
        const client = new Client(`c${++this.#count}`, ws, this.certificates, this);
        this.clients.push(client);
        this.events.add('connected', { client: client.id });
      });
    });
    this.http.listen(0, '127.0.0.1');
    await once(this.http, 'listening');
    this.url = `ws://127.0.0.1:${/** @type {any} */ (this.http.address()).port}/ws/chat`;
  }

  /** The client a command means: the named one, or the newest. @param {string} [id] */
  client(id) {
    const found = id ? this.clients.find(c => c.id === id) : this.clients.at(-1);
    if (!found) throw new Error('no such client is connected');
    return found;
  }

  /** @param {Client} client @param {any} payload @param {Buffer} noiseStatic */
  async onHello(client, payload, noiseStatic) {
    if (payload.devicePairingData) {
      client.pairing = { noise: noiseStatic, identity: Buffer.from(payload.devicePairingData.eIdent) };
      this.events.add('wantsPairing', { client: client.id });
      return offerPairing(client, this.refs);
    }
    const registration = this.world.registration(String(payload.username), payload.device);
    const failure = this.faults.failure ?? (registration && Buffer.compare(registration.static, noiseStatic) === 0 ? undefined : 401);
    this.events.add('login', { client: client.id, pn: String(payload.username), device: payload.device, failure });
    if (failure) {
      client.send({ tag: 'failure', attrs: { reason: String(failure), location: 'standin' } });
      return client.close();
    }
    if (this.faults.mute) { client.silent = true; return; }
    client.registration = registration;
    client.send({ tag: 'success', attrs: { t: String(now()), lid: client.lid, creation: '1700000000' } });
    for (const node of registration.pending.values()) client.send({ ...node, attrs: { ...node.attrs, offline: '0' } });
    client.send({ tag: 'ib', attrs: { from: 's.whatsapp.net' }, content: [{ tag: 'offline', attrs: { count: String(registration.pending.size) } }] });
    this.events.add('open', { client: client.id, pn: registration.person.pn, device: registration.device, offline: registration.pending.size });
  }

  /** @param {Client} client @param {any} node */
  async onNode(client, node) {
    const { tag, attrs } = node;
    if (tag === 'iq' && attrs.type === 'result') return;
    if (tag === 'iq' && linkCode(node)) return this.#linkCode(client, node);
    if (tag === 'iq' && node.content?.[0]?.tag === 'remove-companion-device') return this.#unlink(client, node);
    if (tag === 'iq') return this.answers.answer(client, node);
    if (tag === 'message') return this.#message(client, node);
    if (tag === 'receipt') return this.#receipt(client, node);
    if (tag === 'ack') return void client.registration?.pending.delete(attrs.id);
    if (tag === 'presence') this.events.add('presence', { presence: attrs.type, name: attrs.name, client: client.id });
    if (tag === 'chatstate') this.events.add('chatstate', { to: attrs.to, state: node.content[0].tag, media: node.content[0].attrs.media, client: client.id });
  }

  /** @param {Client} client @param {Error} error */
  onError(client, error) {
    this.events.add('error', { client: client.id, message: error.message });
    client.cut();
  }

  /** @param {Client} client @param {number} code */
  onEnd(client, code) {
    this.clients = this.clients.filter(c => c !== client);
    this.events.add('disconnected', { client: client.id, code });
  }

  async #message(client, node) {
    const { id, to } = node.attrs;
    this.events.add('sent', { client: client.id, ...await this.sent.read(client, node) });
    if (this.faults.noAck) return;
    const error = this.faults.ackError;
    client.send({ tag: 'ack', attrs: { class: 'message', id, from: to, t: String(now()), ...(error ? { error: String(error) } : {}) } });
  }

  #receipt(client, node) {
    const { id, to, type, participant } = node.attrs;
    if (type === 'server-error') this.#uploadAgain(client, node);
    const more = node.content?.find(child => child.tag === 'list')?.content.map(item => item.attrs.id) ?? [];
    if (type !== 'retry') for (const one of [id, ...more]) client.registration?.pending.delete(one);
    this.events.add('receipt', { client: client.id, ids: [id, ...more], to, kind: type ?? 'delivery', participant });
    client.send({ tag: 'ack', attrs: { class: 'receipt', id, from: to, ...(type ? { type } : {}) } });
  }

  #uploadAgain(client, { attrs: { id }, content }) {
    const media = this.mediaHost.askable.get(id);
    if (!media) return;
    const { iv, ciphertext } = this.mediaHost.uploadAgain(media, id);
    const rmr = content.find(node => node.tag === 'rmr');
    const encrypt = { tag: 'encrypt', attrs: {}, content: [{ tag: 'enc_p', attrs: {}, content: ciphertext }, { tag: 'enc_iv', attrs: {}, content: iv }] };
    client.send({ tag: 'notification', attrs: { id, from: client.jid, type: 'mediaretry', t: String(now()) }, content: [encrypt, rmr] });
  }

  #unlink(client, node) {
    this.events.add('unlinked', { client: client.id, jid: node.content[0].attrs.jid });
    this.world.registrations = this.world.registrations.filter(r => r !== client.registration);
    client.send({ tag: 'iq', attrs: { from: 's.whatsapp.net', type: 'result', id: node.attrs.id } });
  }

  #linkCode(client, node) {
    const link = linkCode(node);
    client.send({ tag: 'iq', attrs: { from: 's.whatsapp.net', type: 'result', id: node.attrs.id } });
    if (link.attrs.stage === 'companion_hello') {
      client.code = new CodePairing(link);
      return this.events.add('codeOffered', { client: client.id, jid: link.attrs.jid });
    }
    const { identity, advSecret } = client.code.finish(link);
    this.#pair(client, client.code.person, identity, advSecret);
  }

  /** The phone scans the QR. @param {{qr: string, phone?: string, client?: string}} what */
  scan({ qr, phone = '4511111111', client }) {
    const { noise, identity, advSecret } = readQr(qr);
    const target = client ? this.client(client) : this.clients.find(c => c.pairing?.noise.equals(noise));
    if (!target) throw new Error('the device that shows this QR is not connected');
    this.#pair(target, this.world.person(phone), identity, advSecret);
  }

  /** The phone's owner types the code. @param {{code: string, phone?: string, client?: string}} what */
  enterCode({ code, phone = '4511111111', client }) { return this.client(client).code.enter(this.client(client), code, this.world.person(phone)); }

  #pair(client, person, identity, advSecret) {
    const registration = this.world.register(person, client.pairing.noise);
    confirmPairing(client, registration, identity, advSecret);
    this.events.add('paired', { client: client.id, pn: person.pn, device: registration.device });
    // The real server hangs up once the device has signed; it signs at once.
    setTimeout(() => this.streamError(client, 515), 100);
  }

  /** @param {Client} client @param {number} code */
  streamError(client, code) {
    client.send({ tag: 'stream:error', attrs: code === 440 ? {} : { code: String(code) }, content: code === 440 ? [{ tag: 'conflict', attrs: { type: 'replaced' } }] : [] });
    setTimeout(() => client.close(), 20);
  }

  /** Somebody writes to the linked account. Connected or not: what is not receipted comes again at the next login. @param {any} what */
  async deliver(what) {
    const registration = what.to ? this.world.registrations.find(r => r.person === this.world.person(what.to)) : this.client(what.client).registration;
    const client = this.clients.findLast(c => c.registration === registration);
    const { chat, attrs } = this.#address(what, registration);
    const id = what.id ??= `3A${randomBytes(9).toString('hex').toUpperCase()}`;
    const sender = what.fromMe ? registration.person : this.world.person(what.from);
    const voter = (what.addressing ?? 'pn') === 'lid' ? sender.lidJid : sender.pnJid;
    let message = await buildMessage(what, { mediaHost: this.mediaHost, polls: this.sent.polls, client: { registration }, sender: voter, chat });
    if (what.fromMe) message = { deviceSentMessage: { destinationJid: chat, message } };
    const node = {
      tag: 'message', attrs: { id, t: String(what.t ?? now()), type: 'text', notify: what.pushName ?? sender.name, ...attrs },
      content: [await this.#body(message, what, registration, sender)],
    };
    registration.pending.set(id, node);
    client?.send(what.offline ? { ...node, attrs: { ...node.attrs, offline: '0' } } : node);
    return { id, chat };
  }

  #address({ from, group, addressing = 'pn', hidePhone, fromMe, chat }, registration) {
    const sender = fromMe ? registration.person : this.world.person(from);
    const lid = addressing === 'lid';
    const jid = lid ? sender.lidJid : sender.pnJid;
    if (group) return { chat: group, attrs: { from: group, participant: jid, addressing_mode: addressing, ...(lid ? (hidePhone ? {} : { participant_pn: sender.pnJid }) : { participant_lid: sender.lidJid }) } };
    if (fromMe) {
      const peer = this.world.person(chat);
      return { chat: lid ? peer.lidJid : peer.pnJid, attrs: { from: jid, recipient: lid ? peer.lidJid : peer.pnJid } };
    }
    return { chat: jid, attrs: { from: jid, ...(lid ? (hidePhone ? {} : { sender_pn: sender.pnJid }) : { sender_lid: sender.lidJid }) } };
  }

  async #body(message, { encrypt }, registration, sender) {
    if (!encrypt) return { tag: 'plaintext', attrs: {}, content: proto.Message.encode(proto.Message.fromObject(message)).finish() };
    const to = `${registration.person.pn}:${registration.device}@s.whatsapp.net`;
    return sender.device().seal(to, this.answers.bundleOf(registration), message);
  }

  /** A contact's device reports on messages the client sent. @param {{id: string, ids?: string[], from: string, group?: string, kind?: 'delivery'|'read'|'played', client?: string, addressing?: string}} what */
  receipt({ id, ids = [], from, group, kind = 'delivery', client, addressing = 'pn' }) {
    const target = this.client(client);
    const person = this.world.person(from);
    const jid = addressing === 'lid' ? person.lidJid : person.pnJid;
    target.send({
      tag: 'receipt', attrs: { id, from: group ?? jid, t: String(now()), ...(group ? { participant: jid } : {}), ...(kind === 'delivery' ? {} : { type: kind }) },
      content: ids.length ? [{ tag: 'list', attrs: {}, content: ids.map(one => ({ tag: 'item', attrs: { id: one } })) }] : undefined,
    });
  }

  async stop() {
    for (const client of this.clients) client.cut();
    this.mediaHost.stop();
    this.http?.close();
  }
}
