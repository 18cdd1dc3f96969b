import { describe, expect, it } from 'vitest';
import { urlOf } from '../../web/api.ts';
import type { ComparedStore } from '../../web/api-types.ts';
import { nextSorting, sortRows } from '../../web/branches/sortRows.ts';
import { mockKpis } from './mockDay.ts';

const rank = { conversionRate: 1, captureRate: 1, netSalesMinor: 1 };

function row(store: string, entries: number | null, more: Partial<ComparedStore> = {}): ComparedStore {
  return {
    ...mockKpis({ passersBy: 100, entries, purchases: 10 }),
    store,
    name: store,
    region: null,
    timezone: 'UTC',
    currency: 'EUR',
    rank,
    conversionEntries: entries,
    ...more,
  };
}

function order(rows: readonly ComparedStore[]): string[] {
  return rows.map(({ store }) => store);
}

describe('stores in order', () => {
  it('by their queue, those without one last', () => {
    const brief = { served: 9, abandonmentRate: 0, p90WaitSeconds: 9, serviceLevel: 1, averageLength: 1 };
    const rows = [row('none', 1), row('short', 1, { queue: { ...brief, meanWaitSeconds: 30 } })];
    rows.push(row('long', 1, { queue: { ...brief, meanWaitSeconds: 300 } }));
    expect(order(sortRows(rows, { column: 'queueWait', isDescending: true }))).toEqual(['long', 'short', 'none']);
  });

  it('put an unknown figure last, whichever way', () => {
    const rows = [row('a', null), row('b', 20), row('c', 30)];
    expect(order(sortRows(rows, { column: 'entries', isDescending: true }))).toEqual(['c', 'b', 'a']);
    expect(order(sortRows(rows, { column: 'entries', isDescending: false }))).toEqual(['b', 'c', 'a']);
  });

  it('put those that take no part in the ranks behind those that do', () => {
    const rows = [row('doubtful', 11, { rank: { ...rank, conversionRate: null } }), row('sound', 40)];
    expect(order(sortRows(rows, { column: 'conversionRate', isDescending: true }))).toEqual(['sound', 'doubtful']);
  });

  it('compare money within a currency only', () => {
    const rows = [row('yen', 40, { currency: 'JPY', netSalesMinor: 9 }), row('euro', 40, { netSalesMinor: 5 })];
    expect(order(sortRows(rows, { column: 'netSalesMinor', isDescending: true }))).toEqual(['euro', 'yen']);
  });

  it('turn round when a heading is chosen again', () => {
    const first = nextSorting({ column: 'name', isDescending: false }, 'entries');
    expect(first).toEqual({ column: 'entries', isDescending: true });
    expect(nextSorting(first, 'entries').isDescending).toBe(false);
    expect(nextSorting(first, 'name').isDescending).toBe(false);
  });
});

it('a call’s query leaves out what is absent and repeats what is several', () => {
  expect(urlOf('/api/v1/compare', { from: 'x', region: undefined, store: ['a', 'b'] })).toBe(
    '/api/v1/compare?from=x&store=a&store=b',
  );
  expect(urlOf('/api/v1/me')).toBe('/api/v1/me');
});
