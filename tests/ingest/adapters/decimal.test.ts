import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundedOf, signOf, sizeOf, sumOf, timesOf } from '../../../ingest/adapters/decimal.ts';

/** Amounts of hundredths, written as vendors write them. */
const hundredths = fc.integer({ min: -10_000_000, max: 10_000_000 });
const text = (amount: number): string => {
  const size = Math.abs(amount).toString().padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`;
};

test('a sum is exact, whatever is added and taken off, as text or number', () => {
  expect(sumOf(['0.1', 0.2])).toBe('0.3');
  expect(sumOf(['128.90'], ['10.00', 0])).toBe('118.90');
  expect(sumOf(['4.34783', '0.65217'])).toBe('5.00000');
  expect(sumOf([])).toBe('0');
  fc.assert(
    fc.property(fc.array(hundredths), fc.array(hundredths), (added, taken) => {
      const expected = added.reduce((sum, one) => sum + one, 0) - taken.reduce((sum, one) => sum + one, 0);
      const sum = sumOf(['0.00', ...added.map(text)], taken.map(text));
      expect(Math.round(Number(sum) * 100)).toBe(expected);
    }),
  );
});

test('what is no decimal number has no sum', () => {
  for (const wrong of ['', 'x', '1e3', '1,50', 'NaN', Number.NaN, Number.POSITIVE_INFINITY, 1e300, '٣']) {
    expect(sumOf([wrong])).toBeNull();
    expect(sumOf(['1'], [wrong])).toBeNull();
    expect(timesOf(wrong, 2)).toBeNull();
    expect(roundedOf(wrong, 2)).toBeNull();
    expect(signOf(wrong)).toBeNull();
    expect(sizeOf(wrong)).toBeNull();
  }
});

test('an amount is rounded to the digits of its currency, halves away from nothing', () => {
  expect(roundedOf('4.99999', 2)).toBe('5.00');
  expect(roundedOf('1.005', 2)).toBe('1.01');
  expect(roundedOf('-1.005', 2)).toBe('-1.01');
  expect(roundedOf(20.490000000000002, 4)).toBe('20.4900');
  expect(roundedOf('12.5', 0)).toBe('13');
  expect(roundedOf('3', 2)).toBe('3');
});

test('so many pieces at a price, the sign and the size of an amount', () => {
  expect(timesOf('25.00', 2)).toBe('50.00');
  expect(timesOf('66.75', '0.480')).toBe('32.04000');
  expect([signOf('-0.00'), signOf('-0.01'), signOf(3)]).toEqual([0, -1, 1]);
  expect([sizeOf('-4.50'), sizeOf(4.5)]).toEqual(['4.50', '4.5']);
});
