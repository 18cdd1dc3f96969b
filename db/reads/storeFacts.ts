import type { StoreFacts } from '../rollup/lookout.ts';
import { entryDevices, passersByDevices, salesDevices } from '../rollup/measuring.ts';
import { type QuarterCountRow, quarterCountFields } from '../rollup/quarterRows.ts';
import { type QuarterSaleRow, quarterSaleFields } from '../rollup/saleRows.ts';
import type { Sql } from '../sql/port.ts';
import { type BucketPlan, bucketMs, bucketPlan, type Span, stretchLookaroundMs } from '../time/opening.ts';
import type { Device, Store } from '../vocabulary/place.ts';
import { withCuts } from './cuts.ts';
import { type KnownReports, readStatuses } from './facts.ts';
import { messagesOf } from './messages.ts';
import { columnsAs, wantedRows } from './wanted.ts';

/** Whole business dates of a store, `until` an instant where they are cut. */
export interface Stretch {
  readonly store: Store;
  readonly from: string;
  readonly to: string;
  readonly until?: number;
}

/** What all stretches of a question have in common. */
export interface Known {
  readonly reports: ReadonlyMap<string, KnownReports>;
  readonly ingestGaps: readonly Span[];
}

/** What a stretch is before its rows are read. */
export interface PlannedStretch extends Stretch {
  readonly plan: BucketPlan;
}

/** Reads everything the stretches are tallied from, in a few queries for all of them together; answers in their order. */
export async function readStoreFacts(sql: Sql, stretches: readonly Stretch[], known: Known): Promise<StoreFacts[]> {
  const planned = stretches.map((stretch) => ({
    ...stretch,
    plan: bucketPlan(stretch.store, stretch.from, stretch.to),
  }));
  const counts = await readCounts(sql, planned);
  const sales = await readQuarterSales(sql, planned);
  const statuses = await readStatuses(sql, planned.flatMap(silentSpans(known)));
  const facts: StoreFacts[] = [];
  for (const [i, { store, plan }] of planned.entries()) {
    const rows = sales[i] ?? [];
    const messages = await messagesOf(sql, { store, plan, rows });
    facts.push({ ...known, store, plan, counts: counts[i] ?? [], sales: rows, statuses, messages });
  }
  return withCuts(sql, planned, { facts, reports: known.reports });
}

async function readCounts(sql: Sql, planned: readonly PlannedStretch[]): Promise<QuarterCountRow[][]> {
  const wanted = planned.map(({ store, plan, until }, place) => [
    place,
    store.id,
    plan.startAt,
    Math.min(plan.endAt, until ?? plan.endAt),
  ]);
  return readPlaced<QuarterCountRow>(sql, { table: 'quarter_counts', fields: quarterCountFields, wanted });
}

/** Rows of sales also from before and after, as far as the silence between messages may reach. */
async function readQuarterSales(sql: Sql, planned: readonly PlannedStretch[]): Promise<QuarterSaleRow[][]> {
  const wanted = planned.map(({ store, plan }, place) => {
    const aroundMs = lookaroundMs(store);
    return [place, store.id, plan.startAt - aroundMs, plan.endAt + aroundMs];
  });
  return readPlaced<QuarterSaleRow>(sql, { table: 'quarter_sales', fields: quarterSaleFields, wanted });
}

/** How far before and after a stretch messages matter to it. */
export function lookaroundMs(store: Store): number {
  const silent = salesDevices(store).map((device) => device.silentAfterSeconds * 1000 + bucketMs);
  return Math.min(stretchLookaroundMs, Math.max(0, ...silent));
}

interface PlacedQuestion {
  readonly table: 'quarter_counts' | 'quarter_sales';
  readonly fields: readonly string[];
  /** Rows of place, store, first bucket and end. */
  readonly wanted: readonly (readonly (string | number)[])[];
}

async function readPlaced<Row>(sql: Sql, { table, fields, wanted }: PlacedQuestion): Promise<Row[][]> {
  const lists: Row[][] = wanted.map(() => []);
  const rows = await sql.all<Row & { place: number }>(
    `with ${wantedRows(sql, { place: 'bigint', store_id: 'text', lo: 'bigint', hi: 'bigint' })}
    select wanted.place, ${columnsAs('q', fields)} from wanted cross join ${table} q
    where q.store_id = wanted.store_id and q.bucket >= wanted.lo and q.bucket < wanted.hi
    order by wanted.place, q.bucket`,
    [JSON.stringify(wanted)],
  );
  for (const row of rows) lists[row.place]?.push(row);
  return lists;
}

/** Devices whose statuses say when they were observed; the rows of the others have their problems taken out already. */
function silentSpans(known: Known): (stretch: PlannedStretch) => { deviceId: string; fromAt: number; toAt: number }[] {
  return ({ store, plan }) =>
    judgedBySilence(store)
      .filter((device) => known.reports.get(device.id)?.hasStatusSince != null)
      .map((device) => ({ deviceId: device.id, fromAt: plan.startAt, toAt: plan.endAt }));
}

function judgedBySilence(store: Store): Device[] {
  const counting = [...passersByDevices(store), ...entryDevices(store).map(({ device }) => device)];
  return [...new Set([...salesDevices(store), ...counting.filter((device) => device.mode === 'event')])];
}
