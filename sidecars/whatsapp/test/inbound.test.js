import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { linked } from './support/linked.js';
import { Standin } from './support/standin.js';

const Group = '120363000000000001@g.us';
const Bo = '4522222222@s.whatsapp.net';
const sha256 = data => createHash('sha256').update(data).digest('hex');

describe('inbound', { timeout: 90_000 }, () => {
  /** @type {Standin} */
  let standin;
  before(async () => { standin = await Standin.start(); await standin.command('settings', { preKeysClaimed: 100 }); });
  after(() => standin.stop());

  it('reports direct messages under phone number and LID, and keeps the LID', async t => {
    const { sidecar, deliver, self } = await linked(t, standin);
    const { id } = await deliver({ text: 'hej', pushName: 'Bo', t: 1_790_000_000 });
    const { seq, offline, event } = await sidecar.next('inbound');
    assert.deepEqual([seq, offline], [1, false]);
    assert.deepEqual(event, { type: 'message', chatId: Bo, chatType: 'direct', senderId: Bo, fromMe: false, id, ts: 1_790_000_000_000, pushName: 'Bo', text: 'hej', mentions: [] });
    const { lidJid } = await standin.command('contact', { pn: '4522222222' });
    await deliver({ text: 'by lid', addressing: 'lid' });
    const stated = await sidecar.event('message');
    assert.deepEqual([stated.chatId, stated.chatAlt, stated.senderId, stated.senderAlt], [lidJid, Bo, lidJid, Bo]);
    await deliver({ text: 'number not stated', addressing: 'lid', hidePhone: true });
    assert.equal((await sidecar.event('message')).senderAlt, Bo, 'the number is remembered');
    await deliver({ from: '4599999998', text: 'stranger', addressing: 'lid', hidePhone: true });
    const stranger = await sidecar.event('message');
    assert.equal(stranger.senderAlt, undefined);
    assert.match(stranger.senderId, /@lid$/);
    await deliver({ fromMe: true, chat: '4522222222', text: 'from my phone' });
    const own = await sidecar.event('message');
    assert.deepEqual([own.fromMe, own.chatId, own.senderId, own.text], [true, Bo, self, 'from my phone']);
  });

  it('reports group messages with mentions, quotes and metadata', async t => {
    const { sidecar, deliver, phone, self } = await linked(t, standin);
    await standin.command('group', { id: Group, subject: 'Team', participants: [phone, { pn: '4522222222', admin: 'admin' }, '4533333333'] });
    const { lidJid: bo } = await standin.command('contact', { pn: '4522222222' });
    const { self: me } = await sidecar.request('account.status', { accountId: 'default' });
    await deliver({ group: Group, addressing: 'lid', text: '@bot look', mentions: [me.lid], quoted: { id: 'Q1', participant: me.lid, text: 'what I said' } });
    const event = await sidecar.event('message');
    assert.deepEqual([event.chatId, event.chatType, event.chatAlt, event.senderId, event.senderAlt], [Group, 'group', undefined, bo, Bo]);
    assert.deepEqual(event.mentions, [me.lid]);
    assert.deepEqual(event.quoted, { id: 'Q1', senderId: me.lid, senderAlt: self, fromMe: true, text: 'what I said' });
    await deliver({ group: Group, addressing: 'pn', text: 'old addressing', quoted: { id: 'Q2', participant: '4533333333@s.whatsapp.net', text: 'cap', image: true } });
    const old = await sidecar.event('message');
    assert.deepEqual([old.senderId, old.quoted.fromMe, old.quoted.mediaKind, old.quoted.text], [Bo, false, 'image', 'cap']);
    const metadata = await sidecar.request('group.metadata', { accountId: 'default', chatId: Group });
    assert.deepEqual([metadata.subject, metadata.size, metadata.addressing], ['Team', 3, 'lid']);
    assert.deepEqual(metadata.participants[1], { id: bo, alt: Bo, admin: 'admin' });
    const groups = await sidecar.request('directory.list', { accountId: 'default', kind: 'groups', query: 'tea' });
    assert.deepEqual(groups, { entries: [{ id: Group, name: 'Team', size: 3 }], more: false });
    const people = await sidecar.request('directory.list', { accountId: 'default', kind: 'contacts' });
    assert.ok(people.entries.some(e => e.id === bo && e.alt === Bo && e.name === 'Person 22'));
    await assert.rejects(sidecar.request('group.metadata', { accountId: 'default', chatId: '120363999999999999@g.us' }), { code: 4004 });
  });

  it('describes files of every kind and fetches them on request', async t => {
    const { sidecar, deliver, mediaDir } = await linked(t, standin);
    const content = Buffer.from('the content of a file, any file');
    const base64 = content.toString('base64');
    for (const [what, expected] of [
      [{ type: 'image', mime: 'image/jpeg', caption: 'look' }, { kind: 'image', mime: 'image/jpeg', caption: 'look' }],
      [{ type: 'video', mime: 'video/mp4', seconds: 3, gif: true }, { kind: 'video', mime: 'video/mp4', seconds: 3, gif: true }],
      [{ type: 'audio', mime: 'audio/ogg; codecs=opus', seconds: 2, ptt: true }, { kind: 'audio', mime: 'audio/ogg; codecs=opus', seconds: 2, voice: true }],
      [{ type: 'document', mime: 'application/pdf', fileName: 'a.pdf' }, { kind: 'document', mime: 'application/pdf', fileName: 'a.pdf' }],
      [{ type: 'sticker', mime: 'image/webp' }, { kind: 'sticker', mime: 'image/webp' }],
    ]) {
      await deliver({ ...what, base64 });
      const { mediaRef, text } = await sidecar.event('message');
      const { ref, ...facts } = mediaRef;
      assert.deepEqual(facts, { size: content.length, ...expected });
      assert.equal(text, undefined);
      assert.ok(ref.length < 16_384);
      const file = await sidecar.request('media.fetch', { accountId: 'default', mediaRef, maxBytes: 1000 });
      assert.deepEqual([file.mime, file.size], [expected.mime, content.length]);
      assert.ok(file.path.startsWith(fs.realpathSync(mediaDir)));
      assert.equal(fs.statSync(file.path).mode & 0o777, 0o600);
      assert.deepEqual(fs.readFileSync(file.path), content);
      fs.rmSync(file.path);
    }
    await deliver({ type: 'image', mime: 'image/jpeg', viewOnce: true, base64 });
    assert.equal((await sidecar.event('message')).viewOnce, true);
    await deliver({ text: 'disappears', ephemeral: true });
    assert.equal((await sidecar.event('message')).text, 'disappears');
  });

  it('fetches 30 MB, and nothing that is too large, damaged, gone, silent, cut or somewhere else', async t => {
    const { sidecar, deliver, mediaDir, dir } = await linked(t, standin);
    const fetch = (mediaRef, maxBytes = 50_000_000) => sidecar.request('media.fetch', { accountId: 'default', mediaRef, maxBytes });
    const offer = async what => { await deliver({ type: 'document', mime: 'application/octet-stream', ...what }); return (await sidecar.event('message')).mediaRef; };
    const big = Buffer.alloc(30 * 1024 * 1024, 'openclaw');
    fs.writeFileSync(`${dir}/big`, big);
    const ref = await offer({ file: `${dir}/big` });
    const file = await fetch(ref);
    assert.equal(sha256(fs.readFileSync(file.path)), sha256(big));
    fs.rmSync(file.path);
    const { rssBytes } = await sidecar.request('ping', { t: 1 });
    assert.ok(rssBytes < 300_000_000, `${rssBytes} bytes resident`);
    await assert.rejects(fetch(ref, 1000), { code: 4006 });
    await assert.rejects(fetch({ ...ref, size: 1 }, 1000), { code: 4006 }, 'what the sender says about the size is not believed');
    const damaged = await assert.rejects(fetch(await offer({ damage: true })), error => error.code === 4007 && error.data.retryable === false);
    assert.equal(damaged, undefined);
    const small = await offer({ size: 1000 });
    await standin.fault('media', 503);
    await assert.rejects(fetch(small), error => error.code === 4007 && error.data.platformCode === 503 && error.data.retryable);
    await standin.fault('media', 'cut');
    await assert.rejects(fetch(small), { code: 4007 });
    assert.equal((await fetch(small)).size, 1000, 'and then it works');
    for (const hostile of [{ url: 'https://127.0.0.1:1/v/x', directPath: '@127.0.0.1:1/v/x' }, { url: 'https://127.0.0.1:1/x', directPath: '.evil.example/x' }, { directPath: '//evil.example/x' }])
      await assert.rejects(fetch(await offer({ size: 10, hostile })), { code: 4007 });
    const elsewhere = await offer({ size: 10, hostile: { url: 'https://127.0.0.1:1/v/x' } });
    assert.equal((await fetch(elsewhere)).size, 10, 'the host is the server\'s, not the sender\'s');
    await assert.rejects(fetch({ ...small, ref: 'AAAA' }), { code: -32602 });
    assert.equal(fs.readdirSync(mediaDir).filter(name => name.endsWith('.in')).length, 2, 'failures leave nothing');
  });

  it('asks the sender once for a file that is gone', async t => {
    const { sidecar, deliver } = await linked(t, standin);
    await deliver({ type: 'image', mime: 'image/png', base64: Buffer.from('again').toString('base64'), gone: 'askable' });
    const { mediaRef } = await sidecar.event('message');
    const file = await sidecar.request('media.fetch', { accountId: 'default', mediaRef, maxBytes: 100 });
    assert.equal(fs.readFileSync(file.path, 'utf8'), 'again');
    assert.equal((await standin.next('receipt', e => e.kind === 'server-error')).ids.length, 1);
  });

  it('reports reactions, edits, deletions, polls, votes, places and contacts', async t => {
    const { sidecar, deliver, send } = await linked(t, standin);
    const { messageId } = await send(Bo, { kind: 'text', text: 'mine' });
    await deliver({ type: 'reaction', target: { id: messageId, byClient: true }, emoji: '👍' });
    const reaction = await sidecar.event('reaction');
    assert.deepEqual([reaction.emoji, reaction.target], ['👍', { id: messageId, fromMe: true }]);
    await deliver({ type: 'reaction', target: { id: messageId, byClient: true }, emoji: '' });
    assert.equal((await sidecar.event('reaction')).emoji, '');
    const { id } = await deliver({ text: 'typo' });
    await deliver({ type: 'edit', target: { id }, text: 'type' });
    const edit = await sidecar.event('edit');
    assert.deepEqual([edit.text, edit.target], ['type', { id, fromMe: false, senderId: Bo }]);
    await deliver({ type: 'delete', target: { id } });
    assert.deepEqual((await sidecar.event('delete')).target, { id, fromMe: false, senderId: Bo });
    await deliver({ type: 'poll', name: 'Lunch?', options: ['soup', 'bread'] });
    assert.deepEqual((await sidecar.event('message', e => e.poll)).poll, { name: 'Lunch?', options: ['soup', 'bread'], selectable: 1 });
    const poll = await send(Bo, { kind: 'poll', name: 'When?', options: ['now', 'later'], selectable: 2 });
    await deliver({ type: 'pollVote', pollId: poll.messageId, options: ['later'] });
    const vote = await sidecar.event('pollVote');
    assert.deepEqual([vote.target.id, vote.options, vote.optionHashes], [poll.messageId, ['later'], [sha256('later')]]);
    await deliver({ type: 'location', lat: 55.7, lon: 12.6, name: 'Nyhavn', accuracy: 12 });
    assert.deepEqual((await sidecar.event('message', e => e.location)).location, { lat: 55.7, lon: 12.6, accuracy: 12, name: 'Nyhavn', live: false });
    await deliver({ type: 'contact', name: 'Ida', phone: '+45 12 34 56 78' });
    assert.deepEqual((await sidecar.event('message', e => e.contacts)).contacts, [{ name: 'Ida', phones: ['+45 12 34 56 78'] }]);
  });

  it('reads votes on a poll that was sent before a restart', async t => {
    const { sidecar, deliver, send, again } = await linked(t, standin);
    const poll = await send(Bo, { kind: 'poll', name: 'When?', options: ['now', 'later'] });
    await sidecar.stop();
    const next = await again();
    await next.state('open');
    await deliver({ type: 'pollVote', pollId: poll.messageId, options: ['now'] });
    assert.deepEqual((await next.event('pollVote')).options, ['now']);
  });

  it('reports who received and read what', async t => {
    const { sidecar, send, phone } = await linked(t, standin);
    const { messageId } = await send(Bo, { kind: 'text', text: 'mine' });
    await standin.command('receipt', { id: messageId, from: '4522222222', kind: 'delivery' });
    await standin.command('receipt', { id: messageId, ids: ['OTHER'], from: '4522222222', kind: 'read' });
    const delivered = await sidecar.event('receipt');
    assert.deepEqual([delivered.status, delivered.senderId, delivered.ids], ['delivered', Bo, [messageId]]);
    assert.deepEqual((await sidecar.event('receipt')).ids, [messageId, 'OTHER']);
    await standin.command('group', { id: Group, participants: [phone, '4522222222'] });
    const inGroup = await send(Group, { kind: 'text', text: 'all' });
    await standin.command('receipt', { id: inGroup.messageId, from: '4522222222', group: Group, kind: 'read' });
    const read = await sidecar.event('receipt');
    assert.deepEqual([read.chatId, read.chatType, read.status, read.senderId], [Group, 'group', 'read', Bo]);
  });

  it('marks what came while it was away as offline, with the time it was sent', async t => {
    const { sidecar, deliver, again } = await linked(t, standin);
    await sidecar.stop();
    await deliver({ text: 'missed', t: 1_790_000_500 });
    const next = await again();
    const { offline, event } = await next.next('inbound');
    assert.deepEqual([offline, event.text, event.ts], [true, 'missed', 1_790_000_500_000]);
    await deliver({ text: 'live' });
    assert.equal((await next.next('inbound')).offline, false);
  });

  it('stays silent about status posts and what it cannot read', async t => {
    const { sidecar, deliver } = await linked(t, standin);
    await deliver({ group: 'status@broadcast', text: 'story' });
    await deliver({ text: 'after' });
    const { seq, event } = await sidecar.next('inbound');
    assert.deepEqual([seq, event.text], [1, 'after']);
  });
});
