import { type MeasuredWaits, readWaitedQuarters, type WaitedQuarters } from '../../db/reads/queueCost.ts';
import type { PeriodStep } from '../../db/rollup/fineSeries.ts';
import type { Sql } from '../../db/sql/port.ts';
import { businessDateAt, weekdayOf } from '../../db/time/businessDate.ts';
import { localParts } from '../../db/time/zone.ts';
import { queueOf, type Settings, type Store } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { QueueCostAnswer, QueueCostQuery } from '../contracts/queue.ts';
import { type CostResult, type CostSilence, leastDates, leastQuarters, queueCostOf } from '../kpi/queue/cost.ts';
import type { ShopQuarter } from '../kpi/queue/joining.ts';

export interface QueueCostAsk {
  readonly settings: Settings;
  readonly store: Store;
  readonly query: QueueCostQuery;
  readonly now: number;
}

/** What waiting above the target cost a store over a period, or why that cannot be said. */
export async function queueCostAnswerOf(sql: Sql, scope: Scope, ask: QueueCostAsk): Promise<QueueCostAnswer> {
  const { store, query } = ask;
  const found = await readWaitedQuarters(sql, scope, { ...ask, ...query, storeId: store.id });
  if (found === null) throw new Error(`the store ${store.id} is there and has no quarters`);
  const result = queueCostOf(shopQuarters(store, found));
  return {
    store: store.id,
    from: query.from,
    to: query.to,
    targetSeconds: targetOf(store, found.waits),
    quarters: { used: result.used, aboveTarget: result.aboveTarget, dates: result.dates },
    estimate: estimateOf(result),
    ...whyOf(result.why, found),
  };
}

function estimateOf({ cost }: CostResult): QueueCostAnswer['estimate'] {
  if (cost === null) return null;
  const { averageCheckMinor: check, lostPurchases, interval } = cost;
  const moneyOf = (purchases: number): number => Math.round(purchases * (check ?? 0));
  return {
    lostPurchases: rounded(lostPurchases),
    interval: [rounded(interval[0]), rounded(interval[1])],
    lostNetSalesMinor: check === null ? null : moneyOf(lostPurchases),
    lostNetSalesInterval: check === null ? null : [moneyOf(interval[0]), moneyOf(interval[1])],
    conversionPerMinute: cost.conversionPerMinute,
  };
}

/** An estimate of people: a tenth of one is more than it can tell. */
function rounded(people: number): number {
  return Math.round(people * 10) / 10;
}

function shopQuarters(store: Store, { quarters, waits }: WaitedQuarters): ShopQuarter[] {
  const byBucket = new Map<number, MeasuredWaits[]>();
  for (const row of waits) byBucket.set(row.bucket, [...(byBucket.get(row.bucket) ?? []), row]);
  return quarters.map((quarter) => shopQuarter(store, quarter, byBucket.get(quarter.startAt) ?? []));
}

function shopQuarter(store: Store, { startAt, window }: PeriodStep, waits: readonly MeasuredWaits[]): ShopQuarter {
  const date = businessDateAt(store, startAt);
  const isValid = window.conversionBuckets > 0;
  const people = waits.reduce((sum, row) => sum + row.waits, 0);
  const above = waits.reduce((sum, row) => sum + row.waits * minutesAbove(store, row), 0);
  return {
    startAt,
    date,
    weekday: weekdayOf(date),
    hour: Math.floor(localParts(store.timezone, startAt).minutes / 60),
    entries: isValid ? window.conversionEntriesDoubled / 2 : null,
    purchases: isValid ? window.conversionPurchases : null,
    netSalesMinor: isValid ? window.conversionNetSalesMinor : 0,
    waitSeconds: people === 0 ? null : waits.reduce((sum, row) => sum + row.waitMs, 0) / people / 1000,
    minutesAbove: people === 0 ? 0 : above / people,
  };
}

/** Each queue beside its own target. */
function minutesAbove(store: Store, { queue, waits, waitMs }: MeasuredWaits): number {
  return Math.max(0, waitMs / waits / 1000 - queueOf(store, queue).targetSeconds) / 60;
}

/** Of the queue in which most people's waits were measured. */
function targetOf(store: Store, waits: readonly MeasuredWaits[]): number {
  const people = new Map<string, number>();
  for (const row of waits) people.set(row.queue, (people.get(row.queue) ?? 0) + row.waits);
  const [busiest] = [...people].sort((a, b) => b[1] - a[1]);
  return queueOf(store, busiest?.[0] ?? store.queues[0]?.id ?? '').targetSeconds;
}

type WhyCode = QueueCostAnswer['whyCodes'][number];

function whyOf(why: CostSilence | null, found: WaitedQuarters): Pick<QueueCostAnswer, 'why' | 'whyCodes'> {
  if (why === null) return { why: null, whyCodes: [] };
  const codes = why === 'noWaits' || why === 'noConversion' ? missingOf(why, found) : [why];
  return { why: codes.map((code) => words[code]).join(' '), whyCodes: codes };
}

/** What there is none of: of entries and purchases in the quarters with waits, or in all where there are no waits. */
function missingOf(why: 'noWaits' | 'noConversion', { quarters, waits }: WaitedQuarters): WhyCode[] {
  const waited = new Set(waits.map(({ bucket }) => bucket));
  const looked = why === 'noWaits' ? quarters : quarters.filter(({ startAt }) => waited.has(startAt));
  const isSeen = (step: 'entriesSeen' | 'purchasesSeen'): boolean => looked.some(({ window }) => window[step] > 0);
  const missing: WhyCode[] = [
    ...(why === 'noConversion' ? [] : [waits.length === 0 ? ('waits' as const) : ('waitsInside' as const)]),
    ...(isSeen('entriesSeen') ? [] : ['entries' as const]),
    ...(isSeen('purchasesSeen') ? [] : ['purchases' as const]),
  ];
  return missing.length === 0 ? ['together'] : missing;
}

const words: Readonly<Record<WhyCode, string>> = {
  waits:
    'No waits were measured: a queue sensor or ticket system that sends visits or waiting times is needed; lengths alone do not tell.',
  waitsInside: 'Waits were measured outside opening hours alone.',
  entries: 'No entries were counted: a counter at the entrance is needed.',
  purchases: 'No purchases came: a till that sends its receipts is needed.',
  together:
    'Entries, purchases and waits were never all complete in the same quarter of an hour: their devices were silent, nobody came in, or entries come in steps longer than an hour.',
  neverAbove: 'In no quarter of an hour was the mean wait above the target: waiting cost nothing that could be seen.',
  fewAbove: `At the same weekday and hour there were fewer than ${leastQuarters} quarters of an hour with waits above the target beside others below it. Take a longer period.`,
  fewBelow: `At the same weekday and hour there were fewer than ${leastQuarters} quarters of an hour with waits within the target to compare with. Take a longer period.`,
  fewDates: `Fewer than ${leastDates} days can be compared. Take a longer period.`,
  uncertain:
    'Conversion did not fall with the wait by more than chance alone explains: no loss can be told from these figures.',
  later:
    'Purchases fell while people waited and came back after they had waited: they were made later, not lost, as far as these figures tell.',
};
