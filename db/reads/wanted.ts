import type { Sql } from '../sql/port.ts';
import { columnName } from '../tables/rollups.ts';

/** Names and types of the columns of a list that a query is joined with. */
export type WantedColumns = Readonly<Record<string, 'text' | 'bigint'>>;

/**
 * A common table expression `wanted(…)` over one `?`: the JSON of an array of rows. One text whatever the number of rows, so that
 * it stays prepared. Put it first in `cross join`, so that SQLite walks it and seeks in the other table.
 */
export function wantedRows(sql: Sql, columns: WantedColumns): string {
  const names = Object.keys(columns);
  const list =
    sql.dialect === 'sqlite'
      ? `select ${names.map((_, i) => `value ->> ${i}`).join(', ')} from json_each(?)`
      : `select ${names.map((name, i) => `(e ->> ${i})::${columns[name]}`).join(', ')} from jsonb_array_elements(?::jsonb) e`;
  return `wanted(${names.join(', ')}) as (${list})`;
}

/**
 * What follows `cross join`: the rows of a table, called `name`, that fit a row of the list. PostgreSQL's planner takes every list for
 * a hundred rows and would read a whole table for three; behind a lateral fence it seeks by the key.
 */
export function soughtIn(sql: Sql, table: string, { name, where }: { name: string; where: string }): string {
  return sql.dialect === 'sqlite'
    ? `${table} ${name} where ${where}`
    : `lateral (select * from ${table} ${name} where ${where} offset 0) ${name}`;
}

/** Columns of a table under their fields' names: `q.count_in as "countIn"`. */
export function columnsAs(table: string, fields: readonly string[]): string {
  return fields.map((field) => `${table}.${columnName(field)} as "${field}"`).join(', ');
}
