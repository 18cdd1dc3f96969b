import type { Sql } from '../sql/port.ts';
import type { Scope } from '../vocabulary/scope.ts';

const dayMs = 24 * 3600 * 1000;
/** How long quarantine is kept after an item came last. */
export const quarantineDays = 30;
/** A message is not delivered again later than this. */
const placementDays = 35;
/** What a vendor could not be asked for in so long is not asked for any more. */
const fetchDays = 30;
/** Rows a statement: ingest waits no longer than one takes. */
const portion = 1000;
/** A page keeps what could not be sent for a week at most. */
const surveyVisitDays = 8;

async function deleteQuarantine(sql: Sql, before: number): Promise<number> {
  let deleted = 0;
  for (;;) {
    const some = await sql.run(
      'delete from quarantine where id in (select id from quarantine where last_at < ? limit ?)',
      [before, portion],
    );
    deleted += some;
    if (some < portion) return deleted;
  }
}

/** Lets go what need not be kept: quarantine after 30 days, sessions that have ended. Facts are kept. */
export async function applyRetention(
  sql: Sql,
  _scope: Scope,
  { now }: { readonly now: number },
): Promise<{ quarantined: number; sessions: number }> {
  const quarantined = await deleteQuarantine(sql, now - quarantineDays * dayMs);
  const sessions = await sql.run('delete from "session" where expires_at < ?', [now]);
  await sql.run('delete from placements where received_at < ?', [now - placementDays * dayMs]);
  await sql.run('delete from fetches where noticed_at < ?', [now - fetchDays * dayMs]);
  await sql.run('delete from survey_visits where at < ?', [now - surveyVisitDays * dayMs]);
  await sql.run('delete from "verification" where expires_at < ?', [now]);
  return { quarantined, sessions };
}
