import type { Lookup, SqlValue, Upsert } from './port.ts';

const known = new Map<string, string>();

/** `?` placeholders as `$1`, `$2`, …; those in quotes are left as they are. */
export function numbered(text: string): string {
  const made = known.get(text);
  if (made !== undefined) return made;
  let count = 0;
  const result = text.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (part) => (part === '?' ? `$${++count}` : part));
  if (known.size > 1000) known.clear();
  known.set(text, result);
  return result;
}

/** Values as the driver takes them. PostgreSQL's text holds no NUL, which JSON may: U+FFFD stands for it. */
export function driverValue(value: SqlValue): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return value;
}

/** Rows turned into one array a column, for unnest. */
export function columnsOf(rows: readonly (readonly SqlValue[])[], width: number): unknown[][] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => driverValue(row[column] ?? null)));
}

function arrays(types: readonly string[]): string {
  return types.map((type, index) => `$${index + 1}::${type}[]`).join(', ');
}

export function upsertText({ table, columns, types, conflict }: Upsert): string {
  return `insert into ${table} (${columns.join(', ')}) select * from unnest(${arrays(types)}) ${conflict}`;
}

/** Answers the wanted columns after `found`, the place of the key in the list, from 1. */
export function lookupText({ table, key, keyTypes, columns }: Lookup): string {
  const wanted = columns.map((column) => `t.${column}`).join(', ');
  const names = key.map((_, index) => `k${index}`).join(', ');
  const match = key.map((column, index) => `t.${column} = k.k${index}`).join(' and ');
  const keys = `unnest(${arrays(keyTypes)}) with ordinality as k(${names}, found)`;
  return `select k.found, ${wanted} from ${keys} join ${table} t on ${match}`;
}
