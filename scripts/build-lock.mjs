import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const waitMs = 180_000;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** True once this process holds the lock; a lock whose owner is gone is taken away. */
function tryLock(path) {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const owner = Number(readOwner(path));
    if (owner > 0 && !isAlive(owner)) rmSync(path, { force: true });
    return false;
  }
}

function readOwner(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Runs `work` while no other process of this machine holds the lock file; waits for it up to three minutes. */
export async function withLock(path, work) {
  const until = Date.now() + waitMs;
  while (!tryLock(path)) {
    if (Date.now() > until) throw new Error(`another build holds ${path}: end it, or remove the file`);
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
