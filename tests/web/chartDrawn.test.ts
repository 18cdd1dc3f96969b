import type { Chart } from 'chart.js';
import { describe, expect, it } from 'vitest';
import { bandsPlugin } from '../../web/charts/bands.ts';
import { type ChartMark, marksPlugin } from '../../web/charts/marks.ts';

type Point = [x: number, y: number];

/** What is drawn, in the order in which it is; letters are six pixels wide. */
function drawing() {
  const drawn = {
    columns: [] as { left: number; top: number; width: number; height: number; color: string }[],
    shapes: [] as { points: Point[]; color: string }[],
    names: [] as { text: string; x: number; y: number }[],
  };
  let points: Point[] = [];
  const ctx = {
    fillStyle: '',
    save: () => undefined,
    restore: () => undefined,
    beginPath: () => {
      points = [];
    },
    lineTo: (x: number, y: number) => points.push([x, y]),
    fill: () => drawn.shapes.push({ points, color: ctx.fillStyle }),
    fillRect: (...[left, top, width, height]: [number, number, number, number]) =>
      drawn.columns.push({ left, top, width, height, color: ctx.fillStyle }),
    measureText: (text: string) => ({ width: text.length * 6 }),
    fillText: (text: string, x: number, y: number) => drawn.names.push({ text, x, y }),
  };
  return { ctx, drawn };
}

/** Ten places of 40 pixels, from 100 to 500; up to 200 pixels high below 20. */
function chartWith(isRightToLeft = false) {
  const { ctx, drawn } = drawing();
  const chartArea = { left: 100, right: 500, top: 20, bottom: 220, width: 400, height: 200 };
  const across = (place: number): number => (isRightToLeft ? 480 - place * 40 : 120 + place * 40);
  const scales = {
    x: { min: 0, max: 9, getPixelForValue: across },
    y: { getPixelForValue: (value: number) => 220 - value },
  };
  // All of a chart that the two plugins look at.
  return { chart: { ctx, chartArea, scales, width: 510 } as unknown as Chart<'bar' | 'line'>, drawn };
}

const look = { colors: { holiday: 'red', note: 'blue' }, ink: 'black', font: 'x' };

function marked(marks: readonly ChartMark[], isRightToLeft = false) {
  const { chart, drawn } = chartWith(isRightToLeft);
  const options = { ...look, marks };
  marksPlugin.beforeDatasetsDraw?.call(marksPlugin, chart, { cancelable: true }, options);
  marksPlugin.afterDatasetsDraw?.call(marksPlugin, chart, {}, options, false);
  return drawn;
}

describe('holidays and notes in a chart', () => {
  const fair: ChartMark = { place: 2, text: 'Fair', kind: 'note' };

  it('are columns over all of their places, whichever way time runs', () => {
    expect(marked([fair]).columns).toEqual([{ left: 180, top: 20, width: 40, height: 200, color: 'blue' }]);
    const longer = { ...fair, to: 4, kind: 'holiday' as const };
    expect(marked([longer]).columns).toEqual([{ left: 180, top: 20, width: 120, height: 200, color: 'red' }]);
    expect(marked([longer], true).columns).toMatchObject([{ left: 300, width: 120 }]);
  });

  it('end at the edges of the chart', () => {
    const { columns } = marked([
      { ...fair, place: -3, to: 1 },
      { ...fair, place: 8, to: 14 },
    ]);
    expect(columns.map(({ left, width }) => [left, left + width])).toEqual([
      [100, 180],
      [420, 500],
    ]);
  });

  it('are told apart by their signs: a diamond for a holiday, a flag for a note', () => {
    const { shapes } = marked([
      { ...fair, kind: 'holiday' },
      { ...fair, place: 6 },
    ]);
    expect(shapes).toEqual([
      {
        points: [
          [200, 16],
          [204, 20],
          [200, 24],
          [196, 20],
        ],
        color: 'red',
      },
      {
        points: [
          [356, 16],
          [364, 16],
          [360, 24],
        ],
        color: 'blue',
      },
    ]);
  });

  it('have their names above, in the middle, as far as there is room to the next and to the edge', () => {
    expect(marked([{ ...fair, to: 4 }]).names).toEqual([{ text: 'Fair', x: 240, y: 10 }]);
    // 80 pixels to the neighbour, less its sign: eleven letters.
    const long = { ...fair, text: 'Road works on the bridge' };
    expect(marked([long, { ...fair, place: 4 }]).names.map(({ text }) => text)).toEqual(['Road works…', 'Fair']);
    // 30 pixels to the edge from the middle of the last place, and 20 a little further on.
    expect(marked([{ ...long, place: 9 }]).names.map(({ text }) => text)).toEqual(['Road w…']);
    expect(marked([{ ...long, place: 9.5 }]).names).toEqual([]);
    expect(marked([{ ...long, text: 'W'.repeat(60) }]).names.map(({ text }) => text)).toEqual([`${'W'.repeat(30)}…`]);
  });

  it('are nothing where there are none', () => {
    expect(marked([])).toEqual({ columns: [], shapes: [], names: [] });
  });
});

describe('an interval in a chart', () => {
  const shapesOf = (low: (number | null)[], high: (number | null)[]): Point[][] => {
    const { chart, drawn } = chartWith();
    bandsPlugin.beforeDatasetsDraw?.call(
      bandsPlugin,
      chart,
      { cancelable: true },
      { bands: [{ low, high }], color: 'soft' },
    );
    expect(drawn.shapes.every(({ color }) => color === 'soft')).toBe(true);
    return drawn.shapes.map(({ points }) => points);
  };

  it('goes along its upper ends and back along the lower ones', () => {
    expect(shapesOf([10, 20], [50, 60])).toEqual([
      [
        [120, 170],
        [160, 160],
        [160, 200],
        [120, 210],
      ],
    ]);
  });

  it('breaks at a gap, and is a narrow bar where it stands alone', () => {
    expect(shapesOf([10, null, 20, 30], [50, null, 60, 70])).toEqual([
      [
        [117, 170],
        [123, 170],
        [123, 210],
        [117, 210],
      ],
      [
        [200, 160],
        [240, 150],
        [240, 190],
        [200, 200],
      ],
    ]);
  });
});
