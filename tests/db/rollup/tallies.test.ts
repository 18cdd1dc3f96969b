import { describe, expect, it } from 'vitest';
import { noReports } from '../../../db/rollup/coverage.ts';
import { countQuarters, type StandingInterval } from '../../../db/rollup/quarterRows.ts';
import { type StandingSale, saleQuarters } from '../../../db/rollup/saleRows.ts';
import { type TallyInput, tallyBuckets } from '../../../db/rollup/tallies.ts';
import type { PeriodTally } from '../../../db/rollup/tally.ts';
import { bucketPlan } from '../../../db/time/opening.ts';
import type { Device, Store } from '../../../db/vocabulary/place.ts';
import { at, door, hour, interval, minute, quarter, sale, shopWith, street, till } from './shop.ts';

interface Sent {
  readonly counts?: Readonly<Record<string, readonly StandingInterval[]>>;
  readonly sales?: readonly StandingSale[];
}

const monday = '2026-03-02';
const late = at('12:00', '2026-03-04');

/** Tallies Monday from what the devices sent, as the reads do. */
function tally(store: Store, sent: Sent, more: Partial<TallyInput> = {}): PeriodTally {
  const plan = bucketPlan(store, monday, monday);
  const counts = Object.entries(sent.counts ?? {}).flatMap(([id, intervals]) => {
    const device = store.devices.find((one) => one.id === id) as Device;
    return countQuarters({ store, device, intervals, statuses: [], fromAt: plan.startAt, toAt: plan.endAt });
  });
  const sales = saleQuarters({ storeId: store.id, deviceId: 'till', sales: sent.sales ?? [] });
  const reports = new Map(store.devices.map((device) => [device.id, reportsOf(device, sent)]));
  const messages = new Map([['till', (sent.sales ?? []).map((one) => one.at).sort((a, b) => a - b)]]);
  const [only] = tallyBuckets({
    store,
    plan,
    counts: counts.sort((a, b) => a.bucket - b.bucket),
    sales,
    reports,
    messages,
    statuses: new Map(),
    ingestGaps: [],
    takeOuts: new Map(),
    steps: [plan],
    isFine: false,
    now: late,
    ...more,
  });
  return only as PeriodTally;
}

function reportsOf(device: Device, sent: Sent): typeof noReports {
  const spans = device.id === 'till' ? (sent.sales ?? []).map((one) => [one.at, one.at]) : [];
  for (const one of sent.counts?.[device.id] ?? []) spans.push([one.startAt, one.endAt]);
  if (spans.length === 0) return noReports;
  return {
    ...noReports,
    firstReportAt: Math.min(...spans.map(([start]) => start as number)),
    lastReportAt: Math.max(...spans.map(([, end]) => end as number)),
  };
}

/** Reports of a whole stretch, one a quarter, each with the same counts. */
function reports(from: string, to: string, counts: Partial<StandingInterval>): StandingInterval[] {
  const list: StandingInterval[] = [];
  for (let start = at(from); start < at(to); start += quarter) list.push(interval(start, start + quarter, counts));
  return list;
}

describe('entries', () => {
  it('are in less staff over street entrances; exits are out less staff', () => {
    const { window } = tally(shopWith([door()]), {
      counts: { door: [interval(at('10:00'), at('10:15'), { in: 10, out: 7, staffIn: 2, staffOut: 3 })] },
    });
    expect(window).toMatchObject({ entriesDoubled: 16, exits: 4, entriesSeen: 1, exitsSeen: 1 });
  });

  it.each([
    ['in', 20],
    ['out', 14],
    ['average', 17],
  ] as const)('count as %s what the entrance says', (countAs, doubled) => {
    const entrances = [{ id: 'side', name: 'Side', kind: 'street', countAs }];
    const store = shopWith([door({ entranceId: 'side' })], { entrances });
    const { window } = tally(store, { counts: { door: [interval(at('10:00'), at('10:15'), { in: 10, out: 7 })] } });
    expect(window).toMatchObject({ entriesDoubled: doubled, exits: 7 });
  });

  it('do not come from an inner door', () => {
    const entrances = [{ id: 'lift', name: 'Lift', kind: 'inner', countAs: 'in' as const }];
    const store = shopWith([door({ entranceId: 'lift' })], { entrances });
    const { window } = tally(store, { counts: { door: reports('10:00', '12:00', { in: 5 }) } });
    expect(window).toMatchObject({ entriesSeen: 0, entriesDoubled: 0, entriesExpectedMs: 0 });
  });

  it('are not seen where the field that the entrance counts was never sent', () => {
    const { window } = tally(shopWith([door()]), { counts: { door: reports('10:00', '12:00', { out: 5 }) } });
    expect(window).toMatchObject({ entriesSeen: 0, exitsSeen: 8, entriesObservedMs: 0, entriesExpectedMs: 2 * hour });
  });

  it('outside the window are tallied apart, and the window is half an hour wider than the opening', () => {
    const day = tally(shopWith([door()]), { counts: { door: reports('09:00', '13:00', { in: 1 }) } });
    expect(day.window.entriesDoubled).toBe(2 * 12);
    expect(day.outside.entriesDoubled).toBe(2 * 4);
    expect(day.window.entriesExpectedMs).toBe(2 * hour);
  });
});

