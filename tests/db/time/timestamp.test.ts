import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../db/time/steps.ts';
import { parseTimestamp } from '../../../db/time/timestamp.ts';
import { anyInstant, anyZone } from './zones.ts';

const read = (text: string): string => {
  const at = parseTimestamp(text, 'utc', 'Europe/Moscow');
  return at === 'bad_time' ? at : new Date(at).toISOString();
};

describe('timestamps on the wire', () => {
  it.each([
    ['2026-03-29T00:00:00Z', '2026-03-29T00:00:00.000Z'],
    ['2026-03-29t00:00:00z', '2026-03-29T00:00:00.000Z'],
    ['2026-03-29 10:15:00+05:45', '2026-03-29T04:30:00.000Z'],
    ['2026-03-29T00:00:00-00:00', '2026-03-29T00:00:00.000Z'],
    ['2026-03-29T00:00:00.5-03:30', '2026-03-29T03:30:00.500Z'],
    ['2026-03-29T00:00:00.123999999Z', '2026-03-29T00:00:00.123Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.999Z'],
    ['2017-01-01T02:59:60+03:00', '2016-12-31T23:59:59.999Z'],
  ])('%s is understood', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '2026-03-29T00:00:00',
    '2026-03-29',
    '2026-03-29T00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-03-29T24:00:00Z',
    '2026-03-29T12:60:00Z',
    '2026-03-29T12:00:61Z',
    '2026-03-29T12:00:60Z',
    '2026-03-29T12:00:00+24:00',
    '2026-03-29T12:00:00+03:60',
    '2026-03-29T12:00:00+0300',
    '2026-03-29T12:00:00.Z',
    ' 2026-03-29T12:00:00Z',
    '20260329T120000Z',
    '1774742400000',
    '',
  ])('%j is a bad time', (text) => {
    expect(read(text)).toBe('bad_time');
  });

  it('without an offset is read in the zone of the store where the clock of the device is local', () => {
    const local = (text: string): string => new Date(parseTimestamp(text, 'local', 'Europe/Berlin')).toISOString();
    expect(local('2026-07-01T10:00:00')).toBe('2026-07-01T08:00:00.000Z');
    expect(local('2026-07-01T10:00:00Z')).toBe('2026-07-01T10:00:00.000Z');
    expect(local('2026-03-29T02:30:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(local('2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('written with any zone’s offset are read back as the same instant', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, at) => {
        expect(parseTimestamp(formatInstant(zone, at), 'utc', zone)).toBe(at);
      }),
    );
  });
});
