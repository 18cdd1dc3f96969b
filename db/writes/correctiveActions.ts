import { requireStaff, requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import { businessDateAt } from '../time/businessDate.ts';
import type { CorrectiveAction } from '../vocabulary/correction.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';

export interface NewAction {
  readonly settings: Settings;
  readonly storeId: string;
  readonly action: CorrectiveAction;
  readonly now: number;
}

/** Keeps what was agreed upon, once, however often it is sent. Owners, regionals and managers; `invalid` where it was due before today. */
export async function saveAction(
  sql: Sql,
  scope: Scope,
  { settings, storeId, action, now }: NewAction,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  requireStaff(scope, 'agree upon what is to be done');
  const agreedOn = businessDateAt(requireStore(scope, settings, storeId), now);
  return sql.transaction(async (inside) => {
    const isNew = await keepAction(inside, scope, { storeId, action, agreedOn, now });
    return { id: action.id, isNew };
  });
}

interface Agreed extends Omit<NewAction, 'settings'> {
  /** The store's business date on which it was agreed; a new one is not due before it. */
  readonly agreedOn: string;
}

/**
 * Inside a transaction of the caller's, who has looked at who asks. False: it was kept before; `conflict` where its id is another's,
 * `invalid` where a new one is due before it was agreed upon.
 */
export async function keepAction(
  inside: Sql,
  scope: Scope,
  { storeId, action, agreedOn, now }: Agreed,
): Promise<boolean> {
  const { id, checkId, standard, item, what, role, dueOn } = action;
  const changed = await inside.run(
    `insert into corrective_actions (id, store_id, check_id, standard, item, what, role, due_on, made_by, made_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
    [id, storeId, checkId, standard, item, what, role, dueOn, scope.actor, now],
  );
  if (changed === 0) {
    await requireSame(inside, storeId, action);
    return false;
  }
  if (dueOn < agreedOn)
    throw new AppError(
      'invalid',
      `dueOn: ${dueOn} is over already: choose ${agreedOn} or a later date, and send it again.`,
    );
  const subject = `corrective action ${id} of store ${storeId}`;
  await appendAudit(inside, scope, { action: 'added', subject, after: JSON.stringify(action) });
  return true;
}

async function requireSame(sql: Sql, storeId: string, { id, what, role, dueOn }: CorrectiveAction): Promise<void> {
  const same = await sql.all(
    'select 1 as one from corrective_actions where id = ? and store_id = ? and what = ? and role = ? and due_on = ?',
    [id, storeId, what, role, dueOn],
  );
  if (same.length > 0) return;
  throw new AppError('conflict', `An action "${id}" is kept already with other words: send this one with a new id.`);
}

export interface ActionDone {
  readonly settings: Settings;
  readonly storeId: string;
  readonly id: string;
  readonly isDone: boolean;
  readonly now: number;
}

/** Says that an action was done, or was not after all. Again does nothing. `not_found` where the store has none. */
export async function markAction(
  sql: Sql,
  scope: Scope,
  { settings, storeId, id, isDone, now }: ActionDone,
): Promise<void> {
  requireStaff(scope, 'say what was done');
  requireStore(scope, settings, storeId);
  await sql.transaction(async (inside) => {
    const [row] = await inside.all<{ doneAt: number | null }>(
      'select done_at as "doneAt" from corrective_actions where id = ? and store_id = ?',
      [id, storeId],
    );
    if (row === undefined) throw new AppError('not_found', `The store "${storeId}" has no action "${id}".`);
    if ((row.doneAt !== null) === isDone) return;
    await inside.run('update corrective_actions set done_at = ?, done_by = ? where id = ?', [
      isDone ? now : null,
      isDone ? scope.actor : null,
      id,
    ]);
    const subject = `corrective action ${id} of store ${storeId}`;
    await appendAudit(inside, scope, { action: isDone ? 'done' : 'reopened', subject });
  });
}
