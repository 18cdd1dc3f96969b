import { AppError } from '../../../db/vocabulary/errors.ts';
import { type VisitOutcome, visitOutcomes, type WaitBin } from '../../../db/vocabulary/event.ts';
import type { Queue } from '../../../db/vocabulary/place.ts';
import { type CellOptions, type Cells, cellsOf } from './cells.ts';
import { boundsReader } from './countRows.ts';
import { lineIds } from './lineIds.ts';
import { type Columns, findColumns } from './mapping.ts';
import { definedOnly, type ReadRow, type RowReader, rejected, wireTime } from './row.ts';
import { type Words, wordsFor } from './words.ts';

export interface QueueRowOptions extends CellOptions {
  /** The store's: a column may hold their names. */
  readonly queues: readonly Queue[];
  readonly label: 'start' | 'end' | undefined;
  readonly slotMinutes: number | undefined;
  /** Seconds in one of the unit that waits are written in. */
  readonly waitUnitSeconds: number;
  readonly bins: readonly BinColumn[];
  readonly outcomes: Words<VisitOutcome>;
}

/** A column with the people who waited from so many seconds up to so many (null: no end). */
export interface BinColumn {
  readonly fromSeconds: number;
  readonly toSeconds: number | null;
  readonly column: string;
}

/** What a file of queues holds, by its columns. */
export type QueueShape = 'visit' | 'sample' | 'statistic';

const binText = /^(\d{1,6})\s*-\s*(\d{1,6})?$/;

/**
 * `0-900`: from 0 to 900 seconds; `7200-`: from 7,200 on.
 * @throws AppError `invalid` where it is none of these
 */
export function readBins(bins: Readonly<Record<string, string>> = {}): BinColumn[] {
  return Object.entries(bins).map(([text, column]) => {
    const parts = binText.exec(text.trim());
    const fromSeconds = Number(parts?.[1]);
    const toSeconds = parts?.[2] === undefined ? null : Number(parts[2]);
    if (parts === null || (toSeconds !== null && toSeconds <= fromSeconds)) {
      throw new AppError(
        'invalid',
        `--bin "${text}": write FROM-TO=COLUMN in seconds, such as 0-900=Up to 15, or 7200-=Longer`,
      );
    }
    return { fromSeconds, toSeconds, column };
  });
}

export function readOutcomeWords(written: Readonly<Record<string, string>> | undefined): Words<VisitOutcome> {
  return wordsFor(written, { option: '--outcome', meanings: visitOutcomes, example: '"no show=abandoned"' });
}

/** @throws AppError `invalid` where the columns make none of the three */
export function queueShapeOf(columns: Columns, bins: readonly BinColumn[]): QueueShape {
  if (columns.has('joinedAt')) return 'visit';
  if (columns.has('at') && columns.has('length')) return 'sample';
  const hasSpan = columns.has('start') || columns.has('end');
  if (hasSpan && (columns.has('served') || bins.length > 0)) return 'statistic';
  const ways = 'joinedAt for visits, at and length for samples, or start with served or --bin for statistics';
  throw new AppError('invalid', `the columns say of no queue: map ${ways}, such as --map joinedAt=Issued`);
}

/** Reads lines of queues in whichever of the three shapes the file has. */
export function queueReader(options: QueueRowOptions, header: readonly string[]): RowReader {
  const shape = queueShapeOf(options.columns, options.bins);
  if (shape === 'visit') return visitReader(options);
  return shape === 'sample' ? sampleReader(options) : statisticReader(options, header);
}

/** A column may hold the name of a queue that is set up, or an id; without one it is the store's only queue. */
function queueOf(cells: Cells, { queues }: QueueRowOptions): string {
  const written = cells.text('queue');
  if (written === null) return queues.length === 1 ? (queues[0]?.id ?? 'main') : 'main';
  return queues.find(({ id, name }) => id === written || name === written)?.id ?? written;
}

function sampleReader(options: QueueRowOptions): RowReader {
  return (row) => {
    const cells = cellsOf(row, options);
    const at = cells.instant('at') ?? cells.fail('no time in the column for at');
    const length = cells.count('length') ?? cells.fail('no length');
    const open = cells.count('open');
    const fault = cells.fault();
    if (fault !== null || at === null) return rejected(fault ?? 'no time');
    const item = { at: wireTime(at), queue: queueOf(cells, options), length, ...definedOnly({ open }) };
    return { kind: 'item', item, startAt: at, endAt: at, isRounded: false };
  };
}

