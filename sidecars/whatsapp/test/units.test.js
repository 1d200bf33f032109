import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { clearLogin } from '../src/auth/clear.js';
import { CredsFile } from '../src/auth/creds-file.js';
import { AuthLock } from '../src/auth/lock.js';
import { AuthStore } from '../src/auth/store.js';
import { ReconnectPolicy } from '../src/account/reconnect.js';
import { Journal } from '../src/inbound/journal.js';
import { redact } from '../src/redact.js';
import { createLineReader } from '../src/rpc/lines.js';
import { messageIdFor } from '../src/outbound/message-id.js';
import { SendResults } from '../src/outbound/results.js';
import { tempDir } from './support/sidecar.js';

const numbers = { initialMs: 2000, maxMs: 30_000, factor: 1.8, jitter: 0, maxAttempts: 12 };
const quiet = { error() {}, warn() {}, info() {}, debug() {}, child: () => quiet };
const lost = (uptimeMs = null) => ({ code: 428, uptimeMs });

describe('reconnect policy', () => {
  it('waits 2000, 3600, 6480, 11664, 20995, 30000 … and gives up at the twelfth', () => {
    const policy = new ReconnectPolicy(numbers, 60_000);
    const seen = Array.from({ length: 12 }, () => policy.afterClose(lost(), 0));
    assert.deepEqual(seen.map(d => d.delayMs), [2000, 3600, 6480, 11_664, 20_995, 30_000, 30_000, 30_000, 30_000, 30_000, 30_000, undefined]);
    assert.equal(seen.at(-1).to, 'failed');
  });

  it('jitters upwards only, and counts from the start after a stable connection', () => {
    const policy = new ReconnectPolicy({ ...numbers, jitter: 0.25 }, 60_000, () => 1);
    assert.equal(policy.afterClose(lost(), 0).delayMs, 2500);
    assert.equal(policy.afterClose(lost(1000), 0).delayMs, 4500);
    assert.equal(policy.afterClose(lost(60_001), 0).delayMs, 2500);
  });

  it('never gives up with maxAttempts 0', () => {
    const policy = new ReconnectPolicy({ ...numbers, maxAttempts: 0 }, 60_000);
    for (let n = 0; n < 100; n++) assert.equal(policy.afterClose(lost(), 0).to, 'retry');
  });

  it('stops at 401, and at the third 440 within five minutes only', () => {
    const replaced = { code: 440, uptimeMs: 1000 };
    assert.equal(new ReconnectPolicy(numbers, 60_000).afterClose({ code: 401, uptimeMs: 1 }, 0).to, 'loggedOut');
    const slow = new ReconnectPolicy(numbers, 60_000);
    assert.deepEqual([0, 200_000, 400_000, 600_000].map(at => slow.afterClose(replaced, at).to), ['retry', 'retry', 'retry', 'retry']);
    const fast = new ReconnectPolicy(numbers, 60_000);
    assert.deepEqual([0, 100_000, 200_000].map(at => fast.afterClose(replaced, at).to), ['retry', 'retry', 'failed']);
  });

  it('takes 515 at its word, but not for ever', () => {
    const policy = new ReconnectPolicy(numbers, 60_000);
    const restart = { code: 515, uptimeMs: null };
    for (let n = 0; n < 5; n++) assert.deepEqual(policy.afterClose(restart, 0), { to: 'retry', delayMs: 0, announce: false });
    assert.equal(policy.afterClose(restart, 0).delayMs, 2000);
    assert.equal(policy.afterClose({ code: 515, uptimeMs: 10 }, 0).delayMs, 0);
  });

  it('does not hurry where WhatsApp refuses', () => {
    assert.equal(new ReconnectPolicy(numbers, 60_000).afterClose({ code: 403, uptimeMs: null }, 0).delayMs, 30_000);
  });
});

