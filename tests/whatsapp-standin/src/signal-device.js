import { addTransactionCapability, Curve, DEFAULT_CONNECTION_CONFIG, encodeBigEndian, encodeWAMessage, initAuthCreds, proto, unpadRandomMax16 } from '@whiskeysockets/baileys';

export const silent = { level: 'silent', child: () => silent, trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** A phone or other device of a contact, with a real Signal store, so that what the client encrypts can be read here. */
export class SignalDevice {
  creds = initAuthCreds();
  #nextPreKey = 1;
  /** @type {Record<string, Record<string, any>>} */
  #data = {};

  constructor() {
    const store = {
      get: async (type, ids) => Object.fromEntries(ids.map(id => [id, this.#data[type]?.[id]]).filter(([, value]) => value)),
      set: async data => { for (const type in data) Object.assign(this.#data[type] ??= {}, data[type]); },
    };
    this.keys = addTransactionCapability(store, silent, { maxCommitRetries: 1, delayBetweenTriesMs: 0 });
    this.repository = DEFAULT_CONNECTION_CONFIG.makeSignalRepository({ creds: this.creds, keys: this.keys }, silent, async () => []);
  }

  /** The `user` node of an answer to `encrypt get key`; every call gives out a fresh one-time key. @param {string} jid */
  async bundle(jid) {
    const id = this.#nextPreKey++;
    const pair = Curve.generateKeyPair();
    await this.keys.set({ 'pre-key': { [id]: pair } });
    const { signedPreKey, signedIdentityKey, registrationId } = this.creds;
    const node = (tag, content) => ({ tag, attrs: {}, content });
    return {
      tag: 'user', attrs: { jid }, content: [
        node('registration', encodeBigEndian(registrationId)), node('type', Buffer.from([5])), node('identity', signedIdentityKey.public),
        node('skey', [node('id', encodeBigEndian(signedPreKey.keyId, 3)), node('value', signedPreKey.keyPair.public), node('signature', signedPreKey.signature)]),
        node('key', [node('id', encodeBigEndian(id, 3)), node('value', pair.public)]),
      ],
    };
  }

  /** @param {string} from @param {{type: string}} attrs @param {Uint8Array} ciphertext @param {string} [group] */
  async open(from, { type }, ciphertext, group) {
    const plain = type === 'skmsg'
      ? await this.repository.decryptGroupMessage({ group, authorJid: from, msg: ciphertext })
      : await this.repository.decryptMessage({ jid: from, type, ciphertext });
    const message = proto.Message.decode(unpadRandomMax16(plain));
    if (message.senderKeyDistributionMessage)
      await this.repository.processSenderKeyDistributionMessage({ authorJid: from, item: message.senderKeyDistributionMessage });
    return message;
  }

  /** An `enc` node for the client. @param {string} to @param {any} session the client's key bundle @param {any} message */
  async seal(to, session, message) {
    if (!(await this.repository.validateSession(to)).exists) await this.repository.injectE2ESession({ jid: to, session });
    const { type, ciphertext } = await this.repository.encryptMessage({ jid: to, data: encodeWAMessage(message) });
    return { tag: 'enc', attrs: { v: '2', type }, content: ciphertext };
  }
}
