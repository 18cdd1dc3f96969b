import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, idPattern } from '../../web/format/slug.ts';
import { currencyChoices, guessCurrency } from '../../web/setup/guesses.ts';
import { faultOf, openingHoursOf, passesMidnight, usualWeek } from '../../web/setup/openingHours.ts';
import { figuresTopic, publishLine } from '../../web/setup/publishLine.ts';

describe('the short name of a store', () => {
  it('resembles its name', () => {
    expect(idOf('Арбат', 'store-1')).toBe('arbat');
    expect(idOf('Café  Münster – 2', 'store-1')).toBe('cafe-munster-2');
    expect(idOf('店舗', 'store-1')).toBe('store-1');
  });

  it('is an id, whatever the name', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => idPattern.test(idOf(name, 'store-1'))));
    expect(idOf('-a-', 'store-1')).toBe('a');
  });
});

describe('guesses', () => {
  it('take the currency of where the zone lies before that of the language', () => {
    expect(guessCurrency('Europe/Moscow', 'en-GB')).toBe('RUB');
    expect(guessCurrency('Etc/UTC', 'en-GB')).toBe('GBP');
    expect(guessCurrency('Etc/UTC', 'la')).toBe('EUR');
  });

  it('offer the likely currency among all', () => {
    const codes = currencyChoices('en', 'RUB').map(({ code }) => code);
    expect(codes).toContain('RUB');
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('opening hours', () => {
  const open = (...spans: { from: string; to: string }[]): { isOpen: true; spans: typeof spans } => ({
    isOpen: true,
    spans,
  });

  it('become the provision file’s, a closed day left out', () => {
    const week = {
      ...usualWeek(),
      fri: open({ from: '18:00', to: '02:00' }),
      sat: open({ from: '10:00', to: '14:00' }, { from: '15:00', to: '00:00' }),
      sun: { isOpen: false, spans: [] },
    };
    const hours = openingHoursOf(week);
    expect(hours.mon).toEqual(['10:00-20:00']);
    expect(hours.fri).toEqual(['18:00-02:00']);
    expect(hours.sat).toEqual(['10:00-14:00', '15:00-24:00']);
    expect(hours).not.toHaveProperty('sun');
  });

  it('may last the whole day, and may pass midnight', () => {
    expect(faultOf(open({ from: '00:00', to: '00:00' }))).toBeNull();
    expect(passesMidnight({ from: '18:00', to: '02:00' })).toBe(true);
    expect(passesMidnight({ from: '10:00', to: '00:00' })).toBe(false);
  });

  it('are refused where they are incomplete, not on a quarter, empty or overlapping', () => {
    expect(faultOf(open({ from: '10:00', to: '' }))).toBe('missing');
    expect(faultOf(open({ from: '10:05', to: '20:00' }))).toBe('quarter');
    expect(faultOf(open({ from: '10:00', to: '10:00' }))).toBe('same');
    expect(faultOf(open({ from: '10:00', to: '15:00' }, { from: '14:00', to: '20:00' }))).toBe('overlap');
    expect(faultOf(open({ from: '18:00', to: '02:00' }, { from: '20:00', to: '22:00' }))).toBe('overlap');
    expect(faultOf({ isOpen: false, spans: [{ from: '', to: '' }] })).toBeNull();
  });
});

describe('the ready command', () => {
  const access = {
    topic: 'lintel/v1/arbat/door/{kind}',
    username: 'door',
    secret: "it's",
    mqtt: { host: '0.0.0.0', port: 1883, tls: false },
  };
  const now = new Date('2026-03-14T13:20:30Z');

  it('sends one person of the last full minute to the device’s own topic', () => {
    const line = publishLine({ kind: 'door', access, fallbackHost: 'shop.local', now });
    expect(line).toBe(
      String.raw`mosquitto_pub -h shop.local -p 1883 -u door -P 'it'\''s' -q 1 -t 'lintel/v1/arbat/door/counts' ` +
        `-m '{"start":"2026-03-14T13:19:00.000Z","end":"2026-03-14T13:20:00.000Z","in":1,"out":0}'`,
    );
  });

  it('of a till is a receipt in training, which counts nowhere', () => {
    const line = publishLine({ kind: 'till', access, fallbackHost: 'shop.local', now });
    expect(line).toContain("-t 'lintel/v1/arbat/door/sales'");
    expect(line).toContain('"training":true');
  });

  it('understands a topic with or without the kind', () => {
    expect(figuresTopic('lintel/v1/a/d', 'door')).toBe('lintel/v1/a/d/counts');
    expect(figuresTopic('lintel/v1/a/d/counts', 'till')).toBe('lintel/v1/a/d/sales');
    expect(figuresTopic('lintel/v1/a/d/#', 'outside')).toBe('lintel/v1/a/d/counts');
  });
});
