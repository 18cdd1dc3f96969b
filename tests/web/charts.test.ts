import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../web/charts/bands.ts';
import { isDrawn, moved, stretchOf } from '../../web/charts/exploring.ts';
import { sharesOf, steppedTo } from '../../web/charts/heat.ts';
import { extentOf, sparkPath } from '../../web/charts/sparkPath.ts';

describe('intervals behind a line', () => {
  it('break where the figures do', () => {
    expect(stretchesOf({ low: [1, 2, null, 4], high: [3, 4, null, 6] })).toEqual([
      {
        from: 0,
        ends: [
          [1, 3],
          [2, 4],
        ],
      },
      { from: 3, ends: [[4, 6]] },
    ]);
    expect(stretchesOf({ low: [null], high: [null] })).toEqual([]);
  });
});

describe('walking through a chart by keyboard', () => {
  const key = (name: string, isShift = false, isRightToLeft = false) => ({ key: name, isShift, isRightToLeft });

  it('goes place by place and by weeks, and stops at the ends', () => {
    expect(moved({ at: 3, anchor: 3 }, 10, key('ArrowRight'))).toEqual({ at: 4, anchor: 4 });
    expect(moved({ at: 3, anchor: 3 }, 10, key('PageDown'))).toEqual({ at: 0, anchor: 0 });
    expect(moved({ at: 3, anchor: 3 }, 10, key('End'))).toEqual({ at: 9, anchor: 9 });
    expect(moved({ at: 3, anchor: 3 }, 10, key('a'))).toBeNull();
  });

  it('has a place for each of its keys', () => {
    const places = ['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'].map(
      (name) => moved({ at: 20, anchor: 20 }, 60, key(name))?.at,
    );
    expect(places).toEqual([19, 21, 27, 13, 0, 59]);
    expect(moved({ at: 59, anchor: 59 }, 60, key('ArrowRight'))?.at).toBe(59);
    expect(moved({ at: 0, anchor: 0 }, 0, key('End'))).toBeNull();
    expect(stretchOf({ at: 5, anchor: 2 })).toEqual([2, 5]);
  });

  it('goes with the reading: later is to the left in Persian', () => {
    expect(moved({ at: 3, anchor: 3 }, 10, key('ArrowRight', false, true))?.at).toBe(2);
    expect(moved({ at: 3, anchor: 3 }, 10, key('ArrowLeft', false, true))).toEqual({ at: 4, anchor: 4 });
  });

  it('draws a stretch with shift, from whichever end, and lets it go with escape', () => {
    const drawn = moved({ at: 3, anchor: 3 }, 10, key('ArrowLeft', true));
    expect(drawn).toEqual({ at: 2, anchor: 3 });
    expect(stretchOf({ at: 2, anchor: 3 })).toEqual([2, 3]);
    expect(moved({ at: 2, anchor: 3 }, 10, key('Escape'))).toEqual({ at: 2, anchor: 2 });
    expect(moved({ at: 2, anchor: 2 }, 10, key('Escape'))).toBeNull();
  });
});

describe('a pointer over a chart', () => {
  it('a mouse draws at once, a finger once it leaves its place sideways: until then it may be a touch or a scroll', () => {
    expect(isDrawn('mouse', 1)).toBe(true);
    expect(isDrawn('touch', 6)).toBe(false);
    expect(isDrawn('touch', 11)).toBe(true);
    expect(isDrawn('touch', -11)).toBe(true);
  });
});

describe('a heat map', () => {
  const cell = (value: number | null) => ({ value, text: String(value) });

  it('fills its cells by their share of the greatest, and an unknown one not at all', () => {
    expect(
      sharesOf([
        [cell(0), cell(5)],
        [cell(10), cell(null)],
      ]),
    ).toEqual([
      [0, 0.5],
      [1, null],
    ]);
    expect(sharesOf([[cell(0)]])).toEqual([[0]]);
    expect(sharesOf([[cell(0.25), cell(0.5)]])).toEqual([[0.5, 1]]);
  });

  it('shows less than nothing, as more returns than sales, as nothing', () => {
    expect(sharesOf([[cell(-5), cell(10)]])).toEqual([[0, 1]]);
    expect(sharesOf([[cell(-5), cell(null)]])).toEqual([[0, null]]);
  });

  it('is walked by the arrow keys, with the reading', () => {
    const size = { rows: 7, columns: 24, isRightToLeft: false };
    const led = (key: string, isRightToLeft: boolean) => {
      const { row, column } = steppedTo({ row: 3, column: 10 }, key, { ...size, isRightToLeft }) ?? {};
      return [row, column];
    };
    const keys = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
    const others = [
      ...[
        [2, 10],
        [4, 10],
      ],
      ...[
        [3, 0],
        [3, 23],
      ],
    ];
    expect(keys.map((key) => led(key, false))).toEqual([[3, 11], [3, 9], ...others]);
    expect(keys.map((key) => led(key, true))).toEqual([[3, 9], [3, 11], ...others]);
    expect(steppedTo({ row: 0, column: 0 }, 'ArrowUp', size)).toEqual({ row: 0, column: 0 });
    expect(steppedTo({ row: 1, column: 1 }, 'ArrowRight', size)).toEqual({ row: 1, column: 2 });
    expect(steppedTo({ row: 1, column: 1 }, 'ArrowRight', { ...size, isRightToLeft: true })).toEqual({
      row: 1,
      column: 0,
    });
    expect(steppedTo({ row: 6, column: 1 }, 'ArrowDown', size)).toEqual({ row: 6, column: 1 });
    expect(steppedTo({ row: 6, column: 1 }, 'End', size)).toEqual({ row: 6, column: 23 });
    expect(steppedTo({ row: 6, column: 1 }, 'x', size)).toBeNull();
  });
});

describe('a sparkline', () => {
  const box = { width: 103, height: 23, least: 0, most: 10, isRightToLeft: false };

  it('lifts the pen over a gap', () => {
    expect(sparkPath([0, 10, null, 5, null], box)).toBe('M1.5 21.5L26.5 1.5M76.5 11.5h.1');
  });

  it('has its latest value at the left where the page is read from the right', () => {
    expect(sparkPath([0, 10], { ...box, isRightToLeft: true })).toBe('M101.5 21.5L1.5 1.5');
  });

  it('reaches from the least to the greatest known value', () => {
    expect(extentOf([3, null, 1])).toEqual([1, 3]);
    expect(extentOf([null])).toBeNull();
  });
});
