import { randomUUID } from 'node:crypto';
import { readRecentWalkTests, spanOfWalks } from '../reads/walkTests.ts';
import { requireOwner } from '../settings/owner.ts';
import { requireOwnDevice, requireStaff } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import type { TakeOut, WalkTest } from '../vocabulary/correction.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Device, Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';
import { keepTakeOut, replaceTakeOut } from './takeOuts.ts';

export interface NewWalkTest {
  readonly settings: Settings;
  readonly deviceId: string;
  readonly now: number;
}

/** Begins an installer's walks through a device's door. Owners, regionals and managers; `invalid` for what counts nobody at a door. */
export async function startWalkTest(
  sql: Sql,
  scope: Scope,
  { settings, deviceId, now }: NewWalkTest,
): Promise<{ readonly id: string; readonly startedAt: number }> {
  requireStaff(scope, 'walk through a door as a test');
  const device = requireOwnDevice(scope, settings, deviceId);
  if (!device.measures.includes('entries')) {
    throw new AppError('invalid', `device: "${device.id}" does not count entries; choose a counter at a door.`);
  }
  const id = randomUUID();
  return sql.transaction(async (inside) => {
    await inside.run('insert into walk_tests (id, store_id, device_id, started_at, made_by) values (?, ?, ?, ?, ?)', [
      id,
      device.storeId,
      device.id,
      now,
      scope.actor,
    ]);
    await appendAudit(inside, scope, { action: 'started', subject: `walk test ${id} of device ${device.id}` });
    return { id, startedAt: now };
  });
}

export interface EndedWalkTest {
  readonly settings: Settings;
  readonly deviceId: string;
  readonly id: string;
  readonly walkedIn: number;
  readonly walkedOut: number;
  readonly now: number;
}

/**
 * Ends the walks: the reports that they fall into are taken out of every figure, until somebody puts them back. Sent again it changes
 * nothing. Where nobody walked, nothing is taken out. `not_found` where the device has no such test.
 */
export async function endWalkTest(
  sql: Sql,
  scope: Scope,
  { settings, deviceId, id, walkedIn, walkedOut, now }: EndedWalkTest,
): Promise<void> {
  requireStaff(scope, 'walk through a door as a test');
  const device = requireOwnDevice(scope, settings, deviceId);
  await sql.transaction(async (inside) => {
    const test = await findTest(inside, device, id);
    if (test.endedAt !== null) return;
    const changed = await inside.run(
      'update walk_tests set ended_at = ?, walked_in = ?, walked_out = ? where id = ? and ended_at is null',
      [now, walkedIn, walkedOut, id],
    );
    if (changed === 0) return;
    const ended = { ...test, endedAt: now, walkedIn, walkedOut };
    const after = JSON.stringify({ walkedIn, walkedOut });
    await appendAudit(inside, scope, { action: 'ended', subject: `walk test ${id} of device ${device.id}`, after });
    if (walkedIn + walkedOut === 0) return;
    const wish = await wishOf(inside, settings, { device, test: ended, now });
    await noteTakeOut(inside, id, (await keepTakeOut(inside, scope, { settings, wish, now })).id);
  });
}

/** Reports that come late may say what a take-out should have begun or ended with; for so long they are waited for. */
const settledAfterMs = 48 * 3_600_000;

/** Fits the take-outs of walks to the reports that have come since. The house's own job; answers how many were changed. */
export async function settleWalkTests(
  sql: Sql,
  scope: Scope,
  { settings, now }: { readonly settings: Settings; readonly now: number },
): Promise<number> {
  requireOwner(scope, 'settle walk tests');
  let settled = 0;
  for (const test of await readRecentWalkTests(sql, now - settledAfterMs)) {
    const device = settings.devices.get(test.deviceId);
    if (device === undefined || device.storeId !== test.storeId || test.takeOutId === null) continue;
    const replaces = { ...takeOutOf(test, { startAt: test.fromAt, endAt: test.toAt }), id: test.takeOutId };
    settled += await sql.transaction(async (inside) => {
      const wish = await wishOf(inside, settings, { device, test, now });
      if (wish.fromAt === test.fromAt && wish.toAt === test.toAt) return 0;
      const made = await replaceTakeOut(inside, scope, { settings, wish, now, replaces });
      await noteTakeOut(inside, test.id, made.id);
      return 1;
    });
  }
  return settled;
}

async function findTest(sql: Sql, device: Device, id: string): Promise<WalkTest> {
  const [test] = await sql.all<WalkTest>(
    `select id, store_id as "storeId", device_id as "deviceId", started_at as "startedAt", ended_at as "endedAt",
      walked_in as "walkedIn", walked_out as "walkedOut", take_out_id as "takeOutId", made_by as "madeBy"
    from walk_tests where id = ? and device_id = ?`,
    [id, device.id],
  );
  if (test !== undefined) return test;
  throw new AppError('not_found', `The device "${device.id}" has no walk test "${id}": start a new one.`);
}

async function noteTakeOut(sql: Sql, id: string, takeOutId: string): Promise<void> {
  await sql.run('update walk_tests set take_out_id = ? where id = ?', [takeOutId, id]);
}

interface Walked {
  readonly device: Device;
  readonly test: WalkTest;
  readonly now: number;
}

async function wishOf(sql: Sql, settings: Settings, walked: Walked): Promise<TakeOut> {
  return takeOutOf(walked.test, await spanOfWalks(sql, settings, walked));
}

function takeOutOf(
  { storeId, deviceId, walkedIn, walkedOut }: WalkTest,
  { startAt, endAt }: { readonly startAt: number; readonly endAt: number },
): TakeOut {
  const note = `Installer’s walk: ${walkedIn ?? 0} in, ${walkedOut ?? 0} out`;
  return { storeId, deviceId, fromAt: startAt, toAt: endAt, reason: 'test_walk', note };
}
