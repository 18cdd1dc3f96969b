/** Processes of the measurement that are not the server: each says what it has over IPC. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

const started = new Set<ChildProcess>();

/** Forks scripts/bench/NAME; it ends with this process at the latest. */
export function start(name: string, args: readonly string[] = []): ChildProcess {
  const child = fork(join('scripts/bench', name), [...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  started.add(child);
  child.once('exit', () => started.delete(child));
  return child;
}

/** The next message of a child; its end without one is an error. */
export function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`a child ended with ${code} before it was done`));
    child.once('exit', onExit);
    child.once('message', (content) => {
      child.off('exit', onExit);
      // The children are our own files beside this one and say just this.
      resolve(content as T);
    });
  });
}

export function end(child: ChildProcess): void {
  child.disconnect();
}

/** Ends what still runs, when a measurement failed in the middle. */
export function endAll(): void {
  for (const child of started) child.kill('SIGKILL');
}
