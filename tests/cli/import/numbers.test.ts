import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, readAmount, readCount } from '../../../server/cli/import/numbers.ts';

const point = { hasDecimalComma: false };
const comma = { hasDecimalComma: true };

describe('numbers of an imported file', () => {
  it('reads thousands separators and spaces, and the decimal comma only where it was said', () => {
    expect(readAmount('1,234.50', 2, point)).toEqual({ minor: 123_450, isRounded: false });
    expect(readAmount('1.234,50', 2, comma)).toEqual({ minor: 123_450, isRounded: false });
    expect(readAmount('1 234,5', 2, comma)).toEqual({ minor: 123_450, isRounded: false });
    expect(readAmount('€12.00', 2, point)).toEqual({ minor: 1200, isRounded: false });
    expect(readAmount('-£5.10', 2, point)).toEqual({ minor: -510, isRounded: false });
    expect(readAmount('12,50', 2, point)).toBeNull();
    expect(readAmount('1.50', 2, comma)).toBeNull();
  });

  it('rounds digits beyond the currency half away from zero and says so', () => {
    expect(readAmount('2042.761', 2, point)).toEqual({ minor: 204_276, isRounded: true });
    expect(readAmount('0.005', 2, point)).toEqual({ minor: 1, isRounded: true });
    expect(readAmount('-0.005', 2, point)).toEqual({ minor: -1, isRounded: true });
    expect(readAmount('139.120', 2, point)).toEqual({ minor: 13_912, isRounded: false });
    expect(readAmount('120.5', 0, point)).toEqual({ minor: 121, isRounded: true });
    expect(readAmount('1.2345', 3, point)).toEqual({ minor: 1235, isRounded: true });
  });

  it('takes whole numbers of people alone', () => {
    expect(readCount('1,204', point)).toBe(1204);
    expect(readCount('12.0', point)).toBe(12);
    expect(readCount('12.5', point)).toBeNull();
    expect(readCount('n/a', point)).toBeNull();
    expect(readCount('', point)).toBeNull();
  });

  it('writes minor units so that they read back as themselves', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(0, 2, 3), (minor, digits) => {
        expect(readAmount(decimalText(minor, digits), digits, point)).toEqual({ minor, isRounded: false });
      }),
    );
  });
});
