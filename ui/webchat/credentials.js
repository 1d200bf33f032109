// What opens the gateway: the shared secret lives for this tab only; what is kept for next time is the
// token that the gateway issued to this one browser, which can be revoked alone.

const secretKey = 'openclaw.secret';
const deviceTokenKey = 'openclaw.deviceToken';

/** Takes `#token=…` (or `#password=…`) out of the address bar and remembers it for this tab. */
export function takeSecretFromAddress() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const kind = fragment.has('token') ? 'token' : fragment.has('password') ? 'password' : null;
  if (!kind) return;
  const value = fragment.get(kind);
  history.replaceState(null, '', location.pathname + location.search);
  if (value) rememberSecret({ kind, value });
}

export function rememberSecret(secret) {
  localStorage.removeItem(deviceTokenKey);
  sessionStorage.setItem(secretKey, JSON.stringify(secret));
}

export function rememberDeviceToken(token) {
  localStorage.setItem(deviceTokenKey, token);
}

/** The credential to try next: the device token first, because it can do no more than this browser may. */
export function currentCredential(hasIdentity) {
  const deviceToken = hasIdentity ? localStorage.getItem(deviceTokenKey) : null;
  if (deviceToken) return { kind: 'token', value: deviceToken, issued: true };
  const secret = sessionStorage.getItem(secretKey);
  return secret ? JSON.parse(secret) : null;
}

/** Called when the gateway refused it; true when another credential is left to try. */
export function forget(credential) {
  if (credential?.issued) {
    localStorage.removeItem(deviceTokenKey);
    return sessionStorage.getItem(secretKey) !== null;
  }
  sessionStorage.removeItem(secretKey);
  return false;
}
