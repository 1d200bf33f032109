import { fault } from '../rpc/errors.js';

const Chat = /^(\d{5,20}@(s\.whatsapp\.net|lid)|\d{5,20}(-\d{5,20})?@g\.us)$/;
const Kinds = /** @type {const} */ (['text', 'image', 'audio', 'video', 'document', 'sticker', 'poll', 'reaction', 'edit', 'delete']);
const Person = /^\d{5,20}(:\d+)?@(s\.whatsapp\.net|lid)$/;
const MaxText = 65_536;

/** @param {import('../rpc/params.js').Params} p @param {string} [name] */
export function readChat(p, name = 'chatId') {
  const chatId = p.text(name, { max: 100 });
  if (!Chat.test(chatId)) throw fault.badTarget(`${name}: must be …@s.whatsapp.net, …@lid or …@g.us`);
  return chatId;
}

/** @param {import('../rpc/params.js').Params} p @param {string} name */
function optionalPerson(p, name) {
  const jid = p.optionalText(name, { max: 100 });
  if (jid !== undefined && !Person.test(jid)) p.refuse(name, 'must be …@s.whatsapp.net or …@lid');
  return jid;
}

/** @typedef {ReturnType<typeof readSend>} SendRequest */

/** The parameters of `send`, checked. @param {import('../rpc/params.js').Params} p */
export function readSend(p) {
  const chatId = readChat(p);
  const c = p.object('content');
  const kind = p.object('content').oneOf('kind', Kinds);
  const quote = p.optionalObject('quote');
  const group = chatId.endsWith('@g.us');
  return {
    chatId,
    clientId: p.text('clientId', { max: 256 }),
    content: { kind, ...readContent(c, kind, group) },
    quote: quote && { id: quote.text('id', { max: 128 }), fromMe: quote.flag('fromMe', false), senderId: optionalPerson(quote, 'senderId'), text: quote.optionalText('text', { max: MaxText, empty: true }) ?? '' },
    mentions: readMentions(p),
  };
}

/** @param {import('../rpc/params.js').Params} p */
function readMentions(p) {
  const mentions = p.texts('mentions', { max: 1024 });
  mentions.forEach((jid, i) => { if (!Person.test(jid)) p.refuse(`mentions[${i}]`, 'must be …@s.whatsapp.net or …@lid'); });
  return mentions;
}

/** @param {import('../rpc/params.js').Params} c @param {typeof Kinds[number]} kind @param {boolean} group @returns {any} */
function readContent(c, kind, group) {
  switch (kind) {
    case 'text': return { text: c.text('text', { max: MaxText }) };
    case 'poll': return readPoll(c);
    case 'reaction': return { target: readTarget(c, group, false), emoji: c.text('emoji', { max: 64, empty: true }) };
    case 'edit': return { target: readTarget(c, group, true), text: c.text('text', { max: MaxText }) };
    case 'delete': return { target: readTarget(c, group, true) };
    default: return readFile(c, kind);
  }
}

/** @param {import('../rpc/params.js').Params} c */
function readPoll(c) {
  const options = c.texts('options', { min: 2, max: 12 });
  if (new Set(options).size !== options.length) c.refuse('options', 'must differ from each other');
  return { name: c.text('name', { max: 255 }), options, selectable: c.number('selectable', { max: options.length, or: 1 }) };
}

/** @param {import('../rpc/params.js').Params} c @param {boolean} group @param {boolean} ownByDefault */
function readTarget(c, group, ownByDefault) {
  const t = c.object('target');
  const fromMe = t.flag('fromMe', ownByDefault);
  const senderId = optionalPerson(t, 'senderId');
  if (group && !fromMe && !senderId) t.refuse('senderId', 'is needed in a group for a message of somebody else');
  return { id: t.text('id', { max: 128 }), fromMe, senderId };
}

/** @param {import('../rpc/params.js').Params} c @param {string} kind */
function readFile(c, kind) {
  return {
    path: c.text('path', { max: 4096 }),
    mime: kind === 'sticker' ? 'image/webp' : c.text('mime', { max: 255 }),
    caption: c.optionalText('caption', { max: MaxText, empty: true }) || undefined,
    fileName: c.optionalText('fileName', { max: 255 }),
    voice: c.flag('voice', false),
    gif: c.flag('gif', false),
    seconds: c.optionalNumber('seconds'),
    width: c.optionalNumber('width'),
    height: c.optionalNumber('height'),
    thumbnail: c.optionalText('thumbnail', { max: 100_000 }),
  };
}
