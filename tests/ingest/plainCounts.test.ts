import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsDecoder } from '../../ingest/adapters/native/counts.ts';
import { readPlainCount } from '../../ingest/adapters/native/plainCounts.ts';
import { clock } from './house.ts';
import { settings } from './judged.ts';

const device = [...settings.devices.values()][0];
const store = [...settings.stores.values()][0];

/** What the decoders understand of a text, through JSON.parse. */
function decoded(text: string): unknown {
  if (device === undefined || store === undefined) throw new Error('the settings of these tests are empty');
  const result = countsDecoder.decode(JSON.parse(text), { store, device, now: clock });
  return result.kind === 'refused' ? null : { event: result.events[0], wording: result.wording };
}

function plain(text: string): unknown {
  return readPlainCount(Buffer.from(text), clock);
}

const iso = (at: number): string => new Date(at).toISOString();
const short = (at: number): string => iso(at).replace('.000Z', 'Z');
const start = clock - 7_200_000;

describe('counts of a plain wording are read from their bytes', () => {
  test.each([
    ['an interval', { start: short(start), end: short(start + 60_000), in: 3, out: 0 }],
    ['an interval with milliseconds', { start: iso(start), end: iso(start + 60_000), in: 3 }],
    [
      'all of its counts',
      {
        passersBy: 9,
        in: 3,
        out: 4,
        staffIn: 1,
        staffOut: 2,
        groups: 0,
        end: short(start + 1000),
        start: short(start),
      },
    ],
    ['a reading', { at: short(start), totalIn: 123_456_789_012, totalOut: 0 }],
    ['an event', { at: iso(start), direction: 'passerBy', count: 2, id: 'a-1' }],
  ])('%s', (_what, body) => {
    for (const text of [JSON.stringify(body), JSON.stringify(body, null, 1).replaceAll('\n', '')]) {
      expect(plain(text)).not.toBeNull();
      expect(plain(text)).toEqual(decoded(text));
    }
  });

  const time = fc.oneof(
    fc.integer({ min: clock - 30 * 86_400_000, max: clock + 600_000 }).map(iso),
    fc.integer({ min: -40_000, max: 400 }).map((minutes) => short(Math.floor(clock / 60_000 + minutes) * 60_000)),
    fc.constantFrom(
      '2026-02-30T10:00:00Z',
      '2026-01-01T24:00:00Z',
      '2026-01-01T10:00:60Z',
      '1999-12-31T23:59:59Z',
      '2026-01-01T10:00:00',
      '2026-01-01 10:00:00Z',
      '2026-01-01T10:00:00+01:00',
      '2026-01-01T10:00:00.5Z',
      '',
    ),
  );
  const few = fc.nat(9);
  const wild = fc.oneof(
    fc.integer({ min: -2, max: 2 ** 31 }),
    fc.double({ noNaN: true }),
    fc.constantFrom(2 ** 53, null),
  );
  const number = fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: wild });
  const word = fc.oneof(fc.constantFrom('in', 'out', 'passerBy', 'main', ''), fc.string({ maxLength: 70 }));
  const counts = { in: number, out: number, passersBy: number, staffIn: few, groups: few };
  const totals = { totalIn: number, totalOut: number, totalPassersBy: number };
  const noise = fc.record(
    { line: word, updatedAt: time, id: word, at: time, more: fc.jsonValue() },
    { requiredKeys: [] },
  );
  const shape = fc.oneof(
    fc.record({ start: time, end: time, ...counts }, { requiredKeys: ['start', 'end'] }),
    fc.record({ at: time, ...totals }, { requiredKeys: ['at'] }),
    fc.record({ at: time, direction: word, count: number, id: word }, { requiredKeys: ['at', 'direction'] }),
  );
  const body = fc
    .tuple(shape, fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: noise }))
    .map(([one, more]) => ({ ...one, ...more }));

  test('and mean what the decoders say, or are left to them', () => {
    fc.assert(
      fc.property(body, fc.boolean(), (sent, isSpaced) => {
        const text = isSpaced ? JSON.stringify(sent, null, 1).replaceAll('\n', '') : JSON.stringify(sent);
        const read = plain(text);
        expect(read ?? decoded(text)).toEqual(decoded(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('what is cut off or garbled anywhere is left to JSON.parse or means the same', () => {
    const whole = JSON.stringify({ start: short(start), end: short(start + 60_000), in: 31, out: 4 });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0x20, max: 0x7e }), (place, sign) => {
        expect(plain(whole.slice(0, place))).toBeNull();
        const text = whole.slice(0, place) + String.fromCharCode(sign) + whole.slice(place + 1);
        const read = plain(text);
        if (read !== null) expect(read).toEqual(decoded(text));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    '{"at":"X","at":"Y"}',
    '{"in":01}',
    '{"in":1e3}',
    '{"in":-0}',
    '{"in":1.0}',
    '{}',
    '[]',
    '{"in":1,}',
    '{"in":1}}',
    '',
  ])('%s is not plain', (text) => {
    expect(plain(text.replaceAll('X', short(start)).replaceAll('Y', short(start)))).toBeNull();
  });
});
