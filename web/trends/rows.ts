import type { Cell, ShownTable } from '../figure/tableFile.ts';
import type { Formats } from '../format/formats.ts';
import type { DatedMark } from './marks.ts';
import type { TrendPlace } from './steps.ts';
import type { Trend } from './trend.ts';
import { trendsMessages } from './trendsMessages.ts';
import { plainValue, stepName, type Writing } from './values.ts';

/** What of the calendar falls into a step, in words. */
export function marksIn({ from, to }: TrendPlace, marks: readonly DatedMark[], formats: Formats): string {
  const texts = marks.filter((mark) => mark.from <= to && mark.to >= from).map(({ text }) => text);
  return formats.list([...new Set(texts)]);
}

/** Which columns the table has beside time and figure. */
export interface Columns {
  readonly behind: boolean;
  readonly interval: boolean;
  readonly estimate: boolean;
  readonly marks: boolean;
}

export function columnsOf({ places }: Trend, marks: readonly DatedMark[]): Columns {
  return {
    behind: places.some(({ behind }) => behind !== null),
    interval: places.some(({ figure }) => figure.interval !== null),
    estimate: places.some(({ missing }) => missing !== null),
    marks: marks.length > 0,
  };
}

interface Sheet {
  readonly trend: Trend;
  readonly marks: readonly DatedMark[];
  readonly writing: Writing;
  readonly name: string;
}

/** What is on the screen, for a spreadsheet: numbers as numbers, money in whole units, shares as fractions. */
export function sheetOf({ trend, marks, writing, name }: Sheet): ShownTable {
  const { places, query } = trend;
  const { table, behind } = trendsMessages;
  const columns = columnsOf(trend, marks);
  const when = <Value>(isThere: boolean, ...values: Value[]): Value[] => (isThere ? values : []);
  const plain = (value: number | null): number | null => plainValue(value, writing);
  const row = (place: TrendPlace): Cell[] => [
    stepName(place, { by: query.by, formats: writing.formats }),
    plain(place.figure.value),
    ...when(columns.interval, plain(place.figure.interval?.[0] ?? null), plain(place.figure.interval?.[1] ?? null)),
    ...when(columns.behind, plain(place.behind)),
    ...when(columns.estimate, plain(place.missing?.estimated ?? null)),
    ...when(columns.marks, marksIn(place, marks, writing.formats)),
  ];
  return {
    head: [
      ...[table.time, name],
      ...when(columns.interval, table.low, table.high),
      ...when(columns.behind, query.compare === 'none' ? '' : behind[query.compare]),
      ...when(columns.estimate, table.estimate),
      ...when(columns.marks, table.marks),
    ],
    rows: places.filter(({ state }) => state !== 'ahead').map(row),
  };
}
