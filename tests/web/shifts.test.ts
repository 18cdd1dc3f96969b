import { describe, expect, it } from 'vitest';
import { arrivedText, missingText, type Shift, saidText } from '../../web/data/shifts.ts';
import { Formats } from '../../web/format/formats.ts';

const writing = { formats: new Formats('en'), money: (minor: number) => `${(minor / 100).toFixed(2)} RUB` };
const said = { salesCount: 40, salesMinor: 100_000, returnsCount: 2, returnsMinor: 5000, receiptsCount: null };
const unsaid = { salesCount: null, salesMinor: null, returnsCount: null, returnsMinor: null, receiptsCount: null };
const shift: Shift = {
  id: 's-1',
  device: 'till-1',
  till: null,
  start: '2026-03-19T09:00:00+03:00',
  end: '2026-03-19T21:00:00+03:00',
  state: 'missing',
  said,
  arrived: { salesCount: 37, salesMinor: 91_000, returnsCount: 2, returnsMinor: 5000 },
  difference: { salesCount: 3, salesMinor: 9000, returnsCount: 0, returnsMinor: 0, receiptsCount: null },
};

describe('a shift in words', () => {
  it('says what the till said, what arrived, and what is missing', () => {
    expect(saidText(shift, writing)).toBe('The till says 40 sales of 1000.00 RUB and 2 returns of 50.00 RUB.');
    expect(arrivedText(shift, writing)).toBe('37 sales of 910.00 RUB and 2 returns of 50.00 RUB arrived.');
    expect(missingText(shift, writing)).toBe('Missing: 3 sales of 90.00 RUB.');
  });

  it('says nothing is missing where all is there, or the till says nothing', () => {
    expect(missingText({ ...shift, state: 'complete' }, writing)).toBeNull();
    expect(saidText({ ...shift, state: 'unsaid', said: unsaid }, writing)).toBeNull();
  });

  it('speaks of one return as of one', () => {
    const one = { ...shift, said: { ...unsaid, returnsCount: 1, returnsMinor: 5000 } };
    expect(saidText(one, writing)).toBe('The till says 1 return of 50.00 RUB.');
  });

  it('counts receipts together where the till does not tell them apart', () => {
    const together = { ...shift, said: { ...unsaid, receiptsCount: 45 }, difference: { ...unsaid, receiptsCount: 6 } };
    expect(saidText(together, writing)).toBe('The till says 45 receipts.');
    expect(missingText(together, writing)).toBe('Missing: 6 receipts.');
  });
});
