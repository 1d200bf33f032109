import { createHash } from 'node:crypto';

/** The platform id of a send: the same for every repeat, so WhatsApp itself recognises a second copy. @param {string} clientId */
export const messageIdFor = clientId => '3EB0' + createHash('sha256').update(clientId).digest('hex').slice(0, 18).toUpperCase();
