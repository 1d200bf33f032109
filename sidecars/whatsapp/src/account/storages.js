import { AsyncLocalStorage } from 'node:async_hooks';

const LingerMs = 60_000;

/**
 * The library makes an AsyncLocalStorage per socket and never disables it. Node 20 and 22 keep every one that has run, and every promise
 * made afterwards carries a slot for each: after thousands of reconnects all of it slows down. So we note which ones ran for a
 * connection, and disable them when it is long over.
 */
export class Storages {
  /** @type {WeakMap<object, Set<AsyncLocalStorage<any>>>} */
  #used = new WeakMap();

  /** @param {AsyncLocalStorage<object>} owner tells whose work is running */
  constructor(owner) {
    const used = this.#used;
    const { run } = AsyncLocalStorage.prototype;
    AsyncLocalStorage.prototype.run = function (...args) {
      const at = this === owner ? undefined : owner.getStore();
      if (at) {
        const set = used.get(at);
        if (set) set.add(this);
        else used.set(at, new Set([this]));
      }
      return run.apply(this, args);
    };
  }

  /** The owner's work is over, but for stragglers. @param {object} owner */
  release(owner) {
    setTimeout(() => { for (const storage of this.#used.get(owner) ?? []) storage.disable(); }, LingerMs).unref();
  }
}
