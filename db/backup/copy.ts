import type { Sql, SqlValue } from '../sql/port.ts';

/** A table as both databases have it; names unquoted. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

const rowsAtOnce = 2000;
const quoted = (name: string): string => `"${name}"`;

/** Lintel's tables in a SQLite database, `user` first because others refer to it. */
export async function tableShapes(sqlite: Sql): Promise<TableShape[]> {
  const names = await sqlite.all<{ name: string }>(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'migrations' order by name = 'user' desc, name",
  );
  const shapes: TableShape[] = [];
  for (const { name } of names) {
    const columns = await sqlite.all<{ name: string; pk: number }>(`pragma table_info(${quoted(name)})`);
    const key = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
    shapes.push({ name, columns: columns.map((column) => column.name), key: key.map((column) => column.name) });
  }
  return shapes;
}

/** PostgreSQL's types of a table's columns, for unnest; SQLite asks for none. */
async function columnTypes(sql: Sql, shape: TableShape): Promise<string[]> {
  if (sql.dialect === 'sqlite') return shape.columns.map(() => 'text');
  const rows = await sql.all<{ name: string; type: string }>(
    'select column_name as name, data_type as type from information_schema.columns where table_schema = current_schema() and table_name = ?',
    [shape.name],
  );
  const types = new Map(rows.map(({ name, type }) => [name, type]));
  return shape.columns.map((column) => types.get(column) ?? 'text');
}

/** The table's rows in key order, some thousand at a time, so that no table has to fit in memory. */
async function* pagesOf(from: Sql, { name, columns, key }: TableShape): AsyncGenerator<SqlValue[][]> {
  const order = key.map(quoted).join(', ');
  const select = `select ${columns.map(quoted).join(', ')} from ${quoted(name)}`;
  const places = key.map((column) => columns.indexOf(column));
  let after: SqlValue[] | undefined;
  for (;;) {
    const where = after ? `where (${order}) > (${key.map(() => '?').join(', ')})` : '';
    const rows = await from.values(`${select} ${where} order by ${order} limit ${rowsAtOnce}`, after ?? []);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (rows.length < rowsAtOnce || last === undefined) return;
    after = places.map((place) => last[place] ?? null);
  }
}

async function copyTable(from: Sql, to: Sql, shape: TableShape): Promise<number> {
  const types = await columnTypes(to, shape);
  let copied = 0;
  for await (const rows of pagesOf(from, shape)) {
    await to.upsertMany({ table: quoted(shape.name), columns: shape.columns.map(quoted), types, conflict: '' }, rows);
    copied += rows.length;
  }
  return copied;
}

/** Keys that PostgreSQL counts up go on after the largest that was copied. */
async function resumeSequences(to: Sql, shapes: readonly TableShape[]): Promise<void> {
  if (to.dialect === 'sqlite') return;
  for (const { name } of shapes.filter((shape) => shape.key.length === 1 && shape.key[0] === 'id')) {
    const [row] = await to.all<{ sequence: string | null }>("select pg_get_serial_sequence(?, 'id') as sequence", [
      quoted(name),
    ]);
    if (row?.sequence)
      await to.all(`select setval(?, (select coalesce(max(id), 1) from ${quoted(name)}))`, [row.sequence]);
  }
}

export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
}

/** Copies every table's rows into the same, empty tables. Both must be inside a transaction and fully migrated. */
export async function copyTables(from: Sql, to: Sql, shapes: readonly TableShape[]): Promise<CopiedTable[]> {
  const copied: CopiedTable[] = [];
  for (const shape of shapes) copied.push({ table: shape.name, rows: await copyTable(from, to, shape) });
  await resumeSequences(to, shapes);
  return copied;
}

/** Whether anything was ever set up or received there. */
export async function isEmptyDatabase(sql: Sql): Promise<boolean> {
  for (const table of ['stores', '"user"', 'count_intervals', 'sales', 'tokens']) {
    const rows = await sql.all(`select 1 from ${table} limit 1`);
    if (rows.length > 0) return false;
  }
  return true;
}
