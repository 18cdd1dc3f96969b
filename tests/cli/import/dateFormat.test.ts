import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDateFormat, readIsoInstant } from '../../../server/cli/import/dateFormat.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);

describe('the date format of an import', () => {
  it('reads day first, month first and two-digit years as the format says', () => {
    expect(compileDateFormat('dd/MM/yyyy HH:mm')('03/04/2026 17:05', 'UTC')).toBe(utc('2026-04-03T17:05:00'));
    expect(compileDateFormat('M/d/yy h:mm a')('4/3/26 5:05 PM', 'UTC')).toBe(utc('2026-04-03T17:05:00'));
    expect(compileDateFormat('d.M.yyyy H:mm:ss')('3.4.2026 7:05:09', 'UTC')).toBe(utc('2026-04-03T07:05:09'));
  });

  it('takes 12 am for midnight, 12 pm for noon and 24:00 for the end of the day', () => {
    const read = compileDateFormat('yyyy-MM-dd hh:mm a');
    expect(read('2026-01-01 12:00 am', 'UTC')).toBe(utc('2026-01-01T00:00:00'));
    expect(read('2026-01-01 12:00 pm', 'UTC')).toBe(utc('2026-01-01T12:00:00'));
    expect(compileDateFormat('yyyy-MM-dd HH:mm')('2025-12-31 24:00', 'UTC')).toBe(utc('2026-01-01T00:00:00'));
  });

  it('refuses dates that do not exist and text in another format', () => {
    const read = compileDateFormat('dd/MM/yyyy HH:mm');
    expect(read('31/02/2026 10:00', 'UTC')).toBeNull();
    expect(read('2026-01-01 10:00', 'UTC')).toBeNull();
    expect(read('01/01/2026 24:30', 'UTC')).toBeNull();
  });

  it('reads local time in the zone, an hour that is left out as the first instant after it, one that comes twice as the first', () => {
    const read = compileDateFormat('yyyy-MM-dd HH:mm');
    expect(read('2026-03-29 02:30', 'Europe/Berlin')).toBe(utc('2026-03-29T01:00:00'));
    expect(read('2026-10-25 02:30', 'Europe/Berlin')).toBe(utc('2026-10-25T00:30:00'));
  });

  it('lets an offset in the text win over the zone', () => {
    expect(compileDateFormat('yyyy-MM-dd HH:mmXXX')('2026-01-01 10:00+03:00', 'Asia/Tokyo')).toBe(
      utc('2026-01-01T07:00:00'),
    );
    expect(readIsoInstant('2026-01-01T10:00:00+03:00', 'Asia/Tokyo')).toBe(utc('2026-01-01T07:00:00'));
  });

  it('needs a year, a month and a day, and am or pm for hours up to 12', () => {
    expect(() => compileDateFormat('HH:mm')).toThrow(/needs a year/);
    expect(() => compileDateFormat('yyyy-MM-dd hh:mm')).toThrow(/no am or pm/);
  });

  it('without a format reads what the ISO writes, with or without seconds and time of day', () => {
    const zone = 'Europe/London';
    expect(readIsoInstant('2011-07-24 00:30', zone)).toBe(utc('2011-07-23T23:30:00'));
    expect(readIsoInstant('2010-12-01 08:26:00', zone)).toBe(utc('2010-12-01T08:26:00'));
    expect(readIsoInstant('2010-12-01', zone)).toBe(utc('2010-12-01T00:00:00'));
    expect(readIsoInstant('01/12/2010', zone)).toBeNull();
  });

  it('reads back every minute it could have written', () => {
    const read = compileDateFormat('dd.MM.yyyy HH:mm');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000_000 }), (minute) => {
        const iso = new Date(minute * 60_000).toISOString();
        const text = `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)} ${iso.slice(11, 16)}`;
        expect(read(text, 'UTC')).toBe(minute * 60_000);
      }),
    );
  });
});
