import type { Sql } from '../sql/port.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** How far the demo's sample data is loaded; in epoch ms. A database without it is nobody's demo. */
export interface DemoMark {
  /** When it was begun: what went wrong in the chain is told from here. */
  readonly loadedAt: number;
  /** Older history reaches back to here so far. */
  readonly reachesBackTo: number;
}

export async function readDemoMark(sql: Sql, _scope: Scope): Promise<DemoMark | null> {
  const [row] = await sql.all<{ value: string }>("select value from meta where key = 'demo'");
  return row === undefined ? null : (JSON.parse(row.value) as DemoMark);
}

export async function writeDemoMark(sql: Sql, _scope: Scope, mark: DemoMark): Promise<void> {
  await sql.run(
    "insert into meta (key, value) values ('demo', ?) on conflict (key) do update set value = excluded.value",
    [JSON.stringify(mark)],
  );
}
