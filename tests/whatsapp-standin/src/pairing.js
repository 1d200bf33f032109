import { aesDecryptCTR, aesDecryptGCM, aesEncryptCTR, Curve, derivePairingCodeKey, getBinaryNodeChild, getBinaryNodeChildBuffer, hkdf, hmacSign, proto } from '@whiskeysockets/baileys';
import { randomBytes } from 'node:crypto';

const AccountPrefix = Buffer.from([6, 0]);

/** `pair-device`: the references a QR is made of. @param {import('./client.js').Client} client @param {number} refs */
export function offerPairing(client, refs) {
  const content = Array.from({ length: refs }, () => ({ tag: 'ref', attrs: {}, content: Buffer.from(`2@${randomBytes(24).toString('base64')}`) }));
  client.send({ tag: 'iq', attrs: { from: 's.whatsapp.net', type: 'set', id: client.tag() }, content: [{ tag: 'pair-device', attrs: {}, content }] });
}

/** What a phone reads from the code on the screen. @param {string} qr */
export function readQr(qr) {
  const [ref, noise, identity, advSecret] = qr.replace(/^https:\/\/wa\.me\/settings\/linked_devices#/, '').split(',');
  if (!ref || !advSecret) throw new Error('not a QR of WhatsApp');
  return { noise: Buffer.from(noise, 'base64'), identity: Buffer.from(identity, 'base64'), advSecret: Buffer.from(advSecret, 'base64') };
}

/** `pair-success`: the phone vouches for the device. @param {import('./client.js').Client} client @param {import('./world.js').Registration} registration @param {Buffer} identity @param {Uint8Array} advSecret */
export function confirmPairing(client, { person, device }, identity, advSecret) {
  const details = proto.ADVDeviceIdentity.encode({ rawId: 1, timestamp: Math.floor(Date.now() / 1000), keyIndex: device }).finish();
  const signed = proto.ADVSignedDeviceIdentity.encode({
    details, accountSignatureKey: person.identity.public,
    accountSignature: Curve.sign(person.identity.private, Buffer.concat([AccountPrefix, details, identity])),
  }).finish();
  const content = proto.ADVSignedDeviceIdentityHMAC.encode({ details: signed, hmac: hmacSign(signed, Buffer.from(advSecret)) }).finish();
  client.send({
    tag: 'iq', attrs: { from: 's.whatsapp.net', type: 'set', id: client.tag(), t: String(Math.floor(Date.now() / 1000)) },
    content: [{
      tag: 'pair-success', attrs: {}, content: [
        { tag: 'device-identity', attrs: {}, content },
        { tag: 'platform', attrs: { name: 'android' } },
        // Gives the account a name at once; without one the library announces no presence.
        { tag: 'biz', attrs: { name: person.name } },
        { tag: 'device', attrs: { jid: `${person.pn}:${device}@s.whatsapp.net`, lid: `${person.lid}:${device}@lid` } },
      ],
    }],
  });
}

/** The phone's side of linking by a typed code. */
export class CodePairing {
  #primary = Curve.generateKeyPair();
  #ref = randomBytes(16);

  /** @param {any} hello the client's `companion_hello` */
  constructor(hello) { this.wrapped = getBinaryNodeChildBuffer(hello, 'link_code_pairing_wrapped_companion_ephemeral_pub'); }

  /** The person has typed the code. @param {import('./client.js').Client} client @param {string} code @param {any} person */
  async enter(client, code, person) {
    this.person = person;
    const wrapped = Buffer.from(this.wrapped);
    this.companion = aesDecryptCTR(wrapped.subarray(48, 80), await derivePairingCodeKey(code, wrapped.subarray(0, 32)), wrapped.subarray(32, 48));
    const salt = randomBytes(32), iv = randomBytes(16);
    const own = Buffer.concat([salt, iv, aesEncryptCTR(Buffer.from(this.#primary.public), await derivePairingCodeKey(code, salt), iv)]);
    const node = (tag, content) => ({ tag, attrs: {}, content });
    client.send({
      tag: 'notification', attrs: { from: 's.whatsapp.net', type: 'link_code_companion_reg', id: client.tag(), t: '1' },
      content: [node('link_code_companion_reg', [
        node('link_code_pairing_ref', this.#ref), node('primary_identity_pub', Buffer.from(person.identity.public)),
        node('link_code_pairing_wrapped_primary_ephemeral_pub', own),
      ])],
    });
  }

  /** @param {any} finish the client's `companion_finish`; only with the right code does it open */
  finish(finish) {
    const bundle = Buffer.from(getBinaryNodeChildBuffer(finish, 'link_code_pairing_wrapped_key_bundle'));
    const shared = Curve.sharedKey(this.#primary.private, this.companion);
    const key = hkdf(shared, 32, { salt: bundle.subarray(0, 32), info: 'link_code_pairing_key_bundle_encryption_key' });
    const opened = aesDecryptGCM(bundle.subarray(44), Buffer.from(key), bundle.subarray(32, 44), Buffer.alloc(0));
    const identity = opened.subarray(0, 32), random = opened.subarray(64, 96);
    const secret = hkdf(Buffer.concat([shared, Curve.sharedKey(this.person.identity.private, identity), random]), 32, { info: 'adv_secret' });
    return { identity, advSecret: Buffer.from(secret) };
  }
}

/** @param {any} node */
export const linkCode = node => getBinaryNodeChild(node, 'link_code_companion_reg');
