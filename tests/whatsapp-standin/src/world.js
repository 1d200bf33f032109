import { Curve, jidDecode } from '@whiskeysockets/baileys';
import { SignalDevice } from './signal-device.js';

const digits = text => text.replace(/\D/g, '');

/** A person with WhatsApp: reachable under a phone number and a LID, one device unless said otherwise. */
class Person {
  /** @type {Map<number, SignalDevice>} */
  devices = new Map();

  /** @param {string} pn @param {string} lid @param {string} name */
  constructor(pn, lid, name) {
    this.pn = pn;
    this.lid = lid;
    this.name = name;
    this.identity = Curve.generateKeyPair();
  }

  get pnJid() { return `${this.pn}@s.whatsapp.net`; }
  get lidJid() { return `${this.lid}@lid`; }

  /** @param {number} [id] */
  device(id = 0) {
    let device = this.devices.get(id);
    if (!device) this.devices.set(id, device = new SignalDevice());
    return device;
  }
}

/** @typedef {{id: string, subject: string, addressing: 'lid'|'pn', participants: {person: Person, admin?: string}[], announce: boolean}} Group */
/** @typedef {{person: Person, device: number, static: Uint8Array, bundle?: any, preKeys: any[], pending: Map<string, any>}} Registration a linked companion */

/** Everyone and everything the server knows. */
export class World {
  /** @type {Map<string, Person>} by phone number and by LID */
  #people = new Map();
  /** Phone numbers nobody answers. @type {Set<string>} */
  absent = new Set();
  /** @type {Map<string, Group>} */
  groups = new Map();
  /** @type {Registration[]} */
  registrations = [];

  /** @param {string} pn @param {{lid?: string, name?: string}} [facts] */
  person(pn, { lid, name } = {}) {
    const number = digits(pn);
    let person = this.#people.get(number);
    if (!person) {
      person = new Person(number, digits(lid ?? `9${[...number].reverse().join('')}77`), name ?? `Person ${number.slice(-2)}`);
      this.#people.set(person.pn, person).set(person.lid, person);
    }
    return person;
  }

  /** Whoever has this address; a number seen for the first time belongs to somebody. @param {string} jid */
  byJid(jid) {
    const { user, server } = jidDecode(jid) ?? {};
    if (!user || this.absent.has(user)) return undefined;
    return this.#people.get(user) ?? (server === 's.whatsapp.net' ? this.person(user) : undefined);
  }

  /** @param {{id: string, subject?: string, participants: (string | {pn: string, admin?: string})[], addressing?: 'lid'|'pn', announce?: boolean}} group */
  addGroup({ id, subject = 'Group', participants, addressing = 'lid', announce = false }) {
    const members = participants.map(p => (typeof p === 'string' ? { person: this.person(p) } : { person: this.person(p.pn), admin: p.admin }));
    this.groups.set(id, { id, subject, addressing, participants: members, announce });
  }

  /** @param {Person} person @param {Uint8Array} noiseStatic */
  register(person, noiseStatic) {
    const device = 1 + Math.max(0, ...this.registrations.filter(r => r.person === person).map(r => r.device));
    const registration = { person, device, static: noiseStatic, preKeys: [], pending: new Map() };
    this.registrations.push(registration);
    return registration;
  }

  /** @param {string} pn @param {number} device */
  registration(pn, device) { return this.registrations.find(r => r.person.pn === pn && r.device === device); }
}
