import type { Sql } from '../sql/port.ts';
import type { Scope } from '../vocabulary/scope.ts';

/*
 * When ingest was connected. Between runs, time of more than a minute is "ingest not connected": it is not observed for
 * event devices and sales feeds, whose silence would otherwise look like an empty shop. The devices of a source with a broker of its own
 * have runs of their own: neither broker's absence is a gap for the devices of the other.
 */

/** Begins a run, when ingest has connected, by the main way or to the broker of `source`; answers its id. */
export async function startIngestRun(
  sql: Sql,
  _scope: Scope,
  { now, source = null }: { readonly now: number; readonly source?: string | null },
): Promise<number> {
  const rows = await sql.all<{ id: number }>(
    'insert into ingest_runs (started_at, alive_at, source) values (?, ?, ?) returning id',
    [now, now, source],
  );
  return rows[0]?.id as number;
}

/** Says that the run goes on; to be called every 20 s or so while connected, and once at the end. */
export async function keepIngestRun(
  sql: Sql,
  _scope: Scope,
  { id, now }: { readonly id: number; readonly now: number },
): Promise<void> {
  await sql.run('update ingest_runs set alive_at = ? where id = ? and alive_at < ?', [now, id, now]);
}
