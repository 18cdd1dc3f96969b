import { movedToJoining, type ShopQuarter } from './joining.ts';
import { type Slope, slopeWithinGroups } from './regression.ts';

/*
 * What waiting above the target cost: conversion of 15-minute quarters beside their waits, compared only within the same weekday and
 * hour. Measured waits alone: Little's law divides by purchases, which stand on the other side here.
 */

export interface QueueCost {
  readonly lostPurchases: number;
  /** 95 %. */
  readonly interval: readonly [number, number];
  /** Of the quarters that were compared; null: nothing was bought in them. */
  readonly averageCheckMinor: number | null;
  /** Change of the conversion rate with each minute above the target. */
  readonly conversionPerMinute: number;
}

/**
 * Why nothing is said. `noWaits`: none were measured; `noConversion`: entries and purchases were known in none of the quarters with
 * waits; `later`: purchases fell while people waited, and came back when they had waited.
 */
export type CostSilence =
  | 'noWaits'
  | 'noConversion'
  | 'neverAbove'
  | 'fewAbove'
  | 'fewBelow'
  | 'fewDates'
  | 'uncertain'
  | 'later';

export interface CostResult {
  /** Quarters of weekday-hours that had some above the target and some not, those above, and their dates. */
  readonly used: number;
  readonly aboveTarget: number;
  readonly dates: number;
  readonly cost: QueueCost | null;
  readonly why: CostSilence | null;
}

export const leastDates = 20;
export const leastQuarters = 30;

/**
 * A weighted regression of conversion on minutes above the target with a level of its own for every weekday and hour, each quarter
 * weighing as its entries, over the weekday-hours in which there were quarters above the target and others that were not; the interval
 * is of whole dates drawn anew. Lost purchases = −slope × Σ entries × minutes above. Said only where the interval lies below 0, and
 * still does when every purchase is counted at the time its buyer joined: one that was made later is not lost.
 * Left out: quarters without entries, without measured waits, or in which entries or purchases are not valid.
 */
export function queueCostOf(quarters: readonly ShopQuarter[]): CostResult {
  const measured = quarters.filter(isMeasured);
  const shared = sharedHours(measured);
  const used = measured.filter((quarter) => shared.has(groupOf(quarter)));
  const above = used.filter((quarter) => quarter.minutesAbove > 0);
  const counts = { used: used.length, aboveTarget: above.length, dates: new Set(used.map(({ date }) => date)).size };
  const silent = (why: CostSilence): CostResult => ({ ...counts, cost: null, why });
  const why = measured.length === 0 ? silenceOfNone(quarters) : silenceOf(measured, counts);
  if (why !== null) return silent(why);
  const slope = conversionSlope(used);
  if (slope === null || slope.high >= 0) return silent('uncertain');
  const moved = movedToJoining(quarters).filter((quarter) => isMeasured(quarter) && shared.has(groupOf(quarter)));
  const slopeOfMoved = conversionSlope(moved);
  if (slopeOfMoved === null || slopeOfMoved.high >= 0) return silent('later');
  return { ...counts, cost: costOf(used, slope), why: null };
}

function costOf(used: readonly ShopQuarter[], slope: Slope): QueueCost {
  const exposed = sumOf(used, (quarter) => (quarter.entries ?? 0) * quarter.minutesAbove);
  const purchases = sumOf(used, (quarter) => quarter.purchases ?? 0);
  return {
    lostPurchases: -slope.middle * exposed,
    interval: [-slope.high * exposed, -slope.low * exposed],
    averageCheckMinor: purchases > 0 ? sumOf(used, (quarter) => quarter.netSalesMinor) / purchases : null,
    conversionPerMinute: slope.middle,
  };
}

function conversionSlope(quarters: readonly ShopQuarter[]): Slope | null {
  return slopeWithinGroups(
    quarters.map((quarter) => {
      const weight = quarter.entries ?? 0;
      const y = (quarter.purchases ?? 0) / weight;
      return { cluster: quarter.date, group: groupOf(quarter), weight, x: quarter.minutesAbove, y };
    }),
  );
}

function isMeasured({ entries, purchases, waitSeconds }: ShopQuarter): boolean {
  return entries !== null && entries > 0 && purchases !== null && waitSeconds !== null;
}

function silenceOfNone(quarters: readonly ShopQuarter[]): CostSilence {
  return quarters.every(({ waitSeconds }) => waitSeconds === null) ? 'noWaits' : 'noConversion';
}

function silenceOf(
  measured: readonly ShopQuarter[],
  { used, aboveTarget, dates }: Pick<CostResult, 'used' | 'aboveTarget' | 'dates'>,
): CostSilence | null {
  if (measured.every((quarter) => quarter.minutesAbove === 0)) return 'neverAbove';
  if (aboveTarget < leastQuarters) return 'fewAbove';
  if (used - aboveTarget < leastQuarters) return 'fewBelow';
  return dates < leastDates ? 'fewDates' : null;
}

function groupOf({ weekday, hour }: ShopQuarter): number {
  return weekday * 24 + hour;
}

function sharedHours(quarters: readonly ShopQuarter[]): Set<number> {
  const above = new Set<number>();
  const below = new Set<number>();
  for (const quarter of quarters) (quarter.minutesAbove > 0 ? above : below).add(groupOf(quarter));
  return new Set([...above].filter((group) => below.has(group)));
}

function sumOf(quarters: readonly ShopQuarter[], of: (quarter: ShopQuarter) => number): number {
  return quarters.reduce((sum, quarter) => sum + of(quarter), 0);
}
