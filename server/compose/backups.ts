import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sqlitePath } from '../../db/sql/open.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { Backups } from '../backups.ts';
import type { BackupState } from '../contracts/settings.ts';

export interface BackupsInput {
  /** dist/cli.js */
  readonly script: string;
  readonly dataDir: string;
  /** SQLite, whose size tells roughly how large the copy will be. */
  readonly isSqlite: boolean;
  readonly stop: AbortSignal;
  now(): number;
}

/** Long enough to fetch it, short enough that nobody finds an old one. */
const keptMs = 24 * 3_600_000;
/** What must be left on the disk for the days to come. */
const spareBytes = 64 * 1024 * 1024;

interface Making {
  readonly path: string;
  readonly name: string;
  readonly startedAt: number;
  readonly expectedBytes: number | null;
  finishedAt: number | null;
  failure: string | null;
}

function sizeOf(path: string): number | null {
  return existsSync(path) ? statSync(path).size : null;
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const nothing: BackupState = {
  state: 'none',
  startedAt: null,
  finishedAt: null,
  bytes: null,
  expectedBytes: null,
  fileName: null,
  detail: null,
};

function stateOf(making: Making): BackupState {
  const { path, name, startedAt, finishedAt, expectedBytes, failure } = making;
  const state = failure !== null ? 'failed' : finishedAt === null ? 'running' : 'ready';
  return {
    state,
    startedAt: new Date(startedAt).toISOString(),
    finishedAt: iso(finishedAt),
    // Until it is whole it has another name (db/backup/backup.ts).
    bytes: sizeOf(path) ?? sizeOf(`${path}.part`),
    expectedBytes,
    fileName: state === 'ready' ? name : null,
    detail: failure,
  };
}

/** `lintel-2026-11-22-0905.db`, by UTC. */
function nameAt(now: number): string {
  return `lintel-${new Date(now).toISOString().slice(0, 16).replace('T', '-').replace(':', '')}.db`;
}

/** Makes backups by the command line's own command, in a process of its own: no thread that answers or stores has to wait for it. */
export function makeBackups({ script, dataDir, isSqlite, stop, now }: BackupsInput): Backups {
  const folder = join(dataDir, 'backup');
  let making: Making | null = null;
  let child: ChildProcess | null = null;
  // One of a run before this: nobody knows of it any more.
  rmSync(folder, { recursive: true, force: true });
  stop.addEventListener('abort', () => child?.kill());

  const expectedBytes = (): number | null => (isSqlite ? sizeOf(sqlitePath(dataDir)) : null);

  const forgetOld = (): void => {
    if (making?.finishedAt == null || making.finishedAt + keptMs > now()) return;
    rmSync(folder, { recursive: true, force: true });
    making = null;
  };

  const end = (mine: Making, failure: string | null): void => {
    mine.finishedAt = now();
    mine.failure = failure;
    child = null;
  };

  const run = (mine: Making): void => {
    const started = spawn(process.execPath, [script, 'backup', mine.path], { stdio: ['ignore', 'ignore', 'pipe'] });
    child = started;
    let said = '';
    started.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-2000);
    });
    started.on('error', (error) => end(mine, error.message));
    started.on('exit', (code) => end(mine, code === 0 ? null : said.trim() || `The backup ended with ${code}.`));
  };

  return {
    state() {
      forgetOld();
      return making === null ? nothing : stateOf(making);
    },
    start() {
      if (making !== null && making.finishedAt === null) return stateOf(making);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { bavail, bsize } = statfsSync(folder);
      const expected = expectedBytes();
      if (bavail * bsize < (expected ?? 0) + spareBytes)
        throw new AppError(
          'unavailable',
          'The disk of DATA_DIR has no room for a backup: make some, or use the command line to write it elsewhere.',
        );
      const name = nameAt(now());
      making = {
        path: join(folder, name),
        name,
        startedAt: now(),
        expectedBytes: expected,
        finishedAt: null,
        failure: null,
      };
      run(making);
      return stateOf(making);
    },
    file() {
      forgetOld();
      if (making === null || making.finishedAt === null || making.failure !== null) return null;
      const bytes = sizeOf(making.path);
      return bytes === null ? null : { path: making.path, name: making.name, bytes };
    },
  };
}
