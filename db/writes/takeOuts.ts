import { randomUUID } from 'node:crypto';
import { readReach } from '../reads/takenOut.ts';
import { requireDevice, requireStaff, requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import type { TakeOut } from '../vocabulary/correction.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';
import { noteRestatements } from './restatements.ts';
import { markStaleDays, refreshCountQuarters, refreshSaleQuarters, type TouchedSpan } from './rollups.ts';

export interface NewTakeOut {
  readonly settings: Settings;
  readonly wish: TakeOut;
  readonly now: number;
}

const dayMs = 86_400_000;
/** What one transaction makes anew without holding up what devices send. */
const longestMs = 31 * dayMs;

/**
 * Takes a span of a device out of every figure, from this moment on: its time counts as time with a problem, its counts and receipts
 * are shown apart. Owners, regionals and managers; `invalid` where the span is empty, longer than 31 days or not over.
 */
export async function makeTakeOut(
  sql: Sql,
  scope: Scope,
  { settings, wish, now }: NewTakeOut,
): Promise<{ readonly id: string }> {
  requireStaff(scope, 'take out counts');
  requireDevice(requireStore(scope, settings, wish.storeId), wish.deviceId);
  requireSpan(wish, now);
  return sql.transaction((inside) => keepTakeOut(inside, scope, { settings, wish, now }));
}

/**
 * Keeps a span out of every figure, inside a transaction of the caller's, who has looked at it and at who asks. It may end after `now`:
 * what is reported of that time later is out as well.
 */
export async function keepTakeOut(
  inside: Sql,
  scope: Scope,
  { settings, wish, now }: NewTakeOut,
): Promise<{ readonly id: string }> {
  const id = randomUUID();
  const { storeId, deviceId, fromAt, toAt, reason, note } = wish;
  await inside.run(
    `insert into take_outs (id, store_id, device_id, from_at, to_at, reason, note, made_by, made_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, storeId, deviceId, fromAt, toAt, reason, note, scope.actor, now],
  );
  const subject = `take-out ${id} of device ${deviceId}`;
  await appendAudit(inside, scope, { action: 'added', subject, after: JSON.stringify(wish) });
  await remakeFigures(inside, settings, { touched: wish, now });
  return { id };
}

/**
 * Gives a take-out that stands another span: a new one stands in its place, so that what is kept in memory of take-outs is read again
 * (versionForMemory). Inside a transaction of the caller's.
 */
export async function replaceTakeOut(
  inside: Sql,
  scope: Scope,
  { settings, wish, now, replaces }: NewTakeOut & { readonly replaces: TakeOut & { readonly id: string } },
): Promise<{ readonly id: string }> {
  const made = await keepTakeOut(inside, scope, { settings, wish, now });
  await inside.run('delete from take_outs where id = ?', [replaces.id]);
  const subject = `take-out ${replaces.id} of device ${wish.deviceId}`;
  await appendAudit(inside, scope, { action: 'replaced', subject, before: JSON.stringify(replaces) });
  await remakeFigures(inside, settings, { touched: replaces, now });
  return made;
}

export interface TakeOutKey {
  readonly settings: Settings;
  readonly storeId: string;
  readonly id: string;
  readonly now: number;
}

/** Lets the span count again, as if it had never been taken out. Again does nothing. `not_found` where the store has none. */
export async function revertTakeOut(sql: Sql, scope: Scope, { settings, storeId, id, now }: TakeOutKey): Promise<void> {
  requireStaff(scope, 'put counts back');
  requireStore(scope, settings, storeId);
  await sql.transaction(async (inside) => {
    const [row] = await inside.all<TouchedSpan & { readonly revertedAt: number | null }>(
      `select device_id as "deviceId", from_at as "fromAt", to_at as "toAt", reverted_at as "revertedAt"
      from take_outs where id = ? and store_id = ?`,
      [id, storeId],
    );
    if (row === undefined) throw new AppError('not_found', `The store "${storeId}" has no take-out "${id}".`);
    if (row.revertedAt !== null) return;
    await inside.run('update take_outs set reverted_at = ?, reverted_by = ? where id = ?', [now, scope.actor, id]);
    await appendAudit(inside, scope, { action: 'reverted', subject: `take-out ${id} of device ${row.deviceId}` });
    await remakeFigures(inside, settings, { touched: row, now });
  });
}

function requireSpan({ fromAt, toAt }: TakeOut, now: number): void {
  if (toAt <= fromAt) throw new AppError('invalid', 'end: must be after start.');
  if (toAt > now) throw new AppError('invalid', 'end: lies in the future; take out what is over, and the rest later.');
  if (toAt - fromAt > longestMs) {
    throw new AppError('invalid', 'end: at most 31 days at once; take out longer times in several parts.');
  }
}

async function remakeFigures(
  sql: Sql,
  settings: Settings,
  { touched: { deviceId, fromAt, toAt }, now }: { readonly touched: TouchedSpan; readonly now: number },
): Promise<void> {
  const span = { deviceId, fromAt, toAt, cause: 'takenOut' as const };
  const reach = { ...span, ...(await readReach(sql, settings, span)) };
  const change = async (): Promise<void> => {
    await refreshCountQuarters(sql, settings, [reach]);
    await refreshSaleQuarters(sql, settings, [span]);
  };
  await noteRestatements(sql, { settings, touched: [reach], now, change });
  await markStaleDays(sql, settings, { touched: [reach], now });
}
