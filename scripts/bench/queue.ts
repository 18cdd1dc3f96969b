/** Queues: percentiles over a year of a chain beside those of a day, from rollups as a chain that ran for it would have them. */
import { join } from 'node:path';
import { type QueueQuestion, readQueueBriefs, readQueues } from '../../db/reads/queues.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import { addQueueTally, emptyQueueTally, type QueueTally } from '../../db/rollup/queueTally.ts';
import { addWait, emptySketch } from '../../db/rollup/waitSketch.ts';
import type { Sql } from '../../db/sql/port.ts';
import { openSqlite } from '../../db/sql/sqlite.ts';
import { addDays, businessDateAt, monthStart, nextMonthStart } from '../../db/time/businessDate.ts';
import { instantOf } from '../../db/time/zone.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import {
  type QueuePartRow,
  type QueueRows,
  queueDayRows,
  queueMonthRows,
  queueQuarterRows,
} from '../../db/writes/queueTables.ts';
import { queueBriefOf } from '../../server/kpi/queue/kpis.ts';
import { doorOf, zone } from './chain.ts';
import { provision } from './house.ts';
import { median, say } from './say.ts';

export interface QueueSize {
  readonly stores: number;
  readonly days: number;
  /** How often each question is asked. */
  readonly times: number;
}

const scope = systemScope('bench');
const quarter = 900_000;
const openQuarters = 48;

/** People whose waits are skewed as queues’ are, the same at every run. */
function peopleOf(seed: number, people: number): QueueTally {
  const tally = { ...emptyQueueTally(), waitSketch: emptySketch(), serviceSketch: emptySketch() };
  for (let i = 0; i < people; i++) {
    const place = ((seed * 7919 + i * 104_729) % 10_007) / 10_007;
    const [waitMs, serviceMs] = [Math.round(-90_000 * Math.log(1 - place)), 30_000 + Math.round(60_000 * place)];
    addWait(tally.waitSketch, waitMs);
    addWait(tally.serviceSketch, serviceMs);
    const sums = { served: 1, reports: 1, waits: 1, waitMs, judged: 1, services: 1, serviceMs };
    addQueueTally(tally, { ...emptyQueueTally(), ...sums, withinTarget: waitMs <= 180_000 ? 1 : 0 });
  }
  return tally;
}

/** Of the tills, and of all queues together, which is the same here. */
function rowsOf(storeId: string, time: string, tally: QueueTally): QueuePartRow[] {
  return ['tills', ''].map((queue) => ({ storeId, time, queue, inWindow: 1, tally }));
}

function put(sql: Sql, { into, values }: QueueRows): Promise<void> {
  return sql.upsertMany(into, values);
}

async function seedStore(
  sql: Sql,
  { days }: QueueSize,
  { store, today }: { store: number; today: string },
): Promise<void> {
  const storeId = doorOf(store).store;
  const months = new Map<string, { dates: number; tally: QueueTally }>();
  // A week of days that differ, again and again: what is read does not know.
  const week = Array.from({ length: 7 }, (_, i) => peopleOf(store * 7 + i, 250));
  for (let i = days; i > 0; i--) {
    const date = addDays(today, -i);
    const tally = week[i % 7] as QueueTally;
    await put(sql, queueDayRows(rowsOf(storeId, date, tally)));
    const month = months.get(monthStart(date)) ?? { dates: 0, tally: emptyQueueTally() };
    const { tally: before } = month;
    const toDate = addQueueTally(addQueueTally(emptyQueueTally(), before), tally);
    await put(sql, queueMonthRows([{ storeId, time: date, queue: '', inWindow: 1, tally: toDate }]));
    months.set(monthStart(date), { dates: month.dates + 1, tally: addQueueTally(month.tally, tally) });
  }
  for (const [first, { dates, tally }] of months) {
    if (addDays(first, dates) === nextMonthStart(first))
      await put(sql, queueMonthRows(rowsOf(storeId, first.slice(0, 7), tally)));
  }
  const opens = (date: string): number => instantOf(zone, date, 9 * 60);
  const part = peopleOf(store, 5);
  const buckets = [
    opens(addDays(today, -days)),
    ...Array.from({ length: openQuarters }, (_, i) => opens(today) + i * quarter),
  ];
  await put(sql, queueQuarterRows(buckets.map((bucket) => ({ storeId, bucket, queue: 'tills', tally: part }))));
}

async function medianOf(times: number, ask: () => Promise<unknown>): Promise<string> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const startedAt = performance.now();
    await ask();
    took.push(performance.now() - startedAt);
  }
  return median(took).toFixed(1);
}

async function measure(
  sql: Sql,
  settings: Settings,
  { size, today }: { size: QueueSize; today: string },
): Promise<void> {
  const storeIds = [...settings.stores.keys()];
  const yesterday = addDays(today, -1);
  const chain = async (from: string, to: string): Promise<void> => {
    const briefs = await readQueueBriefs(sql, scope, { settings, storeIds, from, to });
    for (const period of briefs.values()) if (period !== null) queueBriefOf(period.window);
  };
  const n = size.stores.toLocaleString('en');
  say(`queues of ${n} stores, yesterday, ms`, await medianOf(size.times, () => chain(yesterday, yesterday)));
  say(`queues of ${n} stores, today from quarters, ms`, await medianOf(size.times, () => chain(today, today)));
  say(`queues of ${n} stores, 364 days, ms`, await medianOf(size.times, () => chain(addDays(today, -364), yesterday)));
  const [firstStore = ''] = storeIds;
  const one = (more: Pick<QueueQuestion, 'from' | 'by'>): Promise<unknown> =>
    readQueues(sql, scope, { settings, storeId: firstStore, to: yesterday, hours: 'open', ...more });
  const year = addDays(today, -364);
  say(
    'queues of one store, one day by 15 minutes, ms',
    await medianOf(size.times, () => one({ from: yesterday, by: '15m' })),
  );
  say('queues of one store, one year by day, ms', await medianOf(size.times, () => one({ from: year, by: 'day' })));
}

export async function measureQueue(size: QueueSize): Promise<void> {
  const today = businessDateAt({ timezone: zone, dayStartsAtMinutes: 0 }, Date.now());
  const sql = openSqlite(join(provision('queue', size.stores), 'lintel.db'));
  try {
    for (let store = 0; store < size.stores; store++) {
      await sql.transaction((inside) => seedStore(inside, size, { store, today }));
    }
    await sql.run('delete from stale_days');
    await measure(sql, await loadSettings(sql, scope), { size, today });
  } finally {
    await sql.close();
  }
}
