import { requireDevice, requireStaff, requireStore } from '../settings/reach.ts';
import { clockOffset } from '../settings/senderClock.ts';
import type { Sql } from '../sql/port.ts';
import type { ManualCount } from '../vocabulary/correction.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';

export interface NewManualCount {
  readonly settings: Settings;
  readonly count: ManualCount;
  /** What the clock of whoever sends it shows, epoch ms; null: it is taken to be right. */
  readonly sentAt: number | null;
  readonly now: number;
}

const minuteMs = 60_000;
/** Nobody counts by hand for longer than a day. */
const longestMs = 24 * 60 * minuteMs;
const aheadMs = 5 * minuteMs;

/**
 * Keeps a count made by hand, once, however often it is sent: a phone that heard no answer sends it again with the same id. A phone
 * whose clock is wrong has its span moved by as much. Owners, regionals and managers; `conflict` where the id has other figures.
 */
export async function saveManualCount(
  sql: Sql,
  scope: Scope,
  { settings, count: sent, sentAt, now }: NewManualCount,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  requireStaff(scope, 'send counts made by hand');
  const device = requireDevice(requireStore(scope, settings, sent.storeId), sent.deviceId);
  if (!device.measures.includes('entries')) {
    throw new AppError('invalid', `device: "${device.id}" does not count entries; choose a counter at a door.`);
  }
  const count = byOurClock(sent, clockOffset(sentAt, now));
  requireSense(count, now);
  return sql.transaction(async (inside) => {
    const isNew = await insert(inside, scope, { count, now });
    if (!isNew) await requireSame(inside, count);
    const action = { action: 'added', subject: `count by hand ${count.id} of device ${count.deviceId}` };
    if (isNew) await appendAudit(inside, scope, { ...action, after: JSON.stringify(count) });
    return { id: count.id, isNew };
  });
}

export interface ManualCountKey {
  readonly settings: Settings;
  readonly storeId: string;
  readonly id: string;
  readonly now: number;
}

/** Takes a count by hand back: it says nothing of its device any more. Again does nothing. `not_found` where the store has none. */
export async function withdrawManualCount(
  sql: Sql,
  scope: Scope,
  { settings, storeId, id, now }: ManualCountKey,
): Promise<void> {
  requireStaff(scope, 'withdraw counts made by hand');
  requireStore(scope, settings, storeId);
  await sql.transaction(async (inside) => {
    const [row] = await inside.all<{ deviceId: string; withdrawnAt: number | null }>(
      `select device_id as "deviceId", withdrawn_at as "withdrawnAt" from manual_counts where id = ? and store_id = ?`,
      [id, storeId],
    );
    if (row === undefined) throw new AppError('not_found', `The store "${storeId}" has no count "${id}".`);
    if (row.withdrawnAt !== null) return;
    await inside.run('update manual_counts set withdrawn_at = ?, withdrawn_by = ? where id = ?', [
      now,
      scope.actor,
      id,
    ]);
    await appendAudit(inside, scope, { action: 'withdrawn', subject: `count by hand ${id} of device ${row.deviceId}` });
  });
}

function byOurClock(count: ManualCount, offMs: number): ManualCount {
  if (offMs === 0) return count;
  return { ...count, startAt: count.startAt + offMs, endAt: count.endAt + offMs };
}

function requireSense({ startAt, endAt, countIn, countOut }: ManualCount, now: number): void {
  if (countIn === null && countOut === null) throw new AppError('invalid', 'in: give in, out or both.');
  if (endAt <= startAt) throw new AppError('invalid', 'end: must be after start.');
  if (endAt - startAt > longestMs) throw new AppError('invalid', 'end: a count by hand lasts 24 hours at most.');
  if (endAt > now + aheadMs) throw new AppError('invalid', 'end: lies in the future; send the count once it is over.');
}

async function insert(
  sql: Sql,
  scope: Scope,
  { count, now }: { readonly count: ManualCount; readonly now: number },
): Promise<boolean> {
  const { id, storeId, deviceId, startAt, endAt, countIn, countOut, note } = count;
  const changed = await sql.run(
    `insert into manual_counts (id, store_id, device_id, start_at, end_at, count_in, count_out, note, made_by, received_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
    [id, storeId, deviceId, startAt, endAt, countIn, countOut, note, scope.actor, now],
  );
  return changed > 0;
}

/** Times are not compared: each sending may have been moved by another error of the phone's clock. */
async function requireSame(sql: Sql, count: ManualCount): Promise<void> {
  const rows = await sql.all(
    `select 1 as one from manual_counts where id = ? and store_id = ? and device_id = ?
      and coalesce(count_in, -1) = ? and coalesce(count_out, -1) = ?`,
    [count.id, count.storeId, count.deviceId, count.countIn ?? -1, count.countOut ?? -1],
  );
  if (rows.length > 0) return;
  throw new AppError(
    'conflict',
    `A count "${count.id}" is kept already with other figures: send this one with a new id.`,
  );
}
