import { countQuarters, type QuarterCountRow } from '../rollup/quarterRows.ts';
import { saleQuarters } from '../rollup/saleRows.ts';
import { type TouchedSpan, wholeBuckets } from '../rollup/touched.ts';
import { requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import type { Span } from '../time/opening.ts';
import type { TakeOut } from '../vocabulary/correction.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { type CountFacts, readCountFacts } from './countFacts.ts';
import { readSales } from './facts.ts';
import { type Installed, installed } from './rowsFromFacts.ts';

/** What a device counted and sold in a span that was taken out; null: nothing of the kind was sent. */
export interface TakenOut {
  readonly in: number | null;
  readonly out: number | null;
  readonly passersBy: number | null;
  readonly purchases: number | null;
  readonly netSalesMinor: number | null;
}

/**
 * What each of the take-outs keeps out of the figures, in their order: exactly what its counts and sales would be more without it,
 * were it the only one. One of a store that the scope may not see is `not_found`.
 */
export async function readTakenOut(
  sql: Sql,
  scope: Scope,
  { settings, takeOuts }: { readonly settings: Settings; readonly takeOuts: readonly TakeOut[] },
): Promise<TakenOut[]> {
  for (const { storeId } of takeOuts) requireStore(scope, settings, storeId);
  const factsOf = await readCountFacts(sql, settings.devices, takeOuts);
  const found: TakenOut[] = [];
  for (const takeOut of takeOuts) {
    const place = installed(settings, takeOut.deviceId);
    const counts = place === undefined ? noCounts : countsOf(place, takeOut, factsOf(takeOut.deviceId));
    found.push({ ...counts, ...(await salesOf(sql, takeOut)) });
  }
  return found;
}

/** The stretch whose figures change with a take-out: an interval that reaches beyond it is spread anew as a whole. */
export async function readReach(sql: Sql, settings: Settings, span: TouchedSpan): Promise<TouchedSpan> {
  const factsOf = await readCountFacts(sql, settings.devices, [span]);
  return reachOf(span, factsOf(span.deviceId).intervals);
}

function reachOf({ deviceId, fromAt, toAt }: TouchedSpan, intervals: readonly Span[]): TouchedSpan {
  const reach = { deviceId, fromAt, toAt };
  for (const one of intervals) {
    if (one.startAt >= toAt || one.endAt <= fromAt) continue;
    reach.fromAt = Math.min(reach.fromAt, one.startAt);
    reach.toAt = Math.max(reach.toAt, one.endAt);
  }
  return reach;
}

type Counts = Pick<TakenOut, 'in' | 'out' | 'passersBy'>;

const noCounts: Counts = { in: null, out: null, passersBy: null };

/** What lies wholly in the span is simply added up; only what reaches beyond it is spread with and without its edges. */
function countsOf(place: Installed, takeOut: TakeOut, facts: CountFacts): Counts {
  const span = { startAt: takeOut.fromAt, endAt: takeOut.toAt };
  const isInside = (one: Span): boolean => one.startAt >= span.startAt && one.endAt <= span.endAt;
  const touching = facts.intervals.filter((one) => one.startAt < span.endAt && one.endAt > span.startAt);
  const crossing = crossingCounts(place, takeOut, { ...facts, intervals: touching.filter((one) => !isInside(one)) });
  const inside = touching.filter(isInside);
  const seen = facts.events.filter((one) => one.at >= span.startAt && one.at < span.endAt);
  const eventsOf = (direction: 'in' | 'out' | 'passerBy'): number[] =>
    seen.filter((one) => one.direction === direction).map((one) => one.count);
  // Who tells of one direction of a door would have told of the other.
  const isDoor = seen.some((one) => one.direction !== 'passerBy') ? [0] : [];
  return {
    in: sumOf([...crossing.in, ...inside.flatMap((one) => one.in ?? []), ...isDoor, ...eventsOf('in')]),
    out: sumOf([...crossing.out, ...inside.flatMap((one) => one.out ?? []), ...isDoor, ...eventsOf('out')]),
    passersBy: sumOf([...crossing.passersBy, ...inside.flatMap((one) => one.passersBy ?? []), ...eventsOf('passerBy')]),
  };
}

/** What intervals that reach beyond the span would count more without it; empty where none of them carries a direction. */
function crossingCounts(place: Installed, takeOut: TakeOut, { intervals }: CountFacts): Record<keyof Counts, number[]> {
  const facts = { intervals, events: [], statuses: [], uncounted: [] };
  const [range] = wholeBuckets([reachOf(takeOut, intervals)]);
  const rowsWith = (takeOuts: readonly Span[]): QuarterCountRow[] =>
    range === undefined || intervals.length === 0 ? [] : countQuarters({ ...place, ...range, ...facts, takeOuts });
  const whole = rowsWith([]);
  const less = rowsWith([{ startAt: takeOut.fromAt, endAt: takeOut.toAt }]);
  const takenOut = (field: 'countIn' | 'countOut' | 'passersBy'): number[] => {
    const all = sumOf(whole.flatMap((row) => row[field] ?? []));
    return all === null ? [] : [all - (sumOf(less.flatMap((row) => row[field] ?? [])) ?? 0)];
  };
  return { in: takenOut('countIn'), out: takenOut('countOut'), passersBy: takenOut('passersBy') };
}

function sumOf(counts: readonly number[]): number | null {
  return counts.length === 0 ? null : counts.reduce((sum, one) => sum + one, 0);
}

async function salesOf(sql: Sql, takeOut: TakeOut): Promise<Pick<TakenOut, 'purchases' | 'netSalesMinor'>> {
  const { storeId, deviceId } = takeOut;
  const sales = (await readSales(sql, [takeOut])).get(deviceId) ?? [];
  if (sales.length === 0) return { purchases: null, netSalesMinor: null };
  const rows = saleQuarters({ storeId, deviceId, sales });
  return {
    purchases: rows.reduce((sum, row) => sum + row.purchases, 0),
    netSalesMinor: rows.reduce((sum, row) => sum + row.grossMinor - row.returnsMinor, 0),
  };
}
