import { isKnownZone } from '../../../db/time/zone.ts';
import { currencyDigits } from '../../../db/vocabulary/currency.ts';
import { AppError } from '../../../db/vocabulary/errors.ts';
import type { CountMode, Measure, Store } from '../../../db/vocabulary/place.ts';
import type { ImportMapping } from '../../contracts/imports.ts';
import { compileDateFormat, type ReadInstant, readIsoInstant } from './dateFormat.ts';
import {
  countFields,
  findColumns,
  type ImportKind,
  importFields,
  type Mapping,
  mappingOf,
  salesFields,
} from './mapping.ts';
import { countsReader, modeOf, readDirectionWords } from './passageRows.ts';
import { type QueueShape, queueReader, queueShapeOf, readBins, readOutcomeWords } from './queueRows.ts';
import type { RowReader } from './row.ts';
import { readTypeWords, salesRowReader } from './salesRows.ts';
import { readPassedWords, type ServiceShape, serviceReader, serviceShapeOf } from './serviceRows.ts';

/** How the lines of a table are read. */
export interface Reading {
  readonly kind: ImportKind;
  readonly makeReader: (header: readonly string[]) => RowReader;
  /** What the mapped columns measure; known once the header was read. */
  readonly measures: Measure[];
  readonly mode: () => CountMode;
  /** What its lines are, in words; known once the header was read. */
  readonly what: () => string;
}

/** What a mapping means for a store's table. @throws AppError `invalid` for a field, zone or word that does not exist */
export function readingOf(mapping: ImportMapping, store: Store, isSheet: boolean): Reading {
  const shared = {
    readInstant: instantReader(mapping.dateFormat, isSheet),
    zone: zoneOf(mapping.zone, store),
    style: { hasDecimalComma: mapping.decimalComma ?? false },
  };
  const { set = {} } = mapping;
  const withSet = { ...mapping, map: { ...mapping.map, ...columnsOfSet(set) } };
  const reading = readingByKind(withSet, store, shared);
  return { ...reading, makeReader: readerWithSet(set, reading.makeReader) };
}

function readingByKind(mapping: ImportMapping, store: Store, shared: Shared): Reading {
  if (mapping.kind === 'counts') return countsReading(mapping, shared);
  if (mapping.kind === 'queue') return queueReading(mapping, store, shared);
  return mapping.kind === 'service' ? serviceReading(mapping, shared) : salesReading(mapping, store, shared);
}

/** What is the same in every line is read as a column that the file does not have; no file has one of such a name. */
function columnsOfSet(set: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(set).map((field) => [field, `\u001f${field}`]));
}

function readerWithSet(
  set: Readonly<Record<string, string>>,
  makeReader: Reading['makeReader'],
): Reading['makeReader'] {
  const names = Object.values(columnsOfSet(set));
  if (names.length === 0) return makeReader;
  const values = Object.values(set);
  return (header) => {
    const reader = makeReader([...header, ...names]);
    return (row) => reader([...header.map((_, place) => row[place] ?? ''), ...values]);
  };
}

type Shared = Pick<Parameters<typeof salesRowReader>[0], 'readInstant' | 'zone' | 'style'>;

/** In a workbook a time may be a date of Excel's, whatever the format of those that are texts. */
function instantReader(format: string | undefined, isSheet: boolean): ReadInstant {
  if (format === undefined || format === '') return readIsoInstant;
  const read = compile(format);
  return isSheet ? (text, zone) => read(text, zone) ?? readIsoInstant(text, zone) : read;
}

function compile(format: string): ReadInstant {
  try {
    return compileDateFormat(format);
  } catch (error) {
    if (error instanceof RangeError) throw new AppError('invalid', error.message, { cause: error });
    throw error;
  }
}

function zoneOf(zone: string | undefined, store: Store): string {
  if (zone === undefined || zone === '') return store.timezone;
  if (!isKnownZone(zone)) {
    throw new AppError('invalid', `the zone "${zone}" is not an IANA time zone, such as Europe/Moscow`);
  }
  return zone;
}

function salesReading(mapping: ImportMapping, store: Store, shared: Shared): Reading {
  const columns: Mapping = mappingOf(mapping.map, salesFields);
  const types = readTypeWords(wordsOf(mapping.type));
  const digits = currencyDigits(store.currency);
  const zero = mapping.zero ?? 'keep';
  const makeReader = (header: readonly string[]): RowReader =>
    salesRowReader({ ...shared, columns: findColumns(columns, header, salesFields), digits, types, zero });
  return { kind: 'sales', makeReader, measures: ['sales'], mode: () => 'interval', what: () => 'receipt' };
}

function countsReading(mapping: ImportMapping, shared: Shared): Reading {
  const mapped = mappingOf(mapping.map, countFields);
  const words = readDirectionWords(wordsOf(mapping.direction));
  const measures: Measure[] = [];
  let mode: CountMode = 'interval';
  const { label, slotMinutes } = mapping;
  const makeReader = (header: readonly string[]): RowReader => {
    const columns = findColumns(mapped, header, countFields);
    const hasAny = (...fields: readonly string[]): boolean => fields.some((field) => columns.has(field));
    mode = modeOf(columns);
    measures.length = 0;
    if (hasAny('in', 'out', 'totalIn', 'totalOut') || mode === 'event') measures.push('entries');
    if (hasAny('passersBy', 'totalPassersBy')) measures.push('passersBy');
    return countsReader({ ...shared, columns, label, slotMinutes }, words);
  };
  return { kind: 'counts', makeReader, measures, mode: () => mode, what: () => countedWhat[mode] };
}

const countedWhat = { interval: 'interval', cumulative: 'reading', event: 'event' } as const;

function queueReading(mapping: ImportMapping, { queues }: Store, shared: Shared): Reading {
  const mapped = mappingOf(mapping.map, importFields.queue);
  const bins = readBins(mapping.bins);
  const outcomes = readOutcomeWords(mapping.outcome);
  const waitUnitSeconds = mapping.waitUnit === 'minutes' ? 60 : 1;
  const { label, slotMinutes } = mapping;
  let shape: QueueShape = 'visit';
  const makeReader = (header: readonly string[]): RowReader => {
    const columns = findColumns(mapped, header, importFields.queue);
    shape = queueShapeOf(columns, bins);
    return queueReader({ ...shared, columns, queues, label, slotMinutes, bins, outcomes, waitUnitSeconds }, header);
  };
  return { kind: 'queue', makeReader, measures: ['queue'], mode: () => 'interval', what: () => queueWhat[shape] };
}

const queueWhat = { visit: 'visit', sample: 'sample', statistic: 'statistic' } as const;

function serviceReading(mapping: ImportMapping, shared: Shared): Reading {
  const mapped = mappingOf(mapping.map, importFields.service);
  const passed = readPassedWords(mapping.passed);
  const skipScores = new Set(mapping.skipScores ?? []);
  const { items = {} } = mapping;
  let shape: ServiceShape = 'survey';
  const makeReader = (header: readonly string[]): RowReader => {
    const columns = findColumns(mapped, header, importFields.service);
    shape = serviceShapeOf(columns, items);
    return serviceReader({ ...shared, columns, passed, skipScores, items }, header);
  };
  return { kind: 'service', makeReader, measures: ['service'], mode: () => 'interval', what: () => serviceWhat[shape] };
}

const serviceWhat = { survey: 'answer', request: 'request', check: 'check', observation: 'observation' } as const;

function wordsOf(words: Readonly<Record<string, string>> | undefined): string[] {
  return Object.entries(words ?? {}).map(([word, meaning]) => `${word}=${meaning}`);
}
