import { greaterOf, type QueueTally, queueSums } from '../rollup/queueTally.ts';
import { addSketchText, emptySketch } from '../rollup/waitSketch.ts';
import type { Sql, SqlValue } from '../sql/port.ts';
import { columnName } from '../tables/rollups.ts';
import { nextMonthStart } from '../time/businessDate.ts';
import type { StoreDates } from './days.ts';
import { soughtIn, wantedRows } from './wanted.ts';

/** Where a row of a rollup belongs; the tally that is answered is added to. */
export type TallyFor<Time> = (row: {
  /** Of the wanted list. */
  readonly place: number;
  readonly time: Time;
  /** `allQueues` of days and months: all of them together. */
  readonly queue: string;
  /** Of quarters: false, since their rows do not say. */
  readonly isInWindow: boolean;
}) => QueueTally | null;

/** The rows of days and months that hold all queues together; there is one for the window of each that is made, and so can be trusted. */
export const allQueues = '';

export interface RollupNeeds {
  /** Only the rows of all queues together, without sketches of service. */
  readonly isBrief?: boolean;
}

/** A stretch of a store's buckets, [fromAt, toAt). */
export interface BucketStretch {
  readonly storeId: string;
  readonly fromAt: number;
  readonly toAt: number;
}

/** Adds the quarter rows of the stretches where `tallyFor` says. */
export async function addQuarters(
  sql: Sql,
  { wanted, isBrief }: RollupNeeds & { readonly wanted: readonly BucketStretch[] },
  tallyFor: TallyFor<number>,
): Promise<void> {
  if (wanted.length === 0) return;
  const rows = await sql.values(
    `with ${wantedRows(sql, { place: 'bigint', store_id: 'text', lo: 'bigint', hi: 'bigint' })}
    select wanted.place, q.bucket, q.queue, 0, ${tallyColumns(isBrief)} from wanted cross join ${soughtIn(
      sql,
      'quarter_queues',
      { name: 'q', where: 'q.store_id = wanted.store_id and q.bucket >= wanted.lo and q.bucket < wanted.hi' },
    )}`,
    [JSON.stringify(wanted.map(({ storeId, fromAt, toAt }, place) => [place, storeId, fromAt, toAt]))],
  );
  addRows(rows, (row) => tallyFor({ ...row, time: Number(row.time) }));
}

/** Adds the trusted rows of the dates where `tallyFor` says. */
export async function addDays(
  sql: Sql,
  { wanted, isBrief }: RollupNeeds & { readonly wanted: readonly StoreDates[] },
  tallyFor: TallyFor<string>,
): Promise<void> {
  if (wanted.length === 0) return;
  const rows = await sql.values(
    `with ${wantedRows(sql, wantedTimes)}
    select wanted.place, q.date, q.queue, q.in_window, ${tallyColumns(isBrief)} from wanted cross join ${soughtIn(
      sql,
      'queue_days',
      {
        name: 'q',
        where: `q.store_id = wanted.store_id and q.date >= wanted.lo and q.date <= wanted.hi ${ofAll(isBrief)}
          and not exists (select 1 from stale_days s where s.store_id = q.store_id and s.date = q.date)`,
      },
    )}`,
    [paramOf(wanted)],
  );
  addRows(rows, (row) => tallyFor({ ...row, time: String(row.time) }));
}

