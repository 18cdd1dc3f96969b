import { describe, expect, test } from 'vitest';
import type { Connection, Device } from '../../db/vocabulary/place.ts';
import type { Finding, FoundInterval, FoundSale } from '../../ingest/adapters/finding.ts';
import { settle } from '../../ingest/settle/settle.ts';
import type { Settled } from '../../ingest/settle/settled.ts';
import { makeDevice, makeStore } from '../db/chain.ts';

const now = Date.parse('2026-03-20T12:00:00Z');
const at = Date.parse('2026-03-20T10:00:00Z');
const adapter = { channels: { fw: 'in', bw: 'out', pass: 'passerBy' } } as const;

function connected(more: Partial<Connection> = {}): Connection {
  return { source: null, topics: [], address: null, swap: false, map: [], options: {}, ...more };
}

interface Installation {
  readonly device?: Partial<Device>;
  readonly connection?: Partial<Connection>;
  readonly currency?: string;
}

function settled(finding: Finding, { device, connection, currency = 'RUB' }: Installation = {}): Settled {
  const store = makeStore('arbat', { timezone: 'Europe/Moscow', currency });
  const own = makeDevice('cam-1', 'arbat', { lines: [], connection: connected(connection), ...device });
  return settle(finding, { store, device: own, adapter, now, receivedAt: now });
}

function eventOf(finding: Finding, installation?: Installation): unknown {
  const result = settled(finding, installation);
  return result.kind === 'event' ? result.event : result;
}

const minute: FoundInterval = {
  kind: 'interval',
  line: 'Door',
  startAt: at,
  endAt: at + 60_000,
  channels: { fw: 3, bw: 2, fwMale: 1 },
};

describe('directions and lines are a setting of the installation', () => {
  test('a counter mounted the other way round counts in as out', () => {
    expect(eventOf(minute)).toMatchObject({ line: 'Door', in: 3, out: 2, passersBy: null });
    expect(eventOf(minute, { connection: { swap: true } })).toMatchObject({ in: 2, out: 3 });
  });

  test('one line turned round on a device that is turned round counts as drawn', () => {
    const map = [{ line: 'Door', swap: true }];
    expect(eventOf(minute, { connection: { swap: true, map } })).toMatchObject({ in: 3, out: 2 });
    expect(eventOf(minute, { connection: { map } })).toMatchObject({ in: 2, out: 3 });
  });

  test('a line of the window counts passers-by whatever way they go', () => {
    const channels = { fw: 'passersBy', bw: 'passersBy' } as const;
    const map = [{ line: 'Door', as: 'street', channels }];
    expect(eventOf(minute, { connection: { map } })).toMatchObject({
      line: 'street',
      in: null,
      out: null,
      passersBy: 5,
    });
  });

  test('a split by sex or age that nobody mapped is added to nothing', () => {
    const only = { ...minute, channels: { fwMale: 1, fwFemale: 2 } };
    expect(settled(only)).toMatchObject({ kind: 'aside', why: 'other' });
  });

  test('of the lines of a camera only those of this entrance count', () => {
    expect(settled(minute, { device: { lines: ['Back'] } })).toMatchObject({ kind: 'aside', why: 'other' });
    const map = [{ line: 'Door', ignore: true }];
    expect(settled(minute, { connection: { map } })).toMatchObject({ kind: 'aside', why: 'other' });
    expect(eventOf(minute, { device: { lines: ['Door'] } })).toMatchObject({ in: 3 });
  });

  test('a line without a name is the main one', () => {
    expect(eventOf({ ...minute, line: '' })).toMatchObject({ line: 'main' });
  });
});

describe('one counting source per device', () => {
  const reading: Finding = { kind: 'reading', line: 'Door', at, channels: { fw: 30, bw: 20 } };
  const crossing: Finding = { kind: 'event', line: 'Door', at, channel: 'fw', count: 1, id: 'a' };

  test.each([
    ['interval', minute],
    ['cumulative', reading],
    ['event', crossing],
  ] as const)('a device in mode %s takes one of three and hears that it lives from the others', (mode, own) => {
    const all = [minute, reading, crossing].map((finding) => settled(finding, { device: { mode } }).kind);
    expect(all.filter((kind) => kind === 'event')).toHaveLength(1);
    expect(settled(own, { device: { mode } }).kind).toBe('event');
  });
});

