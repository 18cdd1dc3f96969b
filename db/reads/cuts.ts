import type { StoreFacts } from '../rollup/lookout.ts';
import { entryDevices, passersByDevices, salesDevices } from '../rollup/measuring.ts';
import { countQuarters, type QuarterCountRow } from '../rollup/quarterRows.ts';
import { type QuarterSaleRow, saleQuarters } from '../rollup/saleRows.ts';
import type { Sql } from '../sql/port.ts';
import { bucketMs, bucketOf } from '../time/opening.ts';
import type { Device } from '../vocabulary/place.ts';
import {
  type DeviceSpan,
  type KnownReports,
  longestIntervals,
  readIntervals,
  readSales,
  readStatuses,
} from './facts.ts';
import type { PlannedStretch } from './storeFacts.ts';

/** A device's buckets that an interval going on at the cut may touch. */
interface Cut extends DeviceSpan {
  readonly place: number;
  readonly device: Device;
  readonly until: number;
}

interface Uncut {
  readonly facts: readonly StoreFacts[];
  readonly reports: ReadonlyMap<string, KnownReports>;
}

/**
 * Where a stretch is cut, the rows around the cut are made again from facts, so that they hold what lies before it and no more.
 * Rows that no interval across the cut can touch stay as they are.
 */
export async function withCuts(
  sql: Sql,
  planned: readonly PlannedStretch[],
  { facts, reports }: Uncut,
): Promise<StoreFacts[]> {
  if (planned.every((stretch) => stretch.until === undefined)) return [...facts];
  const counts = await cutCounts(sql, planned, { facts, reports });
  const sales = await cutSales(sql, planned, facts);
  return facts.map((one, place) => ({
    ...one,
    counts: counts.get(place) ?? one.counts,
    sales: sales.get(place) ?? one.sales,
  }));
}

async function cutCounts(
  sql: Sql,
  planned: readonly PlannedStretch[],
  { facts, reports }: Uncut,
): Promise<Map<number, QuarterCountRow[]>> {
  const cuts = planned.flatMap((stretch, place) => countCuts(stretch, place, reports));
  const intervals = await readIntervals(sql, cuts, longestIntervals(reports));
  const statuses = await readStatuses(sql, cuts);
  const rows = new Map<number, QuarterCountRow[]>();
  for (const [place, one] of facts.entries()) {
    const mine = cuts.filter((cut) => cut.place === place);
    if (mine.length === 0) continue;
    const from = new Map(mine.map((cut) => [cut.deviceId, cut.fromAt]));
    const kept = one.counts.filter((row) => row.bucket < (from.get(row.deviceId) ?? Number.POSITIVE_INFINITY));
    const made = mine.flatMap((cut) =>
      countQuarters({
        ...cut,
        store: one.store,
        intervals: intervals.get(cut.deviceId) ?? [],
        statuses: statuses.get(cut.deviceId) ?? [],
      }),
    );
    rows.set(place, inOrder([...kept, ...made]));
  }
  return rows;
}

function countCuts(
  { store, plan, until }: PlannedStretch,
  place: number,
  reports: ReadonlyMap<string, KnownReports>,
): Cut[] {
  if (until === undefined || until <= plan.startAt || until > plan.endAt) return [];
  const devices = new Set([...passersByDevices(store), ...entryDevices(store).map(({ device }) => device)]);
  return [...devices].map((device) => ({
    place,
    device,
    until,
    deviceId: device.id,
    fromAt: bucketOf(until - (reports.get(device.id)?.longestIntervalMs ?? 0)),
    toAt: Math.ceil(until / bucketMs) * bucketMs,
  }));
}

async function cutSales(
  sql: Sql,
  planned: readonly PlannedStretch[],
  facts: readonly StoreFacts[],
): Promise<Map<number, QuarterSaleRow[]>> {
  const cuts = planned.flatMap(({ store, until }, place) => {
    if (until === undefined || until % bucketMs === 0) return [];
    const span = { place, storeId: store.id, fromAt: bucketOf(until), toAt: until };
    return salesDevices(store).map((device) => ({ ...span, deviceId: device.id }));
  });
  const sales = await readSales(sql, cuts);
  const made = cuts.map((cut) => ({
    place: cut.place,
    rows: saleQuarters({ ...cut, sales: (sales.get(cut.deviceId) ?? []).filter((sale) => isWithin(cut, sale.at)) }),
  }));
  const cutBuckets = new Map(cuts.map((cut) => [cut.place, cut.fromAt]));
  return new Map(
    [...cutBuckets].map(([place, bucket]) => {
      const kept = (facts[place]?.sales ?? []).filter((row) => row.bucket !== bucket);
      return [place, inOrder([...kept, ...made.filter((one) => one.place === place).flatMap((one) => one.rows)])];
    }),
  );
}

function isWithin({ fromAt, toAt }: { readonly fromAt: number; readonly toAt: number }, at: number): boolean {
  return at >= fromAt && at < toAt;
}

function inOrder<Row extends { readonly bucket: number }>(rows: Row[]): Row[] {
  return rows.sort((a, b) => a.bucket - b.bucket);
}
