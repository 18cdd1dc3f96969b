/** A disk that is full, for a server that runs: a small file system of its own, or where none may be mounted, a limit to its files. */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** Leaves no room for the server with this process id. */
  fill(pid: number): void;
  free(pid: number): void;
  remove(): void;
}

/** 24 MB of memory as a file system (Linux, root), else a folder. */
export function makeSmallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-disk-'));
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder]);
  const isMounted = mount.status === 0;
  if (!isMounted) process.stderr.write('no file system may be mounted here: the size of files is limited instead\n');
  return {
    folder,
    fill: (pid) => (isMounted ? fillWithBallast(folder) : limitFiles(pid, '0:unlimited')),
    free: (pid) => (isMounted ? rmSync(ballastOf(folder)) : limitFiles(pid, 'unlimited:unlimited')),
    remove: () => {
      if (isMounted) execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ballastOf(folder: string): string {
  return join(folder, 'ballast');
}

function fillWithBallast(folder: string): void {
  const piece = Buffer.alloc(4096, 1);
  const file = openSync(ballastOf(folder), 'a');
  try {
    for (;;) writeSync(file, piece);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(file);
  }
}

/** What a process writes beyond it fails, as on a quota (util-linux; no root needed below the hard limit). */
function limitFiles(pid: number, limits: string): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${limits}`]);
}
