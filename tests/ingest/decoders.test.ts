import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Settings } from '../../db/vocabulary/place.ts';
import { minorUnits } from '../../ingest/adapters/native/amount.ts';
import { makeRegistry } from '../../ingest/adapters/registry.ts';
import { judgeMessage } from '../../ingest/pipeline/judge.ts';
import { clock, message } from './house.ts';
import { arbat, judged, settings, settingsOf, till } from './judged.ts';

const start = '2026-03-20T10:00:00Z';
const end = '2026-03-20T10:15:00Z';
const span = { start, end };
const startAt = Date.parse(start);
const words = 'start end in out at id type total state line completeTo tax totalIn totalOut direction count'
  .concat(
    ' queue length open joinedAt calledAt served waitBins survey score process criterion value openedAt level standard items',
  )
  .split(' ');

describe('sales', () => {
  const sale = { id: 'r1', at: start, type: 'sale', total: '12.50' };

  test('a receipt is understood in minor units', () => {
    const sent = { ...sale, tax: 2.5, items: 3, employee: 'Anna', original: 'r0', channel: 'pickup', currency: 'EUR' };
    expect(judged('sales', sent)).toEqual({
      kind: 'sale',
      id: 'r1',
      source: 'till-1',
      at: startAt,
      type: 'sale',
      totalMinor: 1250,
      taxMinor: 250,
      items: 3,
      till: null,
      employee: null,
      channel: 'pickup',
      isTraining: false,
      original: 'r0',
      updatedAt: null,
    });
  });

  test.each([
    ['more digits than the currency has', { ...sale, total: '1.005' }, 'bad_amount'],
    ['what adding floats leaves', { ...sale, total: 0.1 + 0.2 }, 'bad_amount'],
    ['an exponent as text', { ...sale, total: '1e3' }, 'bad_amount'],
    ['words', { ...sale, total: 'free' }, 'bad_amount'],
    ['a comma', { ...sale, total: '1,50' }, 'bad_amount'],
    ['nothing', { ...sale, total: '' }, 'bad_amount'],
    ['a sale below 0', { ...sale, total: '-1' }, 'bad_amount'],
    ['a return below 0', { ...sale, type: 'return', total: -0.01 }, 'bad_amount'],
    ['a tax below 0', { ...sale, tax: '-1' }, 'bad_amount'],
    ['beyond what adds up exactly', { ...sale, total: '99999999999999999' }, 'bad_amount'],
    ['another currency', { ...sale, currency: 'USD' }, 'currency_mismatch'],
    ['no total', { ...sale, total: undefined }, 'schema'],
    ['a total that is true', { ...sale, total: true }, 'schema'],
    ['no id', { ...sale, id: '' }, 'schema'],
    ['an id that is a number', { ...sale, id: 7 }, 'schema'],
    ['an unknown type', { ...sale, type: 'refund' }, 'schema'],
    ['items that are negative', { ...sale, items: -1 }, 'schema'],
    ['training that is a text', { ...sale, training: 'yes' }, 'schema'],
    ['no time', { ...sale, at: undefined }, 'schema'],
    ['a time without an offset', { ...sale, at: '2026-03-20T10:00:00' }, 'bad_time'],
    ['a time ahead', { ...sale, at: '2026-03-20T12:06:00Z' }, 'future'],
    ['an id that no database could hold', { ...sale, id: 'a\0b' }, 'schema'],
  ])('%s is refused', (_what, body, reason) => {
    expect(judged('sales', body)).toBe(reason);
  });

  test('trailing zeros are no digits, a yen has none, an exchange may be negative', () => {
    expect(judged('sales', { ...sale, total: '1.5000' })).toMatchObject({ totalMinor: 150 });
    expect(judged('sales', { ...sale, total: '1500.0' }, 'tokyo/till-2')).toMatchObject({ totalMinor: 1500 });
    expect(judged('sales', { ...sale, total: '0.5' }, 'tokyo/till-2')).toBe('bad_amount');
    expect(judged('sales', { ...sale, type: 'exchange', total: '-3' })).toMatchObject({ totalMinor: -300 });
    expect(judged('sales', { ...sale, type: 'void', total: undefined, original: 'r0' })).toMatchObject({
      totalMinor: 0,
    });
  });

  test('a feed says how far it is complete: by a date, or by an instant, before which every date is over', () => {
    expect(judged('sales', { completeTo: '2026-03-19' })).toEqual({ kind: 'completion', completeTo: '2026-03-19' });
    expect(judged('sales', { completeTo: '2026-03-19T21:00:00Z' })).toMatchObject({ completeTo: '2026-03-19' });
    expect(judged('sales', { completeTo: '2026-03-19T20:59:00Z' })).toMatchObject({ completeTo: '2026-03-18' });
    expect(judged('sales', { completeTo: '2026-02-30' })).toBe('bad_time');
    expect(judged('sales', { completeTo: '2027-01-01' })).toBe('future');
  });

  test('an amount is read as it is written, whatever the currency', () => {
    const digits = { JPY: 0, EUR: 2, KWD: 3 } as const;
    const amount = fc.tuple(
      fc.constantFrom('JPY' as const, 'EUR' as const, 'KWD' as const),
      fc.nat(2 ** 31),
      fc.nat(4),
    );
    fc.assert(
      fc.property(amount, ([currency, minor, zeros]) => {
        const whole = String(minor).padStart(digits[currency] + 1, '0');
        const cut = whole.length - digits[currency];
        const text = `${whole.slice(0, cut)}.${whole.slice(cut)}${'0'.repeat(zeros)}`.replace(/\.$/, '');
        expect(minorUnits(text, currency)).toBe(minor);
        expect(minorUnits(minor / 10 ** digits[currency], currency)).toBe(minor);
      }),
    );
  });
});

