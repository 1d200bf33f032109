import { useMultiFileAuthState } from '@whiskeysockets/baileys';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { linked } from './support/linked.js';
import { defer, quick, Sidecar, tempDir } from './support/sidecar.js';
import { Standin } from './support/standin.js';

const original = fileURLToPath(new URL('./support/original.js', import.meta.url));

describe('login', { timeout: 60_000 }, () => {
  /** @type {Standin} */
  let standin;
  before(async () => { standin = await Standin.start(); });
  after(() => standin.stop());

  /** @param {import('node:test').TestContext} t */
  async function unlinked(t) {
    const dir = tempDir(t);
    const sidecar = await Sidecar.start(path.join(dir, 'media'), { standin });
    defer(t, () => sidecar.stop());
    return { sidecar, authDir: path.join(dir, 'auth') };
  }

  it('shows a QR, survives the 515 after the scan, and is open', async t => {
    const { sidecar, authDir } = await unlinked(t);
    const { loginId, linked: already } = await sidecar.request('login.start', { accountId: 'work', authDir, config: quick });
    assert.equal(already, false);
    const qr = await sidecar.next('login.qr');
    assert.deepEqual([qr.accountId, qr.loginId, qr.n], ['work', loginId, 1]);
    assert.match(qr.qr, /^https:\/\/wa\.me\/settings\/linked_devices#2@[^,]+(,[^,]+){4}$/);
    assert.ok(qr.expiresAt > Date.now() + 50_000);
    assert.equal(fs.existsSync(authDir), false, 'nothing is written before the phone confirms');
    await standin.command('scan', { qr: qr.qr, phone: '4511000001' });
    const done = await sidecar.next('login.done');
    assert.deepEqual([done.ok, done.self.jid, done.self.e164], [true, '4511000001@s.whatsapp.net', '+4511000001']);
    assert.deepEqual(sidecar.all('account.state').map(s => s.state), ['connecting', 'qr', 'connecting', 'open']);
    assert.equal(fs.statSync(path.join(authDir, 'creds.json')).mode & 0o777, 0o600);
    assert.equal(fs.statSync(authDir).mode & 0o777, 0o700);
    assert.deepEqual(await sidecar.request('login.start', { accountId: 'work', authDir, config: quick }), { loginId: null, linked: true, self: done.self });
    assert.equal((await sidecar.request('account.status', { accountId: 'work' })).state, 'open', 'asking does not disturb a healthy account');
  });

  it('refreshes the QR, says when it gives up, and leaves no trace', async t => {
    const { sidecar, authDir } = await unlinked(t);
    await sidecar.request('login.start', { accountId: 'default', authDir, config: { ...quick, qrTimeoutMs: 100 } });
    const first = await sidecar.next('login.qr', p => p.n === 1);
    const second = await sidecar.next('login.qr', p => p.n === 2);
    assert.notEqual(first.qr, second.qr);
    const done = await sidecar.next('login.done');
    assert.deepEqual([done.ok, done.reason], [false, 'expired']);
    await sidecar.state('stopped');
    assert.equal(fs.existsSync(authDir), false);
  });

  it('repeats the newest QR to a second asker, and can be cancelled', async t => {
    const { sidecar, authDir } = await unlinked(t);
    const ask = () => sidecar.request('login.start', { accountId: 'default', authDir, config: quick });
    const { loginId } = await ask();
    const { qr } = await sidecar.next('login.qr');
    assert.equal((await ask()).loginId, loginId);
    assert.equal((await sidecar.next('login.qr')).qr, qr);
    await sidecar.request('login.cancel', { accountId: 'default', loginId });
    assert.equal((await sidecar.next('login.done')).reason, 'cancelled');
    await sidecar.state('stopped');
    assert.equal(fs.existsSync(authDir), false);
  });

  it('links by a code typed on the phone', async t => {
    const { sidecar, authDir } = await unlinked(t);
    await standin.mark();
    await sidecar.request('login.start', { accountId: 'default', authDir, mode: 'code', phone: '+45 11 00 00 02', config: quick });
    const { code } = await sidecar.next('login.code');
    assert.match(code, /^[0-9A-Z]{8}$/);
    const { client } = await standin.next('codeOffered', e => e.jid === '4511000002@s.whatsapp.net');
    await standin.command('enterCode', { client, code, phone: '4511000002' });
    const done = await sidecar.next('login.done');
    assert.deepEqual([done.ok, done.self.e164], [true, '+4511000002']);
  });

  it('keeps the old link when a forced login is cancelled, and replaces it when the phone confirms', async t => {
    const { sidecar, authDir, phone, self } = await linked(t, standin);
    await sidecar.state('open');
    const before = fs.readFileSync(path.join(authDir, 'creds.json'), 'utf8');
    const force = () => sidecar.request('login.start', { accountId: 'default', authDir, force: true, config: quick });
    const { loginId } = await force();
    await sidecar.next('login.qr');
    await sidecar.request('login.cancel', { accountId: 'default', loginId });
    assert.equal((await sidecar.state('open')).self.jid, self, 'the old link is back');
    assert.equal(JSON.parse(before).noiseKey.public.data, JSON.parse(fs.readFileSync(path.join(authDir, 'creds.json'), 'utf8')).noiseKey.public.data);
    await force();
    const { qr } = await sidecar.next('login.qr');
    await standin.command('scan', { qr, phone });
    assert.equal((await sidecar.next('login.done', p => p.ok)).self.jid, self);
    assert.notEqual(JSON.parse(before).noiseKey.public.data, JSON.parse(fs.readFileSync(path.join(authDir, 'creds.json'), 'utf8')).noiseKey.public.data);
  });

  it('says "unreachable" when there is no server', async t => {
    const { sidecar, authDir } = await unlinked(t);
    await standin.fault('refuse');
    await sidecar.request('login.start', { accountId: 'default', authDir, config: quick });
    assert.equal((await sidecar.next('login.done')).reason, 'unreachable');
    await standin.fault('none');
  });

  it('takes over a login the library itself made, and leaves one the library can read', async t => {
    const { sidecar, authDir } = await unlinked(t);
    const { status } = spawnSync(process.execPath, [original, standin.wsUrl, standin.controlUrl, authDir, '4511000003'], { stdio: 'ignore', timeout: 20_000 });
    assert.equal(status, 0);
    const made = fs.readdirSync(authDir).filter(name => /^(session|pre-key)-/.test(name));
    assert.ok(made.length > 5, 'the original left sessions and keys');
    await sidecar.request('account.start', { accountId: 'default', authDir, config: quick });
    assert.equal((await sidecar.state('open')).self.jid, '4511000003@s.whatsapp.net');
    await standin.mark();
    await standin.deliver({ to: '4511000003', from: '4522222222', text: 'in a session of the original', encrypt: true });
    assert.equal((await sidecar.event('message')).text, 'in a session of the original');
    await sidecar.request('send', { accountId: 'default', chatId: '4522222222@s.whatsapp.net', clientId: 'r1', content: { kind: 'text', text: 'back' } });
    assert.equal((await standin.next('sent')).text, 'back');
    await sidecar.stop();
    const { state } = await useMultiFileAuthState(authDir);
    assert.equal(state.creds.me.id, '4511000003:1@s.whatsapp.net');
    const { session } = { session: await state.keys.get('session', ['9300000115477_1.0', '9222222225477_1.0']) };
    assert.ok(Object.values(session).some(Boolean), 'the library reads our sessions');
  });

  it('unlinks at the phone and removes only its own files', async t => {
    const { sidecar, authDir } = await linked(t, standin);
    fs.writeFileSync(path.join(authDir, 'oauth.json'), '{}');
    assert.deepEqual(await sidecar.request('account.logout', { accountId: 'default', unlink: true }), { cleared: true, unlinked: true });
    await standin.next('unlinked');
    await sidecar.state('stopped');
    assert.deepEqual(fs.readdirSync(authDir).filter(name => name !== 'inbound.journal'), ['oauth.json']);
    await assert.rejects(sidecar.request('account.start', { accountId: 'default', authDir }), { code: 4001 });
    assert.deepEqual(await sidecar.request('account.logout', { accountId: 'default', authDir, unlink: true }), { cleared: false, unlinked: false });
  });
});
