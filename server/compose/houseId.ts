import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A word that stays the same as long as DATA_DIR does: the broker knows us by it and keeps what arrives while we are away.
 * Processes that share the folder differ by their port.
 */
export function houseId(dataDir: string): string {
  const folder = join(dataDir, 'meta');
  const file = join(folder, 'house-id');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(6).toString('hex'), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
