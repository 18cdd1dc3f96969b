import type { ServiceTime } from './staffing.ts';

export interface KnownServiceTime extends ServiceTime {
  readonly people: number;
  readonly from: 'visits' | 'receipts';
}

/** Fewer say little of a mean, and less of how much it varies. */
export const leastServed = 30;
/** Between two receipts so far apart the till was closed, or nobody came. */
const longestGapMs = 15 * 60_000;
/** A length holds until the next, at most so long (contract 3). */
const lengthHoldsMs = 10 * 60_000;

export interface Sums {
  readonly people: number;
  readonly seconds: number;
  readonly squaredSeconds: number;
}

/** The mean service time and its squared coefficient of variation; null where too few were measured. */
export function serviceTimeOf(
  { people, seconds, squaredSeconds }: Sums,
  from: KnownServiceTime['from'],
): KnownServiceTime | null {
  const meanSeconds = seconds / people;
  if (people < leastServed || !(meanSeconds > 0)) return null;
  const variance = Math.max(0, squaredSeconds / people - meanSeconds * meanSeconds);
  return { meanSeconds, variation: variance / (meanSeconds * meanSeconds), people, from };
}

export interface TillsAndLine {
  /** In order of till and time; epoch ms. */
  readonly receipts: readonly { readonly till: string; readonly at: number }[];
  /** Of the one line before them, in order of time. */
  readonly lengths: readonly { readonly at: number; readonly length: number }[];
}

/**
 * Gaps between consecutive receipts of one till that began while somebody was waiting: the till goes straight on to the next customer,
 * so that the gap is how long that one takes. An estimate: paying late in the service or tidying up is in it.
 */
export function gapSums({ receipts, lengths }: TillsAndLine): Sums {
  const sums = { people: 0, seconds: 0, squaredSeconds: 0 };
  receipts.forEach((receipt, i) => {
    const next = receipts[i + 1];
    if (next?.till !== receipt.till || next.at === receipt.at || next.at - receipt.at > longestGapMs) return;
    if (lengthAt(lengths, receipt.at) < 1) return;
    const seconds = (next.at - receipt.at) / 1000;
    sums.people++;
    sums.seconds += seconds;
    sums.squaredSeconds += seconds * seconds;
  });
  return sums;
}

/** 0 where it is not known. */
function lengthAt(lengths: TillsAndLine['lengths'], at: number): number {
  let low = 0;
  let high = lengths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lengths[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const last = lengths[low - 1];
  return last !== undefined && at - last.at < lengthHoldsMs ? last.length : 0;
}
