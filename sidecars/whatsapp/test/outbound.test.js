import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { linked } from './support/linked.js';
import { Standin } from './support/standin.js';

const Group = '120363000000000002@g.us';
const Bo = '4522222222@s.whatsapp.net';
const sha256 = data => createHash('sha256').update(data).digest('hex');

describe('outbound', { timeout: 90_000 }, () => {
  /** @type {Standin} */
  let standin;
  before(async () => { standin = await Standin.start(); await standin.command('settings', { preKeysClaimed: 100 }); });
  after(() => standin.stop());
  /** @param {string} id */
  const arrived = id => standin.next('sent', e => e.id === id);

  it('sends text that the other phone can read, under an id that follows from clientId', async t => {
    const { sidecar, send } = await linked(t, standin);
    const result = await send(Bo, { kind: 'text', text: 'hello https://example.com' }, { clientId: 'run-1' });
    assert.equal(result.messageId, `3EB0${sha256('run-1').slice(0, 18).toUpperCase()}`);
    assert.ok(Math.abs(result.ts - Date.now()) < 10_000);
    const sent = await arrived(result.messageId);
    assert.deepEqual([sent.to, sent.kind, sent.text], [Bo, 'text', 'hello https://example.com']);
    assert.deepEqual(await send(Bo, { kind: 'text', text: 'hello https://example.com' }, { clientId: 'run-1' }), result);
    assert.equal((await standin.all('sent')).filter(e => e.id === result.messageId).length, 1, 'a repeat is answered from memory');
    const both = await Promise.all([1, 2].map(() => send(Bo, { kind: 'text', text: 'twice' }, { clientId: 'run-2' })));
    assert.deepEqual(both[0], both[1]);
    await arrived(both[0].messageId);
    const { lidJid } = await standin.command('contact', { pn: '4522222222' });
    const byLid = await send(lidJid, { kind: 'text', text: 'to the lid' }, { quote: { id: 'Q', fromMe: true, text: 'mine' } });
    const lidSent = await arrived(byLid.messageId);
    const { self } = await sidecar.request('account.status', { accountId: 'default' });
    assert.deepEqual([lidSent.to, lidSent.quoted], [lidJid, { id: 'Q', participant: self.lid, text: 'mine' }]);
  });

  it('sends to groups with quote and mentions', async t => {
    const { send, phone } = await linked(t, standin);
    await standin.command('group', { id: Group, participants: [phone, '4522222222', '4533333333'] });
    const first = await send(Group, { kind: 'text', text: 'hi @bo' }, { mentions: [Bo], quote: { id: 'Q', senderId: Bo, text: 'what' } });
    const sent = await arrived(first.messageId);
    assert.deepEqual([sent.text, sent.mentions, sent.quoted], ['hi @bo', [Bo], { id: 'Q', participant: Bo, text: 'what' }]);
    assert.ok(sent.recipients.length >= 3, 'keys went to everyone');
    const second = await send(Group, { kind: 'text', text: 'again' });
    assert.equal((await arrived(second.messageId)).recipients.length, 0, 'and only once');
  });

  it('sends files of every kind, and removes what it has sent', async t => {
    const { sidecar, send } = await linked(t, standin);
    const content = Buffer.from('any bytes at all');
    for (const [what, expected] of [
      [{ kind: 'image', mime: 'image/png', caption: 'see', thumbnail: content.toString('base64') }, { kind: 'image', mime: 'image/png', caption: 'see', thumbnail: true }],
      [{ kind: 'video', mime: 'video/mp4', gif: true }, { kind: 'video', gif: true }],
      [{ kind: 'video', mime: 'video/mp4', caption: 'clip', seconds: 4 }, { kind: 'video', gif: false, caption: 'clip', seconds: 4 }],
      [{ kind: 'audio', mime: 'audio/ogg', voice: true, seconds: 3 }, { kind: 'audio', ptt: true, mime: 'audio/ogg; codecs=opus', seconds: 3 }],
      [{ kind: 'audio', mime: 'audio/mpeg' }, { kind: 'audio', ptt: false, mime: 'audio/mpeg' }],
      [{ kind: 'document', mime: 'application/pdf', fileName: 'b.pdf', caption: 'doc' }, { kind: 'document', fileName: 'b.pdf', mime: 'application/pdf' }],
      [{ kind: 'sticker' }, { kind: 'sticker', mime: 'image/webp' }],
    ]) {
      const file = sidecar.outgoing('out.bin', content);
      const { messageId } = await send(Bo, { ...what, path: file });
      const sent = await arrived(messageId);
      for (const [name, value] of Object.entries(expected)) assert.deepEqual(sent[name], value, `${what.kind}.${name}`);
      assert.deepEqual(sent.media, { found: true, genuine: true, size: content.length, sha256: sha256(content) });
      assert.equal(fs.existsSync(file), false);
    }
    assert.deepEqual(fs.readdirSync(path.join(sidecar.mediaDir, '.upload')), [], 'no temporary files');
  });

  it('knows how long a voice note is', async t => {
    const { sidecar, send } = await linked(t, standin);
    const { messageId } = await send(Bo, { kind: 'audio', voice: true, mime: 'audio/wav', path: sidecar.outgoing('a.wav', wav(2)) });
    assert.equal((await arrived(messageId)).seconds, 2);
  });

  it('uploads 30 MB without holding them', async t => {
    const { sidecar, send } = await linked(t, standin);
    const { messageId } = await send(Bo, { kind: 'document', mime: 'application/zip', fileName: 'z.zip', path: sidecar.outgoing('z.zip', Buffer.alloc(30 * 1024 * 1024, 7)) });
    assert.equal((await arrived(messageId)).media.size, 30 * 1024 * 1024);
    const { rssBytes } = await sidecar.request('ping', { t: 1 });
    assert.ok(rssBytes < 300_000_000, `${rssBytes} bytes resident`);
  });

  it('keeps the file when the upload fails, and says so', async t => {
    const { sidecar, send } = await linked(t, standin);
    const file = sidecar.outgoing('x.png', Buffer.from('x'));
    await standin.fault('media', [500, 500]);
    await assert.rejects(send(Bo, { kind: 'image', mime: 'image/png', path: file }), error => error.code === 4007 && error.data.retryable);
    assert.ok(fs.existsSync(file));
    await standin.fault('none');
    await assert.rejects(send(Bo, { kind: 'image', mime: 'image/png', path: path.join(sidecar.mediaDir, 'nothing') }), error => error.code === 4007 && !error.data.retryable);
    await assert.rejects(send(Bo, { kind: 'image', mime: 'image/png', path: '/etc/passwd' }), { code: -32602 });
    fs.symlinkSync('/etc/passwd', path.join(sidecar.mediaDir, 'link'));
    await assert.rejects(send(Bo, { kind: 'image', mime: 'image/png', path: path.join(sidecar.mediaDir, 'link') }), { code: -32602 });
  });

  it('sends polls, reactions, edits and deletions', async t => {
    const { send, phone } = await linked(t, standin);
    const poll = await send(Bo, { kind: 'poll', name: 'Where?', options: ['here', 'there'] });
    const sentPoll = await arrived(poll.messageId);
    assert.deepEqual([sentPoll.name, sentPoll.options, sentPoll.selectable], ['Where?', ['here', 'there'], 1]);
    const react = await send(Bo, { kind: 'reaction', target: { id: 'THEIRS' }, emoji: '🎉' });
    const reaction = await arrived(react.messageId);
    assert.deepEqual([reaction.emoji, reaction.key], ['🎉', { id: 'THEIRS', fromMe: false, remoteJid: Bo }]);
    const unreact = await send(Bo, { kind: 'reaction', target: { id: 'THEIRS' }, emoji: '' });
    assert.equal((await arrived(unreact.messageId)).kind, 'reaction');
    const edit = await send(Bo, { kind: 'edit', target: { id: 'MINE' }, text: 'better' });
    const edited = await arrived(edit.messageId);
    assert.deepEqual([edited.text, edited.key, edited.edit], ['better', { id: 'MINE', fromMe: true, remoteJid: Bo }, '1']);
    const remove = await send(Bo, { kind: 'delete', target: { id: 'MINE' } });
    assert.deepEqual([(await arrived(remove.messageId)).kind], ['delete']);
    await standin.command('group', { id: Group, participants: [phone, '4522222222'] });
    const admin = await send(Group, { kind: 'delete', target: { id: 'THEIRS', fromMe: false, senderId: Bo } });
    const removed = await arrived(admin.messageId);
    assert.deepEqual([removed.edit, removed.key.participant], ['8', Bo]);
    await assert.rejects(send(Group, { kind: 'reaction', target: { id: 'THEIRS' }, emoji: 'x' }), { code: -32602 });
  });

  it('shows presence and typing, and marks as read only when told', async t => {
    const { sidecar, deliver } = await linked(t, standin);
    await standin.next('presence', e => e.presence === 'available');
    const presence = (state, chatId) => sidecar.request('presence', { accountId: 'default', state, chatId });
    await presence('composing', Bo);
    assert.deepEqual((({ to, state }) => [to, state])(await standin.next('chatstate')), [Bo, 'composing']);
    await presence('recording', Bo);
    assert.equal((await standin.next('chatstate')).media, 'audio');
    await presence('paused', Bo);
    assert.equal((await standin.next('chatstate')).state, 'paused');
    await presence('unavailable');
    await standin.next('presence', e => e.presence === 'unavailable');
    await assert.rejects(presence('composing'), { code: -32602 });
    const { id } = await deliver({ text: 'read me' });
    await sidecar.event('message');
    await standin.next('receipt', e => e.ids.includes(id));
    assert.equal((await standin.all('receipt')).some(e => e.ids.includes(id) && e.kind.startsWith('read')), false);
    await sidecar.request('markRead', { accountId: 'default', keys: [{ chatId: Bo, id }, { chatId: Group, id: 'G1', participant: Bo }] });
    assert.deepEqual((({ to, ids, kind }) => [to, ids, kind])(await standin.next('receipt', e => e.kind === 'read')), [Bo, [id], 'read']);
    assert.deepEqual((({ to, participant }) => [to, participant])(await standin.next('receipt', e => e.kind === 'read')), [Group, Bo]);
  });

  it('answers only after the server has, and tells refusals apart', async t => {
    const { send } = await linked(t, standin, { config: { sendTimeoutMs: 400 } });
    await standin.fault('noAck');
    await assert.rejects(send(Bo, { kind: 'text', text: 'x' }), { code: 4009 });
    await standin.fault('none');
    await standin.fault('ackError', 463);
    await assert.rejects(send(Bo, { kind: 'text', text: 'x' }), error => error.code === 4010 && error.data.platformCode === 463 && !error.data.retryable);
    await standin.fault('none');
    await standin.command('absent', { pn: '4500000000' });
    await assert.rejects(send('4500000000@s.whatsapp.net', { kind: 'text', text: 'x' }), { code: 4004 });
    for (const chatId of ['+4522222222', 'status@broadcast', '1@newsletter', 'x@s.whatsapp.net']) await assert.rejects(send(chatId, { kind: 'text', text: 'x' }), { code: 4004 });
    await send(Bo, { kind: 'text', text: 'and on it goes' });
  });

  it('keeps the order within a chat', async t => {
    const { send } = await linked(t, standin);
    await standin.mark();
    const ids = (await Promise.all(['a', 'b', 'c', 'd'].map(text => send(Bo, { kind: 'text', text })))).map(r => r.messageId);
    const sent = (await standin.all('sent')).filter(e => ids.includes(e.id));
    assert.deepEqual(sent.map(e => e.text), ['a', 'b', 'c', 'd']);
  });
});

/** Silence of a known length. @param {number} seconds */
function wav(seconds) {
  const data = Buffer.alloc(8000 * seconds);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
