import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { linked } from './support/linked.js';
import { Standin } from './support/standin.js';

const Bo = '4522222222@s.whatsapp.net';

describe('durability', { timeout: 90_000 }, () => {
  /** @type {Standin} */
  let standin;
  before(async () => { standin = await Standin.start(); await standin.command('settings', { preKeysClaimed: 100 }); });
  after(() => standin.stop());

  it('repeats after kill -9 what was not acknowledged, in order, and nothing else', async t => {
    const { sidecar, deliver, again, authDir } = await linked(t, standin);
    for (const text of ['one', 'two', 'three']) await deliver({ text });
    const seen = [await sidecar.next('inbound'), await sidecar.next('inbound'), await sidecar.next('inbound')];
    assert.deepEqual(seen.map(e => e.seq), [1, 2, 3]);
    sidecar.notify('inbound.ack', { accountId: 'default', through: 1 });
    await sidecar.request('ping', { t: 1 });
    sidecar.process.kill('SIGKILL');
    await sidecar.exited;
    assert.ok(fs.existsSync(path.join(authDir, 'channel.lock')), 'the lock is left behind');
    const next = await again({ ackedThrough: 1 });
    const repeated = [await next.next('inbound'), await next.next('inbound')];
    assert.deepEqual(repeated, seen.slice(1));
    await deliver({ text: 'four' });
    assert.deepEqual((({ seq, event }) => [seq, event.text])(await next.next('inbound')), [4, 'four']);
    assert.equal(next.all('inbound').length, 3);
  });

  it('fetches a file that was announced before a restart, even after the ack', async t => {
    const { sidecar, deliver, again } = await linked(t, standin);
    await deliver({ type: 'document', mime: 'text/plain', base64: Buffer.from('kept').toString('base64') });
    const { seq, event } = await sidecar.next('inbound');
    sidecar.notify('inbound.ack', { accountId: 'default', through: seq });
    await sidecar.request('ping', { t: 1 });
    sidecar.process.kill('SIGKILL');
    await sidecar.exited;
    const next = await again({ ackedThrough: seq });
    await next.state('open');
    const file = await next.request('media.fetch', { accountId: 'default', mediaRef: event.mediaRef, maxBytes: 100 });
    assert.equal(fs.readFileSync(file.path, 'utf8'), 'kept');
    assert.equal(next.all('inbound').length, 0);
  });

  it('goes on counting when everything was acknowledged', async t => {
    const { sidecar, deliver, again } = await linked(t, standin);
    await deliver({ text: 'one' });
    await sidecar.next('inbound');
    sidecar.notify('inbound.ack', { accountId: 'default', through: 1 });
    await sidecar.request('account.stop', { accountId: 'default' });
    await sidecar.stop();
    const next = await again({ ackedThrough: 40 });
    await next.state('open');
    await deliver({ text: 'two' });
    assert.equal((await next.next('inbound')).seq, 41);
  });

  it('a message that comes twice has the same id, so the gateway can tell', async t => {
    const { sidecar, deliver } = await linked(t, standin);
    await deliver({ id: 'TWICE', text: 'x' });
    await deliver({ id: 'TWICE', text: 'x' });
    const [a, b] = [await sidecar.next('inbound'), await sidecar.next('inbound')];
    assert.deepEqual([a.event.id, b.event.id, b.seq - a.seq], ['TWICE', 'TWICE', 1]);
  });

  it('stops at the window, and goes on with the ack', async t => {
    const { sidecar, deliver } = await linked(t, standin, { window: 3 });
    for (let n = 1; n <= 8; n++) await deliver({ text: String(n) });
    for (let n = 1; n <= 3; n++) assert.equal((await sidecar.next('inbound')).event.text, String(n));
    const held = async () => { const { queued, unacked } = await sidecar.request('ping', { t: 1 }); return [queued, unacked]; };
    for (const until = Date.now() + 5000; (await held())[0] < 5 && Date.now() < until;);
    assert.deepEqual(await held(), [5, 3]);
    assert.equal(sidecar.all('inbound').length, 3);
    sidecar.notify('inbound.ack', { accountId: 'default', through: 2 });
    for (let n = 4; n <= 5; n++) assert.equal((await sidecar.next('inbound')).event.text, String(n));
    sidecar.notify('inbound.ack', { accountId: 'default', through: 5 });
    for (let n = 6; n <= 8; n++) assert.equal((await sidecar.next('inbound')).event.text, String(n));
    assert.equal((await standin.all('receipt')).some(e => e.kind.startsWith('read')), false);
  });

  it('waits for a gateway that does not read, and loses nothing', async t => {
    const { sidecar, deliver } = await linked(t, standin, { window: 1000 });
    sidecar.process.stdout.pause();
    const text = 'x'.repeat(30_000);
    for (let n = 0; n < 40; n++) await deliver({ text: `${n} ${text}` });
    // More than any pipe holds: while nobody reads, the rest stays in the journal.
    for (const until = Date.now() + 10_000; (await standin.command('state')).registrations.at(-1).pending.length && Date.now() < until;);
    sidecar.process.stdout.resume();
    for (let n = 0; n < 40; n++) assert.equal((await sidecar.next('inbound')).event.text, `${n} ${text}`);
  });

  it('says which events a damaged journal has lost', async t => {
    const { sidecar, deliver, authDir, again } = await linked(t, standin);
    for (const text of ['one', 'two', 'three']) await deliver({ text });
    for (let n = 0; n < 3; n++) await sidecar.next('inbound');
    await sidecar.stop();
    const file = path.join(authDir, 'inbound.journal');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"seq":2', '"s'));
    const next = await again();
    assert.deepEqual(await next.next('inbound.gap'), { accountId: 'default', dropped: 1, fromSeq: 2, throughSeq: 2, reason: 'journalDamaged' });
    assert.deepEqual([(await next.next('inbound')).seq, (await next.next('inbound')).seq], [1, 3]);
  });

  it('killed in the middle of a send: the repeat has the same platform id', async t => {
    const { sidecar, send, again } = await linked(t, standin);
    await standin.fault('noAck');
    const sending = send(Bo, { kind: 'text', text: 'cut short' }, { clientId: 'job-1' });
    sending.catch(() => {});
    const first = await standin.next('sent', e => e.text === 'cut short');
    sidecar.process.kill('SIGKILL');
    await sidecar.exited;
    await standin.fault('none');
    const next = await again();
    await next.state('open');
    const { messageId } = await next.request('send', { accountId: 'default', chatId: Bo, clientId: 'job-1', content: { kind: 'text', text: 'cut short' } });
    assert.equal(messageId, first.id);
  });

  it('the server repeats what was never receipted, and it arrives marked offline', async t => {
    const { sidecar, deliver, again } = await linked(t, standin);
    await standin.fault('silence');
    await deliver({ text: 'not received' });
    sidecar.process.kill('SIGKILL');
    await sidecar.exited;
    const next = await again();
    const { offline, event } = await next.next('inbound');
    assert.deepEqual([offline, event.text], [true, 'not received']);
  });

  it('restores credentials from the backup when the file is torn', async t => {
    const { sidecar, authDir, again } = await linked(t, standin);
    await sidecar.stop();
    const creds = path.join(authDir, 'creds.json');
    fs.writeFileSync(creds, fs.readFileSync(creds, 'utf8').slice(0, 100));
    const next = await again();
    await next.state('open');
    assert.doesNotThrow(() => JSON.parse(fs.readFileSync(creds, 'utf8')));
    assert.match(next.stderr, /restored from creds\.json\.bak/);
  });
});
