import { describe, expect, test } from 'vitest';
import type { CountItem, DeviceSpec, Happened, ReadingItem, StoreSpec } from './reckoning/chain.ts';
import { differencesOf } from './reckoning/differences.ts';
import { worldOf } from './reckoning/figures.ts';
import { lineOf } from './reckoning/total.ts';

/** The reckoner itself, on examples worked out by hand from the contract's sentences. */

const counter: DeviceSpec = { id: 'c', mode: 'cumulative', measures: ['entries'] };
const reading = (clock: string, totalIn: number, more: Partial<ReadingItem> = {}): ReadingItem => ({
  at: `2026-03-02T${clock}:00Z`,
  totalIn,
  ...more,
});

function told(spec: DeviceSpec, readings: readonly ReadingItem[]): unknown[] {
  return differencesOf(spec, readings, []).map(({ from, to, people, fate }) => {
    const clock = (at: number): string => new Date(at).toISOString().slice(11, 16);
    return [`${clock(from)}-${clock(to)}`, people, fate];
  });
}

describe('differences between readings', () => {
  test('the first is a base line, a later one adds the difference to the one before it in time', () => {
    expect(told(counter, [reading('10:30', 9), reading('10:00', 4), reading('11:00', 9)])).toEqual([
      ['10:00-10:30', { in: 5 }, 'placed'],
      ['10:30-11:00', { in: 0 }, 'placed'],
    ]);
  });

  test('any total that fell means that all were reset and add themselves', () => {
    const both = [reading('10:00', 40, { totalOut: 7 }), reading('10:10', 3, { totalOut: 9 })];
    expect(told(counter, both)).toEqual([['10:00-10:10', { in: 3, out: 9 }, 'placed']]);
  });

  test('a narrow counter wraps where that is the smaller step, and only what fell goes around', () => {
    const narrow: DeviceSpec = { ...counter, counterBits: 16 };
    const wrapped = [reading('10:00', 65_530, { totalOut: 7 }), reading('10:10', 3, { totalOut: 9 })];
    expect(told(narrow, wrapped)).toEqual([['10:00-10:10', { in: 9, out: 2 }, 'placed']]);
    // 65,136 steps on or 400 back: it was reset.
    expect(told(narrow, [reading('10:00', 500), reading('10:10', 100)])).toEqual([
      ['10:00-10:10', { in: 100 }, 'placed'],
    ]);
  });

  test('a reading without a total is passed over for that total', () => {
    const { totalIn: _, ...without } = reading('10:15', 0, { totalOut: 5 });
    const some = [reading('10:00', 4, { totalOut: 1 }), without, reading('10:30', 6, { totalOut: 6 })];
    expect(told(counter, some)).toEqual([
      ['10:00-10:15', { out: 4 }, 'placed'],
      ['10:00-10:30', { in: 2 }, 'placed'],
      ['10:15-10:30', { out: 1 }, 'placed'],
    ]);
  });

  test('more than 24 hours is unplaced, more than maxPerMinute is held', () => {
    const day = { ...reading('10:00', 2), at: '2026-03-03T10:00:00Z' };
    const longer = { ...day, at: '2026-03-03T10:00:00.001Z' };
    expect(told(counter, [reading('10:00', 1), day])).toEqual([['10:00-10:00', { in: 1 }, 'placed']]);
    expect(told(counter, [reading('10:00', 1), longer])).toEqual([['10:00-10:00', { in: 1 }, 'unplaced']]);
    expect(told(counter, [reading('10:00', 0), reading('10:02', 600)])).toEqual([
      ['10:00-10:02', { in: 600 }, 'placed'],
    ]);
    expect(told(counter, [reading('10:00', 0), reading('10:02', 601)])).toEqual([['10:00-10:02', { in: 601 }, 'held']]);
  });
});

const shop: StoreSpec = {
  id: 's',
  timezone: 'UTC',
  currency: 'EUR',
  openingHours: { mon: ['10:00-12:00'] },
  devices: [counter],
};

function dayOf(items: readonly CountItem[], spec: DeviceSpec, more: Partial<Happened> = {}): Record<string, unknown> {
  const store = { ...shop, devices: [spec] };
  const dates = { from: '2026-03-02', to: '2026-03-02' };
  const parcels = items.map((item) => [{ store: 's', device: spec.id, kind: 'counts', item } as const]);
  const world = worldOf(store, { parcels, ...more }, { ...dates, now: Date.parse('2026-04-01T00:00:00Z') });
  return { ...lineOf(world, dates, false).kpis };
}

describe('a day from ten to twelve', () => {
  test('is covered where consecutive readings cover it, held or not', () => {
    const readings = [reading('10:00', 0), reading('10:30', 5), reading('11:00', 90_005)];
    const { entries, coverage } = dayOf(readings, { ...counter, installedAt: '2026-03-02T10:00:00Z' });
    expect({ entries, coverage }).toEqual({ entries: 5, coverage: { entries: 0.5, passersBy: null, purchases: null } });
  });

  test('an event counter is heard until it is silent for too long', () => {
    const spec: DeviceSpec = { ...counter, mode: 'event', silentAfter: 1800, installedAt: '2026-03-02T00:00:00Z' };
    const event = (clock: string): CountItem => ({ at: `2026-03-02T${clock}:00Z`, direction: 'in' });
    // The stretch begins at 9:30 and ends at 12:30: silent from 11:00 until 11:45.
    const events = ['10:00', '10:30', '11:00', '11:45', '12:15'].map(event);
    const { entries, exits, coverage } = dayOf(events, spec);
    expect({ entries, exits, coverage }).toEqual({
      entries: 5,
      exits: 0,
      coverage: { entries: 75 / 120, passersBy: null, purchases: null },
    });
  });

  test('what was taken out is neither counted nor covered', () => {
    const span = { from: Date.parse('2026-03-02T10:20:00Z'), to: Date.parse('2026-03-02T10:30:00Z') };
    const spec = { ...counter, installedAt: '2026-03-02T10:00:00Z' };
    const readings = [reading('10:00', 0), reading('11:00', 60), reading('12:00', 60)];
    const { entries, coverage } = dayOf(readings, spec, { takeOuts: [{ device: 'c', ...span }] });
    expect({ entries, coverage }).toEqual({
      entries: 50,
      coverage: { entries: 110 / 120, passersBy: null, purchases: null },
    });
  });
});
