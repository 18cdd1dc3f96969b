import type { StoreFacts } from '../rollup/lookout.ts';
import { eventDevices, salesDevices } from '../rollup/measuring.ts';
import { type QuarterCountRow, quarterCountFields } from '../rollup/quarterRows.ts';
import { type QuarterSaleRow, quarterSaleFields } from '../rollup/saleRows.ts';
import type { Sql, SqlValue } from '../sql/port.ts';
import { type BucketPlan, bucketMs, bucketPlan, type Span, stretchLookaroundMs } from '../time/opening.ts';
import type { Device, Store } from '../vocabulary/place.ts';
import { withCuts } from './cuts.ts';
import { type DeviceSpan, type KnownReports, readStatuses } from './facts.ts';
import { messagesOf } from './messages.ts';
import { readTakeOutSpans } from './takeOutSpans.ts';
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
  readonly sourceGaps?: ReadonlyMap<string, readonly Span[]>;
  readonly now: number;
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
  const silent = planned.flatMap(silentSpans);
  const statuses = await readStatuses(sql, silent.filter(hasSentStatus(known)));
  const takeOuts = await readTakeOutSpans(sql, silent);
  const facts: StoreFacts[] = [];
  for (const [i, { store, plan, until }] of planned.entries()) {
    const rows = { counts: counts[i] ?? [], sales: sales[i] ?? [] };
    const messages = await messagesOf(sql, { store, plan, ...rows });
    const inside = rows.counts.filter(({ bucket }) => bucket >= plan.startAt && bucket < (until ?? plan.endAt));
    facts.push({ ...known, store, plan, counts: inside, sales: rows.sales, statuses, messages, takeOuts });
  }
  return withCuts(sql, planned, { facts, known });
}

/** Where event counters are, rows also from before and after, as far as the silence between messages may reach. */
async function readCounts(sql: Sql, planned: readonly PlannedStretch[]): Promise<QuarterCountRow[][]> {
  const wanted = planned.map(({ store, plan, until }, place) => {
    const aroundMs = lookaroundMs(eventDevices(store));
    const endAt = aroundMs > 0 ? plan.endAt : Math.min(plan.endAt, until ?? plan.endAt);
    return [place, store.id, plan.startAt - aroundMs, endAt + aroundMs];
  });
  return readPlaced(sql, { table: 'quarter_counts', fields: quarterCountFields, wanted }, countRow);
}

/** Rows of sales also from before and after, as far as the silence between messages may reach. */
async function readQuarterSales(sql: Sql, planned: readonly PlannedStretch[]): Promise<QuarterSaleRow[][]> {
  const wanted = planned.map(({ store, plan }, place) => {
    const aroundMs = lookaroundMs(silentDevices(store));
    return [place, store.id, plan.startAt - aroundMs, plan.endAt + aroundMs];
  });
  return readPlaced(sql, { table: 'quarter_sales', fields: quarterSaleFields, wanted }, saleRow);
}

/** How far before and after a stretch messages matter to it. */
function lookaroundMs(devices: readonly Device[]): number {
  const silent = devices.map((device) => device.silentAfterSeconds * 1000 + bucketMs);
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

/** The time of those devices whose statuses and take-outs are asked for: the rows of the others have them taken out already. */
function silentSpans({ store, plan }: PlannedStretch): DeviceSpan[] {
  return silentDevices(store).map((device) => ({ deviceId: device.id, fromAt: plan.startAt, toAt: plan.endAt }));
}

function hasSentStatus(known: Known): (span: DeviceSpan) => boolean {
  return ({ deviceId }) => known.reports.get(deviceId)?.hasStatusSince != null;
}

function silentDevices(store: Store): Device[] {
  return [...new Set([...salesDevices(store), ...eventDevices(store)])];
}