describe('passers-by', () => {
  const sent = {
    counts: { door: reports('10:00', '12:00', { in: 2 }), street: reports('10:00', '12:00', { passersBy: 10 }) },
  };

  it('are what the outside counter saw', () => {
    expect(tally(shopWith([door(), street()]), sent).window).toMatchObject({
      passersByDoubled: 160,
      captureEntriesDoubled: 32,
      capturePassersByDoubled: 160,
      captureBuckets: 8,
    });
  });

  it('have the entries added where the store says that entrants are not among them', () => {
    const store = shopWith([door(), street()], { passersByIncludesEntrants: false });
    expect(tally(store, sent).window).toMatchObject({ passersByDoubled: 192, capturePassersByDoubled: 192 });
  });

  it('are not measured by a door that sends some', () => {
    const counts = { door: reports('10:00', '12:00', { in: 2, passersBy: 5 }) };
    expect(tally(shopWith([door()]), { counts }).window).toMatchObject({ passersBySeen: 0, captureBuckets: 0 });
  });
});

describe('coverage', () => {
  it('is of opening hours only, from installedAt', () => {
    const store = shopWith([door({ installedAt: at('10:30') })]);
    const { window } = tally(store, { counts: { door: reports('11:00', '13:00', { in: 1 }) } });
    expect(window).toMatchObject({ entriesExpectedMs: 90 * minute, entriesObservedMs: hour });
  });

  it('begins with the earliest report where nothing says when the device was installed', () => {
    const { window } = tally(shopWith([door()]), { counts: { door: reports('11:00', '11:30', { in: 1 }) } });
    expect(window).toMatchObject({ entriesExpectedMs: hour, entriesObservedMs: 30 * minute });
  });

  it('does not expect the time since the last report until it is overdue by two minutes; then all of it', () => {
    const store = shopWith([door({ reportsEverySeconds: 900 })]);
    const sent = { counts: { door: reports('10:00', '11:00', { in: 1 }) } };
    const expected = (now: number) => tally(store, sent, { now }).window.entriesExpectedMs;
    expect(expected(at('11:17:00'))).toBe(hour);
    expect(expected(at('11:17:01'))).toBe(hour + 17 * minute + 1000);
  });

  it('takes the length of the latest interval for a device that does not say how often it reports', () => {
    const device = door({ reportsEverySeconds: null });
    const sent = { counts: { door: reports('10:00', '11:00', { in: 1 }) } };
    const known = { ...reportsOf(device, sent), latestIntervalMs: 15 * minute };
    const expected = (now: number, latestIntervalMs: number) =>
      tally(shopWith([device]), sent, { now, reports: new Map([['door', { ...known, latestIntervalMs }]]) }).window
        .entriesExpectedMs;
    expect(expected(at('11:17'), 15 * minute)).toBe(hour);
    expect(expected(at('11:17'), 1000)).toBe(hour + 17 * minute);
    expect(expected(at('11:03'), 1000)).toBe(hour);
  });

  it('expects nothing of a store without the device, and everything of one that never spoke', () => {
    expect(tally(shopWith([]), {}).window.entriesExpectedMs).toBe(0);
    expect(tally(shopWith([door()]), {}).window.entriesExpectedMs).toBe(0);
    const silent = shopWith([door({ installedAt: at('00:00') })]);
    expect(tally(silent, {}).window).toMatchObject({
      entriesExpectedMs: 2 * hour,
      entriesObservedMs: 0,
      entriesSeen: 0,
    });
  });
});

