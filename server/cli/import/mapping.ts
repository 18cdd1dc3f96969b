import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { AppError } from '../../../db/vocabulary/errors.ts';
import { nearestWord } from '../../provision/strict.ts';

/** What a column of the file means: the field's name to the column's. */
export type Mapping = ReadonlyMap<string, string>;

export const countFields = [
  'start',
  'end',
  'in',
  'out',
  'passersBy',
  'staffIn',
  'staffOut',
  'groups',
  'line',
  'at',
  'totalIn',
  'totalOut',
  'totalPassersBy',
  'direction',
  'count',
  'id',
] as const;
export const salesFields = [
  'id',
  'at',
  'type',
  'total',
  'tax',
  'currency',
  'items',
  'till',
  'employee',
  'source',
  'original',
  'training',
  'channel',
  'updatedAt',
] as const;

export const queueFields = [
  'queue',
  'id',
  'joinedAt',
  'calledAt',
  'leftAt',
  'wait',
  'service',
  'outcome',
  'at',
  'length',
  'open',
  'start',
  'end',
  'served',
  'abandoned',
  'meanWait',
  'updatedAt',
] as const;
export const serviceFields = [
  'id',
  'at',
  'process',
  'criterion',
  'value',
  'survey',
  'score',
  'stage',
  'comment',
  'openedAt',
  'answeredAt',
  'resolvedAt',
  'level',
  'category',
  'standard',
  'updatedAt',
] as const;

/** Of which facts the lines of a table are. */
export const importKinds = ['counts', 'sales', 'queue', 'service'] as const;
export type ImportKind = (typeof importKinds)[number];

export const importFields: Readonly<Record<ImportKind, readonly string[]>> = {
  counts: countFields,
  sales: salesFields,
  queue: queueFields,
  service: serviceFields,
};

function fromFile(path: string): [string, string][] {
  const written: unknown = parse(readFileSync(path, 'utf8'));
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    throw new AppError('invalid', `${path}: a mapping file has a line for each field, such as "start: Time"`);
  }
  return Object.entries(written).map(([field, column]) => [field, String(column)]);
}

/** `field=Column,field=Column`. @throws AppError `invalid` where a part has no sign of equality */
export function pairsOf(text: string, option = '--map'): [string, string][] {
  return text.split(',').map((part) => {
    const at = part.indexOf('=');
    if (at < 1) throw new AppError('invalid', `${option} "${part}": write NAME=COLUMN, such as start=Time`);
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  });
}

/**
 * The mapping from `--map` values, each `field=Column,field=Column` or the name of a YAML file.
 * @throws AppError `invalid` for a field this import does not have, naming the nearest.
 */
export function readMapping(values: readonly string[], fields: readonly string[], option = '--map'): Mapping {
  const pairs = values.flatMap((value) => (/\.ya?ml$/.test(value) ? fromFile(value) : pairsOf(value, option)));
  return mappingOf(Object.fromEntries(pairs), fields, option);
}

/**
 * A mapping by field.
 * @throws AppError `invalid` for a field this import does not have, naming the nearest.
 */
export function mappingOf(map: Readonly<Record<string, string>>, fields: readonly string[], option = '--map'): Mapping {
  for (const field of Object.keys(map)) {
    if (fields.includes(field)) continue;
    const nearest = nearestWord(field, fields);
    throw new AppError(
      'invalid',
      `${option}: unknown field "${field}"${nearest ? `: did you mean "${nearest}"?` : `; known are ${fields.join(', ')}`}`,
    );
  }
  return new Map(Object.entries(map));
}

/** Positions of the columns that make a field: more than one where a column is written `Date+Time`, joined by a space. */
export type Columns = ReadonlyMap<string, readonly number[]>;

function positionsOf(column: string, header: readonly string[]): number[] | null {
  const exact = header.indexOf(column);
  if (exact >= 0) return [exact];
  const parts = column.split('+').map((part) => header.indexOf(part.trim()));
  return parts.length > 1 && parts.every((position) => position >= 0) ? parts : null;
}

/**
 * Where each field stands in a file with this header. Fields without a mapping are found by their own name, whatever its case;
 * one that is mapped to no column ('') is not read.
 * @throws AppError `invalid` for a mapped column that the file does not have.
 */
export function findColumns(mapping: Mapping, header: readonly string[], fields: readonly string[]): Columns {
  const columns = new Map<string, readonly number[]>();
  for (const field of fields) {
    const mapped = mapping.get(field);
    if (mapped === '') continue;
    if (mapped === undefined) {
      const own = header.findIndex((column) => column.toLowerCase() === field.toLowerCase());
      if (own >= 0) columns.set(field, [own]);
      continue;
    }
    const positions = positionsOf(mapped, header);
    if (positions === null) {
      const nearest = nearestWord(mapped, header);
      const advice = nearest === undefined ? `it has ${header.join(', ')}` : `did you mean "${nearest}"?`;
      throw new AppError('invalid', `the file has no column "${mapped}" for ${field}: ${advice}`);
    }
    columns.set(field, positions);
  }
  return columns;
}

/** A field's text in a row, trimmed; undefined where there is no such column or nothing in it. */
export function fieldText(row: readonly string[], columns: Columns, field: string): string | undefined {
  const positions = columns.get(field);
  if (positions === undefined) return undefined;
  const text = positions
    .map((position) => (row[position] ?? '').trim())
    .join(' ')
    .trim();
  return text === '' ? undefined : text;
}
