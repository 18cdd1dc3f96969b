import { runsOf } from '../reads/dayTallies.ts';
import { addDays, addQuarters, allQueues } from '../reads/queueRollups.ts';
import { addQueueTally, emptyQueueTally, type QueueTally } from '../rollup/queueTally.ts';
import type { Sql } from '../sql/port.ts';
import { datesBetween, addDays as daysAfter, monthStart, nextMonthStart } from '../time/businessDate.ts';
import { type BucketPlan, bucketPlan, partAt } from '../time/opening.ts';
import type { Store } from '../vocabulary/place.ts';
import { putQueueDays, putQueueMonths, type QueuePartRow } from './queueTables.ts';

/**
 * Makes what the queues' dates hold again from quarter rows, and the months of which every date is there. Inside the transaction that
 * makes the dates' daily tallies, after these dates are stale no more.
 */
export async function makeQueueDays(sql: Sql, store: Store, dates: readonly string[]): Promise<void> {
  const rows = await dayRows(sql, store, dates);
  for (const date of dates) await sql.run('delete from queue_days where store_id = ? and date = ?', [store.id, date]);
  await putQueueDays(sql, rows);
  for (const first of new Set(dates.map(monthStart))) await makeMonth(sql, store, first);
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

async function makeMonth(sql: Sql, store: Store, first: string): Promise<void> {
  const month = first.slice(0, 7);
  await sql.run('delete from queue_months where store_id = ? and month = ?', [store.id, month]);
  const to = daysAfter(nextMonthStart(first), -1);
  const parts = new Parts(store.id, [month]);
  const dates = new Set<string>();
  await addDays(sql, { wanted: [{ storeId: store.id, from: first, to }] }, ({ time, queue, isInWindow }) => {
    if (queue !== allQueues) return parts.tally({ time: month, queue, inWindow: isInWindow ? 1 : 0 });
    if (isInWindow) dates.add(time);
    return null;
  });
  if (dates.size === datesBetween(first, to).length) await putQueueMonths(sql, parts.withTotals());
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

  /** With the rows of all queues together, of which every time has one inside the window. */
  withTotals(): QueuePartRow[] {
    const own = [...this.#rows.values()];
    for (const time of this.#times) this.tally({ time, queue: allQueues, inWindow: 1 });
    for (const { time, inWindow, tally } of own) addQueueTally(this.tally({ time, queue: allQueues, inWindow }), tally);
    return [...this.#rows.values()];
  }
}