function visitReader(options: QueueRowOptions): RowReader {
  const idOf = lineIds();
  return (row) => {
    const cells = cellsOf(row, options);
    const id = cells.text('id') ?? idOf(row);
    const joinedAt = cells.instant('joinedAt') ?? cells.fail('no time in the column for joinedAt');
    const calledAt = cells.instant('calledAt') ?? after(joinedAt, 'wait', { cells, options });
    const leftAt = cells.instant('leftAt') ?? after(calledAt, 'service', { cells, options });
    const outcome = outcomeOf(cells, options);
    if (outcome === 'skip') return { kind: 'skipped', reason: `outcome ${cells.text('outcome')}` };
    const updatedAt = cells.instant('updatedAt');
    const fault = cells.fault();
    if (fault !== null || joinedAt === null) return rejected(fault ?? 'no time');
    const times = definedOnly({ calledAt, leftAt, updatedAt }, (at) => wireTime(at));
    const item = {
      id,
      queue: queueOf(cells, options),
      joinedAt: wireTime(joinedAt),
      ...times,
      ...definedOnly({ outcome }),
    };
    return { kind: 'item', item, startAt: joinedAt, endAt: leftAt ?? calledAt ?? joinedAt, isRounded: false };
  };
}

interface Reading {
  readonly cells: Cells;
  readonly options: QueueRowOptions;
}

/** An instant so much after another as the field says; null where one of the two is not said. */
function after(at: number | null, field: 'wait' | 'service', { cells, options }: Reading): number | null {
  const length = cells.number(field);
  if (length === null || at === null) return null;
  if (length < 0) return cells.fail(`${field} is negative`);
  return at + Math.round(length * options.waitUnitSeconds * 1000);
}

function outcomeOf(cells: Cells, { outcomes }: QueueRowOptions): VisitOutcome | 'skip' | null {
  const word = cells.text('outcome');
  if (word === null) return null;
  return outcomes.get(word.toLowerCase()) ?? cells.fail(`"${word}" is no outcome: say what it means with --outcome`);
}

function statisticReader(options: QueueRowOptions, header: readonly string[]): RowReader {
  const { columns, slotMinutes, bins, waitUnitSeconds } = options;
  if (!(columns.has('start') && columns.has('end')) && slotMinutes === undefined) {
    throw new AppError('invalid', 'the file gives one time a line: say how long a stretch is with --slot-minutes');
  }
  const boundsOf = boundsReader(options);
  const binFields = bins.map((bin) => ({ ...bin, field: `${bin.fromSeconds}-${bin.toSeconds ?? ''}` }));
  const mapped = new Map(binFields.map(({ field, column }) => [field, column]));
  const withBins = { ...options, columns: new Map([...columns, ...findColumns(mapped, header, [...mapped.keys()])]) };
  return (row): ReadRow => {
    const bounds = boundsOf(row);
    if ('reason' in bounds) return rejected(bounds.reason);
    const cells = cellsOf(row, withBins);
    const waitBins = binFields.flatMap(({ fromSeconds, toSeconds, field }): WaitBin[] => {
      const people = cells.count(field);
      return people === null ? [] : [[fromSeconds, toSeconds, people]];
    });
    const inBins = waitBins.length === 0 ? null : waitBins.reduce((sum, [, , people]) => sum + people, 0);
    const served = cells.count('served') ?? inBins ?? cells.fail('no people in this line (blank was not measured)');
    const meanWait = cells.number('meanWait');
    if (meanWait !== null && meanWait < 0) cells.fail('meanWait is negative');
    const abandoned = cells.count('abandoned');
    const updatedAt = cells.instant('updatedAt');
    const fault = cells.fault();
    if (fault !== null) return rejected(fault);
    const item = {
      start: wireTime(bounds.startAt),
      end: wireTime(bounds.endAt),
      queue: queueOf(cells, options),
      served,
      ...definedOnly({ abandoned, meanWaitSeconds: meanWait === null ? null : meanWait * waitUnitSeconds }),
      ...(waitBins.length === 0 ? {} : { waitBins }),
      ...definedOnly({ updatedAt }, (at) => wireTime(at)),
    };
    return { kind: 'item', item, ...bounds, isRounded: false };
  };
}
