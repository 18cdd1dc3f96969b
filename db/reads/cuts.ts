import type { StoreFacts } from '../rollup/lookout.ts';
import { entryDevices, passersByDevices, salesDevices } from '../rollup/measuring.ts';
import { countQuarters, type QuarterCountRow } from '../rollup/quarterRows.ts';
import { type QuarterSaleRow, saleQuarters } from '../rollup/saleRows.ts';
import type { Sql } from '../sql/port.ts';
import { bucketMs, bucketOf } from '../time/opening.ts';
import type { Device } from '../vocabulary/place.ts';
import { type CountFactsOf, readCountFacts } from './countFacts.ts';
import { type DeviceSpan, readSales } from './facts.ts';
import type { Known, PlannedStretch } from './storeFacts.ts';
import { readTakeOutSpans } from './takeOutSpans.ts';

/** A device's buckets that are to be made again. */
interface Cut extends DeviceSpan {
  readonly place: number;
  readonly device: Device;
  /** Nothing from here on counts. */
  readonly until?: number;
  /** Everything counts, but nothing from here on was observed. */
  readonly seenUntil?: number;
}

interface Uncut {
  readonly facts: readonly StoreFacts[];
  readonly known: Known;
}

/**
 * Where a stretch is cut, the rows around the cut are made again from facts, so that they hold what lies before it and no more; and
 * where a device's report runs ahead of now, so that the time to come does not count as observed. Other rows stay as they are.
 */
export async function withCuts(
  sql: Sql,
  planned: readonly PlannedStretch[],
  { facts, known }: Uncut,
): Promise<StoreFacts[]> {
  const cuts = planned.flatMap((stretch, place) => countCuts(stretch, place, known));
  const isCut = planned.some((stretch) => stretch.until !== undefined);
  if (cuts.length === 0 && !isCut) return [...facts];
  const counts = await cutCounts(sql, cuts, facts);
  const sales = isCut ? await cutSales(sql, planned, facts) : new Map<number, QuarterSaleRow[]>();
  return facts.map((one, place) => ({
    ...one,
    counts: counts.get(place) ?? one.counts,
    sales: sales.get(place) ?? one.sales,
  }));
}

async function cutCounts(
  sql: Sql,
  cuts: readonly Cut[],
  facts: readonly StoreFacts[],
): Promise<Map<number, QuarterCountRow[]>> {
  const devices = new Map(cuts.map((cut) => [cut.deviceId, cut.device]));
  const near = await readCountFacts(sql, devices, cuts);
  const wide = cuts.map((cut) => widened(cut, near));
  const factsOf = wide.some((cut, i) => cut.fromAt < (cuts[i] as Cut).fromAt)
    ? await readCountFacts(sql, devices, wide)
    : near;
  const rows = new Map<number, QuarterCountRow[]>();
  for (const [place, one] of facts.entries()) {
    const mine = wide.filter((cut) => cut.place === place);
    if (mine.length === 0) continue;
    const isKept = (row: QuarterCountRow): boolean =>
      !mine.some((cut) => cut.deviceId === row.deviceId && row.bucket >= cut.fromAt && row.bucket < cut.toAt);
    const made = mine.flatMap((cut) => countQuarters({ ...cut, store: one.store, ...factsOf(cut.deviceId) }));
    rows.set(place, inOrder([...one.counts.filter(isKept), ...made]));
  }
  return rows;
}

/** From the first bucket on that something going on at the cut began in: it is spread along the cut. */
function widened(cut: Cut, factsOf: CountFactsOf): Cut {
  const { until } = cut;
  if (until === undefined) return cut;
  const goingOn = factsOf(cut.deviceId).intervals.filter((one) => one.startAt < until && one.endAt > until);
  return { ...cut, fromAt: Math.min(cut.fromAt, ...goingOn.map((one) => bucketOf(one.startAt))) };
}

function countCuts({ store, plan, until }: PlannedStretch, place: number, known: Known): Cut[] {
  const at = until ?? known.now;
  if (at <= plan.startAt || at > plan.endAt) return [];
  const devices = new Set([...passersByDevices(store), ...entryDevices(store).map(({ device }) => device)]);
  // A cut on the edge of a bucket still divides what goes on across it.
  const span = { fromAt: bucketOf(at - 1), toAt: Math.ceil(at / bucketMs) * bucketMs };
  return [...devices]
    .filter((device) => until !== undefined || isAhead(known, device))
    .map((device) => ({
      place,
      device,
      deviceId: device.id,
      ...span,
      ...(until === undefined ? { seenUntil: known.now } : { until }),
    }));
}

function isAhead({ reports, now }: Known, device: Device): boolean {
  return device.mode !== 'event' && (reports.get(device.id)?.lastReportAt ?? now) > now;
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
  const takeOuts = await readTakeOutSpans(sql, cuts);
  const made = cuts.map((cut) => ({
    place: cut.place,
    rows: saleQuarters({
      ...cut,
      sales: (sales.get(cut.deviceId) ?? []).filter((sale) => isWithin(cut, sale.at)),
      takeOuts: takeOuts.get(cut.deviceId) ?? [],
    }),
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
