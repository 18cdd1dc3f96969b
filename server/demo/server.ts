import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../db/vocabulary/errors.ts';

/** The server as `npm start` runs it, in a process of its own. */
export interface ServerProcess {
  readonly process: ChildProcess;
  /** Its exit code, once it has ended; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

const pollMs = 100;
const readyWithinMs = 30_000;
/** The server ends when this process is gone, however it went. */
const endWithParent = "data:text/javascript,process.on('disconnect',()=>process.kill(process.pid,'SIGTERM'))";

/** Starts it apart from this terminal: Ctrl+C reaches this process alone, which then ends the server once and in order. */
export function startServer(env: NodeJS.ProcessEnv): ServerProcess {
  const main = fileURLToPath(new URL('./main.js', import.meta.url));
  const server = spawn(process.execPath, ['--max-semi-space-size=4', '--import', endWithParent, main], {
    env: { MALLOC_ARENA_MAX: '2', ...env },
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => server.once('exit', (code) => resolve(code)));
  return { process: server, ended };
}

/** False when it ends instead, for a reason it says itself. Throws AppError `unavailable` when it takes too long. */
export async function untilReady(server: ServerProcess, url: string): Promise<boolean> {
  for (const until = Date.now() + readyWithinMs; Date.now() < until; await sleep(pollMs)) {
    if (server.process.exitCode !== null) return false;
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return true;
  }
  throw new AppError('unavailable', `the server was not ready within ${readyWithinMs / 1000} seconds`);
}

/** Ends the server cleanly; answers its exit code. */
export async function stopServer(server: ServerProcess): Promise<number | null> {
  server.process.kill('SIGTERM');
  return server.ended;
}
