import { describe, expect, it } from 'vitest';
import { currencyDigits } from '../../db/vocabulary/currency.ts';
import { minorUnits } from '../../ingest/adapters/native/amount.ts';

describe('the digits of a currency', () => {
  it('are those of ISO 4217', () => {
    const of = ['EUR', 'RUB', 'JPY', 'KRW', 'KWD', 'TND', 'CLF'].map(currencyDigits);
    expect(of).toEqual([2, 2, 0, 0, 3, 3, 4]);
  });

  it('do not hang on what this version of Node says of forints and rials', () => {
    expect(['HUF', 'IRR', 'TWD', 'AFN'].map(currencyDigits)).toEqual([2, 2, 2, 2]);
    expect(minorUnits('1999.90', 'HUF')).toBe(199_990);
  });
});
