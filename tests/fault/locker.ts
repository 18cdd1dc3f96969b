import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const hold = `
const Database = require('better-sqlite3');
const database = new Database(process.argv[1], { timeout: 10000 });
database.exec('begin exclusive');
process.stdout.write('locked');
setInterval(() => {}, 1000);
`;

export interface Locker {
  /** Lets go of the lock. */
  release(): Promise<void>;
}

/** Another program that has begun to write into a SQLite file and does not end. */
export async function lockDatabase(file: string): Promise<Locker> {
  const program: ChildProcess = spawn(process.execPath, ['-e', hold, file], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    program.stdout?.once('data', () => resolve());
    program.once('exit', (code) => reject(new Error(`the locking program ended with ${code}`)));
  });
  return {
    release: async () => {
      program.kill('SIGKILL');
      await ended;
    },
  };
}
