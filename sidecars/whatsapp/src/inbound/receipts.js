import { proto } from '@whiskeysockets/baileys';
import { isChat, isGroup, plain } from './jids.js';

const { DELIVERY_ACK, READ, PLAYED } = proto.WebMessageInfo.Status;
/** @type {Record<number, string>} */
const names = { [DELIVERY_ACK]: 'delivered', [READ]: 'read', [PLAYED]: 'played' };

/** @typedef {{chatId: string, senderId: string, status: string, ts: number, ids: string[]}} Receipt */

/** @param {{chatId?: string, senderId?: string, status?: string, ts: number, id?: string | null}[]} rows @returns {Receipt[]} one per chat, person and status */
function grouped(rows) {
  /** @type {Map<string, Receipt>} */
  const groups = new Map();
  for (const { chatId, senderId, status, ts, id } of rows) {
    if (!chatId || !senderId || !status || !id || !isChat(chatId)) continue;
    const name = `${chatId} ${senderId} ${status}`;
    const group = groups.get(name);
    if (group) group.ids.push(id);
    else groups.set(name, { chatId, senderId, status, ts, ids: [id] });
  }
  return [...groups.values()];
}

/** Direct chats: `messages.update`, of which only the progress of our own messages is of interest. @param {any[]} updates */
export const directReceipts = updates => grouped(updates.filter(u => u.key?.fromMe && !isGroup(u.key.remoteJid)).map(u => ({
  chatId: plain(u.key.remoteJid), senderId: plain(u.key.remoteJid), status: names[u.update?.status],
  ts: Number(u.update?.messageTimestamp || 0) * 1000 || Date.now(), id: u.key.id,
})));

/** Groups: `message-receipt.update`. @param {any[]} updates */
export const groupReceipts = updates => grouped(updates.filter(u => u.key?.fromMe).map(u => ({
  chatId: plain(u.key.remoteJid), senderId: plain(u.receipt?.userJid), status: u.receipt?.readTimestamp ? 'read' : 'delivered',
  ts: Number(u.receipt?.readTimestamp || u.receipt?.receiptTimestamp || 0) * 1000 || Date.now(), id: u.key.id,
})));

/** @param {Receipt} receipt @param {import('./jids.js').People} people */
export async function receiptEvent({ chatId, senderId, status, ts, ids }, people) {
  const group = isGroup(chatId);
  return {
    type: 'receipt', chatId, chatAlt: group ? undefined : await people.phoneOf(chatId), chatType: group ? 'group' : 'direct',
    senderId, senderAlt: await people.phoneOf(senderId), fromMe: false, id: ids[0], ts, ids, status,
  };
}
