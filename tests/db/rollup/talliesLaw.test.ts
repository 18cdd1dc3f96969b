import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noReports } from '../../../db/rollup/coverage.ts';
import { countQuarters, type StandingInterval } from '../../../db/rollup/quarterRows.ts';
import { type StandingSale, saleQuarters } from '../../../db/rollup/saleRows.ts';
import { tallyBuckets } from '../../../db/rollup/tallies.ts';
import { emptyTally, type Tally } from '../../../db/rollup/tally.ts';
import { bucketPlan } from '../../../db/time/opening.ts';
import type { Device } from '../../../db/vocabulary/place.ts';
import { at, door, interval, minute, quarter, sale, shopWith, street, till } from './shop.ts';

/** One shop on one day: when each counter reported (minutes from 09:00, never across a quarter), when it sold, and when we ask. */
interface Day {
  readonly doors: readonly StandingInterval[];
  readonly streets: readonly StandingInterval[];
  readonly sales: readonly StandingSale[];
  readonly now: number;
  readonly doorInstalledAt: number | null;
  readonly silentAfterSeconds: number;
}

const open = { startAt: at('10:00'), endAt: at('12:00') };
const window = { startAt: at('09:30'), endAt: at('12:30') };

const intervals = (field: 'in' | 'passersBy') =>
  fc
    .array(
      fc.record({ quarter: fc.nat(17), from: fc.nat(5), length: fc.integer({ min: 8, max: 15 }), count: fc.nat(9) }),
      {
        maxLength: 18,
      },
    )
    .map((parts) => {
      const firstOfEach = new Map(parts.map((part) => [part.quarter, part]));
      return [...firstOfEach.values()].map((part) => {
        const bucket = at('09:00') + part.quarter * quarter;
        const endAt = Math.min(bucket + quarter, bucket + (part.from + part.length) * minute);
        return interval(bucket + part.from * minute, endAt, { [field]: part.count });
      });
    });

const days: fc.Arbitrary<Day> = fc
  .record({
    doors: intervals('in'),
    streets: intervals('passersBy'),
    sales: fc
      .array(fc.tuple(fc.nat(269), fc.nat(900)), { maxLength: 12 })
      .map((list) =>
        list.map(([after, total]) => sale(at('09:00') + after * minute, total)).sort((a, b) => a.at - b.at),
      ),
    now: fc.integer({ min: 30, max: 400 }).map((after) => at('09:00') + after * minute),
    doorInstalledAt: fc.option(fc.integer({ min: 0, max: 200 }).map((after) => at('09:00') + after * minute)),
    silentAfterSeconds: fc.integer({ min: 20, max: 90 }).map((minutes) => minutes * 60),
  })
  .map((day) => ({
    ...day,
    // Nothing is reported before it has happened.
    doors: day.doors.filter((one) => one.endAt <= day.now),
    streets: day.streets.filter((one) => one.endAt <= day.now),
    sales: day.sales.filter((one) => one.at < day.now),
  }));

function devicesOf(day: Day) {
  return {
    door: door({ installedAt: day.doorInstalledAt, reportsEverySeconds: 900 }),
    street: street({ reportsEverySeconds: 900 }),
    till: till({ silentAfterSeconds: day.silentAfterSeconds }),
  };
}

function reportsOf(list: readonly { readonly startAt: number; readonly endAt: number }[]): typeof noReports {
  if (list.length === 0) return noReports;
  return {
    ...noReports,
    firstReportAt: Math.min(...list.map((one) => one.startAt)),
    lastReportAt: Math.max(...list.map((one) => one.endAt)),
  };
}

const instants = (sales: readonly StandingSale[]) => sales.map((one) => ({ startAt: one.at, endAt: one.at }));

function quickTally(day: Day): Tally {
  const devices = devicesOf(day);
  const store = shopWith(Object.values(devices));
  const plan = bucketPlan(store, '2026-03-02', '2026-03-02');
  const range = { store, statuses: [], fromAt: plan.startAt, toAt: plan.endAt };
  const counts = [
    ...countQuarters({ ...range, device: devices.door, intervals: day.doors }),
    ...countQuarters({ ...range, device: devices.street, intervals: day.streets }),
  ];
  const [only] = tallyBuckets({
    store,
    plan,
    counts: counts.sort((a, b) => a.bucket - b.bucket),
    sales: saleQuarters({ storeId: 'shop', deviceId: 'till', sales: day.sales }),
    reports: new Map([
      ['door', reportsOf(day.doors)],
      ['street', reportsOf(day.streets)],
      ['till', reportsOf(instants(day.sales))],
    ]),
    messages: new Map([['till', day.sales.map((one) => one.at)]]),
    statuses: new Map(),
    ingestGaps: [],
    takeOuts: new Map(),
    steps: [plan],
    isFine: true,
    now: day.now,
  });
  return (only as { window: Tally }).window;
}

