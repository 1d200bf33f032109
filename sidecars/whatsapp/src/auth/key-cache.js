const Kept = 2000;

/** What `makeCacheableSignalKeyStore` calls a cache: the most recently used keys, and no timer. */
export class KeyCache {
  /** @type {Map<string, any>} oldest use first */
  #values = new Map();

  /** @param {string} name */
  get(name) {
    const value = this.#values.get(name);
    if (value !== undefined) {
      this.#values.delete(name);
      this.#values.set(name, value);
    }
    return value;
  }

  /** @param {string} name @param {any} value */
  set(name, value) {
    this.#values.delete(name);
    this.#values.set(name, value);
    for (const old of this.#values.keys()) {
      if (this.#values.size <= Kept) break;
      this.#values.delete(old);
    }
    return true;
  }

  flushAll() { this.#values.clear(); }
}
