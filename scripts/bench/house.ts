/** Servers that are measured: built, with a chain of their own, in a folder that goes when all is over. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from '../../tests/setup/server.ts';
import { writeChain } from './chain.ts';

const day = 86_400_000;
export const folder = mkdtempSync(join(tmpdir(), 'lintel-bench-'));

export function removeFolder(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The command line over a database; answers what it printed. */
export function lintel(dataDir: string, ...args: string[]): string {
  const env = { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
  return execFileSync(process.execPath, ['dist/cli.js', ...args], { env, encoding: 'utf8' });
}

/** A new database that knows a chain of `stores`; answers its folder. */
export function provision(name: string, stores: number): string {
  const dataDir = join(folder, name);
  const file = join(folder, `${name}.yaml`);
  writeChain(file, stores, new Date(Date.now() - 363 * day).toISOString());
  lintel(dataDir, 'provision', file);
  return dataDir;
}

/** A server over a new database. */
export function serve(
  name: string,
  stores: number,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  return startServer({ DATA_DIR: provision(name, stores), ...env });
}