describe('conversion', () => {
  const sold = [sale(at('10:05'), 1000), sale(at('10:50'), 500), sale(at('11:20'), 300)];

  it('is over quarters valid for entries and purchases', () => {
    const counts = { door: [...reports('10:00', '10:30', { in: 4 }), ...reports('11:00', '12:00', { in: 4 })] };
    const { window } = tally(shopWith([door(), till()]), { counts, sales: sold });
    // The till is observed all along; 10:30 to 11:00 has no door. The window's edges have neither door nor receipt.
    expect(window).toMatchObject({
      purchases: 3,
      grossSalesMinor: 1800,
      conversionPurchases: 2,
      conversionNetSalesMinor: 1300,
      conversionEntriesDoubled: 2 * 24,
      conversionBuckets: 6,
    });
  });

  it('leaves a quarter out of which less than 80 % is covered, and takes one with just 80 %', () => {
    const covered = (end: number) =>
      tally(shopWith([door({ installedAt: at('00:00') }), till()]), {
        counts: { door: [interval(at('10:00'), end, { in: 4 })] },
        sales: sold,
      }).window.conversionBuckets;
    expect(covered(at('10:12'))).toBe(1);
    expect(covered(at('10:11:59'))).toBe(0);
  });

  it('needs every device of the step that was installed by then', () => {
    const counts = { door: reports('10:00', '12:00', { in: 4 }) };
    const second = (installedAt: number) => [door(), door({ id: 'back', installedAt }), till()];
    const buckets = (installedAt: number) =>
      tally(shopWith(second(installedAt)), { counts, sales: sold }).window.conversionBuckets;
    expect(buckets(at('11:00'))).toBe(4);
    expect(buckets(at('00:00'))).toBe(0);
  });

  it('leaves coarse quarters out of fine steps, not out of days', () => {
    const counts = { door: [interval(at('10:00'), at('12:00'), { in: 80 })] };
    const store = shopWith([door(), till()]);
    expect(tally(store, { counts, sales: sold }).window).toMatchObject({ conversionBuckets: 8, coarseBuckets: 8 });
    expect(tally(store, { counts, sales: sold }, { isFine: true }).window).toMatchObject({
      conversionBuckets: 0,
      entriesDoubled: 160,
      coarseBuckets: 8,
    });
  });

  it('of the quarter that is going on is judged by its part before now', () => {
    const counts = { door: reports('10:00', '10:15', { in: 4 }) };
    const at14 = tally(shopWith([door(), till()]), { counts, sales: [sale(at('10:05'), 1)] }, { now: at('10:14') });
    expect(at14.window.conversionBuckets).toBe(1);
  });
});

describe('balance of in and out', () => {
  const counts = { door: reports('10:00', '11:00', { in: 30, out: 20, staffIn: 1 }) };

  it('is kept of dates that are over', () => {
    expect(tally(shopWith([door()]), { counts }).window).toMatchObject({ balanceIn: 116, balanceOut: 80 });
    expect(tally(shopWith([door()]), { counts }, { now: at('18:00') }).window).toMatchObject({ balanceIn: 0 });
    expect(tally(shopWith([door()]), { counts }, { until: at('18:00') }).window).toMatchObject({ balanceIn: 0 });
  });

  it('leaves out what was sent in one direction only', () => {
    const oneWay = { door: reports('10:00', '11:00', { in: 30 }) };
    expect(tally(shopWith([door()]), { counts: oneWay }).window).toMatchObject({ balanceIn: 0, balanceOut: 0 });
  });
});

describe('a feed of receipts', () => {
  it('is seen, with 0 purchases, when it is heard and sells nothing', () => {
    const { window } = tally(shopWith([till()]), { sales: [sale(at('10:05'), 100, { isTraining: true })] });
    expect(window).toMatchObject({ purchases: 0 });
    expect(window.purchasesSeen).toBeGreaterThan(0);
  });

  it('with no device that measures sales is not seen', () => {
    expect(tally(shopWith([door()]), { sales: [sale(at('10:05'), 100)] }).window.purchasesSeen).toBe(0);
  });
});
