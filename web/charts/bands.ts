import type { Chart, Plugin } from 'chart.js';
import type { Palette } from './barLine.ts';

/** How far a figure may be from the truth, place by place; null where nothing is known. */
export interface Band {
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

interface BandOptions {
  readonly bands?: readonly Band[];
  readonly color?: string;
}

interface Stretch {
  readonly from: number;
  /** The two ends at `from` and the places after it. */
  readonly ends: readonly (readonly [low: number, high: number])[];
}

/** Soft areas behind the lines: intervals, which break where the figures do. */
export const bandsPlugin: Plugin<'bar' | 'line', BandOptions> = {
  id: 'bands',
  beforeDatasetsDraw: (chart, _, { bands = [], color = '#ccc' }) => {
    chart.ctx.save();
    chart.ctx.fillStyle = color;
    chart.ctx.globalAlpha = 0.55;
    for (const stretch of bands.flatMap(stretchesOf)) fillStretch(chart, stretch);
    chart.ctx.restore();
  },
};

/** Options of {@link bandsPlugin}, under its id. */
export function bandsOf(bands: readonly Band[], { interval }: Palette): { readonly bands: BandOptions } {
  return { bands: { bands, color: interval } };
}

/** The places that follow each other with an interval. */
export function stretchesOf({ low, high }: Band): readonly Stretch[] {
  const stretches: { from: number; ends: (readonly [number, number])[] }[] = [];
  let isOpen = false;
  for (const [place, bottom] of low.entries()) {
    const top = high[place] ?? null;
    if (bottom === null || top === null) {
      isOpen = false;
      continue;
    }
    if (!isOpen) stretches.push({ from: place, ends: [] });
    stretches.at(-1)?.ends.push([bottom, top]);
    isOpen = true;
  }
  return stretches;
}

/** Half the width of an interval that stands alone, in pixels. */
const aloneHalf = 3;

function fillStretch({ ctx, scales }: Chart, { from, ends }: Stretch): void {
  const { x, y } = scales;
  if (!x || !y) return;
  const shifts = ends.length === 1 ? [-aloneHalf, aloneHalf] : [0];
  const along = (place: number): number => x.getPixelForValue(from + place);
  ctx.beginPath();
  for (const [place, [, high]] of ends.entries())
    for (const shift of shifts) ctx.lineTo(along(place) + shift, y.getPixelForValue(high));
  for (const [place, [low]] of [...ends.entries()].reverse())
    for (const shift of [...shifts].reverse()) ctx.lineTo(along(place) + shift, y.getPixelForValue(low));
  ctx.fill();
}
