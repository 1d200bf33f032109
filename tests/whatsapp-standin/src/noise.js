import { aesDecryptGCM, aesEncryptGCM, Curve, hkdf, NOISE_MODE, NOISE_WA_HEADER, proto, sha256 } from '@whiskeysockets/baileys';

const Empty = Buffer.alloc(0);

/** @param {number} counter */
function iv(counter) {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(counter, 8);
  return bytes;
}

/** The certificates a server shows: root → intermediate → leaf, all made up at start. */
export function createCertificates() {
  const root = Curve.generateKeyPair(), middle = Curve.generateKeyPair(), server = Curve.generateKeyPair();
  const details = (serial, issuerSerial, key) => proto.CertChain.NoiseCertificate.Details.encode({ serial, issuerSerial, key, notBefore: 0, notAfter: 4_000_000_000 }).finish();
  const middleDetails = details(1, 0, middle.public), leafDetails = details(2, 1, server.public);
  const chain = proto.CertChain.encode({
    leaf: { details: leafDetails, signature: Curve.sign(middle.private, leafDetails) },
    intermediate: { details: middleDetails, signature: Curve.sign(root.private, middleDetails) },
  }).finish();
  return { chain, server, rootKey: Buffer.from(root.public).toString('hex') };
}

/** The server's side of Noise XX and of the frames after it. */
export class ServerNoise {
  #hash = Buffer.from(NOISE_MODE);
  #salt = this.#hash;
  #key = this.#hash;
  #counter = 0;
  /** @type {{read: Buffer, write: Buffer, reads: number, writes: number} | undefined} */
  #transport;

  /** @param {ReturnType<typeof createCertificates>} certificates */
  constructor(certificates) {
    this.certificates = certificates;
    this.ephemeral = Curve.generateKeyPair();
    this.#authenticate(NOISE_WA_HEADER);
  }

  /** @param {Uint8Array} clientEphemeral @returns {Buffer} ServerHello */
  hello(clientEphemeral) {
    const { server, chain } = this.certificates;
    this.#authenticate(clientEphemeral);
    this.#authenticate(this.ephemeral.public);
    this.#mix(Curve.sharedKey(this.ephemeral.private, clientEphemeral));
    const sealedStatic = this.#seal(server.public);
    this.#mix(Curve.sharedKey(server.private, clientEphemeral));
    return Buffer.from(proto.HandshakeMessage.encode({ serverHello: { ephemeral: this.ephemeral.public, static: sealedStatic, payload: this.#seal(chain) } }).finish());
  }

  /** @param {Uint8Array} sealedStatic @param {Uint8Array} sealedPayload */
  finish(sealedStatic, sealedPayload) {
    const clientStatic = this.#open(sealedStatic);
    this.#mix(Curve.sharedKey(this.ephemeral.private, clientStatic));
    const payload = proto.ClientPayload.decode(this.#open(sealedPayload));
    const [read, write] = this.#derive(Empty);
    this.#transport = { read, write, reads: 0, writes: 0 };
    return { clientStatic, payload };
  }

  /** @param {Uint8Array} plain */
  encrypt(plain) { return aesEncryptGCM(plain, this.#transport.write, iv(this.#transport.writes++), Empty); }

  /** @param {Uint8Array} sealed */
  decrypt(sealed) { return aesDecryptGCM(sealed, this.#transport.read, iv(this.#transport.reads++), Empty); }

  #authenticate(data) { this.#hash = sha256(Buffer.concat([this.#hash, data])); }

  #derive(data) {
    const bytes = Buffer.from(hkdf(Buffer.from(data), 64, { salt: this.#salt, info: '' }));
    return [bytes.subarray(0, 32), bytes.subarray(32)];
  }

  #mix(data) {
    [this.#salt, this.#key] = this.#derive(data);
    this.#counter = 0;
  }

  #seal(plain) {
    const sealed = aesEncryptGCM(plain, this.#key, iv(this.#counter++), this.#hash);
    this.#authenticate(sealed);
    return sealed;
  }

  #open(sealed) {
    const plain = aesDecryptGCM(sealed, this.#key, iv(this.#counter++), this.#hash);
    this.#authenticate(sealed);
    return plain;
  }
}
