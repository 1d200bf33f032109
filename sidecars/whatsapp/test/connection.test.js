import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { linked } from './support/linked.js';
import { Standin } from './support/standin.js';

const Bo = '4522222222@s.whatsapp.net';

describe('connection', { timeout: 90_000 }, () => {
  /** @type {Standin} */
  let standin;
  before(async () => { standin = await Standin.start(); await standin.command('settings', { preKeysClaimed: 100 }); });
  after(() => standin.stop());

  /** Linked, with the `open` of the login already taken. @param {import('node:test').TestContext} t @param {object} [config] */
  async function open(t, config) {
    const account = await linked(t, standin, { config });
    await account.sidecar.state('open');
    return { ...account, status: () => account.sidecar.request('account.status', { accountId: 'default' }) };
  }

  it('401: says the login is gone, stops, and keeps the files', async t => {
    const { sidecar, send, status, again } = await open(t);
    await standin.fault('streamError', 401);
    const { code, reason } = await sidecar.state('loggedOut');
    assert.equal(code, 401);
    assert.match(reason, /link it again/);
    await assert.rejects(send(Bo, { kind: 'text', text: 'x' }), error => error.code === 4003 && error.data.retryable === false);
    const { linked: stillLinked, running, lastDisconnect, lastError } = await status();
    assert.deepEqual([stillLinked, running, lastDisconnect.loggedOut, lastDisconnect.status, lastError], [false, false, true, 401, 'logged out']);
    await sidecar.stop();
    await standin.fault('failure', 401);
    const next = await again();
    assert.equal((await next.state('loggedOut')).code, 401);
    await standin.fault('none');
  });

  it('428 and a cut cable: comes back, and what was sent meanwhile waits for it', async t => {
    const { sidecar, send, deliver, status } = await open(t);
    await standin.fault('close');
    const closed = await sidecar.state('closed');
    assert.deepEqual([closed.code, closed.attempt, closed.nextRetryMs], [428, 1, 20]);
    await sidecar.state('open');
    await standin.fault('refuse');
    await standin.fault('cut');
    await sidecar.state('closed');
    await sidecar.state('closed', p => p.attempt >= 2);
    await assert.rejects(send(Bo, { kind: 'text', text: 'x' }), error => error.code === 4002 && error.data.retryable);
    await deliver({ text: 'while away' });
    assert.ok((await status()).reconnectAttempts >= 2);
    await standin.fault('none');
    await sidecar.state('open');
    assert.equal((await sidecar.event('message')).text, 'while away');
    assert.equal((await status()).reconnectAttempts, 0);
  });

  it('515: at once, and not counted', async t => {
    const { sidecar } = await open(t);
    await standin.fault('streamError', 515);
    assert.equal((await sidecar.state('connecting', p => sidecar.notifications.at(-1).params === p || p.attempt === 0)).attempt, 0);
    await sidecar.state('open');
    assert.equal(sidecar.all('account.state').some(s => s.state === 'closed'), false);
  });

  it('440 three times: gives up and says why', async t => {
    const { sidecar, status } = await open(t);
    for (let n = 1; n <= 2; n++) {
      await standin.fault('streamError', 440);
      assert.equal((await sidecar.state('closed')).code, 440);
      await sidecar.state('open');
    }
    await standin.fault('streamError', 440);
    const failed = await sidecar.state('failed');
    assert.equal(failed.code, 440);
    assert.match(failed.reason, /another program uses this login/);
    assert.equal((await status()).running, false);
    await sidecar.request('account.start', { accountId: 'default', authDir: '/not/looked/at' });
    await sidecar.state('open');
  });

  it('503: retries with growing delays until the attempts are used up', async t => {
    const { sidecar } = await open(t);
    await standin.fault('failure', 503);
    await standin.fault('close');
    const delays = [];
    for (let n = 1; n < 8; n++) delays.push((await sidecar.state('closed')).nextRetryMs);
    assert.deepEqual(delays, [20, 24, 29, 35, 41, 50, 60]);
    const { attempt, code, reason } = await sidecar.state('failed');
    assert.deepEqual([attempt, code], [8, 503]);
    assert.match(reason, /gave up after 8 attempts/);
    await standin.fault('none');
  });

  it('408: notices silence after login and silence before it', async t => {
    const { sidecar } = await open(t, { keepAliveMs: 60, openTimeoutMs: 700 });
    await standin.fault('mute');
    await standin.fault('silence');
    assert.equal((await sidecar.next('account.state', p => p.state === 'closed', 15_000)).code, 408);
    const second = await sidecar.next('account.state', p => p.state === 'closed', 15_000);
    assert.equal(second.code, 408);
    assert.match(second.reason, /not open in time/);
    await standin.fault('none');
    await sidecar.next('account.state', p => p.state === 'open', 15_000);
  });

  it('a frame that does not decrypt costs one connection, not the process', async t => {
    const { sidecar, deliver } = await open(t);
    await standin.fault('garbage');
    const { code, reason } = await sidecar.state('closed');
    assert.equal(code, 499);
    assert.match(reason, /could not be decrypted/);
    await sidecar.state('open');
    await deliver({ text: 'still here' });
    assert.equal((await sidecar.event('message')).text, 'still here');
    assert.equal(sidecar.process.exitCode, null);
  });

  it('unreachable at start is a close like any other', async t => {
    const { sidecar, again } = await open(t);
    await sidecar.stop();
    await standin.fault('refuse');
    const next = await again();
    const { code, attempt } = await next.state('closed');
    assert.deepEqual([code, attempt], [408, 1]);
    await standin.fault('none');
    await next.state('open');
  });

  it('a send under way when the line breaks is told so, and its repeat has the same id', async t => {
    const { sidecar, send } = await open(t);
    await standin.fault('noAck');
    const sending = send(Bo, { kind: 'text', text: 'once' }, { clientId: 'job-7' });
    sending.catch(() => {});
    const first = await standin.next('sent', e => e.text === 'once');
    await standin.fault('cut');
    await assert.rejects(sending, error => error.code === 4002 && error.data.retryable);
    await standin.fault('none');
    await sidecar.state('open');
    const { messageId } = await send(Bo, { kind: 'text', text: 'once' }, { clientId: 'job-7' });
    assert.equal(messageId, first.id);
  });

  it('one account falling does not touch another', async t => {
    const one = await open(t);
    const two = await linked(t, standin);
    await two.sidecar.stop();
    await one.sidecar.request('account.start', { accountId: 'second', authDir: two.authDir, config: {} });
    await one.sidecar.state('open', p => p.accountId === 'second');
    await standin.fault('garbage');
    assert.equal((await one.sidecar.state('closed')).accountId, 'second');
    await one.sidecar.request('account.stop', { accountId: 'second' });
    const { accounts } = await one.sidecar.request('account.status');
    assert.deepEqual(accounts.map(a => [a.accountId, a.state]), [['default', 'open']]);
  });
});
