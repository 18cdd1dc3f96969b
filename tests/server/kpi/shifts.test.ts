import { describe, expect, test } from 'vitest';
import { type CheckedShift, missingReceiptFindings } from '../../../server/kpi/checks/missingReceipts.ts';
import { compareShift, missingMinor, missingReceipts } from '../../../server/kpi/shifts.ts';

const said = { salesCount: 40, salesMinor: 100_000, returnsCount: 2, returnsMinor: 5000, receiptsCount: null };
const arrived = { salesCount: 40, salesMinor: 100_000, returnsCount: 2, returnsMinor: 5000 };
const unsaid = { salesCount: null, salesMinor: null, returnsCount: null, returnsMinor: null, receiptsCount: null };

describe('a shift, as its till says and as it arrived', () => {
  test('is complete where the two are alike', () => {
    const compared = compareShift(said, arrived);
    expect(compared.state).toBe('complete');
    expect(missingReceipts(compared)).toBe(0);
    expect(missingMinor(compared)).toBe(0);
  });

  test('lacks what the till says and did not arrive, sales and returns apart', () => {
    const compared = compareShift(said, {
      ...arrived,
      salesCount: 37,
      salesMinor: 91_000,
      returnsCount: 1,
      returnsMinor: 2000,
    });
    expect(compared).toMatchObject({ state: 'missing', difference: { salesCount: 3, returnsCount: 1 } });
    expect(missingReceipts(compared)).toBe(4);
    expect(missingMinor(compared)).toBe(6000);
  });

  test('lacks something where the counts agree and a sum does not', () => {
    const compared = compareShift(said, { ...arrived, salesMinor: 99_999 });
    expect(compared.state).toBe('missing');
    expect(missingReceipts(compared)).toBe(0);
  });

  test('is complete where more arrived than the till says, such as a receipt it voided', () => {
    expect(compareShift(said, { ...arrived, salesCount: 41, salesMinor: 101_000 }).state).toBe('complete');
  });

  test('is compared by all its receipts where the till does not tell them apart', () => {
    const compared = compareShift({ ...unsaid, receiptsCount: 45 }, arrived);
    expect(compared.state).toBe('missing');
    expect(missingReceipts(compared)).toBe(3);
    expect(missingMinor(compared)).toBeNull();
  });

  test('is compared with nothing where the till says nothing', () => {
    expect(compareShift(unsaid, arrived).state).toBe('unsaid');
  });
});

const now = Date.parse('2026-03-20T12:00:00Z');
const hourMs = 3_600_000;

function shift(more: Partial<CheckedShift> = {}): CheckedShift {
  return { deviceId: 'till-1', closedAt: now - 20 * hourMs, receivedAt: now - 20 * hourMs, said, arrived, ...more };
}

describe('missing receipts are told', () => {
  test('once for each till, with how many and how much', () => {
    const lacking = { arrived: { ...arrived, salesCount: 39, salesMinor: 97_500 } };
    const found = missingReceiptFindings(
      [shift(lacking), shift({ ...lacking, closedAt: now - 5 * hourMs }), shift()],
      now,
    );
    expect(found).toEqual([
      {
        code: 'missing_receipts',
        deviceId: 'till-1',
        severity: 'high',
        since: now - 20 * hourMs,
        until: null,
        figures: { shifts: 2, receipts: 2, missingMinor: 5000 },
      },
    ]);
  });

  test('not of a shift that ended a moment ago, whose receipts may still be on their way', () => {
    const lacking = { arrived: { ...arrived, salesCount: 0, salesMinor: 0 } };
    expect(missingReceiptFindings([shift({ ...lacking, closedAt: now - 60_000 })], now)).toEqual([]);
    expect(missingReceiptFindings([shift({ ...lacking, receivedAt: now - 60_000 })], now)).toEqual([]);
  });

  test('not of shifts that are complete, or of which the till says nothing', () => {
    expect(missingReceiptFindings([shift(), shift({ said: unsaid })], now)).toEqual([]);
  });
});
