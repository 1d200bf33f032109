import { getBinaryNodeChild, getBinaryNodeChildren, jidDecode } from '@whiskeysockets/baileys';
import { summarise } from './summary.js';

/** Opens what a client sends, as each receiving device would. */
export class SentMessages {
  /** Secrets of polls, for votes. @type {Map<string, {secret: Uint8Array, options: string[]}>} */
  polls = new Map();

  /** @param {import('./world.js').World} world @param {import('./media-host.js').MediaHost} mediaHost */
  constructor(world, mediaHost) {
    this.world = world;
    this.mediaHost = mediaHost;
  }

  /** @param {import('./client.js').Client} client @param {any} node */
  async read(client, node) {
    const { to, id, type, edit } = node.attrs;
    const own = client.registration.person;
    const recipients = [];
    let message;
    for (const { attrs: { jid }, content } of getBinaryNodeChildren(getBinaryNodeChild(node, 'participants'), 'to')) {
      const person = this.world.byJid(jid);
      const [enc] = content;
      const opened = await person.device(jidDecode(jid).device ?? 0).open(client.jid, enc.attrs, enc.content);
      recipients.push(jid);
      if (person !== own) message ??= opened;
      else message ??= opened.deviceSentMessage?.message;
    }
    const group = getBinaryNodeChildren(node, 'enc').find(enc => enc.attrs.type === 'skmsg');
    if (group) {
      const reader = this.world.groups.get(to).participants.find(({ person }) => person !== own);
      message = await reader.person.device().open(client.jid, group.attrs, group.content, to);
    }
    const single = getBinaryNodeChildren(node, 'enc').find(enc => enc.attrs.type !== 'skmsg');
    if (single) message = await this.world.byJid(to).device(jidDecode(to).device ?? 0).open(client.jid, single.attrs, single.content);
    this.#rememberPoll(id, message);
    return { id, to, stanzaType: type, edit, recipients, ...await summarise(message, this.mediaHost) };
  }

  #rememberPoll(id, message) {
    const poll = message?.pollCreationMessage ?? message?.pollCreationMessageV3;
    if (poll) this.polls.set(id, { secret: message.messageContextInfo.messageSecret, options: poll.options.map(o => o.optionName) });
  }
}
