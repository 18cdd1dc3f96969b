import { describe, expect, it } from 'vitest';
import { parseProvision } from '../../server/provision/parse.ts';

function faultsOf(text: string): string[] {
  const parsed = parseProvision(text);
  return parsed.ok ? [] : parsed.faults.map(({ line, at, message }) => `${line} ${at}: ${message}`);
}

describe('the provision file', () => {
  it('is read whole, and an empty one changes nothing', () => {
    expect(parseProvision('')).toMatchObject({ ok: true, file: {} });
    const parsed = parseProvision(
      'stores:\n  - { id: arbat, timezone: Europe/Moscow, openingHours: { mon: ["18:00-02:00"] } }\n',
    );
    expect(parsed).toMatchObject({ ok: true, file: { stores: [{ id: 'arbat' }] } });
  });

  it('says every fault with its line, and the nearest key for an unknown one', () => {
    const text = `organisation: { nme: x }
stores:
  - id: Arbat
    timezone: Europe/Moskow
    timezne: x
    currency: EURO
    dayStartsAt: "05:10"
    openingHours:
      mon: ["10:05-22:00"]
      mno: []
      tue: ["10:00-10:00"]
      exceptions: { 2027-13-01: [] }
    devices:
      - id: cam
        measures: [entry]
        installedAt: "2026-01-01 00:00"
`;
    expect(faultsOf(text)).toEqual([
      '1 organisation.nme: unknown key "nme": did you mean "name"?',
      '3 stores[0].id: must be lower-case letters, digits and dashes, at most 63, and begin with a letter or digit',
      '4 stores[0].timezone: "Europe/Moskow" is not an IANA time zone: did you mean Europe/Moscow?',
      '5 stores[0].timezne: unknown key "timezne": did you mean "timezone"?',
      '6 stores[0].currency: "EURO" is not a currency: use its ISO 4217 code, such as EUR',
      '7 stores[0].dayStartsAt: must be a multiple of 15 minutes',
      '9 stores[0].openingHours.mon[0]: "10:05-22:00" opening hours must be multiples of 15 minutes',
      '10 stores[0].openingHours.mno: unknown key "mno": did you mean "mon"?',
      '11 stores[0].openingHours.tue[0]: "10:00-10:00" opens and closes at the same time: write "00:00-24:00" for a whole day',
      '12 stores[0].openingHours.exceptions.2027-13-01: the key must be a date like "2026-01-31"',
      '15 stores[0].devices[0].measures[0]: must be entries, passersBy, queue, sales or service',
      '16 stores[0].devices[0].installedAt: must be a time with its offset, such as "2026-01-01T00:00:00+03:00"',
    ]);
  });

  it('shows where YAML itself is broken', () => {
    expect(faultsOf('stores: []\nregions: []\nstores: []\n')).toEqual(['3 : Map keys must be unique']);
  });
});
