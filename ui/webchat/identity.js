// The browser's device identity: an Ed25519 key pair whose private half cannot leave this browser.
// Keys exist only in a secure context (https or localhost); elsewhere the page signs in by secret alone.

const store = 'keys';

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('openclaw-webchat', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function run(database, mode, action) {
  return new Promise((resolve, reject) => {
    const request = action(database.transaction(store, mode).objectStore(store));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const base64url = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The identity of this browser, or null where the browser cannot hold one. */
export async function loadIdentity() {
  if (!window.isSecureContext || !crypto.subtle || !window.indexedDB) return null;
  try {
    const database = await open();
    let keys = await run(database, 'readonly', (objects) => objects.get('device'));
    if (!keys) {
      keys = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
      await run(database, 'readwrite', (objects) => objects.put(keys, 'device'));
    }
    const raw = await crypto.subtle.exportKey('raw', keys.publicKey);
    return {
      id: hex(await crypto.subtle.digest('SHA-256', raw)),
      publicKey: base64url(raw),
      sign: async (text) => base64url(await crypto.subtle.sign('Ed25519', keys.privateKey, new TextEncoder().encode(text))),
    };
  } catch (error) {
    console.warn('No device identity in this browser:', error.message);
    return null;
  }
}
