import type { Chart, Plugin } from 'chart.js';
import type { Palette } from './barLine.ts';

/** The hatch's own options. */
interface GapOptions {
  /** Places on the axis of which nothing is known. */
  readonly places?: readonly number[];
  readonly count?: number;
  readonly color?: string;
}

/** Hatches the steps of which nothing is known, so that a gap can't be read as zero. */
export const gapsPlugin: Plugin<'bar' | 'line', GapOptions> = {
  id: 'gaps',
  beforeDatasetsDraw: ({ ctx, chartArea, scales }, _, { places = [], count = 1, color = '#888' }) => {
    const axis = scales.x;
    if (!axis) return;
    const width = chartArea.width / Math.max(1, count);
    ctx.save();
    ctx.strokeStyle = color;
    ctx.globalAlpha = 0.45;
    for (const place of places) {
      const left = axis.getPixelForValue(place) - width / 2;
      hatchBox(ctx, { left, top: chartArea.top, width, height: chartArea.height });
    }
    ctx.restore();
  },
};

/** Options of {@link gapsPlugin}, under its id: which places of `count` are gaps. */
export function gapsOf(
  places: readonly number[],
  count: number,
  { lineStrong }: Palette,
): { readonly gaps: GapOptions } {
  return { gaps: { places, count, color: lineStrong } };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function hatchBox(ctx: Chart['ctx'], { left, top, width, height }: Box): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.beginPath();
  for (let along = -height; along < width; along += 7) {
    ctx.moveTo(left + along, top + height);
    ctx.lineTo(left + along + height, top);
  }
  ctx.stroke();
  ctx.restore();
}
