// A sidecar for tests of supervision: speaks openclaw.channel/1 and misbehaves as its first argument says.
import { createInterface } from 'node:readline';

const [mode, file] = process.argv.slice(2);
const say = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n');

if (mode === 'deaf') {
  // Not even the end of stdin, nor a signal that can be refused, ends it.
  process.on('SIGTERM', () => {});
  setInterval(() => {}, 1000);
}
if (mode === 'no-start') process.exit(10);
if (mode === 'stderr') {
  const words = 'secret of 4512345678 is ' + 'A'.repeat(44) + '=\n' + 'x'.repeat(100000) + '\nlast words';
  await new Promise((done) => process.stderr.write(words, done));
}

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  switch (method) {
    case 'initialize':
      if (mode === 'garbage') process.stdout.write('Closing session: SessionEntry {\n');
      else if (mode === 'long') process.stdout.write('{"x":"' + 'y'.repeat(2 * 1024 * 1024));
      else say({ id, result: { protocol: 1, version: '1', library: { name: 'none', version: '0' }, runtime: `node/${process.versions.node}`, env: Object.keys(process.env) } });
      break;
    case 'crash':
      process.exit(7);
      break;
    case 'shutdown':
      say({ id, result: {} });
      if (mode !== 'deaf') process.exit(0);
      break;
    case 'pid':
      say({ id, result: process.pid });
      break;
    case 'flood':
      for (let i = 0; i < params.count; i++) say({ method: 'inbound', params: { accountId: 'a', seq: i, text: 'hello '.repeat(20) } });
      say({ id, result: {} });
      break;
    default:
      if (id !== undefined) say({ id, result: params });
  }
});
lines.on('close', () => {
  if (mode !== 'deaf') process.exit(0);
});
