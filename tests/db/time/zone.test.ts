import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { instantOf, instantOfLocal, isKnownZone, localMsAt, localParts, offsetMsAt } from '../../../db/time/zone.ts';
import { anyDate, anyInstant, anyQuarter, anyZone, oddZones } from './zones.ts';

function zoned(zone: string, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/** Changes of offset from 1992 to 2058, as Temporal finds them. */
function changesOf(zone: string): number[] {
  const found: number[] = [];
  let next = zoned(zone, Date.UTC(1992, 0, 1)).getTimeZoneTransition('next');
  while (next !== null && next.epochMilliseconds < Date.UTC(2058, 0, 1)) {
    found.push(next.epochMilliseconds);
    next = next.getTimeZoneTransition('next');
  }
  return found;
}

describe('offsets of a zone', () => {
  it('agree with Temporal at any time, within the table and beyond it', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, at) => {
        expect(offsetMsAt(zone, at)).toBe(zoned(zone, at).offsetNanoseconds / 1e6);
      }),
      { numRuns: 2000 },
    );
  });

  it('agree with Temporal on both sides of every change', () => {
    for (const zone of oddZones) {
      for (const at of changesOf(zone)) {
        expect([offsetMsAt(zone, at - 1), offsetMsAt(zone, at)]).toEqual([
          zoned(zone, at - 1).offsetNanoseconds / 1e6,
          zoned(zone, at).offsetNanoseconds / 1e6,
        ]);
      }
    }
  });

  it('are whole quarters of an hour in every zone known here', () => {
    const years = [Date.UTC(1990, 5, 1), Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1)];
    const odd = Intl.supportedValuesOf('timeZone').filter((zone) =>
      years.some((at) => zoned(zone, at).offsetNanoseconds % 900e9 !== 0),
    );
    expect(odd).toEqual([]);
  });
});

describe('a local clock', () => {
  it('reads as Temporal reads it', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, at) => {
        const clock = zoned(zone, at);
        expect(localParts(zone, at)).toEqual({
          date: clock.toPlainDate().toString(),
          minutes: clock.hour * 60 + clock.minute,
          weekday: clock.dayOfWeek - 1,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('shows a local time that exists at the instant given for it, and at no earlier one', () => {
    fc.assert(
      fc.property(anyZone, anyDate, anyQuarter, (zone, date, minutes) => {
        const local = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes });
        const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
        const isReal = earlier.toPlainDateTime().equals(local);
        const expected = isReal ? earlier : earlier.getTimeZoneTransition('next');
        expect(instantOf(zone, date, minutes)).toBe(expected?.epochMilliseconds);
      }),
      { numRuns: 2000 },
    );
  });

  it('has reached a local time at its instant and had not a moment before', () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2058, 0, 1) }), (zone, localMs) => {
        const at = instantOfLocal(zone, localMs);
        expect(localMsAt(zone, at)).toBeGreaterThanOrEqual(localMs);
        expect(localMsAt(zone, at - 1)).toBeLessThan(localMs);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a spring night in Berlin', 'Europe/Berlin', '2026-03-29', 150, '2026-03-29T01:00:00Z'],
    ['an autumn night in Berlin, the first of two', 'Europe/Berlin', '2026-10-25', 150, '2026-10-25T00:30:00Z'],
    ['a midnight that Tehran left out', 'Asia/Tehran', '2021-03-22', 0, '2021-03-21T20:30:00Z'],
    ['half an hour left out on Lord Howe', 'Australia/Lord_Howe', '2026-10-04', 135, '2026-10-03T15:30:00Z'],
    ['a whole day that Apia left out', 'Pacific/Apia', '2011-12-30', 600, '2011-12-30T10:00:00Z'],
    ['a spring night before the table begins', 'Europe/Berlin', '1981-03-29', 150, '1981-03-29T01:00:00Z'],
    [
      'two in the morning at Troll, where the clock goes two hours on',
      'Antarctica/Troll',
      '2026-03-29',
      120,
      '2026-03-29T01:00:00Z',
    ],
  ])('knows %s', (...[, zone, date, minutes, expected]) => {
    expect(new Date(instantOf(zone, date, minutes)).toISOString()).toBe(expected.replace('Z', '.000Z'));
  });
});

describe('names of zones', () => {
  it('are the IANA names, not offsets and not abbreviations', () => {
    expect(oddZones.every(isKnownZone)).toBe(true);
    expect(['', '+03:00', 'MSK', 'Europe/Atlantis', 'Europe/Moscow ', '3'].some(isKnownZone)).toBe(false);
  });

  it('that nobody knows have no offset', () => {
    expect(() => offsetMsAt('Europe/Atlantis', 0)).toThrow(RangeError);
  });
});