describe('status', () => {
  const bare = {
    kind: 'status',
    at: null,
    state: 'online',
    problem: null,
    battery: null,
    firmware: null,
    updatedAt: null,
  };

  test('plain, as a JSON text, or as an object', () => {
    expect(judged('status', Buffer.from('online'), 'arbat/cam-1')).toEqual(bare);
    expect(judged('status', Buffer.from('"online"'))).toEqual(bare);
    expect(
      judged('status', { state: 'online', at: start, problem: 'covered', battery: 80.5, firmware: '1.2' }),
    ).toEqual({
      ...bare,
      at: startAt,
      problem: 'covered',
      battery: 80.5,
      firmware: '1.2',
    });
  });

  test.each([
    ['an unknown state', { state: 'asleep' }, 'schema'],
    ['another word', Buffer.from('"away"'), 'schema'],
    ['no JSON', Buffer.from('away'), 'malformed_json'],
    ['a battery that is a text', { state: 'online', battery: 'full' }, 'schema'],
    ['a time without an offset', { state: 'online', at: '2026-03-20T10:00:00' }, 'bad_time'],
    ['a time ahead', { state: 'online', at: '2026-03-21T10:00:00Z' }, 'future'],
  ])('%s is refused', (_what, body, reason) => {
    expect(judged('status', body)).toBe(reason);
  });
});

describe('a message as a whole', () => {
  const good = { ...span, in: 1 };

  test.each([
    ['too large', Buffer.alloc(256 * 1024 + 1, 0x20), 'counts', 'arbat/cam-1', 'too_large'],
    ['no JSON', Buffer.from('{'), 'counts', 'arbat/cam-1', 'malformed_json'],
    ['empty', Buffer.alloc(0), 'counts', 'arbat/cam-1', 'malformed_json'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'counts', 'arbat/cam-1', 'malformed_json'],
    ['nested without end', Buffer.from('['.repeat(5000) + ']'.repeat(5000)), 'counts', 'arbat/cam-1', 'malformed_json'],
    ['no JSON, of a kind nobody knows', Buffer.from('{'), 'weather', 'arbat/cam-1', 'malformed_json'],
    ['a kind nobody knows', good, 'weather', 'nowhere/nobody', 'unknown_kind'],
    ['more levels than there are', good, 'counts/more', 'arbat/cam-1', 'unknown_kind'],
    ['an unknown store', good, 'counts', 'nowhere/cam-1', 'unknown_store'],
    ['an unknown device', good, 'counts', 'arbat/nobody', 'unknown_device'],
    ['a device of another store', good, 'counts', 'tokyo/cam-1', 'unknown_device'],
    ['1,001 items', Array.from({ length: 1001 }, () => good), 'counts', 'arbat/cam-1', 'schema'],
  ])('%s is refused whole', (...[, body, kind, to, reason]) => {
    const { whole, items } = judgeMessage(message(kind, body, { to }), settings, clock);
    expect([whole?.reason, items]).toEqual([reason, []]);
    expect(whole?.detail.endsWith('.')).toBe(true);
  });

  test('of an array only the bad items are refused', () => {
    const { whole, items } = judgeMessage(message('counts', [good, { ...good, in: -1 }, good]), settings, clock);
    expect(whole).toBeNull();
    expect(items.map(({ kind }) => kind)).toEqual(['understood', 'refused', 'understood']);
  });

  test('who served is not kept, not even in quarantine, unless the store says so', () => {
    const sale = { id: 'r1', at: 'noon', type: 'sale', total: '1', employee: 'Anna' };
    const bodyOf = (to: string, from: Settings): string | undefined => {
      const { whole, items } = judgeMessage(message('sales', sale, { to }), from, clock);
      const only = whole ?? items[0];
      return only?.body ?? undefined;
    };
    expect(bodyOf('arbat/till-1', settings)).not.toContain('Anna');
    expect(bodyOf('nowhere/till-1', settings)).not.toContain('Anna');
    const keeping = settingsOf([{ ...arbat, keepEmployees: true }], [till]);
    expect(bodyOf('arbat/till-1', keeping)).toContain('Anna');
  });

  test('of a body that cannot be read the first 4 KiB, the length and the hash are kept', () => {
    const { whole } = judgeMessage(message('counts', Buffer.alloc(300 * 1024, 0x41)), settings, clock);
    expect(whole).toMatchObject({ body: 'A'.repeat(4096), length: 300 * 1024 });
    expect(whole?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('whatever JSON comes, it is understood or refused with a sentence, never thrown', () => {
    const kinds = fc.constantFrom('counts', 'sales', 'status', 'queue', 'service');
    const fields = fc.dictionary(
      fc.constantFrom(...words),
      fc.oneof(fc.jsonValue(), fc.constantFrom(start, end, 'sale', 'void', 'online', 'in', 3)),
    );
    fc.assert(
      fc.property(kinds, fc.oneof(fields, fc.jsonValue()), (kind, body) => {
        const { whole, items } = judgeMessage(message(kind, body, { to: 'arbat/cam-1' }), settings, clock);
        for (const item of whole === null ? items : [whole]) {
          if (item.kind === 'refused') expect(item.detail.endsWith('.')).toBe(true);
          else expect(item.events.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

test('two adapters that claim the same kind of message are refused', () => {
  const decoder = { decode: () => ({ kind: 'refused', reason: 'schema', detail: '' }) as const, redact: () => null };
  expect(() =>
    makeRegistry([
      ['counts', decoder],
      ['counts', decoder],
    ]),
  ).toThrow(/counts/);
});
