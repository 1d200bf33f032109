import { Connection } from './connection.js';
import { Conversation } from './conversation.js';
import { rememberSecret, takeSecretFromAddress } from './credentials.js';
import { loadIdentity } from './identity.js';
import { texts } from './texts.js';
import { View } from './view.js';

const $ = (id) => document.getElementById(id);

takeSecretFromAddress();
const view = new View();
const connection = new Connection(await loadIdentity());
const conversation = new Conversation(connection, view);
let password = false;

connection.addEventListener('state', ({ detail }) => {
  if (detail.state === 'connecting') view.showStatus('connecting', texts.connecting);
  else view.showStatus('closed', detail.code === 1012 ? texts.restarting : texts.disconnected(detail.seconds));
});

connection.addEventListener('open', async ({ detail: hello }) => {
  const main = hello.snapshot?.sessionDefaults?.mainSessionKey ?? 'main';
  const wanted = new URLSearchParams(location.search).get('session');
  conversation.useSession(wanted ?? main, wanted && wanted !== 'main' && wanted !== main ? [] : ['main', main]);
  view.showSignIn(null);
  view.showNotice(null);
  view.showStatus('open', texts.connected);
  try {
    await conversation.refresh();
    const [identity, sessions] = await Promise.all([
      connection.request('agent.identity.get', { sessionKey: wanted ?? main }),
      connection.request('sessions.list', { limit: 1 }),
    ]);
    view.showName(identity.name);
    const { modelProvider, model } = sessions.defaults ?? {};
    view.showModel(model ? `${modelProvider}/${model}` : null);
    if (modelProvider === 'demo') view.showNotice(texts.demoModel);
  } catch (error) {
    if (error.code) view.showNotice(error.message);
  }
});

connection.addEventListener('gap', () => conversation.refresh().catch(() => undefined));

connection.addEventListener('event', ({ detail: frame }) => {
  if (frame.event === 'shutdown') view.showStatus('closed', frame.payload.restartExpectedMs ? texts.restarting : texts.stopped);
  else conversation.receive(frame);
});

connection.addEventListener('refused', ({ detail }) => {
  if (detail.kind === 'pairing') {
    view.showStatus('waiting', texts.waitingForPairing);
    view.showNotice(texts.pairing(`openclaw devices approve ${detail.requestId}`));
    return;
  }
  view.showStatus('closed', texts.signInNeeded);
  if (detail.kind === 'secret') {
    password = detail.password;
    view.showNotice(null);
    const wrong = password ? texts.wrongPassword : texts.wrongToken;
    view.showSignIn({ password, reason: detail.reason.includes('mismatch') ? wrong : detail.reason });
  } else if (detail.kind === 'limited') view.showNotice(texts.tooManyAttempts(detail.seconds));
  else if (detail.kind === 'device') view.showNotice(`${detail.reason}. ${texts.deviceNeeded}`);
  else view.showNotice(detail.reason === 'protocol mismatch' ? texts.wrongProtocol : detail.reason);
});

$('sign-in').addEventListener('submit', (submit) => {
  submit.preventDefault();
  const value = $('secret').value.trim();
  if (!value) return;
  $('secret').value = '';
  $('sign-in-error').textContent = '';
  rememberSecret({ kind: password ? 'password' : 'token', value });
  connection.connect();
});

const draft = $('draft');

function submitDraft() {
  const text = draft.value.trim();
  if (!text) return;
  draft.value = '';
  fitDraft();
  void conversation.send(text);
}

function fitDraft() {
  draft.rows = Math.min(8, Math.max(1, draft.value.split('\n').length));
}

draft.addEventListener('input', fitDraft);
draft.addEventListener('keydown', (key) => {
  // While an input method composes a word, Enter belongs to it.
  if (key.key === 'Enter' && !key.shiftKey && !key.isComposing) {
    key.preventDefault();
    submitDraft();
  }
});
$('composer').addEventListener('submit', (submit) => {
  submit.preventDefault();
  submitDraft();
});
$('abort').addEventListener('click', () => void conversation.abort());
addEventListener('keydown', (key) => key.key === 'Escape' && conversation.busy && void conversation.abort());

draft.focus();
connection.connect();