/** Adds the trusted rows of the months (`YYYY-MM`) where `tallyFor` says. Each is sought by itself: sums to a date lie between them. */
export async function addMonths(
  sql: Sql,
  { wanted, isBrief }: RollupNeeds & { readonly wanted: readonly StoreDates[] },
  tallyFor: TallyFor<string>,
): Promise<void> {
  const months = wanted.flatMap(({ storeId, from, to }, place) =>
    monthsBetween(from, to).map((month) => [place, storeId, month]),
  );
  if (months.length === 0) return;
  const rows = await sql.values(
    `with ${wantedRows(sql, { place: 'bigint', store_id: 'text', month: 'text' })}
    select wanted.place, q.month, q.queue, q.in_window, ${tallyColumns(isBrief)} from wanted cross join ${soughtIn(
      sql,
      'queue_months',
      {
        name: 'q',
        where: `q.store_id = wanted.store_id and q.month = wanted.month ${ofAll(isBrief)}
          and not exists (select 1 from stale_days s where s.store_id = q.store_id
            and s.date >= q.month || '-01' and s.date <= q.month || '-31')`,
      },
    )}`,
    [JSON.stringify(months)],
  );
  addRows(rows, (row) => tallyFor({ ...row, time: String(row.time) }));
}

/**
 * Adds, of each wanted run of dates within a month, the row of all queues together from the month's first to the last of these dates that
 * there is one to, where every date of it is to be trusted.
 */
export async function addToDate(
  sql: Sql,
  { wanted, isBrief }: RollupNeeds & { readonly wanted: readonly StoreDates[] },
  tallyFor: TallyFor<string>,
): Promise<void> {
  const rows = await sql.values(
    `with ${wantedRows(sql, wantedTimes)}
    select wanted.place, q.month, q.queue, q.in_window, ${tallyColumns(isBrief)} from wanted cross join ${soughtIn(
      sql,
      'queue_months',
      {
        name: 'q',
        where: `q.store_id = wanted.store_id and q.month = (select max(m.month) from queue_months m
            where m.store_id = wanted.store_id and m.month >= wanted.lo and m.month <= wanted.hi)
          and not exists (select 1 from stale_days s where s.store_id = q.store_id
            and s.date >= substr(q.month, 1, 7) || '-01' and s.date <= q.month)`,
      },
    )}`,
    [paramOf(wanted)],
  );
  addRows(rows, (row) => tallyFor({ ...row, time: String(row.time) }));
}

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = nextMonthStart(`${month}-01`).slice(0, 7)) months.push(month);
  return months;
}

const wantedTimes = { place: 'bigint', store_id: 'text', lo: 'text', hi: 'text' } as const;

function paramOf(wanted: readonly StoreDates[]): string {
  return JSON.stringify(wanted.map(({ storeId, from, to }, place) => [place, storeId, from, to]));
}

function ofAll(isBrief = false): string {
  return isBrief ? `and q.queue = '${allQueues}'` : '';
}

function tallyColumns(isBrief = false): string {
  const sums = queueSums.map((field) => `q.${columnName(field)}`).join(', ');
  return `${sums}, q.max_length, q.wait_sketch, ${isBrief ? 'null' : 'q.service_sketch'}`;
}

/** After the place, the time, the queue and the part. */
const firstSum = 4;
const afterSums = firstSum + queueSums.length;

function addRows(rows: readonly (readonly SqlValue[])[], tallyFor: TallyFor<SqlValue>): void {
  for (const row of rows) {
    const tally = tallyFor({
      place: Number(row[0]),
      time: row[1] ?? null,
      queue: String(row[2]),
      isInWindow: row[3] === 1,
    });
    if (tally !== null) addRow(tally, row);
  }
}

function addRow(sum: QueueTally, row: readonly SqlValue[]): void {
  for (let i = 0; i < queueSums.length; i++) {
    sum[queueSums[i] as (typeof queueSums)[number]] += row[firstSum + i] as number;
  }
  sum.maxLength = greaterOf(sum.maxLength, row[afterSums] as number | null);
  const [waits, services] = [row[afterSums + 1], row[afterSums + 2]];
  if (typeof waits === 'string') {
    sum.waitSketch ??= emptySketch();
    addSketchText(sum.waitSketch, waits);
  }
  if (typeof services === 'string') {
    sum.serviceSketch ??= emptySketch();
    addSketchText(sum.serviceSketch, services);
  }
}
