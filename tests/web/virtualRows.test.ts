import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowWindow } from '../../web/branches/virtualRows.ts';

const scrolled = fc.record({
  count: fc.integer({ min: 61, max: 2000 }),
  rowHeight: fc.integer({ min: 20, max: 60 }),
  top: fc.integer({ min: -200, max: 130_000 }),
  height: fc.integer({ min: 100, max: 2000 }),
});

describe('which of many rows are drawn', () => {
  it('are all that are seen and eight more on either side, and hardly any besides', () => {
    fc.assert(
      fc.property(scrolled, ({ count, rowHeight, top, height }) => {
        const { first, end } = rowWindow({ count, rowHeight, top, height });
        const seenFirst = Math.floor(Math.max(0, top) / rowHeight);
        const seenEnd = Math.ceil((Math.max(0, top) + height) / rowHeight);
        if (seenFirst < count) {
          expect(first).toBeLessThanOrEqual(Math.max(0, seenFirst - 8));
          expect(end).toBeGreaterThanOrEqual(Math.min(count, seenEnd + 7));
        }
        expect(end).toBeGreaterThan(first);
        expect(end - first).toBeLessThanOrEqual(Math.ceil(height / rowHeight) + 24);
      }),
    );
  });

  it('leave room for the others, so that nothing moves', () => {
    fc.assert(
      fc.property(scrolled, (given) => {
        const { first, end, before, after } = rowWindow(given);
        expect([before, after]).toEqual([first * given.rowHeight, (given.count - end) * given.rowHeight]);
      }),
    );
  });

  it('stay the same while eight rows are scrolled past', () => {
    const at = (row: number): number => rowWindow({ count: 1000, rowHeight: 36, top: row * 36, height: 720 }).first;
    expect([0, 7, 15, 16, 23, 24].map(at)).toEqual([0, 0, 0, 8, 8, 16]);
  });

  it('are all of sixty, and all before their height is known', () => {
    const given = { count: 60, rowHeight: 36, top: 900, height: 300 };
    expect(rowWindow(given)).toEqual({ first: 0, end: 60, before: 0, after: 0 });
    expect(rowWindow({ ...given, count: 61 })).toMatchObject({ first: 16, end: 49 });
    expect(rowWindow({ ...given, count: 900, rowHeight: 0 })).toEqual({ first: 0, end: 900, before: 0, after: 0 });
    expect(rowWindow({ ...given, count: 900, rowHeight: 1 }).first).toBe(888);
  });
});
