import { readDifferences } from '../reads/countFacts.ts';
import { readDecisions } from '../reads/readings.ts';
import type { Difference, HeldDecision } from '../rollup/differences.ts';
import { requireOwnDevice, requireStaff } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Device, Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';
import { lockDevices } from './deviceLocks.ts';
import { upsertOf } from './facts.ts';
import { noteRestatements } from './restatements.ts';
import { markStaleDays, refreshCountQuarters } from './rollups.ts';
import { dropSetAside, putSetAside } from './setAside.ts';

/** Which difference, by its line and its two readings, and what is said of it. */
export interface HeldWish {
  readonly deviceId: string;
  readonly line: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly decision: HeldDecision['decision'];
}

export interface HeldQuestion {
  readonly settings: Settings;
  readonly wish: HeldWish;
  readonly now: number;
}

/**
 * Says of a difference that is held whether its people count or not, from this moment on; may be said otherwise later. It holds for
 * exactly this difference: where a late reading or a correction makes another of it, that is judged anew.
 * Owners, regionals and managers; `not_found` where the device has no such difference, `conflict` where it was never held.
 */
export async function decideHeld(sql: Sql, scope: Scope, { settings, wish, now }: HeldQuestion): Promise<void> {
  requireStaff(scope, 'accept or drop held counts');
  const device = requireOwnDevice(scope, settings, wish.deviceId);
  await sql.transaction(async (inside) => {
    await lockDevices(inside, [device.id]);
    const difference = await findDifference(inside, device, wish);
    const before = await decisionOf(inside, difference, wish);
    if (before === wish.decision) return;
    if (difference.fate === 'unplaced' || (difference.fate === 'placed' && before === null)) {
      throw new AppError('conflict', 'This difference is not held: there is nothing to accept or drop. Load it anew.');
    }
    await keepDecision(inside, scope, { difference, wish, now, before });
    await follow(inside, settings, { difference, wish, now });
  });
}

async function findDifference(sql: Sql, device: Device, { line, startAt, endAt }: HeldWish): Promise<Difference> {
  const span = { deviceId: device.id, fromAt: startAt, toAt: endAt };
  const found = await readDifferences(sql, new Map([[device.id, device]]), endAt > startAt ? [span] : []);
  const difference = found
    .get(device.id)
    ?.find((one) => one.line === line && one.startAt === startAt && one.endAt === endAt);
  if (difference === undefined) {
    throw new AppError(
      'not_found',
      `The device "${device.id}" has no difference on line ${line} between these two times: take start and end from its list, which may have changed.`,
    );
  }
  return difference;
}

/** What was said of exactly this difference; null: nothing yet. */
async function decisionOf(
  sql: Sql,
  difference: Difference,
  { deviceId }: HeldWish,
): Promise<HeldDecision['decision'] | null> {
  const known = (await readDecisions(sql, [deviceId])).get(deviceId) ?? [];
  const same = known.find(
    (one) =>
      one.line === difference.line &&
      one.startAt === difference.startAt &&
      one.endAt === difference.endAt &&
      one.countIn === difference.in &&
      one.countOut === difference.out &&
      one.passersBy === difference.passersBy,
  );
  return same?.decision ?? null;
}

interface Decided {
  readonly difference: Difference;
  readonly wish: HeldWish;
  readonly now: number;
}

const decisions = upsertOf('held_decisions', ['device_id', 'line', 'end_at', 'start_at'], {
  device_id: 'text',
  line: 'text',
  start_at: 'bigint',
  end_at: 'bigint',
  count_in: 'bigint',
  count_out: 'bigint',
  passers_by: 'bigint',
  decision: 'text',
  actor: 'text',
  decided_at: 'bigint',
});

async function keepDecision(
  sql: Sql,
  scope: Scope,
  { difference, wish, now, before }: Decided & { readonly before: HeldDecision['decision'] | null },
): Promise<void> {
  const { line, startAt, endAt, passersBy } = difference;
  const counts = [difference.in, difference.out, passersBy];
  await sql.upsertMany(decisions, [[wish.deviceId, line, startAt, endAt, ...counts, wish.decision, scope.actor, now]]);
  const [start, end] = [new Date(startAt).toISOString(), new Date(endAt).toISOString()];
  await appendAudit(sql, scope, {
    action: wish.decision,
    subject: `held counts of device ${wish.deviceId}`,
    before: before === null ? null : JSON.stringify(before),
    after: JSON.stringify({ line, start, end, in: difference.in, out: difference.out, passersBy }),
  });
}

/** The list and the figures follow at once. */
async function follow(sql: Sql, settings: Settings, { difference, wish, now }: Decided): Promise<void> {
  const { deviceId, startAt, endAt } = wish;
  const isAccepted = wish.decision === 'accepted';
  const one = { ...difference, deviceId, fate: isAccepted ? ('placed' as const) : ('dropped' as const) };
  if (isAccepted) await dropSetAside(sql, [one]);
  else await putSetAside(sql, [one]);
  const wasCounted = difference.fate === 'placed';
  const facts = isAccepted ? { came: one } : wasCounted ? { gone: one } : {};
  const touched = [{ deviceId, fromAt: startAt, toAt: endAt, cause: 'accepted' as const, ...facts }];
  await noteRestatements(sql, { settings, touched, now, change: () => refreshCountQuarters(sql, settings, touched) });
  await markStaleDays(sql, settings, { touched, now });
}
