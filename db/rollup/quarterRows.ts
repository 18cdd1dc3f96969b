import { bucketOf, mergeSpans, type Span, windowSpans } from '../time/opening.ts';
import type { CountInterval } from '../vocabulary/event.ts';
import type { Device, Store } from '../vocabulary/place.ts';
import { observedTime } from './observedTime.ts';
import { intersectSpans } from './spans.ts';
import { type Cell, cellsOf, spread } from './spread.ts';
import type { StatusChange } from './status.ts';

/** What counts of an interval that stands and is not overlap. */
export type StandingInterval = Pick<
  CountInterval,
  'startAt' | 'endAt' | 'line' | 'in' | 'out' | 'passersBy' | 'staffIn' | 'staffOut'
>;

/** People that an event counter saw at an instant. */
export interface StandingEvent {
  readonly line: string;
  readonly at: number;
  readonly direction: 'in' | 'out' | 'passerBy';
  readonly count: number;
}

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
  /** Of all events of the bucket, taken out or not: they show that the device is alive. null: there were none. */
  firstAt: number | null;
  lastAt: number | null;
  /** Events that count. */
  messages: number;
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
  'firstAt',
  'lastAt',
  'messages',
] as const satisfies readonly (keyof QuarterCountRow)[];

export interface CountQuartersInput {
  readonly store: Store;
  readonly device: Device;
  /** Of this device, placed differences among them, in any order; those that touch [fromAt, toAt). */
  readonly intervals: readonly StandingInterval[];
  /** Differences that are held or were dropped: their time was observed, their people enter no bucket. */
  readonly uncounted?: readonly StandingInterval[];
  /** Of this device, in any order. */
  readonly events?: readonly StandingEvent[];
  /** Of this device in order of time, with the last one before `fromAt`. */
  readonly statuses: readonly StatusChange[];
  /** Spans that someone took out by hand, in any order: nothing counts in them, and they are edges to spread along. */
  readonly takeOuts?: readonly Span[];
  /** Whole buckets; no row lies outside. */
  readonly fromAt: number;
  readonly toAt: number;
  /** Only what lies before this instant, which is one more edge to spread along. */
  readonly until?: number;
  /** Nothing from this instant on was observed yet, though a report may run ahead of it. */
  readonly seenUntil?: number;
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

const none: readonly never[] = [];

type Rows = Map<number, QuarterCountRow>;

/** Objects are made whole and not by spreading: this runs once a message. */
interface Making {
  readonly input: CountQuartersInput;
  readonly rows: Rows;
  readonly takenOut: readonly Span[];
  /** What facts are spread along beside the buckets' own edges. */
  readonly edges: readonly number[];
}

/** The rows of one device's buckets, in order, from its facts (contract 3 and 4). Buckets of which nothing is known have no row. */
export function countQuarters(input: CountQuartersInput): QuarterCountRow[] {
  const rows: Rows = new Map();
  const takenOut = input.takeOuts === undefined ? none : mergeSpans(input.takeOuts);
  const making: Making = { input, rows, takenOut, edges: edgesOf(takenOut, input.until) };
  for (const interval of input.intervals) addInterval(making, interval);
  for (const event of input.events ?? []) addEvent(making, event);
  addObserved(making);
  return [...rows.values()].sort((a, b) => a.bucket - b.bucket);
}

function edgesOf(takenOut: readonly Span[], until: number | undefined): readonly number[] {
  if (takenOut.length === 0 && until === undefined) return none;
  const edges = takenOut.flatMap((span) => [span.startAt, span.endAt]);
  return until === undefined ? edges : [...edges, until].sort((a, b) => a - b);
}

function addInterval(making: Making, interval: StandingInterval): void {
  const isCoarse = interval.endAt - interval.startAt > coarseAboveMs;
  if (isCoarse) markCoarse(making, interval);
  const cells = cellsOf(isCoarse ? windowParts(making.input.store, interval) : [interval], making.edges);
  const weights = cells.map((cell) => cell.ms);
  for (const [sent, kept] of countFields) {
    const count = interval[sent];
    if (count === null) continue;
    const parts = spread(count, weights);
    cells.forEach((cell, i) => {
      if (!isWanted(making, cell)) return;
      const row = rowOf(making, cell.bucket);
      row[kept] = (row[kept] ?? 0) + (parts[i] ?? 0);
    });
  }
}

/** Wherever it reaches, taken out or not. */
function markCoarse(making: Making, interval: Span): void {
  for (const cell of cellsOf([interval], making.edges)) {
    if (isAsked(making, cell)) rowOf(making, cell.bucket).coarse = 1;
  }
}

type Place = Pick<Cell, 'bucket' | 'startAt'>;

/** In the buckets asked for, and before the cut. */
function isAsked({ input: { fromAt, toAt, until } }: Making, { bucket, startAt }: Place): boolean {
  return bucket >= fromAt && bucket < toAt && (until === undefined || startAt < until);
}

/** Asked for and not taken out. */
function isWanted(making: Making, place: Place): boolean {
  const isOut = (span: Span): boolean => span.startAt <= place.startAt && place.startAt < span.endAt;
  return isAsked(making, place) && !making.takenOut.some(isOut);
}

/** An event that was taken out still shows that its device was not silent. */
function addEvent(making: Making, { at, direction, count }: StandingEvent): void {
  const place = { bucket: bucketOf(at), startAt: at };
  if (!isAsked(making, place)) return;
  const row = rowOf(making, place.bucket);
  row.firstAt = Math.min(row.firstAt ?? at, at);
  row.lastAt = Math.max(row.lastAt ?? at, at);
  if (!isWanted(making, place)) return;
  row.messages++;
  if (direction === 'passerBy') {
    row.passersBy = (row.passersBy ?? 0) + count;
    return;
  }
  // Who tells of one direction of a door would have told of the other.
  row.countIn = (row.countIn ?? 0) + (direction === 'in' ? count : 0);
  row.countOut = (row.countOut ?? 0) + (direction === 'out' ? count : 0);
}

/** The parts of an interval inside the store's window; the whole of it where it has none. */
function windowParts(store: Store, interval: Span): Span[] {
  const parts = intersectSpans(windowSpans(store, interval.startAt, interval.endAt), [interval]);
  return parts.length > 0 ? parts : [interval];
}

function addObserved(making: Making): void {
  const { input, takenOut } = making;
  const { device, statuses, fromAt, toAt, until, seenUntil, uncounted = [] } = input;
  const all = uncounted.length === 0 ? input.intervals : [...input.intervals, ...uncounted];
  const asked = { startAt: fromAt, endAt: Math.min(toAt, until ?? toAt, seenUntil ?? toAt) };
  // Most devices send the same fields with every report, so that one reckoning does for all of them.
  let byAll: readonly Span[] | null = null;
  const seenBy = (has: (one: StandingInterval) => boolean): readonly Span[] => {
    const intervals = all.filter(has);
    if (intervals.length === 0) return none;
    if (intervals.length < all.length) return observedTime({ device, intervals, statuses, takenOut, asked });
    byAll ??= observedTime({ device, intervals, statuses, takenOut, asked });
    return byAll;
  };
  const ins = seenBy((one) => one.in !== null);
  const outs = seenBy((one) => one.out !== null);
  addMs(making, 'inMs', ins);
  addMs(making, 'outMs', outs);
  // Totals that were shown at different times make differences of their own: together they may tell of both directions.
  addMs(making, 'bothMs', ins === outs ? ins : intersectSpans(ins, outs));
  const past = seenBy((one) => one.passersBy !== null);
  addMs(making, 'passersByMs', past);
}

function addMs(making: Making, field: 'inMs' | 'outMs' | 'bothMs' | 'passersByMs', spans: readonly Span[]): void {
  for (const cell of cellsOf(spans)) rowOf(making, cell.bucket)[field] += cell.ms;
}

function rowOf({ rows, input }: Making, bucket: number): QuarterCountRow {
  let row = rows.get(bucket);
  if (row === undefined) {
    row = emptyRow(input.store.id, bucket, input.device.id);
    rows.set(bucket, row);
  }
  return row;
}

function emptyRow(storeId: string, bucket: number, deviceId: string): QuarterCountRow {
  return {
    storeId,
    bucket,
    deviceId,
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
    firstAt: null,
    lastAt: null,
    messages: 0,
  };
}
