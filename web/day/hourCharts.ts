import type { ChartData, ChartOptions, Plugin } from 'chart.js';
import type { Formats } from '../format/formats.ts';
import { type HourSlot, isRateGap } from './hourSlots.ts';
import type { Palette } from './palette.ts';

export interface HourChartInput {
  readonly slots: readonly HourSlot[];
  readonly palette: Palette;
  readonly formats: Formats;
  /** What a tooltip says of a slot, line by line. */
  readonly tooltip: (slot: HourSlot) => string[];
}

/** What Chart.js is given: once to begin with, and again for every change. */
export interface HourChart {
  readonly data: ChartData<'bar' | 'line', (number | [number, number] | null)[], string>;
  readonly options: ChartOptions<'bar' | 'line'>;
}

/** Both charts give their figures this much room, so that their hours stand above each other. */
const axisWidth = 46;

/**
 * Entries by hour, with the same hours of a week before as a broader, paler bar behind. A gap has no bar but a hatch, and on top of
 * what was counted a hatched bar for what it probably hides.
 */
export function entriesChart(input: HourChartInput): HourChart {
  const { slots, palette, formats } = input;
  return {
    data: {
      labels: slots.map((slot) => slot.label),
      datasets: [
        {
          data: slots.map((slot) => (slot.state === 'gap' ? null : (slot.now?.entries ?? null))),
          backgroundColor: slots.map((slot) => (slot.state === 'part' ? palette.entriesSoft : palette.entries)),
          borderColor: palette.entries,
          borderWidth: slots.map((slot) => (slot.state === 'part' ? 1.5 : 0)),
          borderRadius: 2,
          barPercentage: 0.58,
          categoryPercentage: 0.9,
          grouped: false,
          order: 1,
        },
        {
          data: slots.map(unseenBar),
          backgroundColor: palette.estimate,
          borderColor: palette.entries,
          borderWidth: 1,
          borderDash: [2, 2],
          borderSkipped: false,
          borderRadius: 2,
          barPercentage: 0.58,
          categoryPercentage: 0.9,
          grouped: false,
          order: 1,
        },
        {
          data: slots.map((slot) => slot.before?.entries ?? null),
          backgroundColor: palette.ghost,
          borderRadius: 2,
          barPercentage: 0.95,
          categoryPercentage: 0.9,
          grouped: false,
          order: 2,
        },
      ],
    },
    options: optionsOf(input, (value) => formats.count(value), false),
  };
}

/** From what was counted to what probably came: a bar of its own, so that nobody takes it for counted. */
function unseenBar({ now, unseen }: HourSlot): [number, number] | null {
  if (unseen?.estimated == null || unseen.estimated < 1) return null;
  const counted = now?.entries ?? 0;
  return [counted, counted + unseen.estimated];
}

/** Conversion by hour as points, each with its 95 % interval as a bar; hours without a rate stay empty. */
export function conversionChart(input: HourChartInput): HourChart {
  const { slots, palette, formats } = input;
  return {
    data: {
      labels: slots.map((slot) => slot.label),
      datasets: [
        {
          type: 'line',
          data: slots.map((slot) => slot.now?.conversionRate ?? null),
          borderColor: palette.purchases,
          backgroundColor: palette.purchases,
          borderWidth: 1.5,
          pointRadius: 3,
          spanGaps: false,
          order: 1,
        },
        {
          type: 'bar',
          data: slots.map((slot) => (slot.now?.conversionInterval ? [...slot.now.conversionInterval] : null)),
          backgroundColor: palette.interval,
          borderRadius: 3,
          borderSkipped: false,
          barPercentage: 0.3,
          categoryPercentage: 0.9,
          grouped: false,
          order: 2,
        },
      ],
    },
    options: optionsOf(input, (value) => formats.percent(value, 0), true),
  };
}

function optionsOf(
  input: HourChartInput,
  label: (value: number) => string,
  isRate: boolean,
): ChartOptions<'bar' | 'line'> {
  const { palette, slots } = input;
  const font = { family: palette.font, size: 11 };
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false },
    // Without it the two charts' hours would not stand above each other: points ask for room at the edges.
    layout: { padding: { top: 6, right: 2 }, autoPadding: false },
    scales: {
      x: {
        grid: { display: false },
        border: { color: palette.lineStrong },
        ticks: { color: palette.inkSoft, font, maxRotation: 0, autoSkipPadding: 8 },
      },
      y: {
        beginAtZero: true,
        ...(isRate ? { suggestedMax: 0.2 } : { suggestedMax: 10 }),
        grid: { color: palette.line },
        border: { display: false },
        ticks: {
          color: palette.inkSoft,
          font,
          maxTicksLimit: 5,
          ...(isRate ? {} : { precision: 0 }),
          callback: (value) => label(Number(value)),
        },
        afterFit: (axis) => {
          axis.width = axisWidth;
        },
      },
    },
    plugins: {
      ...gapsOf(input, isRate ? isRateGap : ({ state }) => state === 'gap'),
      tooltip: {
        displayColors: false,
        backgroundColor: palette.ink,
        titleColor: palette.card,
        bodyColor: palette.card,
        titleFont: { family: palette.font },
        bodyFont: { family: palette.font },
        // One text for the whole hour, whichever of its marks is pointed at.
        filter: (item, place, items) => items.findIndex((one) => one.dataIndex === item.dataIndex) === place,
        callbacks: {
          label: (item) => {
            const slot = slots[item.dataIndex];
            return slot ? input.tooltip(slot) : [];
          },
        },
      },
    },
  };
}

/** The hatch's own options. */
interface GapOptions {
  /** Places on the axis of which nothing is known. */
  readonly places?: readonly number[];
  readonly count?: number;
  readonly color?: string;
}

/** Hatches the hours of which nothing is known, so that a gap can't be read as zero. */
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

/** Options of {@link gapsPlugin}, under its id. */
function gapsOf({ slots, palette }: HourChartInput, isGap: (slot: HourSlot) => boolean): object {
  const places = slots.flatMap((slot, place) => (isGap(slot) ? [place] : []));
  return { gaps: { places, count: slots.length, color: palette.lineStrong } };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function hatchBox(ctx: CanvasRenderingContext2D, { left, top, width, height }: Box): void {
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
