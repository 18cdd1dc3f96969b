import { describe, expect, it } from 'vitest';
import { directionOf, Formats, unknown } from '../../web/format/formats.ts';

/** Intl writes some spaces as no-break ones. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

describe('money', () => {
  it('is read from minor units by the digits of its currency', () => {
    const formats = new Formats('en');
    expect(formats.money(123_456, 'EUR')).toBe('€1,234.56');
    expect(formats.money(123_456, 'JPY')).toBe('¥123,456');
    expect(plain(formats.money(123_456, 'KWD'))).toContain('123.456');
    expect(plain(formats.money(199_900, 'HUF'))).toContain('1,999');
  });

  it('is written as the organisation’s locale does', () => {
    expect(plain(new Formats('ru').money(-123_456, 'RUB'))).toBe('-1 234,56 ₽');
  });

  it('is unknown where it was not measured, and zero where it was', () => {
    expect(new Formats('en').money(null, 'EUR')).toBe(unknown);
    expect(new Formats('en').money(0, 'EUR')).toBe('€0.00');
  });
});

describe('counts and rates', () => {
  it('keep the half of an entrance that counts the average', () => {
    expect(new Formats('en').count(1234.5)).toBe('1,234.5');
    expect(new Formats('en').count(null)).toBe(unknown);
  });

  it('show an interval with one sign at its end', () => {
    expect(new Formats('en').interval([0.138, 0.169])).toBe('13.8–16.9%');
    expect(plain(new Formats('de').interval([0.138, 0.169]) ?? '')).toBe('13,8–16,9 %');
    expect(new Formats('en').interval(null)).toBeNull();
  });

  it('fall back to English where the locale is none', () => {
    expect(new Formats('not a locale').percent(0.245)).toBe('24.5%');
  });

  it('write dates in the interface’s language', () => {
    expect(new Formats('ru').textLocale).toBe('en-GB');
    expect(new Formats('en-US').textLocale).toBe('en-US');
  });
});

describe('a change', () => {
  it('carries its sign, a real minus, and a digit more where it is small', () => {
    const formats = new Formats('en');
    expect(formats.change(0.034)).toBe('+3.4%');
    expect(formats.change(-0.034)).toBe('−3.4%');
    expect(formats.change(0.336)).toBe('+34%');
  });

  it('is none below a twentieth of a per cent', () => {
    expect(directionOf(0.0001)).toBe('same');
    expect(directionOf(-0.01)).toBe('down');
    expect(directionOf(0.01)).toBe('up');
  });
});