/** The same, asked of every minute: who was there, who was seen, who was expected? */
function slowTally(day: Day): Partial<Tally> {
  const devices = devicesOf(day);
  const covers = (list: readonly StandingInterval[]) => (now: number) =>
    list.some((one) => one.startAt <= now && now < one.endAt);
  const steps = {
    passersBy: slowStep(devices.street, reportsOf(day.streets), { isCovered: covers(day.streets), now: day.now }),
    entries: slowStep(devices.door, reportsOf(day.doors), { isCovered: covers(day.doors), now: day.now }),
    purchases: {
      ...slowStep(devices.till, reportsOf(instants(day.sales)), { isCovered: heard(day), now: day.now }),
      isExpected: (now: number) => now < day.now,
    },
  };
  const sum = emptyTally();
  for (let bucket = window.startAt; bucket < window.endAt; bucket += quarter) addSlow(sum, day, { steps, bucket });
  return sum;
}

interface SlowStep {
  readonly installedAt: number;
  readonly isCovered: (now: number) => boolean;
  readonly isExpected: (now: number) => boolean;
}

function slowStep(
  { installedAt }: Device,
  reports: typeof noReports,
  { isCovered, now }: { isCovered: (now: number) => boolean; now: number },
): SlowStep {
  const last = reports.lastReportAt ?? Number.NEGATIVE_INFINITY;
  const isOverdue = now - last > 17 * minute;
  return {
    installedAt: installedAt ?? reports.firstReportAt ?? Number.POSITIVE_INFINITY,
    isCovered,
    isExpected: (at) => at < now && (isOverdue || at < last),
  };
}

function heard(day: Day): (now: number) => boolean {
  const end = Math.min(window.endAt, day.now);
  const inside = day.sales.map((one) => one.at).filter((one) => one >= window.startAt && one <= end);
  return (now) => {
    if (now < window.startAt || now >= end) return false;
    const before = Math.max(window.startAt, ...inside.filter((one) => one <= now));
    const after = Math.min(end, ...inside.filter((one) => one > now));
    return after - before <= day.silentAfterSeconds * 1000;
  };
}

function addSlow(
  sum: Tally,
  day: Day,
  { steps, bucket }: { steps: Record<'passersBy' | 'entries' | 'purchases', SlowStep>; bucket: number },
): void {
  const valid = { passersBy: false, entries: false, purchases: false };
  for (const name of ['passersBy', 'entries', 'purchases'] as const) {
    const step = steps[name];
    let part = 0;
    let covered = 0;
    for (let now = bucket; now < bucket + quarter; now += minute) {
      if (now < step.installedAt || now >= day.now) continue;
      part += minute;
      if (step.isCovered(now)) covered += minute;
      if (now < open.startAt || now >= open.endAt || !step.isExpected(now)) continue;
      sum[`${name}ExpectedMs`] += minute;
      if (step.isCovered(now)) sum[`${name}ObservedMs`] += minute;
    }
    valid[name] = part > 0 && covered >= 0.8 * part;
  }
  const inBucket = (one: { readonly startAt: number }) => one.startAt >= bucket && one.startAt < bucket + quarter;
  const entries = day.doors.filter(inBucket).reduce((total, one) => total + (one.in ?? 0), 0);
  const passersBy = day.streets.filter(inBucket).reduce((total, one) => total + (one.passersBy ?? 0), 0);
  const sold = day.sales.filter((one) => one.at >= bucket && one.at < bucket + quarter);
  sum.entriesDoubled += 2 * entries;
  sum.passersByDoubled += 2 * passersBy;
  sum.purchases += sold.length;
  if (valid.entries && valid.passersBy) {
    sum.captureBuckets++;
    sum.captureEntriesDoubled += 2 * entries;
    sum.capturePassersByDoubled += 2 * passersBy;
  }
  if (valid.entries && valid.purchases) {
    sum.conversionBuckets++;
    sum.conversionEntriesDoubled += 2 * entries;
    sum.conversionPurchases += sold.length;
    sum.conversionNetSalesMinor += sold.reduce((total, one) => total + one.totalMinor, 0);
  }
}

const compared = [
  'entriesDoubled',
  'passersByDoubled',
  'purchases',
  'passersByExpectedMs',
  'passersByObservedMs',
  'entriesExpectedMs',
  'entriesObservedMs',
  'purchasesExpectedMs',
  'purchasesObservedMs',
  'captureBuckets',
  'captureEntriesDoubled',
  'capturePassersByDoubled',
  'conversionBuckets',
  'conversionEntriesDoubled',
  'conversionPurchases',
  'conversionNetSalesMinor',
] as const;

it('counts, coverage and validity agree with a reckoning of every minute', () => {
  fc.assert(
    fc.property(days, (day) => {
      const quick = quickTally(day);
      const slow = slowTally(day);
      expect(Object.fromEntries(compared.map((field) => [field, quick[field]]))).toEqual(
        Object.fromEntries(compared.map((field) => [field, slow[field]])),
      );
    }),
    { numRuns: 300 },
  );
});
