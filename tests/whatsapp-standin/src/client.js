import { decodeBinaryNode, encodeBinaryNode, proto } from '@whiskeysockets/baileys';
import { ServerNoise } from './noise.js';

/** One socket of a client: handshake, then binary nodes both ways. */
export class Client {
  #buffer = Buffer.alloc(0);
  /** @type {'intro'|'hello'|'finish'|'open'} */
  #phase = 'intro';
  /** Nothing is answered any more, the socket stays. */
  silent = false;
  /** @type {import('./world.js').Registration | undefined} */
  registration;
  /** @type {any} what a device that wants to be linked sent about itself */
  pairing;
  #tags = 0;

  /**
   * @param {string} id @param {import('ws').WebSocket} socket @param {any} certificates
   * @param {{onHello(client: Client, payload: any, noiseStatic: Buffer): Promise<void>, onNode(client: Client, node: any): Promise<void>, onEnd(client: Client, code: number): void}} server
   */
  constructor(id, socket, certificates, server) {
    this.id = id;
    this.socket = socket;
    this.server = server;
    this.noise = new ServerNoise(certificates);
    let work = Promise.resolve();
    socket.on('message', data => { work = work.then(() => this.#receive(/** @type {Buffer} */ (data))).catch(error => server.onError(this, error)); });
    socket.on('close', code => server.onEnd(this, code));
    socket.on('error', () => {});
  }

  get jid() { return `${this.registration.person.pn}:${this.registration.device}@s.whatsapp.net`; }
  get lid() { return `${this.registration.person.lid}:${this.registration.device}@lid`; }

  /** @param {Buffer} data */
  async #receive(data) {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    if (this.#phase === 'intro') this.#skipIntro();
    while (this.#phase !== 'intro' && this.#buffer.length >= 3) {
      const size = this.#buffer.readUIntBE(0, 3);
      if (this.#buffer.length < size + 3) return;
      const frame = this.#buffer.subarray(3, size + 3);
      this.#buffer = this.#buffer.subarray(size + 3);
      if (!this.silent) await this.#frame(frame);
    }
  }

  /** `WA 6 3`, after routing information when the client has some. */
  #skipIntro() {
    const routed = this.#buffer.subarray(0, 2).toString('latin1') === 'ED' || this.#buffer[0] === 0x45;
    const at = routed ? 7 + this.#buffer.readUIntBE(4, 3) : 0;
    if (this.#buffer.length < at + 4) return;
    if (this.#buffer.subarray(at, at + 2).toString('latin1') !== 'WA') throw new Error('no WhatsApp intro');
    this.#buffer = this.#buffer.subarray(at + 4);
    this.#phase = 'hello';
  }

  /** @param {Buffer} frame */
  async #frame(frame) {
    if (this.#phase === 'hello') {
      const { clientHello } = proto.HandshakeMessage.decode(frame);
      this.#phase = 'finish';
      return this.#raw(this.noise.hello(clientHello.ephemeral));
    }
    if (this.#phase === 'finish') {
      const { clientFinish } = proto.HandshakeMessage.decode(frame);
      const { clientStatic, payload } = this.noise.finish(clientFinish.static, clientFinish.payload);
      this.#phase = 'open';
      return this.server.onHello(this, payload, clientStatic);
    }
    await this.server.onNode(this, await decodeBinaryNode(this.noise.decrypt(frame)));
  }

  /** @param {Uint8Array} payload */
  #raw(payload) {
    const head = Buffer.alloc(3);
    head.writeUIntBE(payload.length, 0, 3);
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(Buffer.concat([head, payload]));
  }

  tag() { return `s${++this.#tags}`; }

  /** @param {any} node */
  send(node) { if (this.#phase === 'open' && !this.silent) this.#raw(this.noise.encrypt(encodeBinaryNode(node))); }

  /** A frame that cannot be decrypted. */
  sendGarbage() { this.#raw(Buffer.from('this is not a frame of this session')); }

  close() { this.socket.close(); }
  /** As when the cable is cut. */
  cut() { this.socket.terminate(); }
}
