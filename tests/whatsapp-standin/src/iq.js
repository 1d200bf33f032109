import { getBinaryNodeChild, getBinaryNodeChildren } from '@whiskeysockets/baileys';

const child = getBinaryNodeChild, children = getBinaryNodeChildren;
const plain = node => ({ tag: node.tag, attrs: node.attrs, content: node.content });

/** Answers to `iq` requests. Unknown ones get an empty result. */
export class IqAnswers {
  /** What the server claims to hold of one-time keys; undefined: the truth. @type {number | undefined} */
  preKeysClaimed;
  readReceipts = 'all';

  /** @param {import('./world.js').World} world @param {import('./media-host.js').MediaHost} mediaHost @param {import('./events.js').EventLog} events */
  constructor(world, mediaHost, events) {
    this.world = world;
    this.mediaHost = mediaHost;
    this.events = events;
  }

  /** @param {import('./client.js').Client} client @param {any} node */
  async answer(client, node) {
    const { id, xmlns, type, to } = node.attrs;
    const reply = content => client.send({ tag: 'iq', attrs: { from: to ?? 's.whatsapp.net', type: 'result', id }, content });
    switch (xmlns) {
      case 'encrypt': return reply(await this.#encrypt(client, node, type));
      case 'usync': return reply([this.#usync(node)]);
      case 'w:g2': return this.#groups(client, node, reply);
      case 'w:m': return reply([{ tag: 'media_conn', attrs: { auth: 'standin', ttl: '300' }, content: [{ tag: 'host', attrs: { hostname: this.mediaHost.host } }] }]);
      case 'privacy': return reply(type === 'get' ? [{ tag: 'privacy', attrs: {}, content: [{ tag: 'category', attrs: { name: 'readreceipts', value: this.readReceipts } }] }] : []);
      default: return reply([]);
    }
  }

  async #encrypt(client, node, type) {
    const { registration } = client;
    if (type === 'get' && child(node, 'count')) return [{ tag: 'count', attrs: { value: String(this.preKeysClaimed ?? registration.preKeys.length) } }];
    if (type === 'get' && child(node, 'digest')) return [{ tag: 'digest', attrs: {}, content: [] }];
    if (type === 'get' && child(node, 'key')) return [{ tag: 'list', attrs: {}, content: await this.#bundles(children(child(node, 'key'), 'user')) }];
    if (type === 'set' && child(node, 'list')) {
      registration.bundle = { registration: plain(child(node, 'registration')), identity: plain(child(node, 'identity')), skey: plain(child(node, 'skey')) };
      registration.preKeys.push(...children(child(node, 'list'), 'key'));
      this.events.add('preKeys', { count: children(child(node, 'list'), 'key').length, client: client.id });
    }
    return [];
  }

  async #bundles(users) {
    const found = [];
    for (const { attrs: { jid } } of users) {
      const person = this.world.byJid(jid);
      const device = Number(/:(\d+)@/.exec(jid)?.[1] ?? 0);
      if (person) found.push(await person.device(device).bundle(jid));
    }
    return found;
  }

  #usync(node) {
    const users = children(child(child(node, 'usync'), 'list'), 'user');
    const list = users.map(({ attrs: { jid } }) => {
      const person = this.world.byJid(jid);
      if (!person) return { tag: 'user', attrs: { jid }, content: [] };
      const companions = this.world.registrations.filter(r => r.person === person).map(r => ({ tag: 'device', attrs: { id: String(r.device), 'key-index': String(r.device) } }));
      const content = [{ tag: 'devices', attrs: {}, content: [{ tag: 'device-list', attrs: {}, content: [{ tag: 'device', attrs: { id: '0' } }, ...companions] }] }];
      if (!jid.endsWith('@lid')) content.push({ tag: 'lid', attrs: { val: person.lidJid }, content: undefined });
      return { tag: 'user', attrs: { jid }, content };
    });
    return { tag: 'usync', attrs: {}, content: [{ tag: 'result', attrs: {} }, { tag: 'list', attrs: {}, content: list }] };
  }

  #groups(client, node, reply) {
    if (child(node, 'participating')) {
      const groups = [...this.world.groups.values()].map(group => this.#group(group));
      return reply([{ tag: 'groups', attrs: {}, content: groups }]);
    }
    const group = this.world.groups.get(node.attrs.to);
    if (group) return reply([this.#group(group)]);
    client.send({ tag: 'iq', attrs: { from: node.attrs.to, type: 'error', id: node.attrs.id }, content: [{ tag: 'error', attrs: { code: '404', text: 'item-not-found' } }] });
  }

  /** @param {import('./world.js').Group} group */
  #group({ id, subject, addressing, participants, announce }) {
    const members = participants.map(({ person, admin }) => ({
      tag: 'participant',
      attrs: { ...(addressing === 'lid' ? { jid: person.lidJid, phone_number: person.pnJid } : { jid: person.pnJid, lid: person.lidJid }), ...(admin ? { type: admin } : {}) },
    }));
    const attrs = { id: id.split('@')[0], subject, addressing_mode: addressing, creation: '1700000000', s_t: '1700000000', size: String(members.length), creator: participants[0]?.person.pnJid ?? 's.whatsapp.net' };
    return { tag: 'group', attrs, content: [...members, ...(announce ? [{ tag: 'announcement', attrs: {} }] : [])] };
  }

  /** The client's own key bundle, for a contact that writes to it; takes one one-time key. @param {import('./world.js').Registration} registration */
  bundleOf({ bundle, preKeys }) {
    const bytes = (node, tag) => Buffer.from(child(node, tag).content);
    const number = buffer => buffer.readUIntBE(0, buffer.length);
    const key = value => Buffer.concat([Buffer.from([5]), value]);
    const one = preKeys.shift();
    return {
      registrationId: number(Buffer.from(bundle.registration.content)),
      identityKey: key(Buffer.from(bundle.identity.content)),
      signedPreKey: { keyId: number(bytes(bundle.skey, 'id')), publicKey: key(bytes(bundle.skey, 'value')), signature: bytes(bundle.skey, 'signature') },
      preKey: one && { keyId: number(bytes(one, 'id')), publicKey: key(bytes(one, 'value')) },
    };
  }
}

