import { axesOf } from '../charts/axes.ts';
import type { Band } from '../charts/bands.ts';
import type { BarLineChart, BarLineValue, ChartLook } from '../charts/barLine.ts';
import { type ChartMark, marksHeight } from '../charts/marks.ts';
import { isRightToLeft } from '../language/language.ts';
import { isSum, type TrendKpi } from './kpis.ts';
import type { TrendPlace } from './steps.ts';

export interface TrendChartInput extends ChartLook {
  readonly kpi: TrendKpi;
  readonly places: readonly TrendPlace[];
  readonly labels: readonly string[];
  /** The places that have their label on the axis; undefined: as many as there is room for. */
  readonly labelled?: readonly number[] | undefined;
  readonly marks: readonly ChartMark[];
  readonly axisText: (value: number) => string;
  /** What a tooltip says of a place, line by line. */
  readonly tooltip: (place: TrendPlace) => string[];
}

type Dataset = BarLineChart['data']['datasets'][number];

/** Whole seconds that people who read a clock call round. */
const niceSeconds = [15, 30, 60, 120, 300, 600, 900, 1800, 3600];
const least: Readonly<Record<TrendKpi['unit'], number>> = {
  people: 10,
  receipts: 10,
  money: 1000,
  ratio: 0.1,
  decimal: 1,
  seconds: 60,
  points: 10,
};

/**
 * A figure over time: sums as columns with what their gaps probably hide hatched on top, the others as a line with its interval as a soft
 * band. What it is compared with is a grey line behind; nothing is drawn where nothing is known.
 */
export function trendChart(input: TrendChartInput): BarLineChart {
  const { kpi, places, labels, palette, formats, marks, axisText, tooltip } = input;
  const values = places.map(({ figure, isAhead }) => (isAhead ? null : figure.value));
  const all = places.flatMap(({ figure, behind, missing }) => [
    figure.value ?? 0,
    behind ?? 0,
    missing?.estimated ?? 0,
  ]);
  return {
    data: {
      labels: [...labels],
      datasets: [...(isSum(kpi) ? columns(input, values) : [line(input, values)]), behindOf(input)],
    },
    options: roomy(
      axesOf({
        ...{ palette, formats, marks },
        label: axisText,
        labelled: input.labelled,
        isWhole: kpi.unit === 'people' || kpi.unit === 'receipts',
        isStacked: isSum(kpi),
        // An interval is no line of its own that the axis would make room for.
        least: Math.max(least[kpi.unit], ...places.map(({ figure }) => figure.interval?.[1] ?? 0)),
        stepSize: kpi.unit === 'seconds' ? niceSeconds.find((step) => step * 5 >= Math.max(...all)) : undefined,
        gaps: places.flatMap(({ state }, place) => (state === 'gap' ? [place] : [])),
        count: places.length,
        bands: [bandOf(places)],
        tooltip: (place) => {
          const one = places[place];
          return one ? tooltip(one) : [];
        },
      }),
      Math.min(0, ...places.map(({ figure }) => figure.interval?.[0] ?? 0)),
    ),
  };
}

/** Its own tooltip, and room for intervals below nothing, as of NPS, and half a label's at the far end of the axis, where the last one would be cut. */
function roomy(options: BarLineChart['options'], lowest: number): BarLineChart['options'] {
  const top = marksHeight;
  const scales = { ...options.scales, y: { ...options.scales?.['y'], suggestedMin: lowest } };
  const { tooltip, ...plugins } = options.plugins ?? {};
  // Its lines begin with the step in full: the axis' label above them would say it twice.
  const callbacks = { ...tooltip?.callbacks, title: () => '' };
  return {
    ...options,
    scales,
    plugins: { ...plugins, tooltip: { ...tooltip, callbacks } },
    layout: { ...options.layout, padding: { top, [isRightToLeft ? 'left' : 'right']: 20 } },
  };
}

function bandOf(places: readonly TrendPlace[]): Band {
  const intervals = places.map(({ figure, isAhead }) => (isAhead ? null : figure.interval));
  return { low: intervals.map((one) => one?.[0] ?? null), high: intervals.map((one) => one?.[1] ?? null) };
}

function columns({ places, palette }: TrendChartInput, values: readonly BarLineValue[]): Dataset[] {
  const shape = { barPercentage: 0.66, categoryPercentage: 0.98, stack: 'figure', grouped: false, order: 2 };
  const missing = places.map(({ missing: one, isAhead }) => (isAhead ? null : (one?.estimated ?? null)));
  return [
    {
      type: 'bar',
      data: [...values],
      // What is not over yet is no whole: lighter, with an edge.
      backgroundColor: places.map(({ isPartial }) => (isPartial ? palette.entriesSoft : palette.entries)),
      borderColor: palette.entries,
      borderWidth: places.map(({ isPartial }) => (isPartial ? 1 : 0)),
      ...shape,
    },
    {
      type: 'bar',
      data: missing,
      backgroundColor: palette.estimate,
      borderColor: palette.entries,
      borderWidth: 1,
      ...shape,
    },
  ];
}

function line({ places, palette }: TrendChartInput, values: readonly BarLineValue[]): Dataset {
  return {
    type: 'line',
    data: [...values],
    borderColor: palette.purchases,
    pointBackgroundColor: places.map(({ isPartial }) => (isPartial ? palette.card : palette.purchases)),
    segment: { borderDash: ({ p1DataIndex }) => (places[p1DataIndex]?.isPartial ? [4, 3] : undefined) },
    borderWidth: 2,
    // A point for every figure where they can be told apart; one that stands alone between gaps is a point anyway.
    pointRadius: places.map((_, place) =>
      places.length <= 40 || isAlone(values, place) || places[place]?.isPartial ? 2.5 : 0,
    ),
    pointHitRadius: 8,
    spanGaps: false,
    order: 1,
  };
}

function isAlone(values: readonly BarLineValue[], place: number): boolean {
  const isKnown = (at: number): boolean => values[at] !== null && values[at] !== undefined;
  return isKnown(place) && !isKnown(place - 1) && !isKnown(place + 1);
}

/** Wider columns of grey behind those of the figure; a line behind a line. */
function behindOf({ kpi, places, palette }: TrendChartInput): Dataset {
  const data = places.map(({ behind }) => behind);
  if (isSum(kpi)) {
    const shape = { barPercentage: 1, categoryPercentage: 0.98, stack: 'behind', grouped: false, order: 3 };
    return { type: 'bar', data, backgroundColor: palette.ghost, ...shape };
  }
  const look = { borderColor: palette.ghostLine, backgroundColor: palette.ghostLine, borderWidth: 1.5, pointRadius: 0 };
  return { type: 'line', data, spanGaps: false, order: 3, ...look };
}
