import { minuteMs } from '../../../db/time/calendar.ts';
import { AppError } from '../../../db/vocabulary/errors.ts';
import type { ReadInstant } from './dateFormat.ts';
import { type Columns, fieldText } from './mapping.ts';
import { type NumberStyle, readCount } from './numbers.ts';
import { type ReadRow, type RowReader, rejected, wireTime } from './row.ts';

export interface CountRowOptions {
  readonly columns: Columns;
  readonly readInstant: ReadInstant;
  readonly zone: string;
  readonly style: NumberStyle;
  /** Whether a line's one time is its interval's start or end; undefined: as it is mapped. */
  readonly label: 'start' | 'end' | undefined;
  /** Length of an interval whose file gives one time. */
  readonly slotMinutes: number | undefined;
}

const counts = ['in', 'out', 'passersBy', 'staffIn', 'staffOut', 'groups'] as const;

type Bounds = { readonly startAt: number; readonly endAt: number } | { readonly reason: string };
type ReadBounds = (row: readonly string[]) => Bounds;

/** How a line's stretch of time is read. */
type BoundsOptions = Pick<CountRowOptions, 'columns' | 'readInstant' | 'zone' | 'label' | 'slotMinutes'>;

export function boundsReader(options: BoundsOptions): ReadBounds {
  const { columns, readInstant, zone } = options;
  const instant = (row: readonly string[], field: string): number | string => {
    const text = fieldText(row, columns, field);
    if (text === undefined) return `no time in the column for ${field}`;
    return readInstant(text, zone) ?? `"${text}" is not a time in the given format`;
  };
  if (columns.has('start') && columns.has('end')) {
    return (row) => {
      const [startAt, endAt] = [instant(row, 'start'), instant(row, 'end')];
      if (typeof startAt === 'string') return { reason: startAt };
      return typeof endAt === 'string' ? { reason: endAt } : { startAt, endAt };
    };
  }
  const field = columns.has('start') ? 'start' : 'end';
  const lengthMs = (options.slotMinutes ?? 0) * minuteMs;
  const isEnd = (options.label ?? field) === 'end';
  return (row) => {
    const at = instant(row, field);
    if (typeof at === 'string') return { reason: at };
    return isEnd ? { startAt: at - lengthMs, endAt: at } : { startAt: at, endAt: at + lengthMs };
  };
}

function checkOptions({ columns, slotMinutes }: CountRowOptions): void {
  if (!columns.has('start') && !columns.has('end')) {
    throw new AppError('invalid', 'no column is the time: map one, such as --map start=Time');
  }
  if (!(columns.has('start') && columns.has('end')) && slotMinutes === undefined) {
    throw new AppError('invalid', 'the file gives one time a line: say how long an interval is with --slot-minutes');
  }
  if (!counts.some((field) => columns.has(field))) {
    throw new AppError('invalid', 'no column is a count: map one, such as --map in=Entries');
  }
}

/** Reads lines of counted intervals; blank counts were not measured, which is not 0. */
export function countRowReader(options: CountRowOptions): RowReader {
  checkOptions(options);
  const { columns, style } = options;
  const present = counts.filter((field) => columns.has(field));
  const boundsOf = boundsReader(options);
  return (row): ReadRow => {
    const bounds = boundsOf(row);
    if ('reason' in bounds) return rejected(bounds.reason);
    const item: Record<string, unknown> = { start: wireTime(bounds.startAt), end: wireTime(bounds.endAt) };
    const line = fieldText(row, columns, 'line');
    if (line !== undefined) item['line'] = line;
    let measured = 0;
    for (const field of present) {
      const text = fieldText(row, columns, field);
      if (text === undefined) continue;
      const count = readCount(text, style);
      if (count === null) return rejected(`"${text}" is not a whole number (${field})`);
      if (count < 0) return rejected(`${field} is negative`);
      item[field] = count;
      measured += 1;
    }
    if (measured === 0) return rejected('no count in this line (blank was not measured)');
    return { kind: 'item', item, startAt: bounds.startAt, endAt: bounds.endAt, isRounded: false };
  };
}
