import type { Sql } from '../sql/port.ts';
import type { CheckedItem, ServiceLevel } from '../vocabulary/event.ts';
import type { Settings } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { itemsOf } from './serviceFacts.ts';
import { soughtIn, wantedRows } from './wanted.ts';

interface StorePeriod {
  readonly settings: Settings;
  readonly storeId: string;
  /** [fromAt, toAt), epoch ms. */
  readonly fromAt: number;
  readonly toAt: number;
}

/** A request or complaint as every message of its id together says; instants in epoch ms. */
export interface StandingRequest {
  readonly openedAt: number | null;
  readonly answeredAt: number | null;
  readonly resolvedAt: number | null;
  readonly level: ServiceLevel | null;
  /** Every level that any message named: 1, 2 and 4 added. */
  readonly levels: number;
  readonly category: string | null;
}

/** The requests of a store that were opened, answered or resolved in the period, and all that are not resolved; none of someone else's. */
export async function readRequests(sql: Sql, scope: Scope, query: StorePeriod): Promise<StandingRequest[]> {
  if (!isSeen(scope, query)) return [];
  const { fromAt, toAt } = query;
  const isIn = (column: string): string => `(${column} >= ? and ${column} < ?)`;
  return sql.all<StandingRequest>(
    `select opened_at as "openedAt", answered_at as "answeredAt", resolved_at as "resolvedAt", level, levels, category
     from service_requests where store_id = ?
       and (resolved_at is null or ${isIn('resolved_at')} or ${isIn('opened_at')} or ${isIn('answered_at')})`,
    [query.storeId, fromAt, toAt, fromAt, toAt, fromAt, toAt],
  );
}

/** A mystery visit or self-audit. */
export interface StandingCheck {
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly standard: string;
  readonly items: CheckedItem[];
}

/** The standards checks of a store in the period; none of someone else's. */
export async function readChecks(sql: Sql, scope: Scope, query: StorePeriod): Promise<StandingCheck[]> {
  if (!isSeen(scope, query)) return [];
  const rows = await sql.all<Omit<StandingCheck, 'items'> & { items: string }>(
    'select id, at, standard, items from standards_checks where store_id = ? and at >= ? and at < ?',
    [query.storeId, query.fromAt, query.toAt],
  );
  return rows.map((row) => ({ ...row, items: itemsOf(row.items) }));
}

/** How many requests of a store are open now. */
export interface ServiceStanding {
  readonly openRequests: number;
}

/** Of the stores in which service was ever measured, or written down by hand; those that the scope may not see are left out. */
export async function readServiceStanding(
  sql: Sql,
  scope: Scope,
  { settings, storeIds }: { readonly settings: Settings; readonly storeIds: readonly string[] },
): Promise<Map<string, ServiceStanding>> {
  const seen = storeIds.filter((storeId) => isSeen(scope, { settings, storeId }));
  const has = (table: string): string => `exists (select 1 from ${table} f where f.store_id = wanted.store_id)`;
  const rows = await sql.all<{ storeId: string }>(
    `with ${wantedRows(sql, { store_id: 'text' })} select wanted.store_id as "storeId" from wanted
     where ${['observations', 'survey_answers', 'service_requests', 'standards_checks'].map(has).join(' or ')}`,
    [JSON.stringify(seen.map((id) => [id]))],
  );
  const open = new Map((await readOpenRequests(sql, rows)).map((row) => [row.storeId, Number(row.open)]));
  return new Map(rows.map(({ storeId }) => [storeId, { openRequests: open.get(storeId) ?? 0 }]));
}

function readOpenRequests(
  sql: Sql,
  stores: readonly { readonly storeId: string }[],
): Promise<{ storeId: string; open: number }[]> {
  return sql.all(
    `with ${wantedRows(sql, { store_id: 'text' })}
    select wanted.store_id as "storeId", count(*) as open from wanted cross join ${soughtIn(sql, 'service_requests', {
      name: 'f',
      where: 'f.store_id = wanted.store_id and f.resolved_at is null and f.opened_at is not null',
    })}
    group by wanted.store_id`,
    [JSON.stringify(stores.map(({ storeId }) => [storeId]))],
  );
}

function isSeen(scope: Scope, { settings, storeId }: Pick<StorePeriod, 'settings' | 'storeId'>): boolean {
  const store = settings.stores.get(storeId);
  return store !== undefined && canSeeStore(scope, store);
}
