import { type DaySlots, deviceDays } from '../../../../db/rollup/daySlots.ts';
import type { WatchedFacts } from '../../../../db/rollup/lookout.ts';
import { tallyBuckets } from '../../../../db/rollup/tallies.ts';
import { addDays } from '../../../../db/time/businessDate.ts';
import { bucketMs } from '../../../../db/time/opening.ts';
import type { Device, Store } from '../../../../db/vocabulary/place.ts';
import type { CheckedDate, CheckedWeeks } from '../../../../server/kpi/checks/finding.ts';
import { makeDevice, makeStore } from '../../../db/chain.ts';
import { dayOf } from '../dayOf.ts';
import { period } from '../tallied.ts';

export const today = '2026-03-30';
/** After closing time. */
export const now = Date.parse(`${today}T20:00:00Z`);
const dayMs = 24 * 3_600_000;

/** What one date counted, by quarter of an hour; the doors' sums for the balance. */
export interface TestDate {
  readonly door?: (slot: number) => number;
  readonly till?: (slot: number) => number;
  readonly out?: number;
}

export const store: Store = makeStore('shop', {
  timezone: 'UTC',
  devices: [
    makeDevice('door', 'shop', { entranceId: null, name: 'Door counter' }),
    makeDevice('till', 'shop', { entranceId: null, measures: ['sales'], name: 'Till' }),
  ],
});

/** Four weeks and the present date of a shop with a door and a till; `dateAt(0)` is today, 1 yesterday. */
export function weeksOf(dateAt: (daysAgo: number) => TestDate): CheckedWeeks {
  const daysAgo = Array.from({ length: 29 }, (_, i) => 28 - i);
  const days = (countAt: (date: TestDate) => ((slot: number) => number) | undefined): DaySlots[] =>
    daysAgo.map((ago) => dayOf(addDays(today, -ago), countAt(dateAt(ago)) ?? (() => 0)));
  const doors = days(({ door }) => door);
  const tills = days(({ till }) => till);
  const [door, till] = store.devices as [Device, Device];
  return {
    store,
    now,
    dates: daysAgo.map((ago, i) => checkedDate(doors[i] as DaySlots, tills[i] as DaySlots, dateAt(ago).out)),
    devices: [
      { device: door, step: 'entries', days: doors },
      { device: till, step: 'purchases', days: tills },
    ],
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function checkedDate(door: DaySlots, till: DaySlots, out: number | undefined): CheckedDate {
  const startAt = Date.parse(`${door.date}T00:00:00Z`);
  const [ins, purchases] = [sum(door.counts), sum(till.counts)];
  const tally = period({
    ...{ entriesExpectedMs: 8 * 3_600_000, entriesObservedMs: 8 * 3_600_000 },
    ...{ conversionPurchases: purchases, conversionEntriesDoubled: 2 * ins },
    ...{ balanceIn: ins, balanceOut: out ?? ins },
  });
  return { date: door.date, startAt, endAt: startAt + dayMs, tally };
}

/** Four weeks that end with one of the dates of the facts, seen in the afternoon of the last. */
export function* weeksIn(facts: WatchedFacts): Generator<CheckedWeeks> {
  const spans = facts.plan.dates.map(({ date, firstBucketIndex, lastBucketIndex }) => ({
    date,
    startAt: facts.plan.startAt + firstBucketIndex * bucketMs,
    endAt: facts.plan.startAt + (lastBucketIndex + 1) * bucketMs,
  }));
  const tallies = tallyBuckets({ ...facts, steps: spans, isFine: false });
  const devices = deviceDays(facts);
  for (let end = 28; end < spans.length; end++) {
    yield {
      store: facts.store,
      now: (spans[end]?.startAt ?? 0) + 15 * 3_600_000,
      dates: spans.slice(end - 28, end + 1).map((span, i) => ({ ...span, tally: tallies[end - 28 + i] ?? period({}) })),
      devices: devices.map((one) => ({ ...one, days: one.days.slice(end - 28, end + 1) })),
    };
  }
}
