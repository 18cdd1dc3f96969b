import type { QueueKpis } from '../../server/kpi/queue/schema.ts';
import { type AxesInput, axesOf } from '../charts/axes.ts';
import type { BarLineChart, BarLineValue, ChartLook } from '../charts/barLine.ts';
import { durationText } from '../format/durations.ts';
import type { StepPlace } from './steps.ts';

export interface QueueChartInput extends ChartLook {
  readonly places: readonly StepPlace[];
  /** Steps follow each other without nights between, so that a line may join them. */
  readonly isJoined: boolean;
  readonly tooltip: (place: StepPlace) => string[];
}

/**
 * The mean wait of each step as a point, and how far the middle reaches from the median to what nine of ten waited at most. The target
 * is a dashed line; null where the queues have several.
 */
export function waitChart(input: QueueChartInput, targetSeconds: number | null): BarLineChart {
  const { places, palette } = input;
  const target = targetSeconds === null ? [] : [targetLine(input, targetSeconds)];
  return {
    data: {
      labels: places.map(({ label }) => label),
      datasets: [
        {
          type: 'line',
          data: valuesOf(places, ({ waitSeconds }) => waitSeconds.mean),
          ...points(input, palette.purchases),
        },
        {
          type: 'line',
          data: valuesOf(places, ({ estimatedWaitSeconds }) => estimatedWaitSeconds?.mean ?? null),
          ...points(input, palette.purchases),
          pointStyle: 'rect',
          backgroundColor: palette.card,
          borderDash: [3, 3],
        },
        ...target,
        {
          type: 'bar',
          data: valuesOf(places, ({ waitSeconds }) => spreadOf(waitSeconds)),
          ...spreadBar(palette.interval),
        },
      ],
    },
    options: axesOf({
      ...common(input),
      label: (value) => durationText(value, input.formats),
      isWhole: false,
      least: 60,
      stepSize: secondsStep(places, targetSeconds ?? 0),
    }),
  };
}

/** Those served, and on top of them those who left without being served. */
export function peopleChart(input: QueueChartInput): BarLineChart {
  const { places, palette, formats } = input;
  const bar = { barPercentage: 0.62, categoryPercentage: 0.9, stack: 'people' };
  return {
    data: {
      labels: places.map(({ label }) => label),
      datasets: [
        { data: valuesOf(places, ({ served }) => served), backgroundColor: palette.entries, ...bar },
        {
          data: valuesOf(places, ({ abandoned }) => abandoned),
          backgroundColor: palette.card,
          borderColor: palette.poor,
          borderWidth: 1.5,
          ...bar,
        },
      ],
    },
    options: axesOf({
      ...common(input),
      label: (value) => formats.count(value),
      isWhole: true,
      isStacked: true,
      least: 10,
    }),
  };
}

/** The average length of each step as a point, and how long the queue was at most as a bar. */
export function lengthChart(input: QueueChartInput): BarLineChart {
  const { places, palette, formats } = input;
  return {
    data: {
      labels: places.map(({ label }) => label),
      datasets: [
        {
          type: 'line',
          data: valuesOf(places, ({ averageLength }) => averageLength),
          ...points(input, palette.purchases),
        },
        { type: 'bar', data: valuesOf(places, ({ maxLength }) => maxLength), ...spreadBar(palette.interval) },
      ],
    },
    options: axesOf({ ...common(input), label: (value) => formats.count(value), isWhole: true, least: 4 }),
  };
}

/** Nothing stands where a step has not begun, even where the last length holds until then. */
function valuesOf(places: readonly StepPlace[], of: (kpis: QueueKpis) => BarLineValue): BarLineValue[] {
  return places.map(({ kpis, state }) => (state === 'ahead' ? null : of(kpis)));
}

function common({
  places,
  palette,
  formats,
  tooltip,
}: QueueChartInput): Pick<AxesInput, 'palette' | 'formats' | 'gaps' | 'count' | 'tooltip'> {
  return {
    palette,
    formats,
    gaps: places.flatMap(({ state }, place) => (state === 'gap' ? [place] : [])),
    count: places.length,
    tooltip: (place) => {
      const one = places[place];
      return one ? tooltip(one) : [];
    },
  };
}

function points({ isJoined }: QueueChartInput, color: string): object {
  return {
    borderColor: color,
    backgroundColor: color,
    borderWidth: 1.5,
    pointRadius: isJoined ? 3 : 2,
    showLine: isJoined,
    spanGaps: false,
    order: 1,
  };
}

function spreadBar(color: string): object {
  return {
    backgroundColor: color,
    borderRadius: 3,
    barPercentage: 0.4,
    categoryPercentage: 0.9,
    grouped: false,
    order: 3,
  };
}

function spreadOf({ p50, p90 }: { readonly p50: number | null; readonly p90: number | null }): BarLineValue {
  return p50 === null || p90 === null ? null : [p50, p90];
}

function targetLine({ places, palette }: QueueChartInput, seconds: number): BarLineChart['data']['datasets'][number] {
  return {
    type: 'line',
    data: places.map(() => seconds),
    borderColor: palette.ink,
    borderWidth: 1,
    borderDash: [6, 4],
    pointRadius: 0,
    order: 2,
  };
}

const niceSeconds = [15, 30, 60, 120, 300, 600, 900, 1800, 3600];

/** Steps that are whole to people who read a clock, at most five of them; undefined: longer than all of these. */
function secondsStep(places: readonly StepPlace[], target: number): number | undefined {
  const most = places.map(({ kpis }) =>
    Math.max(kpis.waitSeconds.mean ?? 0, kpis.waitSeconds.p90 ?? 0, kpis.estimatedWaitSeconds?.mean ?? 0),
  );
  return niceSeconds.find((step) => step * 5 >= Math.max(target, ...most));
}
