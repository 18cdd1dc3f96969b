import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import type { DatabaseHealth } from '../../../db/reads/health.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { rebuildRollups } from '../../../db/writes/rebuild.ts';
import { cliScope } from '../database.ts';
import { note } from '../output.ts';
import { type Finding, good, lengthText, remark, wrong } from './finding.ts';

const clockToleranceMs = 5000;
const serverAliveMs = 120_000;

/** The file, the clocks, and whether a server is at work. */
export function checkHealth(health: DatabaseHealth, now: number): Finding[] {
  const findings: Finding[] = [];
  const { damage, clockAt, lastSeenAt, ingestAliveAt } = health;
  if (damage !== null)
    findings.push(wrong('database', `the file is damaged: ${damage}`, 'restore the latest backup (lintel restore)'));
  const aheadMs = Math.abs((clockAt ?? now) - now);
  if (aheadMs > clockToleranceMs) {
    findings.push(
      wrong(
        'clock',
        `differs from the database server's by ${lengthText(aheadMs)}`,
        'let both take their time from NTP',
      ),
    );
  } else if (lastSeenAt !== null && lastSeenAt > now + clockToleranceMs) {
    findings.push(
      wrong(
        'clock',
        `messages were received ${lengthText(lastSeenAt - now)} in the future`,
        'the clock was put back: let it take its time from NTP',
      ),
    );
  } else findings.push(good('clock', new Date(now).toISOString()));
  if (ingestAliveAt === null || now - ingestAliveAt > serverAliveMs) {
    const since = ingestAliveAt === null ? 'never' : `${lengthText(now - ingestAliveAt)} ago`;
    findings.push(wrong('server', `last at work: ${since}`, 'start it (npm start)'));
  } else findings.push(good('server', 'at work'));
  const bad = health.quarantined.map(({ reason, count }) => `${reason} ${count}`).join(', ');
  if (bad !== '')
    findings.push(
      remark('quarantine', `within the last day: ${bad}`, 'see them on the Data page or GET /api/v1/quarantine'),
    );
  return findings;
}

const leastFreeBytes = 1e9;

/** Free space where the data lies; PostgreSQL's own disk is not ours to see. */
export async function checkDisk(dataDir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(existsSync(dataDir) ? dataDir : '.');
  const free = bavail * bsize;
  const text = `${(free / 1e9).toFixed(1)} GB free for ${dataDir}`;
  return free < leastFreeBytes
    ? wrong('disk', text, 'make room: without it nothing can be stored')
    : good('disk', text);
}

const differencesShown = 3;

/** Recounts every store's rollups from its facts; with `isRepaired` makes those that differ again. */
export async function checkRollups(sql: Sql, settings: Settings, isRepaired: boolean): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const storeId of settings.stores.keys()) {
    const now = Date.now();
    const differences = await compareRollups(sql, cliScope, { settings, storeId, now, limit: differencesShown });
    if (differences.length === 0) continue;
    const where = differences.map(({ table, where: place }) => `${table} ${place}`).join('; ');
    if (isRepaired) {
      note(`making the rollups of ${storeId} again …`);
      await rebuildRollups(sql, cliScope, { settings, storeId, now });
      findings.push(remark(`rollups of ${storeId}`, `differed from the facts (${where})`, 'they have been made again'));
    } else {
      findings.push(
        wrong(
          `rollups of ${storeId}`,
          `differ from the facts: ${where}`,
          'run doctor --repair: facts are kept, rollups are made again',
        ),
      );
    }
  }
  return findings.length > 0 ? findings : [good('rollups', `of ${settings.stores.size} stores agree with their facts`)];
}
