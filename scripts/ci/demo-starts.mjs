/** Starts `npm run demo` on free ports and an empty folder, waits for /readyz, ends it by SIGTERM and expects a clean end. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const readyWithinMs = 90_000;
const goneWithinMs = 20_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function isTaken(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function within(ms, isDone) {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(200)) {
    if (await isDone()) return true;
  }
  return false;
}

const folder = mkdtempSync(join(tmpdir(), 'lintel-demo-'));
const [port, mqttPort] = [await freePort(), await freePort()];
const startedAt = Date.now();
const demo = spawn('npm', ['run', 'demo'], {
  cwd: root,
  stdio: 'inherit',
  // A group of its own, so that nothing of it is left when this fails.
  detached: true,
  env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), MQTT_PORT: String(mqttPort), DATA_DIR: folder },
});
const ended = new Promise((resolve) => demo.once('exit', (code, signal) => resolve(code ?? signal)));

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It has ended, as it should.
    if (error.code !== 'ESRCH') throw error;
  }
}

async function isReady() {
  if (demo.exitCode !== null) throw new Error(`the demo ended with ${demo.exitCode}`);
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
  return answer?.status === 200;
}

try {
  if (!(await within(readyWithinMs, isReady)))
    throw new Error(`the demo was not ready within ${readyWithinMs / 1000} s`);
  console.log(`ready after ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  if (page.status !== 200) throw new Error(`the dashboard answered ${page.status}`);
  demo.kill('SIGTERM');
  const code = await Promise.race([ended, sleep(goneWithinMs, 'no end')]);
  if (code !== 0) throw new Error(`the demo ended with ${code}, not 0`);
  const isFree = await within(2000, async () => !(await isTaken(port)) && !(await isTaken(mqttPort)));
  if (!isFree) throw new Error('its ports are still taken after its end');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  endGroup(demo.pid);
  rmSync(folder, { recursive: true, force: true });
}
