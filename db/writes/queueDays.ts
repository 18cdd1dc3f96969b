import { runsOf } from '../reads/dayTallies.ts';
import { addDays, addQuarters, allQueues } from '../reads/queueRollups.ts';
import { addQueueTally, emptyQueueTally, type QueueTally } from '../rollup/queueTally.ts';
import type { Sql } from '../sql/port.ts';
import { datesBetween, addDays as daysAfter, monthStart, nextMonthStart } from '../time/businessDate.ts';
import { type BucketPlan, bucketPlan, partAt } from '../time/opening.ts';
import type { Store } from '../vocabulary/place.ts';
import { putQueueRows, type QueuePartRow, queueDayRows, queueMonthRows } from './queueTables.ts';

/**
 * Makes what the queues' dates hold again from quarter rows, and the months of which every date is there. Inside the transaction that
 * makes the dates' daily tallies, after these dates are stale no more.
 */
export async function makeQueueDays(sql: Sql, store: Store, dates: readonly string[]): Promise<void> {
  const rows = await dayRows(sql, store, dates);
  for (const date of dates) await sql.run('delete from queue_days where store_id = ? and date = ?', [store.id, date]);
  await putQueueRows(sql, queueDayRows(rows));
  for (const first of new Set(dates.map(monthStart))) {
    const since = dates.find((date) => monthStart(date) === first) ?? first;
    await makeMonth(sql, store, { first, since });
  }
}

/** None where the store's queues were never measured. */
async function dayRows(sql: Sql, store: Store, dates: readonly string[]): Promise<QueuePartRow[]> {
  const found = await sql.all('select 1 as one from quarter_queues where store_id = ? limit 1', [store.id]);
  if (found.length === 0) return [];
  const runs = runsOf(dates).map(({ from, to }) => bucketPlan(store, from, to));
  const parts = new Parts(store.id, dates);
  const wanted = runs.map(({ startAt, endAt }) => ({ storeId: store.id, fromAt: startAt, toAt: endAt }));
  await addQuarters(sql, { wanted }, ({ place, time, queue }) => {
    const { date, isInWindow } = partAt(runs[place] as BucketPlan, time);
    return parts.tally({ time: date, queue, inWindow: isInWindow ? 1 : 0 });
  });
  return parts.withTotals();
}

/** Its sums since the first to each date from `since` on too: a part of a month is the difference of two of them. */
async function makeMonth(
  sql: Sql,
  store: Store,
  { first, since }: { readonly first: string; readonly since: string },
): Promise<void> {
  const month = first.slice(0, 7);
  const to = daysAfter(nextMonthStart(first), -1);
  await sql.run('delete from queue_months where store_id = ? and (month = ? or (month >= ? and month <= ?))', [
    ...[store.id, month],
    ...[since, to],
  ]);
  const parts = new Parts(store.id, [month]);
  const days = new Parts(store.id, []);
  const dates = new Set<string>();
  await addDays(sql, { wanted: [{ storeId: store.id, from: first, to }] }, ({ time, queue, isInWindow }) => {
    if (queue !== allQueues) return parts.tally({ time: month, queue, inWindow: isInWindow ? 1 : 0 });
    if (isInWindow) dates.add(time);
    return days.tally({ time, queue, inWindow: isInWindow ? 1 : 0 });
  });
  await putQueueRows(sql, queueMonthRows(toDate(days.rows(), { first, since })));
  if (dates.size === datesBetween(first, to).length) await putQueueRows(sql, queueMonthRows(parts.withTotals()));
}

/** Of the dates of which all before them in the month are there. */
function toDate(days: readonly QueuePartRow[], { first, since }: { first: string; since: string }): QueuePartRow[] {
  const byTime = new Map(days.map((row) => [`${row.time} ${row.inWindow}`, row]));
  const sums = { 0: emptyQueueTally(), 1: emptyQueueTally() };
  const rows: QueuePartRow[] = [];
  for (let date = first; byTime.has(`${date} 1`); date = daysAfter(date, 1)) {
    for (const inWindow of [1, 0] as const) {
      const day = byTime.get(`${date} ${inWindow}`);
      if (day !== undefined) addQueueTally(sums[inWindow], day.tally);
      if (date < since || (inWindow === 0 && isNothing(sums[0]))) continue;
      const tally = addQueueTally(emptyQueueTally(), sums[inWindow]);
      rows.push({ storeId: byTime.get(`${date} 1`)?.storeId ?? '', time: date, queue: allQueues, inWindow, tally });
    }
  }
  return rows;
}

function isNothing(tally: QueueTally): boolean {
  return tally.reports === 0 && tally.knownMs === 0;
}

type Key = Omit<QueuePartRow, 'storeId' | 'tally'>;

/** Rows in the making. */
class Parts {
  readonly #storeId: string;
  readonly #times: readonly string[];
  readonly #rows = new Map<string, QueuePartRow>();

  constructor(storeId: string, times: readonly string[]) {
    this.#storeId = storeId;
    this.#times = times;
  }

  tally(key: Key): QueueTally {
    const text = `${key.time} ${key.inWindow} ${key.queue}`;
    let row = this.#rows.get(text);
    if (row === undefined) {
      row = { storeId: this.#storeId, ...key, tally: emptyQueueTally() };
      this.#rows.set(text, row);
    }
    return row.tally;
  }

  rows(): QueuePartRow[] {
    return [...this.#rows.values()];
  }

  /** With the rows of all queues together, of which every time has one inside the window. */
  withTotals(): QueuePartRow[] {
    const own = [...this.#rows.values()];
    for (const time of this.#times) this.tally({ time, queue: allQueues, inWindow: 1 });
    for (const { time, inWindow, tally } of own) addQueueTally(this.tally({ time, queue: allQueues, inWindow }), tally);
    return [...this.#rows.values()];
  }
}
