#!/usr/bin/env node
// The Signal library talks to the console; stdout carries exactly one line.
const print = process.stdout.write.bind(process.stdout);
for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir']) console[name] = () => {};

const { default: fs } = await import('node:fs');
const { default: os } = await import('node:os');
const { default: path } = await import('node:path');
const { Server } = await import('./server.js');
const { startControl } = await import('./control.js');

const server = new Server();
await server.start();
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wa-standin-'));
const caFile = path.join(dir, 'ca.pem');
fs.writeFileSync(caFile, server.mediaHost.certificate);
process.on('exit', () => fs.rmSync(dir, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit(0));
// Whoever started us is gone.
process.stdin.on('end', () => process.exit(0)).resume();

print(JSON.stringify({ wsUrl: server.url, rootKey: server.certificates.rootKey, caFile, mediaHost: server.mediaHost.host, controlUrl: await startControl(server), pid: process.pid }) + '\n');
