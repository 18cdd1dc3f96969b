import { describe, expect, it } from 'vitest';
import { durationText } from '../../web/format/durations.ts';
import { directionOf, Formats, unknown } from '../../web/format/formats.ts';
import { numberOf } from '../../web/format/numbers.ts';

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
    expect(plain(new Formats('ru-RU', { language: 'ru' }).money(-123_456, 'RUB'))).toBe('-1 234,56 ₽');
    expect(plain(new Formats('en-US').money(-123_456, 'USD'))).toBe('-$1,234.56');
  });

  it('has no small change where it is an estimate', () => {
    expect(new Formats('en').wholeMoney(123_456, 'EUR')).toBe('€1,235');
    expect(new Formats('en').wholeMoney(123_456, 'JPY')).toBe('¥123,456');
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
    expect(new Formats('en').count(1234.56)).toBe('1,234.6');
    expect(new Formats('en').whole(2.5)).toBe('3');
  });

  it('have as many digits as are asked for, and a dash where nothing is known', () => {
    const formats = new Formats('en');
    expect([formats.ratio(2), formats.ratio(1.256), formats.ratio(1.256, 1)]).toEqual(['2.00', '1.26', '1.3']);
    expect([formats.ratio(null), formats.ratio(undefined)]).toEqual([unknown, unknown]);
    expect([formats.percent(0.2), formats.percent(0.256, 0)]).toEqual(['20.0%', '26%']);
    expect([formats.percent(null), formats.percent(undefined)]).toEqual([unknown, unknown]);
    expect([formats.count(undefined), formats.money(undefined, 'EUR')]).toEqual([unknown, unknown]);
  });

  it('show an interval with one sign at its end', () => {
    expect(new Formats('en').interval([0.138, 0.169])).toBe('13.8–16.9%');
    expect(plain(new Formats('de').interval([0.138, 0.169]) ?? '')).toBe('13,8–16,9 %');
    expect(new Formats('en').interval(null)).toBeNull();
  });

  it('fall back to English where the locale is none', () => {
    expect(new Formats('not a locale').percent(0.245)).toBe('24.5%');
  });

  it('are written as the page’s language does, in the organisation’s manner where it is the same', () => {
    expect(new Formats('ru-RU').locale).toBe('en-GB');
    expect(new Formats('de-DE').locale).toBe('de-DE');
    expect(new Formats('de-DE').textLocale).toBe('en-GB');
    expect(new Formats('en-US').textLocale).toBe('en-US');
    expect(plain(new Formats('en-US', { language: 'ru' }).count(1234.5))).toBe('1 234,5');
  });
});

describe('Persian', () => {
  const persian = new Formats('en-GB', { language: 'fa' });
  const latin = new Formats('fa-IR', { language: 'fa', digits: 'latin' });

  it('has its own digits and separators', () => {
    expect(persian.count(1234.5)).toBe('۱٬۲۳۴٫۵');
    expect(persian.percent(0.245)).toBe('۲۴٫۵٪');
    expect(persian.interval([0.138, 0.169])).toBe('۱۳٫۸–۱۶٫۹٪');
    expect(persian.clock('2026-03-14T14:05:00+03:30')).toBe('۱۴:۰۵');
    expect(persian.counted(5)).toMatchObject({ value: 5, text: '۵' });
    expect(`${persian.counted(5)}`).toBe('۵');
  });

  it('is written with Latin digits by choice, and English with Persian ones', () => {
    expect(latin.count(1234.5)).toBe('1,234.5');
    expect(latin.clock('2026-03-14T14:05:00+03:30')).toBe('14:05');
    expect(new Formats('en-GB', { digits: 'persian' }).count(412)).toBe('۴۱۲');
  });

  it('counts days by the calendar of Iran, unless somebody wants the other', () => {
    expect(persian.textLocale).toBe('fa-u-ca-persian-nu-arabext');
    expect(latin.textLocale).toBe('fa-IR-u-ca-persian-nu-latn');
    expect(new Formats('fa', { language: 'fa', calendar: 'gregorian' }).textLocale).toBe('fa-u-ca-gregory-nu-arabext');
    expect(new Formats('ru', { language: 'ru', calendar: 'persian' }).textLocale).toBe('ru-u-ca-persian');
  });

  it('says how long something took', () => {
    expect(durationText(200, persian)).toBe('۳ دقیقه و ۲۰ ثانیه');
    expect(durationText(3900, new Formats('ru', { language: 'ru' }))).toBe('1 ч 5 мин');
  });

  it('keeps a sign before its number, though the line runs from right to left', () => {
    expect(persian.signed(-3, persian.count(3))).toBe('\u200e−۳');
    expect(new Formats('en').signed(12, '12')).toBe('+12');
    expect(new Formats('en').signed(0, '0')).toBe('0');
    expect(new Formats('en').signed(0.5, '0.5')).toBe('+0.5');
  });

  it('writes a moment with its own comma and the day by its own calendar', () => {
    const instant = '2026-03-14T14:05:09+03:30';
    expect(persian.moment(instant)).toBe('شنبه ۲۳ اسفند، ۱۴:۰۵');
    expect(new Formats('en-GB').moment(instant)).toBe('Sat 14 Mar, 14:05');
    const at = new Date('2026-03-14T22:05:09Z');
    expect(new Formats('en-GB').momentIn('Asia/Tehran', at)).toBe('Sun 15 Mar, 01:35');
    expect(persian.clockIn('Asia/Tehran', at)).toBe('۰۱:۳۵');
    expect(persian.clockIn('Asia/Tehran', at, true)).toBe('۰۱:۳۵:۰۹');
  });

  it('joins names as its sentences do', () => {
    expect(new Formats('ru', { language: 'ru' }).list(['Арбат', 'Невский', 'Сретенка'])).toBe(
      'Арбат, Невский и Сретенка',
    );
    expect(persian.list(['تهران', 'شیراز'])).toBe('تهران و شیراز');
  });

  it.each([
    ['۱۲٫۵', 12.5],
    ['٣٠', 30],
    ['12,5', 12.5],
    ['−4', -4],
    ['پنج', null],
  ])('is read where somebody types %s', (text, number) => {
    expect(numberOf(text)).toBe(number);
  });
});

describe('a change', () => {
  it('carries its sign, a real minus, and a digit more where it is small', () => {
    const formats = new Formats('en');
    expect(formats.change(0.034)).toBe('+3.4%');
    expect(formats.change(-0.034)).toBe('−3.4%');
    expect(formats.change(0.336)).toBe('+34%');
    expect(formats.change(-0.336)).toBe('−34%');
    expect(formats.change(0.0994)).toBe('+9.9%');
    expect(formats.change(0.0996)).toBe('+10%');
    expect(formats.change(0.0001)).toBe('0%');
  });

  it('is none below a twentieth of a per cent', () => {
    expect(directionOf(0.0001)).toBe('same');
    expect(directionOf(-0.01)).toBe('down');
    expect(directionOf(0.01)).toBe('up');
  });
});
