import type { SqlValue } from '../sql/port.ts';
import { columnName } from '../tables/rollups.ts';

interface Kinds {
  readonly text: readonly string[];
  readonly real?: readonly string[];
}

/** PostgreSQL's types of the columns of these fields; those that are neither text nor real are whole numbers. */
export function columnTypes(fields: readonly string[], { text, real = [] }: Kinds): Record<string, string> {
  const typeOf = (field: string): string => {
    if (text.includes(field)) return 'text';
    return real.includes(field) ? 'double precision' : 'bigint';
  };
  return Object.fromEntries(fields.map((field) => [columnName(field), typeOf(field)]));
}

/** The fields' values in their order; what is a list or an object as JSON. */
export function rowOf<Field extends string>(
  fact: Readonly<Record<Field, SqlValue | object>>,
  fields: readonly Field[],
): SqlValue[] {
  return fields.map((field) => columnValue(fact[field]));
}

function columnValue(value: SqlValue | object): SqlValue {
  // No field of these facts holds bytes.
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
