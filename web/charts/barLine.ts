import type { ChartData, ChartOptions, Color } from 'chart.js';
import type { Formats } from '../format/formats.ts';

/** The chart's colours and type, as the tokens say at this moment: a canvas can't read CSS by itself. */
export interface Palette {
  readonly entries: string;
  readonly entriesSoft: string;
  readonly purchases: string;
  /** What it is compared with: as an area, and as a line. */
  readonly ghost: string;
  readonly ghostLine: string;
  readonly interval: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly card: string;
  readonly font: string;
  readonly poor: string;
  readonly note: string;
  readonly holiday: string;
  /** Hatched, for what is estimated. */
  readonly estimate: Color;
}

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
