#!/usr/bin/env node
// No library may be imported above the guard.
import './lean.js';
import './guard.js';
import { rawStdout } from './streams.js';

/** Ends before the protocol can start, in its words. @param {string} message */
function refuse(message) {
  rawStdout(JSON.stringify({ jsonrpc: '2.0', method: 'fatal', params: { code: 'config', message } }) + '\n', () => process.exit(10));
}

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  refuse(`Node.js 20 or newer is needed, this is ${process.versions.node}`);
} else {
  try {
    const { App } = await import('./app.js');
    new App().run();
  } catch (error) {
    const missing = /** @type {any} */ (error).code === 'ERR_MODULE_NOT_FOUND';
    refuse(missing ? 'dependencies are not installed: run "npm ci --ignore-scripts --omit=dev --omit=peer" in sidecars/whatsapp' : `cannot start: ${/** @type {Error} */ (error).message}`);
  }
}