describe('journal', () => {
  /** Reads come after what was added before. @param {Journal} journal */
  const settled = journal => journal.read(1, 1);
  /** @param {Journal} journal @param {number} [from] */
  const texts = async (journal, from = journal.ackedThrough + 1) => (await journal.read(from, 1000)).map(r => r.event.n);

  it('keeps events over a restart, and forgets what is acknowledged', async t => {
    const file = path.join(tempDir(t), 'j');
    const first = await Journal.open(file, 0);
    for (let n = 1; n <= 5; n++) first.add(false, { n });
    await first.close();
    assert.equal(fs.statSync(file).mode & 0o777, 0o600);
    const second = await Journal.open(file, 2);
    assert.deepEqual(await texts(second), [3, 4, 5]);
    second.ack(4);
    await second.close();
    const third = await Journal.open(file, 0);
    assert.deepEqual(await texts(third), [5]);
    third.add(true, { n: 6 });
    await third.close();
    assert.deepEqual((await (await Journal.open(file, 0)).read(6, 1))[0], { seq: 6, offline: true, event: { n: 6 } });
  });

  it('drops a half-written last line, and reports lines lost in the middle', async t => {
    const file = path.join(tempDir(t), 'j');
    fs.writeFileSync(file, '{"seq":1,"offline":false,"event":{"n":1}}\n#damaged#\n{"seq":3,"offline":false,"event":{"n":3}}\n{"seq":4,"off');
    const journal = await Journal.open(file, 0);
    const gaps = [];
    journal.onGap = gap => gaps.push(gap);
    journal.reportHoles();
    assert.deepEqual(gaps, [{ dropped: 1, fromSeq: 2, throughSeq: 2, reason: 'journalDamaged' }]);
    journal.add(false, { n: 4 });
    await settled(journal);
    assert.deepEqual(await texts(journal), [1, 3, 4]);
    await journal.close();
  });

  it('shrinks when its content is acknowledged', async t => {
    const file = path.join(tempDir(t), 'j');
    const journal = await Journal.open(file, 0);
    for (let n = 1; n <= 400; n++) journal.add(false, { n, text: 'x'.repeat(1000) });
    await settled(journal);
    assert.ok(fs.statSync(file).size > 400_000);
    journal.ack(399);
    await journal.close();
    assert.ok(fs.statSync(file).size < 5000);
    assert.deepEqual(await texts(await Journal.open(file, 0)), [400]);
  });

  it('drops the oldest unsent events over 20 000, and says which', async t => {
    const journal = await Journal.open(path.join(tempDir(t), 'j'), 0);
    const gaps = [];
    journal.onGap = gap => gaps.push(gap);
    for (let n = 1; n <= 20_010; n++) journal.add(false, { n });
    await settled(journal);
    assert.equal(journal.dropOldest(65), 75);
    assert.deepEqual(gaps, [{ dropped: 10, fromSeq: 65, throughSeq: 74, reason: 'journalFull' }]);
    assert.equal(journal.countBefore(75), 64);
    await journal.close();
  });
});

