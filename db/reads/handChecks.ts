import { requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import type { CorrectiveAction } from '../vocabulary/correction.ts';
import type { CheckedItem, StandardsCheck } from '../vocabulary/event.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';

export type KeptCheck = Pick<StandardsCheck, 'id' | 'at' | 'standard' | 'items'>;

export interface KeptAction extends CorrectiveAction {
  readonly madeAt: number;
  readonly doneAt: number | null;
}

export interface HandChecks {
  /** The latest first, no more than 200. */
  readonly checks: KeptCheck[];
  /** Open ones by their date, then those done, the latest first; no more than 500. */
  readonly actions: KeptAction[];
}

const mostChecks = 200;
const mostActions = 500;

/** A store's latest checks by checklists, and what was agreed upon. */
export async function readHandChecks(
  sql: Sql,
  scope: Scope,
  { settings, storeId }: { readonly settings: Settings; readonly storeId: string },
): Promise<HandChecks> {
  requireStore(scope, settings, storeId);
  const rows = await sql.all<Omit<KeptCheck, 'items'> & { items: string }>(
    'select id, at, standard, items from standards_checks where store_id = ? order by at desc, id limit ?',
    [storeId, mostChecks],
  );
  // Written by our own statements alone, as lists of items.
  const checks = rows.map((row) => ({ ...row, items: JSON.parse(row.items) as CheckedItem[] }));
  const actions = await sql.all<KeptAction>(
    `select id, check_id as "checkId", standard, item, what, role, due_on as "dueOn", made_at as "madeAt",
      done_at as "doneAt"
    from corrective_actions where store_id = ?
    order by case when done_at is null then 0 else 1 end, case when done_at is null then due_on end, done_at desc, id
    limit ?`,
    [storeId, mostActions],
  );
  return { checks, actions };
}
