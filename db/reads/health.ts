import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** What doctor asks a database about itself; instants in epoch ms. */
export interface DatabaseHealth {
  /** What is wrong with the file itself, or null; PostgreSQL checks its own. */
  readonly damage: string | null;
  /** The database server's clock; null where the database is a file of this computer. */
  readonly clockAt: number | null;
  /** The latest moment at which anything was received. */
  readonly lastSeenAt: number | null;
  /** When a server last said that it is connected to its devices. */
  readonly ingestAliveAt: number | null;
  /** Items received within the last day that are in quarantine now, by reason. */
  readonly quarantined: readonly { readonly reason: string; readonly count: number }[];
}

const dayMs = 86_400_000;

async function damageOf(sql: Sql): Promise<string | null> {
  if (sql.dialect === 'postgres') return null;
  const [row] = await sql.all<{ quick_check: string }>('pragma quick_check(1)');
  return row === undefined || row.quick_check === 'ok' ? null : row.quick_check;
}

async function clockOf(sql: Sql): Promise<number | null> {
  if (sql.dialect === 'sqlite') return null;
  const [row] = await sql.all<{ at: number }>(
    'select cast(extract(epoch from clock_timestamp()) * 1000 as bigint) as at',
  );
  return row?.at ?? null;
}

/** The database's own state; the owner's and the house's question. */
export async function readHealth(sql: Sql, scope: Scope, { now }: { readonly now: number }): Promise<DatabaseHealth> {
  if (scope.role !== 'owner') throw new AppError('forbidden', 'Only the owner may ask how the database is.');
  const [seen] = await sql.all<{ at: number | null }>('select max(last_seen_at) as at from device_states');
  const [alive] = await sql.all<{ at: number | null }>(
    'select max(alive_at) as at from ingest_runs where source is null',
  );
  const quarantined = await sql.all<{ reason: string; count: number }>(
    'select reason, sum(count) as count from quarantine where last_at > ? group by reason order by reason',
    [now - dayMs],
  );
  return {
    damage: await damageOf(sql),
    clockAt: await clockOf(sql),
    lastSeenAt: seen?.at ?? null,
    ingestAliveAt: alive?.at ?? null,
    quarantined,
  };
}
