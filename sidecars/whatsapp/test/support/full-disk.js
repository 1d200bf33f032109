// Run under `ulimit -f 1` with SIGXFSZ ignored: every write past 512 bytes fails, as on a full disk.
import assert from 'node:assert/strict';
import { CredsFile } from '../../src/auth/creds-file.js';
import { KeyFiles } from '../../src/auth/key-files.js';

const dir = process.argv[2];
const quiet = { error() {}, warn() {}, info() {}, debug() {}, child: () => quiet };
const creds = { noiseKey: {}, signedIdentityKey: {} };
const file = new CredsFile(dir, quiet);
const keys = new KeyFiles(dir, quiet);

await file.save({ ...creds, n: 1 });
await keys.set({ session: { '1.0': { old: true } } });
const big = 'x'.repeat(5000);
await assert.rejects(file.save({ ...creds, n: 2, big }), /EFBIG|ENOSPC/);
await assert.rejects(keys.set({ session: { '1.0': { big } } }), /EFBIG|ENOSPC/);
assert.deepEqual(await keys.get('session', ['1.0']), { '1.0': { old: true } });
