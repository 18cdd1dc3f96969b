import { mergeSpans, type Span, windowSpans } from '../time/opening.ts';
import type { CountInterval } from '../vocabulary/event.ts';
import type { Device, Store } from '../vocabulary/place.ts';
import { clipSpans, intersectSpans, subtractSpans } from './spans.ts';
import { cellsOf, spread } from './spread.ts';
import { problemSpans, type StatusChange } from './status.ts';

/** What counts of an interval that stands and is not overlap. */
export type StandingInterval = Pick<
  CountInterval,
  'startAt' | 'endAt' | 'line' | 'in' | 'out' | 'passersBy' | 'staffIn' | 'staffOut'
>;

/** What one device counted in one bucket (epoch ms of its start), and how much of the bucket its reports cover. */
export interface QuarterCountRow {
  readonly storeId: string;
  readonly bucket: number;
  readonly deviceId: string;
  /** null: none was sent. */
  countIn: number | null;
  countOut: number | null;
  passersBy: number | null;
  staffIn: number | null;
  staffOut: number | null;
  /** Observed ms by the fields that were sent: on all lines of the device at once, while installed, without a problem. */
  inMs: number;
  outMs: number;
  bothMs: number;
  passersByMs: number;
  /** 1: touched by an interval longer than an hour. */
  coarse: number;
}

export const quarterCountFields = [
  'storeId',
  'bucket',
  'deviceId',
  'countIn',
  'countOut',
  'passersBy',
  'staffIn',
  'staffOut',
  'inMs',
  'outMs',
  'bothMs',
  'passersByMs',
  'coarse',
] as const satisfies readonly (keyof QuarterCountRow)[];

export interface CountQuartersInput {
  readonly store: Store;
  readonly device: Device;
  /** Of this device, in any order; those that touch [fromAt, toAt). */
  readonly intervals: readonly StandingInterval[];
  /** Of this device in order of time, with the last one before `fromAt`. */
  readonly statuses: readonly StatusChange[];
  /** Whole buckets; no row lies outside. */
  readonly fromAt: number;
  readonly toAt: number;
  /** Only what lies before this instant, which is one more edge to spread along. */
  readonly until?: number;
}

/** Longer intervals are spread over the window only and make their buckets coarse. */
export const coarseAboveMs = 60 * 60_000;

const countFields = [
  ['in', 'countIn'],
  ['out', 'countOut'],
  ['passersBy', 'passersBy'],
  ['staffIn', 'staffIn'],
  ['staffOut', 'staffOut'],
] as const;

type Rows = Map<number, QuarterCountRow>;

/** The rows of one device's buckets, in order, from its facts (contract 3 and 4). Buckets of which nothing is known have no row. */
export function countQuarters(input: CountQuartersInput): QuarterCountRow[] {
  const rows: Rows = new Map();
  for (const interval of input.intervals) addCounts(rows, input, interval);
  addObserved(rows, input);
  return [...rows.values()].sort((a, b) => a.bucket - b.bucket);
}

function addCounts(rows: Rows, input: CountQuartersInput, interval: StandingInterval): void {
  const isCoarse = interval.endAt - interval.startAt > coarseAboveMs;
  if (isCoarse) markCoarse(rows, input, interval);
  const cells = cellsOf(isCoarse ? windowParts(input.store, interval) : [interval], input.until);
  const weights = cells.map((cell) => cell.ms);
  for (const [sent, kept] of countFields) {
    const count = interval[sent];
    if (count === null) continue;
    const parts = spread(count, weights);
    cells.forEach((cell, i) => {
      if (!cell.isBeforeCut || cell.bucket < input.fromAt || cell.bucket >= input.toAt) return;
      const row = rowOf(rows, input, cell.bucket);
      row[kept] = (row[kept] ?? 0) + (parts[i] ?? 0);
    });
  }
}

function markCoarse(rows: Rows, input: CountQuartersInput, interval: Span): void {
  for (const cell of cellsOf([interval], input.until)) {
    if (cell.isBeforeCut && cell.bucket >= input.fromAt && cell.bucket < input.toAt) {
      rowOf(rows, input, cell.bucket).coarse = 1;
    }
  }
}

/** The parts of an interval inside the store's window; the whole of it where it has none. */
function windowParts(store: Store, interval: Span): Span[] {
  const parts = intersectSpans(windowSpans(store, interval.startAt, interval.endAt), [interval]);
  return parts.length > 0 ? parts : [interval];
}

function addObserved(rows: Rows, input: CountQuartersInput): void {
  const problems = problemSpans(input.statuses);
  const add = (field: 'inMs' | 'outMs' | 'bothMs' | 'passersByMs', has: (i: StandingInterval) => boolean): void => {
    const seen = clipSpans(onEveryLine(input, has), observable(input));
    for (const cell of cellsOf(subtractSpans(seen, problems))) rowOf(rows, input, cell.bucket)[field] += cell.ms;
  };
  add('inMs', (interval) => interval.in !== null);
  add('outMs', (interval) => interval.out !== null);
  add('bothMs', (interval) => interval.in !== null && interval.out !== null);
  add('passersByMs', (interval) => interval.passersBy !== null);
}

/** When every line that the device lists was covered at once by intervals that carry a field. */
function onEveryLine(input: CountQuartersInput, has: (interval: StandingInterval) => boolean): readonly Span[] {
  const lines = input.device.lines.map((line) =>
    mergeSpans(input.intervals.filter((interval) => interval.line === line && has(interval))),
  );
  return lines.slice(1).reduce(intersectSpans, lines[0] ?? []);
}

function observable({ device, fromAt, toAt, until }: CountQuartersInput): Span {
  return {
    startAt: Math.max(fromAt, device.installedAt ?? fromAt),
    endAt: Math.min(toAt, device.removedAt ?? toAt, until ?? toAt),
  };
}

function rowOf(rows: Rows, { store, device }: CountQuartersInput, bucket: number): QuarterCountRow {
  let row = rows.get(bucket);
  if (row === undefined) {
    row = { ...emptyRow, storeId: store.id, bucket, deviceId: device.id };
    rows.set(bucket, row);
  }
  return row;
}

const emptyRow = {
  countIn: null,
  countOut: null,
  passersBy: null,
  staffIn: null,
  staffOut: null,
  inMs: 0,
  outMs: 0,
  bothMs: 0,
  passersByMs: 0,
  coarse: 0,
};
