import type { ChartOptions } from 'chart.js';
import { axesOf } from '../charts/axes.ts';
import type { BarLineChart, ChartLook } from '../charts/barLine.ts';
import { type HourSlot, isRateGap } from './hourSlots.ts';

interface HourChartInput extends ChartLook {
  readonly slots: readonly HourSlot[];
  /** What a tooltip says of a slot, line by line. */
  readonly tooltip: (slot: HourSlot) => string[];
}

/**
 * Entries by hour, with the same hours of a week before as a broader, paler bar behind. A gap has no bar but a hatch, and on top of
 * what was counted a hatched bar for what it probably hides.
 */
export function entriesChart(input: HourChartInput): BarLineChart {
  const { slots, palette, formats } = input;
  return {
    data: {
      labels: slots.map((slot) => formats.digits(slot.label)),
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
export function conversionChart(input: HourChartInput): BarLineChart {
  const { slots, palette, formats } = input;
  return {
    data: {
      labels: slots.map((slot) => formats.digits(slot.label)),
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
  const { slots, palette, formats } = input;
  return axesOf({
    palette,
    formats,
    label,
    isWhole: !isRate,
    least: isRate ? 0.2 : 10,
    gaps: gapPlaces(slots, isRate),
    count: slots.length,
    tooltip: (place) => {
      const slot = slots[place];
      return slot ? input.tooltip(slot) : [];
    },
  });
}

function gapPlaces(slots: readonly HourSlot[], isRate: boolean): number[] {
  return slots.flatMap((slot, place) => ((isRate ? isRateGap(slot) : slot.state === 'gap') ? [place] : []));
}
