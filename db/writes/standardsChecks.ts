import { requireFormTime } from '../settings/formTime.ts';
import { requireStaff, requireStore } from '../settings/reach.ts';
import { clockOffset } from '../settings/senderClock.ts';
import type { Sql } from '../sql/port.ts';
import { businessDateAt } from '../time/businessDate.ts';
import type { CorrectiveAction } from '../vocabulary/correction.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { CheckedItem, StandardsCheck } from '../vocabulary/event.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';
import { keepAction } from './correctiveActions.ts';
import { noteServiceDates } from './serviceDays.ts';

export type HandCheck = Pick<StandardsCheck, 'id' | 'at' | 'standard' | 'items'>;

export interface NewCheck {
  readonly settings: Settings;
  readonly storeId: string;
  readonly check: HandCheck;
  /** What was agreed upon at once; each is kept once, also where the check was kept before. */
  readonly actions: readonly CorrectiveAction[];
  /** What the clock of whoever sends it shows, epoch ms; null: it is taken to be right. */
  readonly sentAt: number | null;
  readonly now: number;
}

/**
 * Keeps a check that somebody made by a checklist, once, however often it is sent. The checklist may be gone meanwhile: the phone may
 * have been without a network. Owners, regionals and managers; `conflict` where the id has other answers, `invalid` where an
 * action was due before the check was made.
 */
export async function saveCheck(
  sql: Sql,
  scope: Scope,
  { settings, storeId, check: sent, actions, sentAt, now }: NewCheck,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  requireStaff(scope, 'send checks');
  const store = requireStore(scope, settings, storeId);
  requireOnce(sent.items);
  const check = { ...sent, at: sent.at + clockOffset(sentAt, now) };
  requireFormTime(check.at, now);
  // The phone may have had no network for days, and its clock may be slow: what was agreed is judged by the date it was agreed on there.
  const agreedOn = businessDateAt(store, Math.min(sent.at, check.at, now));
  return sql.transaction(async (inside) => {
    const isNew = await insert(inside, { storeId, check, now });
    if (isNew) {
      await noteServiceDates(inside, store, { instants: [check.at], now });
      const subject = `check ${check.id} of store ${storeId}`;
      await appendAudit(inside, scope, { action: 'added', subject, after: JSON.stringify(check) });
    }
    for (const action of actions) await keepAction(inside, scope, { storeId, action, agreedOn, now });
    return { id: check.id, isNew };
  });
}

function requireOnce(items: readonly CheckedItem[]): void {
  const seen = new Set<string>();
  for (const { item } of items) {
    if (seen.has(item)) throw new AppError('invalid', `items: "${item}" is answered twice; send one answer of each.`);
    seen.add(item);
  }
}

interface Kept {
  readonly storeId: string;
  readonly check: HandCheck;
  readonly now: number;
}

/** Times are not compared: each sending may have been moved by another error of the phone's clock. */
async function insert(sql: Sql, { storeId, check, now }: Kept): Promise<boolean> {
  const { id, at, standard } = check;
  const items = JSON.stringify(check.items.map(({ item, passed }) => ({ item, passed })));
  const changed = await sql.run(
    `insert into standards_checks (store_id, id, device_id, at, standard, items, updated_at, received_at)
    values (?, ?, null, ?, ?, ?, null, ?) on conflict (store_id, id) do nothing`,
    [storeId, id, at, standard, items, now],
  );
  if (changed > 0) return true;
  const same = await sql.all(
    'select 1 as one from standards_checks where store_id = ? and id = ? and standard = ? and items = ?',
    [storeId, id, standard, items],
  );
  if (same.length > 0) return false;
  throw new AppError('conflict', `A check "${id}" is kept already with other answers: send this one with a new id.`);
}
