/** Whole people of a span, shared among quarters by time (contract 3). */
import { businessDate, common, openings, windows } from './calendar.ts';
import { type IntervalItem, quarter, type StoreSpec, type Stretch } from './chain.ts';

export const countNames = ['in', 'out', 'passersBy', 'staffIn', 'staffOut'] as const;
export type CountName = (typeof countNames)[number];
export type Counted = Pick<IntervalItem, CountName>;
/** Whole people by quarter and name; only names that were sent. */
export type ByQuarter = ReadonlyMap<number, Partial<Record<CountName, number>>>;

/** Whole people by time, the largest remainders first, the earliest where they tie. */
export function shared(count: number, parts: readonly number[]): number[] {
  const whole = parts.reduce((a, b) => a + b, 0);
  // Counts times milliseconds of a day may be more than a double holds.
  const exact = parts.map((part) => BigInt(count) * BigInt(part));
  const shares = exact.map((share) => Number(share / BigInt(whole)));
  const rests = exact.map((share, i) => ({ i, rest: share % BigInt(whole) }));
  rests.sort((a, b) => Number(b.rest - a.rest) || a.i - b.i);
  const left = count - shares.reduce((a, b) => a + b, 0);
  for (const { i } of rests.slice(0, left)) shares[i] = (shares[i] ?? 0) + 1;
  return shares;
}

/** Over its time; one longer than an hour over its time inside the window, if there is any. */
function whereSpread(store: StoreSpec, span: Stretch): Stretch[] {
  if (span.to - span.from <= 3_600_000) return [span];
  const open = openings(store, businessDate(store, span.from), businessDate(store, span.to));
  const window = windows(open);
  const inside = window === null ? [span] : common([span], window);
  return inside.length > 0 ? inside : [span];
}

/** The places where a stretch is cut: at quarters, and where something taken out begins or ends. */
function cut({ from, to }: Stretch, takenOut: readonly Stretch[]): Stretch[] {
  const edges = takenOut.flatMap((span) => [span.from, span.to]).filter((at) => at > from && at < to);
  for (let at = (Math.floor(from / quarter) + 1) * quarter; at < to; at += quarter) edges.push(at);
  const marks = [from, ...[...new Set(edges)].sort((a, b) => a - b), to];
  return marks.slice(1).map((end, i) => ({ from: marks[i] ?? from, to: end }));
}

export interface ToSpread extends Stretch {
  readonly people: Counted;
}

/** By quarter, without what lies in spans that were taken out. */
export function spread(store: StoreSpec, { people, ...span }: ToSpread, takenOut: readonly Stretch[]): ByQuarter {
  const pieces = whereSpread(store, span).flatMap((stretch) => cut(stretch, takenOut));
  const parts = pieces.map(({ from, to }) => to - from);
  const isOut = ({ from, to }: Stretch): boolean => takenOut.some((out) => out.from <= from && to <= out.to);
  const quarters = new Map<number, Partial<Record<CountName, number>>>();
  for (const name of countNames) {
    const count = people[name];
    if (count === undefined) continue;
    for (const [i, share] of shared(count, parts).entries()) {
      const piece = pieces[i];
      if (piece === undefined || isOut(piece)) continue;
      const at = Math.floor(piece.from / quarter) * quarter;
      const row = quarters.get(at) ?? {};
      quarters.set(at, row);
      row[name] = (row[name] ?? 0) + share;
    }
  }
  return quarters;
}