describe('clocks', () => {
  test('a clock of the year 2000 gives way to the time of receipt, and is known again by what it said', () => {
    const unset = Date.UTC(2000, 0, 1, 0, 27);
    const result = settled({ ...minute, startAt: unset, endAt: unset + 60_000 });
    expect(result).toMatchObject({
      kind: 'event',
      event: { startAt: now - 60_000, endAt: now },
      placing: { clock: 'unset', known: expect.stringContaining(String(unset + 60_000)) },
    });
  });

  test('the network server knows better than we when a device without a clock was heard', () => {
    const seenAt = now - 5000;
    const device = { mode: 'cumulative' as const };
    const result = settled({ kind: 'reading', line: '', at: 'received', channels: { fw: 9 }, seenAt }, { device });
    expect(result).toMatchObject({ kind: 'event', event: { at: seenAt }, placing: null });
  });

  test('a wall clock without a zone is the shop’s', () => {
    const local = { ...minute, startAt: { local: '2026-03-20T12:59:00' }, endAt: { local: '2026-03-20T13:00:00' } };
    expect(eventOf(local)).toMatchObject({ endAt: Date.parse('2026-03-20T10:00:00Z') });
  });

  test.each([
    ['a date that is in no calendar', { local: '2026-02-31T12:00:00' }, 'bad_time'],
    ['no number', Number.NaN, 'bad_time'],
    ['tomorrow', now + 86_400_000, 'future'],
  ] as const)('%s is refused', (_, endAt, reason) => {
    expect(settled({ ...minute, endAt })).toMatchObject({ kind: 'refused', reason });
  });

  test('an interval that ends before it begins, or lasts more than a day, is refused', () => {
    expect(settled({ ...minute, endAt: at })).toMatchObject({ kind: 'refused', reason: 'schema' });
    expect(settled({ ...minute, startAt: at - 86_400_001 })).toMatchObject({ kind: 'refused', reason: 'schema' });
  });
});

describe('receipts', () => {
  const receipt: FoundSale = { kind: 'sale', id: 'r-1', at, type: 'sale', total: { major: '37.50' } };
  const till = { device: { measures: ['sales' as const] } };

  test('an amount in the currency’s unit and one in its smallest are the same money', () => {
    expect(eventOf(receipt, till)).toMatchObject({
      totalMinor: 3750,
      source: 'cam-1',
      channel: 'store',
      employee: null,
    });
    expect(eventOf({ ...receipt, total: { minor: 3750 } }, till)).toMatchObject({ totalMinor: 3750 });
    expect(eventOf({ ...receipt, total: { major: 1250 } }, { ...till, currency: 'JPY' })).toMatchObject({
      totalMinor: 1250,
    });
  });

  test.each([
    ['more decimals than the currency has', { total: { major: '1.255' } }, 'bad_amount'],
    ['half a kopeck', { total: { minor: 12.5 } }, 'bad_amount'],
    ['below nothing', { total: { minor: -100 } }, 'bad_amount'],
    ['another currency', { currency: 'EUR' }, 'currency_mismatch'],
    ['no number', { id: '' }, 'schema'],
    ['a till whose clock was never set', { at: Date.UTC(2001, 5, 1) }, 'bad_time'],
  ] as const)('%s is refused', (_, more, reason) => {
    expect(settled({ ...receipt, ...more }, till)).toMatchObject({ kind: 'refused', reason });
  });

  test('weighed goods say nothing about pieces', () => {
    expect(eventOf({ ...receipt, items: 1.254 }, till)).toMatchObject({ items: null });
    expect(eventOf({ ...receipt, items: 3 }, till)).toMatchObject({ items: 3 });
  });
});

test('counts that are no whole numbers are refused', () => {
  for (const fw of [-1, 1.5, Number.NaN, 2 ** 53]) {
    expect(settled({ ...minute, channels: { fw } })).toMatchObject({ kind: 'refused', reason: 'schema' });
  }
});
