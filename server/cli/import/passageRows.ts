import { AppError } from '../../../db/vocabulary/errors.ts';
import { type Direction, directions } from '../../../db/vocabulary/event.ts';
import type { CountMode } from '../../../db/vocabulary/place.ts';
import { type CountRowOptions, countRowReader } from './countRows.ts';
import { type Columns, fieldText } from './mapping.ts';
import { readCount } from './numbers.ts';
import { type ReadRow, type RowReader, rejected, wireTime } from './row.ts';

/** Directions by the words of a file, in lower case. */
export type DirectionWords = ReadonlyMap<string, Direction | 'skip'>;

const totals = ['totalIn', 'totalOut', 'totalPassersBy'] as const;

/**
 * The words of the direction column: in, out and passerBy themselves and what `--direction word=direction` adds.
 * @throws AppError `invalid` for a direction that does not exist.
 */
export function readDirectionWords(values: readonly string[]): DirectionWords {
  const words = new Map<string, Direction | 'skip'>(directions.map((one) => [one.toLowerCase(), one]));
  for (const value of values.flatMap((text) => text.split(','))) {
    const at = value.lastIndexOf('=');
    const direction = [...directions, 'skip' as const].find((known) => known === value.slice(at + 1).trim());
    if (at < 0 || direction === undefined) {
      throw new AppError(
        'invalid',
        `--direction "${value}": write WORD=DIRECTION with in, out, passerBy or skip, such as Entry=in`,
      );
    }
    words.set(value.slice(0, at).trim().toLowerCase(), direction);
  }
  return words;
}

/** What a file of counts holds, by its columns: intervals, unless a time stands beside a direction or a total. */
export function modeOf(columns: Columns): CountMode {
  if (columns.has('start') || columns.has('end') || !columns.has('at')) return 'interval';
  if (columns.has('direction')) return 'event';
  return totals.some((total) => columns.has(total)) ? 'cumulative' : 'interval';
}

/** Reads lines of counts in whichever of the three shapes the file has. */
export function countsReader(options: CountRowOptions, directionWords: DirectionWords): RowReader {
  const mode = modeOf(options.columns);
  if (mode === 'interval') return countRowReader(options);
  return mode === 'event' ? eventReader(options, directionWords) : readingReader(options);
}

type At = { readonly at: number } | { readonly reason: string };

function readAt({ columns, readInstant, zone }: CountRowOptions, row: readonly string[]): At {
  const text = fieldText(row, columns, 'at');
  if (text === undefined) return { reason: 'no time in the column for at' };
  const at = readInstant(text, zone);
  return at === null ? { reason: `"${text}" is not a time in the given format` } : { at };
}

function asItem(at: number, item: Record<string, unknown>): ReadRow {
  // An instant has no length; the importing device is installed until just after its last.
  return { kind: 'item', item: { at: wireTime(at), ...item }, startAt: at, endAt: at + 1000, isRounded: false };
}

function readingReader(options: CountRowOptions): RowReader {
  const { columns, style } = options;
  const present = totals.filter((total) => columns.has(total));
  return (row) => {
    const read = readAt(options, row);
    if ('reason' in read) return rejected(read.reason);
    const item: Record<string, unknown> = {};
    for (const total of present) {
      const text = fieldText(row, columns, total);
      if (text === undefined) continue;
      const count = readCount(text, style);
      if (count === null || count < 0) return rejected(`"${text}" is not a total (${total})`);
      item[total] = count;
    }
    if (Object.keys(item).length === 0) return rejected('no total in this line (blank was not measured)');
    const line = fieldText(row, columns, 'line');
    return asItem(read.at, line === undefined ? item : { ...item, line });
  };
}

function eventReader(options: CountRowOptions, directionWords: DirectionWords): RowReader {
  const { columns, style } = options;
  const alike = new Map<string, number>();
  return (row) => {
    const read = readAt(options, row);
    if ('reason' in read) return rejected(read.reason);
    const word = fieldText(row, columns, 'direction') ?? '';
    const direction = directionWords.get(word.toLowerCase());
    if (direction === undefined) return rejected(`"${word}" is no direction: say what it means with --direction`);
    if (direction === 'skip') return { kind: 'skipped', reason: word };
    const text = fieldText(row, columns, 'count');
    const count = text === undefined ? undefined : readCount(text, style);
    if (count === null || (count !== undefined && count < 0))
      return rejected(`"${text}" is not a whole number (count)`);
    const line = fieldText(row, columns, 'line');
    const key = `${read.at} ${direction} ${line ?? ''}`;
    const place = alike.get(key) ?? 0;
    alike.set(key, place + 1);
    // Equal lines are as many people; numbered, they stay apart in whatever message they are sent.
    const id = fieldText(row, columns, 'id') ?? (place === 0 ? undefined : `line ${place + 1}`);
    return asItem(read.at, { direction, ...defined({ count, line, id }) });
  };
}

function defined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
