import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wireTime } from '../../../ingest/adapters/wireTime.ts';

test.each([
  ['2026-03-01T10:00:00Z', Date.UTC(2026, 2, 1, 10)],
  ['2026-03-01T10:00:00.5Z', Date.UTC(2026, 2, 1, 10, 0, 0, 500)],
  ['2026-03-01 10:00:00.123456789+01:30', Date.UTC(2026, 2, 1, 8, 30, 0, 123)],
  ['2026-03-01T10:00:00-0330', Date.UTC(2026, 2, 1, 13, 30)],
  ['2024-02-29T23:59:59+00:00', Date.UTC(2024, 1, 29, 23, 59, 59)],
] as const)('%s is an instant', (text, at) => {
  expect(wireTime(text)).toBe(at);
});

test('a time without an offset is the wall clock of the shop', () => {
  expect(wireTime('2026-03-01T10:00:00')).toEqual({ local: '2026-03-01T10:00:00' });
  expect(wireTime('2026-03-01T10:00:00.25')).toEqual({ local: '2026-03-01T10:00:00.25' });
});

test.each([
  '2019-02-91T12:30:00+0000',
  '2026-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T00:00Z',
  '2026-01-01T00:00:00.Z',
  '2026-01-01T00:00:00+1',
  '2026-01-01T00:00:00+25:00',
  '2026-01-01T00:00:00X',
  '2026/01/01T00:00:00Z',
  'a026-01-01T00:00:00Z',
  '',
])('%s is none', (text) => {
  expect(wireTime(text)).toBeNull();
});

test('reads back whatever instant was written', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }), (date) => {
      expect(wireTime(date.toISOString())).toBe(date.getTime());
    }),
  );
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const when = wireTime(value);
      expect(when === null || typeof when === 'number' || typeof when === 'object').toBe(true);
    }),
  );
});
