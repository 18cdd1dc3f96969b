/** `npm run dev`: the server, built again and started again at every change, and vite's own server for the dashboard. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDist } from './build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
let server = null;

function stopServer() {
  return new Promise((resolve) => {
    if (server === null || server.exitCode !== null) return resolve();
    server.once('exit', resolve);
    server.kill('SIGTERM');
  });
}

async function restart() {
  try {
    await buildDist({ names: ['server'], ifStale: true });
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return;
  }
  await stopServer();
  server = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], { cwd: root, stdio: 'inherit' });
}

let waiting = null;
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(restart, 150);
}

for (const folder of ['server', 'ingest', 'db']) watch(join(root, folder), { recursive: true }, soon);
await restart();
const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js'], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    vite.kill('SIGTERM');
    await stopServer();
    process.exit(0);
  });
}