describe('credentials', () => {
  const sound = n => ({ noiseKey: { private: Buffer.alloc(32, n) }, signedIdentityKey: {}, me: { id: '1:1@s.whatsapp.net' }, account: {}, n });

  it('keeps the last sound file as backup, never a broken one', async t => {
    const dir = tempDir(t);
    const file = new CredsFile(dir, quiet);
    await file.save(sound(1));
    await file.save(sound(2));
    assert.equal(JSON.parse(fs.readFileSync(file.backup, 'utf8')).n, 1);
    fs.writeFileSync(file.file, '{"noiseKey":');
    await file.save(sound(3));
    assert.equal(JSON.parse(fs.readFileSync(file.backup, 'utf8')).n, 1, 'a broken file does not become the backup');
    fs.writeFileSync(file.file, '');
    assert.equal((await file.load()).n, 1);
    assert.equal(JSON.parse(fs.readFileSync(file.file, 'utf8')).n, 1, 'restored');
    for (const name of [file.file, file.backup]) assert.equal(fs.statSync(name).mode & 0o777, 0o600);
    assert.deepEqual(fs.readdirSync(dir).sort(), ['creds.json', 'creds.json.bak']);
  });

  it('a full disk leaves the old files', t => {
    const dir = tempDir(t);
    const script = fileURLToPath(new URL('./support/full-disk.js', import.meta.url));
    const { status, stderr } = spawnSync('sh', ['-c', `trap '' XFSZ; ulimit -f 1; exec "${process.execPath}" "${script}" "${dir}"`], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.equal(JSON.parse(fs.readFileSync(path.join(dir, 'creds.json'), 'utf8')).n, 1);
    assert.deepEqual(JSON.parse(fs.readFileSync(path.join(dir, 'session-1.0.json'), 'utf8')), { old: true });
    assert.deepEqual(fs.readdirSync(dir).filter(name => name.endsWith('.part')), []);
  });

  it('prunes old pre-keys and leftovers at start', async t => {
    const dir = tempDir(t);
    for (let id = 1; id <= 1010; id++) fs.writeFileSync(path.join(dir, `pre-key-${id}.json`), '{}');
    fs.writeFileSync(path.join(dir, 'creds.json.0123456789ab.part'), 'half');
    await AuthStore.open(dir, quiet);
    const names = fs.readdirSync(dir);
    assert.equal(names.length, 1000);
    assert.ok(names.includes('pre-key-1010.json') && !names.includes('pre-key-10.json'));
  });

  it('clears a login and nothing else', async t => {
    const dir = tempDir(t);
    for (const name of ['creds.json', 'creds.json.bak', 'session-1_1.0.json', 'sender-key-1@g.us--2--0.json', 'lid-mapping-1_reverse.json', 'oauth.json', 'whatsapp-pairing.json', 'session.txt'])
      fs.writeFileSync(path.join(dir, name), '{}');
    assert.equal(await clearLogin(dir), true);
    assert.deepEqual(fs.readdirSync(dir).sort(), ['oauth.json', 'session.txt', 'whatsapp-pairing.json']);
    assert.equal(await clearLogin(dir), false);
  });

  it('lets one hold the lock', t => {
    const dir = tempDir(t);
    const lock = AuthLock.take(dir);
    assert.ok(lock instanceof AuthLock);
    assert.deepEqual(AuthLock.take(dir), { pid: process.pid });
    lock.release();
    assert.deepEqual(fs.readdirSync(dir), []);
  });
});

describe('streams', () => {
  it('splits lines wherever the chunks break, and refuses endless ones', () => {
    const lines = [];
    let tooLong = 0;
    const read = createLineReader({ maxLine: () => 20, onLine: line => lines.push(line), onTooLong: () => tooLong++ });
    const bytes = Buffer.from('{"å":1}\r\n\n{"b":2}\n{"c"');
    for (const byte of bytes) read(Buffer.from([byte]));
    read(Buffer.from(':3}\n'));
    assert.deepEqual(lines, ['{"å":1}', '{"b":2}', '{"c":3}']);
    read(Buffer.from('x'.repeat(21)));
    assert.equal(tooLong, 1);
  });

  it('prints no number, no key and nothing long', () => {
    assert.equal(redact('from 4512345678@s.whatsapp.net:3 and +4587654321'), 'from …78@s.whatsapp.net:3 and …21');
    assert.equal(redact(`key ${Buffer.from('a private key of thirty-two byte').toString('base64')}`), 'key <key>');
    assert.equal(redact(`hex ${'0a'.repeat(32)}`), 'hex <hex>');
    assert.equal(redact('buf <Buffer 01 02 03>'), 'buf <bytes>');
    assert.equal(redact('a\nb'), 'a ⏎ b');
    assert.ok(Buffer.byteLength(redact('å'.repeat(10_000))) <= 4096);
    assert.equal(redact('connection closed (428) after 5000 ms'), 'connection closed (428) after 5000 ms');
  });

  it('derives the platform id as the gateway expects', () => assert.equal(messageIdFor('abc'), '3EB0BA7816BF8F01CFEA41'));

  it('shares a running send and forgets a failed one', async () => {
    const results = new SendResults();
    let calls = 0;
    await assert.rejects(results.once('a', async () => { calls++; throw new Error('no'); }));
    assert.equal(await results.once('a', async () => ++calls), 2);
    assert.equal(await results.once('a', async () => ++calls), 2);
  });
});
