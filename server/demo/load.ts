import { rmSync } from 'node:fs';
import { readLastHeard } from '../../db/reads/lastHeard.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import { isMigrated, migrate } from '../../db/sql/migrate.ts';
import { openSql, sqlitePath } from '../../db/sql/open.ts';
import type { Sql } from '../../db/sql/port.ts';
import { dayMs } from '../../db/time/calendar.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { type DemoMark, readDemoMark, writeDemoMark } from '../../db/writes/demoMark.ts';
import { saveMembership } from '../../db/writes/people.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { createPerson, type People } from '../auth/people.ts';
import { openFeed } from '../cli/feed.ts';
import { auditDoors } from './audited.ts';
import { demoPlaces, type History, tellOlder, tellRecent } from './history.ts';
import { demoSettings } from './provision.ts';
import { reportRecent, tellLate } from './restated.ts';
import { setUpService } from './serviceSetUp.ts';
import { storyOf } from './story.ts';

const scope = systemScope('demo');
const hourMs = 3_600_000;

/** Five weeks are there before the first screen, thirteen months soon after. */
const recentDays = 36;
const historyDays = 397;
/** Older sample data is made anew: its "today" would begin with a hole. */
const tooOldDays = 2;
/** The story of what went wrong is told from the loading day, and grows stale. */
const staleStoryDays = 21;

export const demoAccount = { name: 'Demo Owner', email: 'owner@demo.example', password: 'lintel-demo' } as const;

/** The demo's database, loaded up to now. */
export interface LoadedDemo {
  readonly sql: Sql;
  readonly mark: DemoMark;
  readonly history: History;
  /** By device id: what the simulated devices sign in with. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Where the simulated devices go on; epoch ms. */
  readonly loadedTo: number;
}

async function openMigrated(dataDir: string): Promise<Sql> {
  const sql = openSql({ databaseUrl: undefined, dataDir });
  if (!(await isMigrated(sql))) await migrate(sql);
  return sql;
}

async function lastReportAt(sql: Sql): Promise<number | null> {
  const settings = await loadSettings(sql, scope);
  const heard = await readLastHeard(sql, scope, { settings, storeIds: [...settings.stores.keys()] });
  const times = heard.flatMap(({ reportedAt: at }) => (at === null ? [] : [at]));
  return times.length === 0 ? null : Math.max(...times);
}

function removeDatabase(dataDir: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${sqlitePath(dataDir)}${suffix}`, { force: true });
}

/** The demo's database with its mark; made anew where what is there is too old. */
async function openDemo(dataDir: string, now: number): Promise<{ sql: Sql; mark: DemoMark | null }> {
  const sql = await openMigrated(dataDir);
  const mark = await readDemoMark(sql, scope);
  if (mark === null) {
    if ((await loadSettings(sql, scope)).stores.size === 0) return { sql, mark };
    await sql.close();
    throw new AppError(
      'conflict',
      `${dataDir} holds stores that are not the demo's: name another folder with DATA_DIR`,
    );
  }
  const last = await lastReportAt(sql);
  const isFresh = last !== null && now - last < tooOldDays * dayMs && now - mark.loadedAt < staleStoryDays * dayMs;
  if (isFresh) return { sql, mark };
  await sql.close();
  removeDatabase(dataDir);
  return { sql: await openMigrated(dataDir), mark: null };
}

async function createOwner(sql: Sql, people: People): Promise<void> {
  const found = await (await people.$context).internalAdapter.findUserByEmail(demoAccount.email);
  if (found !== null) return;
  const userId = await createPerson(people, demoAccount);
  await saveMembership(sql, scope, { userId, role: 'owner', storeIds: [], regionIds: [] });
}

export interface DemoLoad {
  readonly dataDir: string;
  readonly now: number;
  readonly peopleOver: (sql: Sql) => People;
}

/** Sets the chain up and loads its last five weeks, or what is missing since the demo ran last. */
export async function loadDemo({ dataDir, now, peopleOver }: DemoLoad): Promise<LoadedDemo> {
  const { sql, mark: found } = await openDemo(dataDir, now);
  const recentFrom = Math.floor((now - recentDays * dayMs) / hourMs) * hourMs;
  const mark = found ?? { loadedAt: now, reachesBackTo: recentFrom };
  const installedAt = Math.floor((mark.loadedAt - historyDays * dayMs) / hourMs) * hourMs;
  const changes = await applySettings(sql, scope, demoSettings(installedAt));
  const secrets = new Map(
    changes.flatMap(({ subject, secret }) => (secret === undefined ? [] : [[subject.replace('device ', ''), secret]])),
  );
  await createOwner(sql, peopleOver(sql));
  const settings = await loadSettings(sql, scope);
  const history = { feed: openFeed(sql, settings), places: demoPlaces(settings), story: storyOf(mark.loadedAt) };
  const loadedTo = Math.floor(now / 1000) * 1000;
  const from = found === null ? recentFrom : ((await lastReportAt(sql)) ?? recentFrom);
  await tellRecent(history, { startAt: from, endAt: loadedTo });
  if (found === null) {
    await reportRecent(sql, settings, loadedTo);
    await tellLate(history);
    await auditDoors(sql, { settings, now: loadedTo });
    await setUpService(sql, { settings, now: loadedTo });
  }
  await writeDemoMark(sql, scope, mark);
  return { sql, mark, history, secrets, loadedTo };
}

/** Loads the year before, piece by piece, with a breath between for the server beside it. */
export async function loadOlder({ sql, mark, history }: LoadedDemo, breathe: () => Promise<boolean>): Promise<void> {
  const startAt = Math.floor((mark.loadedAt - historyDays * dayMs) / hourMs) * hourMs;
  let reached = mark.reachesBackTo;
  await tellOlder({
    ...history,
    span: { startAt, endAt: mark.reachesBackTo },
    goOn: async (reachesBackTo) => {
      if (reachesBackTo < reached) await writeDemoMark(sql, scope, { ...mark, reachesBackTo });
      reached = Math.min(reached, reachesBackTo);
      return breathe();
    },
  });
}
