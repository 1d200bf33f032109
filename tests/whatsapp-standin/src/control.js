import { once } from 'node:events';
import http from 'node:http';

/**
 * The tests' handle: `POST /<command>` with JSON, answered with JSON; `GET /events?after=&timeoutMs=&type=` waits.
 * @param {import('./server.js').Server} server
 */
export async function startControl(server) {
  /** @type {Record<string, (what: any) => any>} */
  const commands = {
    scan: what => server.scan(what),
    enterCode: what => server.enterCode(what),
    contact: ({ pn, ...facts }) => { const { pnJid, lidJid, name } = server.world.person(pn, facts); return { pnJid, lidJid, name }; },
    absent: ({ pn }) => { server.world.absent.add(pn.replace(/\D/g, '')); },
    group: what => server.world.addGroup(what),
    deliver: what => server.deliver(what),
    receipt: what => server.receipt(what),
    fault: what => fault(server, what),
    settings: ({ refs, preKeysClaimed, readReceipts }) => {
      if (refs !== undefined) server.refs = refs;
      if (preKeysClaimed !== undefined) server.answers.preKeysClaimed = preKeysClaimed ?? undefined;
      if (readReceipts !== undefined) server.answers.readReceipts = readReceipts;
    },
    state: () => ({
      clients: server.clients.map(c => ({ id: c.id, open: Boolean(c.registration), pn: c.registration?.person.pn, device: c.registration?.device })),
      registrations: server.world.registrations.map(r => ({ pn: r.person.pn, device: r.device, preKeys: r.preKeys.length, pending: [...r.pending.keys()] })),
    }),
    stop: () => { setImmediate(() => process.exit(0)); },
  };
  const listener = http.createServer(async (request, response) => {
    const answer = (status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
    try {
      const url = new URL(request.url, 'http://x');
      const name = url.pathname.slice(1);
      if (name === 'events')
        return answer(200, await server.events.read(Number(url.searchParams.get('after') ?? 0), Number(url.searchParams.get('timeoutMs') ?? 0), url.searchParams.get('type') ?? undefined));
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      if (!Object.hasOwn(commands, name)) return answer(404, { error: `no command ${name}` });
      answer(200, await commands[name](chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : {}));
    } catch (error) { answer(400, { error: error.message }); }
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return `http://127.0.0.1:${/** @type {any} */ (listener.address()).port}`;
}

/** @param {import('./server.js').Server} server @param {any} what */
function fault(server, { kind, value, client }) {
  switch (kind) {
    case 'close': return server.client(client).close();
    case 'cut': return server.client(client).cut();
    case 'streamError': return server.streamError(server.client(client), value);
    case 'silence': server.client(client).silent = true; return;
    case 'garbage': return server.client(client).sendGarbage();
    case 'media': server.mediaHost.faults.push(...[value].flat()); return;
    case 'refuse': case 'noAck': case 'ackError': case 'failure': case 'mute': server.faults[kind] = value ?? true; return;
    case 'none': server.faults = {}; server.mediaHost.faults.length = 0; return;
    default: throw new Error(`no fault ${kind}`);
  }
}
