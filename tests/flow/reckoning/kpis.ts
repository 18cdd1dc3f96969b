/** Sums to the answer's figures. */

import { type Step, steps } from './coverage.ts';
import { added, type Part, type Reckoned, type Seen } from './figures.ts';

const ratio = (over: number, of: number): number | null => (of === 0 ? null : over / of);

function halfAway(value: number | null): number | null {
  return value === null ? null : Math.sign(value) * Math.round(Math.abs(value)) + 0;
}

/** 95 % by Wilson; null where it is no share. */
export function wilson(over: number, of: number): [number, number] | null {
  if (of <= 0 || over < 0 || over > of) return null;
  const z = 1.959963984540054;
  const p = over / of;
  const middle = p + (z * z) / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return [(middle - half) / (1 + (z * z) / of), (middle + half) / (1 + (z * z) / of)];
}

export interface KpiContext {
  /** The period's dates that are over. */
  readonly complete: Part;
  readonly isAll: boolean;
  readonly isPartial: boolean;
}

export interface Expected {
  readonly [name: string]: unknown;
  readonly coverage: Record<Step, number | null>;
  readonly flags: readonly string[];
  readonly outsideHours: object;
  readonly otherChannels: object;
}

export function seenOf(part: Part, hasDevice: Reckoned['hasDevice']): Seen {
  return {
    passersBy: hasDevice.passersBy && part.isSeen.passersBy,
    entries: hasDevice.entries && part.isSeen.entries,
    exits: hasDevice.entries && part.isSeen.exits,
    purchases: hasDevice.purchases && part.isSeen.purchases,
  };
}

function isImbalanced({ sums }: Part): boolean {
  const most = Math.max(sums.in, sums.out);
  return most >= 50 && Math.abs(sums.in - sums.out) / most > 0.1;
}

export function kpisOf(reckoned: Reckoned, { isAll, isPartial, complete }: KpiContext): Expected {
  const { inside, outside, coverage, hasDevice } = reckoned;
  const part = isAll ? added(inside, outside) : inside;
  const { sums } = part;
  const measured = seenOf(part, hasDevice);
  const beyond = seenOf(added(inside, outside), hasDevice);
  const ifSold = (value: number): number | null => (measured.purchases ? value : null);
  const net = sums.gross - sums.returns;
  const shares = Object.fromEntries(
    steps.map((step) => [step, ratio(coverage[step].observed, coverage[step].expected)]),
  ) as Record<Step, number | null>;
  const captureRate = ratio(sums.captureOver, sums.captureOf);
  const conversionRate = ratio(sums.conversionOver, sums.conversionOf);
  const entries = measured.entries ? sums.entries : null;
  const flags = {
    low_coverage: steps.some((step) => (shares[step] ?? 1) < 0.7),
    coarse: part.isCoarse,
    conversion_over_100: (conversionRate ?? 0) > 1,
    capture_over_100: (captureRate ?? 0) > 1,
    sales_without_entries: sums.purchases > 0 && entries === 0,
    entry_exit_imbalance: isImbalanced(complete),
    partial: isPartial,
  };
  return {
    passersBy: measured.passersBy ? sums.passersBy : null,
    entries,
    exits: measured.exits ? sums.exits : null,
    purchases: ifSold(sums.purchases),
    grossSalesMinor: ifSold(sums.gross),
    returnsMinor: ifSold(sums.returns),
    netSalesMinor: ifSold(net),
    netSalesExTaxMinor: sums.taxed === sums.receipts ? ifSold(net - sums.tax) : null,
    items: sums.carrying > 0 || sums.purchases === 0 ? ifSold(sums.items) : null,
    unitsPerTransaction: ratio(sums.items, sums.carrying),
    captureRate,
    conversionRate,
    averageCheckMinor: halfAway(ratio(net, sums.purchases)),
    salesPerVisitorMinor: halfAway(ratio(sums.visitorNet, sums.conversionOf)),
    captureInterval: wilson(sums.captureOver, sums.captureOf),
    conversionInterval: wilson(sums.conversionOver, sums.conversionOf),
    coverage: shares,
    outsideHours: {
      entries: beyond.entries ? outside.sums.entries : null,
      purchases: beyond.purchases ? outside.sums.purchases : null,
      netSalesMinor: beyond.purchases ? outside.sums.gross - outside.sums.returns : null,
    },
    otherChannels: { transactions: ifSold(sums.other), netSalesMinor: ifSold(sums.otherNet) },
    flags: Object.keys(flags).filter((flag) => flags[flag as keyof typeof flags]),
  };
}
