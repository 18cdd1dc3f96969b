import type { ChartData, ChartOptions } from 'chart.js';
import type { Formats } from '../format/formats.ts';
import type { Palette } from './palette.ts';

/** How a chart's marks and numbers are to look. */
export interface ChartLook {
  readonly palette: Palette;
  readonly formats: Formats;
}

/** A figure, the two ends of a bar, or nothing. */
export type BarLineValue = number | [number, number] | null;

/** What Chart.js is given: once to begin with, and again for every change. */
export interface BarLineChart {
  readonly data: ChartData<'bar' | 'line', BarLineValue[], string>;
  readonly options: ChartOptions<'bar' | 'line'>;
}
