import type { StoreFacts } from '../rollup/lookout.ts';
import { entryDevices, passersByDevices, salesDevices } from '../rollup/measuring.ts';
import { type QuarterCountRow, quarterCountFields } from '../rollup/quarterRows.ts';
import { type QuarterSaleRow, quarterSaleFields } from '../rollup/saleRows.ts';
import type { Sql, SqlValue } from '../sql/port.ts';
import { type BucketPlan, bucketMs, bucketPlan, type Span, stretchLookaroundMs } from '../time/opening.ts';
import type { Device, Store } from '../vocabulary/place.ts';
import { withCuts } from './cuts.ts';
import { type KnownReports, readStatuses } from './facts.ts';
import { messagesOf } from './messages.ts';
import { columnsAs, soughtIn, wantedRows } from './wanted.ts';

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
  return readPlaced(sql, { table: 'quarter_counts', fields: quarterCountFields, wanted }, countRow);
}

/** Rows of sales also from before and after, as far as the silence between messages may reach. */
async function readQuarterSales(sql: Sql, planned: readonly PlannedStretch[]): Promise<QuarterSaleRow[][]> {
  const wanted = planned.map(({ store, plan }, place) => {
    const aroundMs = lookaroundMs(store);
    return [place, store.id, plan.startAt - aroundMs, plan.endAt + aroundMs];
  });
  return readPlaced(sql, { table: 'quarter_sales', fields: quarterSaleFields, wanted }, saleRow);
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

/** Rows are read as arrays, since a chain's day is a hundred thousand of them, and objects take twice as long. */
async function readPlaced<Row>(
  sql: Sql,
  { table, fields, wanted }: PlacedQuestion,
  rowOf: (values: readonly SqlValue[]) => Row,
): Promise<Row[][]> {
  const lists: Row[][] = wanted.map(() => []);
  const rows = await sql.values(
    `with ${wantedRows(sql, { place: 'bigint', store_id: 'text', lo: 'bigint', hi: 'bigint' })}
    select ${columnsAs('q', fields)}, wanted.place from wanted cross join ${soughtIn(sql, table, {
      name: 'q',
      where: 'q.store_id = wanted.store_id and q.bucket >= wanted.lo and q.bucket < wanted.hi',
    })}
    order by wanted.place, q.bucket`,
    [JSON.stringify(wanted)],
  );
  for (const values of rows) lists[values[fields.length] as number]?.push(rowOf(values));
  return lists;
}

/** From the values of `quarterCountFields`, in their order; the casts hold because the columns are of these types. */
function countRow(values: readonly SqlValue[]): QuarterCountRow {
  return {
    storeId: values[0] as string,
    bucket: values[1] as number,
    deviceId: values[2] as string,
    countIn: values[3] as number | null,
    countOut: values[4] as number | null,
    passersBy: values[5] as number | null,
    staffIn: values[6] as number | null,
    staffOut: values[7] as number | null,
    inMs: values[8] as number,
    outMs: values[9] as number,
    bothMs: values[10] as number,
    passersByMs: values[11] as number,
    coarse: values[12] as number,
    firstAt: values[13] as number | null,
    lastAt: values[14] as number | null,
    messages: values[15] as number,
  };
}

/** From the values of `quarterSaleFields`, in their order; the casts hold because the columns are of these types. */
function saleRow(values: readonly SqlValue[]): QuarterSaleRow {
  return {
    storeId: values[0] as string,
    bucket: values[1] as number,
    deviceId: values[2] as string,
    purchases: values[3] as number,
    grossMinor: values[4] as number,
    returnsMinor: values[5] as number,
    netTaxMinor: values[6] as number,
    receipts: values[7] as number,
    receiptsWithTax: values[8] as number,
    items: values[9] as number,
    purchasesWithItems: values[10] as number,
    otherTransactions: values[11] as number,
    otherNetMinor: values[12] as number,
    firstAt: values[13] as number,
    lastAt: values[14] as number,
    messages: values[15] as number,
  };
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
