import type { ChartOptions } from 'chart.js';
import { isRightToLeft, type Language, language } from '../language/language.ts';
import { type Band, bandsOf } from './bands.ts';
import type { ChartLook } from './barLine.ts';
import { gapsOf } from './gaps.ts';
import { type ChartMark, marksHeight, marksOf } from './marks.ts';

export interface AxesInput extends ChartLook {
  /** How the figures' axis is written. */
  readonly label: (value: number) => string;
  /** People: no half ones on the axis. */
  readonly isWhole: boolean;
  /** The axis reaches at least this far. */
  readonly least: number;
  readonly stepSize?: number | undefined;
  /** The places of the time axis that have a label, as far as there is room; undefined: all. */
  readonly labelled?: readonly number[] | undefined;
  readonly isStacked?: boolean;
  /** Of `count` places on the time axis, those of which nothing is known. */
  readonly gaps: readonly number[];
  readonly count: number;
  /** Holidays and notes on the time axis. */
  readonly marks?: readonly ChartMark[];
  /** Intervals behind the lines. */
  readonly bands?: readonly Band[];
  /** What a tooltip says of a place, line by line. */
  readonly tooltip: (place: number) => string[];
}

/** Charts above each other give their figures this much room, so that their times stand above each other too. */
const axisWidths: Readonly<Record<Language, number>> = { en: 46, ru: 54, fa: 62 };

/** The options that every chart over time has in common. Time runs as the page's language is read. */
export function axesOf(input: AxesInput): ChartOptions<'bar' | 'line'> {
  const { palette, gaps, count, bands = [], marks = [] } = input;
  const font = { family: palette.font, size: 11 };
  const above = marks.length === 0 ? 6 : marksHeight;
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false },
    // Without it the times of two charts would not stand above each other: points ask for room at the edges.
    layout: { padding: { top: above, [isRightToLeft ? 'left' : 'right']: 2 }, autoPadding: false },
    scales: {
      x: {
        reverse: isRightToLeft,
        stacked: input.isStacked ?? false,
        grid: { display: false },
        border: { color: palette.lineStrong },
        ticks: { color: palette.inkSoft, font, maxRotation: 0, autoSkipPadding: 8 },
        afterBuildTicks: (axis) => {
          const { labelled } = input;
          if (labelled !== undefined) axis.ticks = axis.ticks.filter(({ value }) => labelled.includes(value));
        },
      },
      y: {
        position: isRightToLeft ? 'right' : 'left',
        stacked: input.isStacked ?? false,
        beginAtZero: true,
        suggestedMax: input.least,
        grid: { color: palette.line },
        border: { display: false },
        ticks: {
          color: palette.inkSoft,
          font,
          maxTicksLimit: input.stepSize === undefined ? 5 : 7,
          ...(input.isWhole ? { precision: 0 } : {}),
          ...(input.stepSize === undefined ? {} : { stepSize: input.stepSize }),
          callback: (value) => input.label(Number(value)),
        },
        afterFit: (axis) => {
          axis.width = axisWidths[language];
        },
      },
    },
    plugins: {
      ...gapsOf(gaps, count, palette),
      ...bandsOf(bands, palette),
      ...marksOf(marks, palette),
      tooltip: tooltipOf(input),
    },
  };
}

type TooltipLook = NonNullable<NonNullable<ChartOptions<'bar' | 'line'>['plugins']>['tooltip']>;

function tooltipOf({ palette, tooltip }: AxesInput): TooltipLook {
  return {
    displayColors: false,
    rtl: isRightToLeft,
    textDirection: isRightToLeft ? 'rtl' : 'ltr',
    backgroundColor: palette.ink,
    titleColor: palette.card,
    bodyColor: palette.card,
    titleFont: { family: palette.font },
    bodyFont: { family: palette.font },
    // One text for the whole step, whichever of its marks is pointed at.
    filter: (item, place, items) => items.findIndex((one) => one.dataIndex === item.dataIndex) === place,
    callbacks: { label: (item) => tooltip(item.dataIndex) },
  };
}
