import { badParams } from './errors.js';

/** Reads one JSON object member by member; a wrong or missing member is refused by its full name. */
export class Params {
  /** @param {unknown} value @param {string} [path] */
  constructor(value, path = '') {
    if (value === undefined || value === null) value = {};
    if (typeof value !== 'object' || Array.isArray(value)) throw badParams(`${path || 'params'}: must be an object`);
    this.value = /** @type {Record<string, any>} */ (value);
    this.path = path;
  }

  /** @param {string} name */
  #name(name) { return this.path ? `${this.path}.${name}` : name; }

  /** @param {string} name @param {string} need @returns {never} */
  refuse(name, need) { throw badParams(`${this.#name(name)}: ${need}`); }

  /** @param {string} name */
  has(name) { return this.value[name] !== undefined && this.value[name] !== null; }

  /** @param {string} name @param {{max?: number, empty?: boolean}} [limits] @returns {string} */
  text(name, { max = 1024, empty = false } = {}) {
    const value = this.value[name];
    if (typeof value !== 'string' || (!empty && value === '')) this.refuse(name, empty ? 'must be text' : 'must be text that is not empty');
    if (value.length > max) this.refuse(name, `must have at most ${max} characters`);
    return value;
  }

  /** @param {string} name @param {{max?: number, empty?: boolean}} [limits] @returns {string | undefined} */
  optionalText(name, limits) { return this.has(name) ? this.text(name, limits) : undefined; }

  /** @param {string} name @param {{min?: number, max?: number, whole?: boolean, or?: number}} limits @returns {number} */
  number(name, { min = 0, max = Number.MAX_SAFE_INTEGER, whole = true, or } = {}) {
    if (!this.has(name) && or !== undefined) return or;
    const value = this.value[name];
    if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !Number.isInteger(value)))
      this.refuse(name, whole ? 'must be a whole number' : 'must be a number');
    if (value < min || value > max) this.refuse(name, `must be between ${min} and ${max}`);
    return value;
  }

  /** @param {string} name @param {{max?: number, min?: number}} [limits] @returns {number | undefined} */
  optionalNumber(name, limits) { return this.has(name) ? this.number(name, { ...limits, whole: false }) : undefined; }

  /** @param {string} name @param {boolean} [or] @returns {boolean} */
  flag(name, or) {
    if (!this.has(name) && or !== undefined) return or;
    if (typeof this.value[name] !== 'boolean') this.refuse(name, 'must be true or false');
    return this.value[name];
  }

  /** @template {string} T @param {string} name @param {readonly T[]} words @param {T} [or] @returns {T} */
  oneOf(name, words, or) {
    if (!this.has(name) && or !== undefined) return or;
    if (!words.includes(this.value[name])) this.refuse(name, `must be one of ${words.join(', ')}`);
    return this.value[name];
  }

  /** @param {string} name */
  object(name) {
    if (!this.has(name)) this.refuse(name, 'must be an object');
    return new Params(this.value[name], this.#name(name));
  }

  /** @param {string} name */
  optionalObject(name) { return this.has(name) ? this.object(name) : undefined; }

  /** @template T @param {string} name @param {(p: Params) => T} read @param {{min?: number, max?: number}} [limits] @returns {T[]} */
  objects(name, read, { min = 1, max = 1000 } = {}) {
    return this.#list(name, min, max).map((value, i) => read(new Params(value, `${this.#name(name)}[${i}]`)));
  }

  /** @param {string} name @param {{min?: number, max?: number}} [limits] @returns {string[]} */
  texts(name, { min = 0, max = 1000 } = {}) {
    if (!this.has(name) && min === 0) return [];
    const list = this.#list(name, min, max);
    list.forEach((value, i) => { if (typeof value !== 'string' || value === '') this.refuse(`${name}[${i}]`, 'must be text that is not empty'); });
    return list;
  }

  /** @param {string} name @param {number} min @param {number} max @returns {any[]} */
  #list(name, min, max) {
    const value = this.value[name];
    if (!Array.isArray(value) || value.length < min || value.length > max) this.refuse(name, `must be a list of ${min} to ${max} entries`);
    return value;
  }
}
