import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startTimeOf } from '../src/auth/lock.js';
import { linked } from './support/linked.js';
import { defer, Sidecar, tempDir } from './support/sidecar.js';
import { Standin } from './support/standin.js';

const Bo = '4522222222@s.whatsapp.net';

describe('process', { timeout: 90_000 }, () => {
  /** @type {Standin} */
  let standin;
  before(async () => { standin = await Standin.start(); await standin.command('settings', { preKeysClaimed: 100 }); });
  after(() => standin.stop());

  /** @param {import('node:test').TestContext} t @param {object} [options] */
  async function plain(t, options) {
    const dir = tempDir(t);
    const sidecar = await Sidecar.start(path.join(dir, 'media'), options);
    defer(t, () => sidecar.stop());
    return { sidecar, dir };
  }

  it('introduces itself', async t => {
    const { sidecar } = await plain(t);
    assert.deepEqual([sidecar.hello.protocol, sidecar.hello.library.name, sidecar.hello.library.version], [1, '@whiskeysockets/baileys', '7.0.0-rc14']);
    assert.ok(sidecar.hello.capabilities.includes('voice'));
    assert.equal(fs.statSync(sidecar.mediaDir).mode & 0o777, 0o700);
    const { t: echoed, rssBytes, queued, unacked } = await sidecar.request('ping', { t: 42 });
    assert.deepEqual([echoed, queued, unacked], [42, 0, 0]);
    assert.ok(rssBytes > 1e6);
  });

  it('ends with 0 within two seconds when stdin ends, with accounts open, and gives the lock back', async t => {
    const { sidecar, authDir } = await linked(t, standin);
    const began = Date.now();
    sidecar.process.stdin.end();
    assert.deepEqual(await sidecar.exited, { code: 0, signal: null });
    assert.ok(Date.now() - began < 2000);
    assert.equal(fs.existsSync(path.join(authDir, 'channel.lock')), false);
  });

  it('ends in time although the server is dead', async t => {
    const { sidecar } = await linked(t, standin);
    standin.process.kill('SIGSTOP');
    const began = Date.now();
    sidecar.process.stdin.end();
    const { code } = await sidecar.exited;
    standin.process.kill('SIGCONT');
    assert.equal(code, 0);
    assert.ok(Date.now() - began < 2000, `${Date.now() - began} ms`);
  });

  it('answers shutdown, waits for a running send, and exits 0', async t => {
    const { sidecar, send } = await linked(t, standin);
    const sending = send(Bo, { kind: 'text', text: 'last words' });
    assert.deepEqual(await sidecar.request('shutdown', { graceMs: 5000 }), {});
    assert.ok((await sending).messageId);
    assert.equal((await sidecar.exited).code, 0);
  });

  it('refuses a bad initialize with exit 10', async t => {
    for (const initialize of [{ protocol: 2 }, { channel: 'signal' }, { test: { wsUrl: 'ws://example.com/' } }, { test: { wsUrl: 'http://127.0.0.1/' } }, { mediaDir: '/dev/null' }]) {
      const dir = tempDir(t);
      const sidecar = await Sidecar.start(dir, { initialize: null });
      await assert.rejects(sidecar.request('initialize', { protocol: 1, gateway: { version: 'x', pid: 1 }, channel: 'whatsapp', stateDir: dir, mediaDir: dir, ...initialize }));
      assert.equal((await sidecar.next('fatal')).code, 'config');
      assert.equal((await sidecar.exited).code, 10);
    }
  });

  it('names what is wrong with a request, and changes nothing', async t => {
    const { sidecar } = await linked(t, standin);
    const refused = (method, params, code, text) => assert.rejects(sidecar.request(method, params), error => {
      assert.equal(error.code, code, `${method}: ${error.message}`);
      if (text) assert.match(error.message, text);
      return true;
    });
    await refused('initialize', {}, -32600, /already/);
    await refused('no.such', {}, -32601);
    await refused('toString', {}, -32601);
    await refused('account.start', {}, -32602, /^accountId: /);
    await refused('account.start', { accountId: 'a', authDir: 7 }, -32602, /^authDir: /);
    await refused('account.start', { accountId: 'a', authDir: '/x', config: { reconnect: { maxMs: 'long' } } }, -32602, /^config\.reconnect\.maxMs: must be a whole number/);
    await refused('send', { accountId: 'default', chatId: Bo, clientId: 'c', content: { kind: 'dance' } }, -32602, /^content\.kind: must be one of text/);
    await refused('send', { accountId: 'default', chatId: Bo, clientId: 'c', content: { kind: 'poll', name: 'q', options: ['one'] } }, -32602, /^content\.options: /);
    await refused('send', { accountId: 'default', chatId: Bo, clientId: 'c', content: { kind: 'text', text: 'x' }, mentions: ['nobody'] }, -32602, /^mentions\[0\]: /);
    await refused('send', { accountId: 'other', chatId: Bo, clientId: 'c', content: { kind: 'text', text: 'x' } }, 4001);
    await refused('presence', { accountId: 'default', state: 'dancing' }, -32602, /^state: /);
    await refused('login.start', { accountId: 'b', authDir: '/x', mode: 'code' }, -32602, /^phone: /);
    await refused('media.fetch', { accountId: 'default', mediaRef: { mime: 'x' }, maxBytes: 1 }, -32602, /^mediaRef\.ref: /);
    sidecar.write('this is not json\n');
    sidecar.write('[]\n');
    sidecar.write('{"jsonrpc":"2.0","id":{},"method":"ping"}\n');
    await sidecar.request('ping', { t: 1 });
    const refusals = sidecar.stdout.split('\n').filter(line => line.includes('"id":null')).map(line => JSON.parse(line).error.code);
    assert.deepEqual(refusals, [-32700, -32600, -32600]);
    assert.equal((await sidecar.request('account.status', { accountId: 'default' })).state, 'open');
  });

  it('calls an endless line a broken stream', async t => {
    const { sidecar } = await plain(t, { initialize: { limits: { maxLine: 65_536 } } });
    sidecar.write('x'.repeat(70_000));
    assert.equal((await sidecar.next('fatal')).code, 'protocol');
    assert.equal((await sidecar.exited).code, 1);
  });

  it('a missing or empty auth dir is "not linked"', async t => {
    const { sidecar, dir } = await plain(t, { standin });
    await assert.rejects(sidecar.request('account.start', { accountId: 'a', authDir: path.join(dir, 'nothing') }), { code: 4001 });
    fs.mkdirSync(path.join(dir, 'empty'));
    await assert.rejects(sidecar.request('account.start', { accountId: 'a', authDir: path.join(dir, 'empty') }), { code: 4001 });
    assert.equal(fs.existsSync(path.join(dir, 'nothing')), false);
    assert.equal(sidecar.process.exitCode, null);
  });

  it('an auth dir in use by another process is left alone: 4010, and exit 11 when there is nothing else to do', async t => {
    const { sidecar, authDir } = await linked(t, standin);
    const { sidecar: second } = await plain(t, { standin });
    await assert.rejects(second.request('account.start', { accountId: 'default', authDir }), error => {
      assert.deepEqual([error.code, error.data.reason, error.data.pid, error.data.retryable], [4010, 'authDirLocked', sidecar.process.pid, false]);
      return true;
    });
    assert.equal((await second.next('fatal')).code, 'locked');
    assert.equal((await second.exited).code, 11);
    const busy = await linked(t, standin);
    await assert.rejects(busy.sidecar.request('account.start', { accountId: 'other', authDir }), { code: 4010 });
    assert.equal((await busy.sidecar.request('account.status', { accountId: 'default' })).state, 'open');
  });

  it('takes over the lock of a process that is gone or is another one by now', async t => {
    const { sidecar, authDir, again } = await linked(t, standin);
    await sidecar.stop();
    const lock = path.join(authDir, 'channel.lock');
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    fs.writeFileSync(lock, JSON.stringify({ pid: child.pid, startTime: '1' }));
    const next = await again();
    await next.state('open');
    assert.deepEqual(JSON.parse(fs.readFileSync(lock, 'utf8')), { pid: next.process.pid, startTime: startTimeOf(next.process.pid) });
    await next.stop();
    fs.writeFileSync(lock, JSON.stringify({ pid: process.pid, startTime: 'long ago' }));
    await (await again()).state('open');
  });

  it('lets no key and no number onto its streams', async t => {
    await standin.command('settings', { preKeysClaimed: null });
    const { sidecar, deliver, send, authDir, phone } = await linked(t, standin, { logLevel: 'debug' });
    // Simultaneous first messages both ways make the Signal library close and print sessions.
    await send(Bo, { kind: 'text', text: 'first' });
    for (let n = 0; n < 3; n++) {
      await deliver({ text: `sealed ${n}`, encrypt: true, from: `452222223${n}` });
      await sidecar.event('message');
    }
    await send('4522222230@s.whatsapp.net', { kind: 'text', text: 'answer' });
    await deliver({ text: 'sealed again', encrypt: true, from: '4522222222' });
    await sidecar.event('message');
    await standin.fault('garbage');
    await sidecar.state('closed');
    await sidecar.request('account.stop', { accountId: 'default' });
    const secrets = new Set();
    /** @param {any} value */
    const collect = value => {
      if (typeof value === 'string' && /^[A-Za-z0-9+/]{40,}={0,2}$/.test(value)) secrets.add(value);
      else if (value && typeof value === 'object') Object.values(value).forEach(collect);
    };
    for (const name of fs.readdirSync(authDir).filter(n => /^(creds|session|pre-key|sender-key)/.test(n))) collect(JSON.parse(fs.readFileSync(path.join(authDir, name), 'utf8')));
    assert.ok(secrets.size > 500, `${secrets.size} keys on disk`);
    // What a QR must show: the public halves and the one secret made for it.
    const streams = sidecar.stdout.split('\n').filter(line => !line.includes('"login.qr"')).join('\n') + sidecar.stderr;
    for (const secret of secrets) {
      assert.equal(streams.includes(secret), false);
      assert.equal(streams.includes(Buffer.from(secret, 'base64').toString('hex')), false);
    }
    assert.doesNotMatch(streams, /privKey|rootKey|chainKey|<Buffer/);
    assert.ok(sidecar.stderr.length > 500, 'there is a log');
    assert.doesNotMatch(sidecar.stderr, new RegExp(`${phone}|4522222222|sealed`));
    for (const line of sidecar.stderr.split('\n')) assert.ok(Buffer.byteLength(line) <= 4096 + 64);
  });

  it('says that dependencies are missing, and exits 10', async t => {
    const dir = tempDir(t);
    fs.cpSync(new URL('../src', import.meta.url), path.join(dir, 'src'), { recursive: true });
    fs.writeFileSync(path.join(dir, 'package.json'), '{"type":"module"}');
    const child = spawn(process.execPath, [path.join(dir, 'src/main.js')], { stdio: ['pipe', 'pipe', 'ignore'] });
    const [[output], [code]] = await Promise.all([once(child.stdout, 'data'), once(child, 'exit')]);
    assert.equal(code, 10);
    assert.match(JSON.parse(output).params.message, /npm ci/);
  });
});
