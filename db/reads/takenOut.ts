import { countQuarters, type QuarterCountRow } from '../rollup/quarterRows.ts';
import { saleQuarters } from '../rollup/saleRows.ts';
import { type TouchedSpan, wholeBuckets } from '../rollup/touched.ts';
import type { Sql } from '../sql/port.ts';
import type { Span } from '../time/opening.ts';
import type { TakeOut } from '../vocabulary/correction.ts';
import type { Settings } from '../vocabulary/place.ts';
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
 * were it the only one.
 */
export async function readTakenOut(sql: Sql, settings: Settings, takeOuts: readonly TakeOut[]): Promise<TakenOut[]> {
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
  return reachOf(span, factsOf(span.deviceId));
}

function reachOf({ deviceId, fromAt, toAt }: TouchedSpan, { intervals }: CountFacts): TouchedSpan {
  const touching = intervals.filter((one) => one.startAt < toAt && one.endAt > fromAt);
  return {
    deviceId,
    fromAt: Math.min(fromAt, ...touching.map((one) => one.startAt)),
    toAt: Math.max(toAt, ...touching.map((one) => one.endAt)),
  };
}

type Counts = Pick<TakenOut, 'in' | 'out' | 'passersBy'>;

const noCounts: Counts = { in: null, out: null, passersBy: null };

function countsOf(place: Installed, takeOut: TakeOut, facts: CountFacts): Counts {
  const [range] = wholeBuckets([reachOf(takeOut, facts)]);
  if (range === undefined) return noCounts;
  const rowsWith = (takeOuts: readonly Span[]): QuarterCountRow[] =>
    countQuarters({ ...place, ...range, ...facts, takeOuts });
  const whole = rowsWith([]);
  const less = rowsWith([{ startAt: takeOut.fromAt, endAt: takeOut.toAt }]);
  const takenOut = (field: 'countIn' | 'countOut' | 'passersBy'): number | null => {
    const all = sumOf(whole, field);
    return all === null ? null : all - (sumOf(less, field) ?? 0);
  };
  return { in: takenOut('countIn'), out: takenOut('countOut'), passersBy: takenOut('passersBy') };
}

function sumOf(rows: readonly QuarterCountRow[], field: 'countIn' | 'countOut' | 'passersBy'): number | null {
  const sent = rows.flatMap((row) => row[field] ?? []);
  return sent.length === 0 ? null : sent.reduce((sum, one) => sum + one, 0);
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
