import { walkSpan } from '../rollup/walkSpan.ts';
import { requireOwnDevice } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import type { Span } from '../time/opening.ts';
import type { WalkTest } from '../vocabulary/correction.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Device, Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { readCountFacts } from './countFacts.ts';
import { readReports } from './facts.ts';
import { readSpanCounts } from './spanCounts.ts';

/** A walk test beside what its device says of that time. */
export interface SeenWalkTest extends WalkTest {
  /** What the device counted in the reports that the walks fall into; null: nothing of that direction was sent. */
  readonly seen: { readonly in: number | null; readonly out: number | null };
  readonly lastReportAt: number | null;
  /** The device has reported all of it. */
  readonly isComplete: boolean;
  /** What keeps the walks out of the figures; null: nothing does. */
  readonly takeOut: (Span & { readonly id: string; readonly isReverted: boolean }) | null;
}

export interface WalkTestsQuery {
  readonly settings: Settings;
  readonly deviceId: string;
  /** Only this one. */
  readonly id?: string;
  readonly now: number;
}

const mostTests = 20;
/** A passage is told at once; so much time it is given on its way. */
const eventPatienceMs = 10_000;
const usualPeriodMs = 60_000;

const columns = `w.id, w.store_id as "storeId", w.device_id as "deviceId", w.started_at as "startedAt", w.ended_at as "endedAt",
  w.walked_in as "walkedIn", w.walked_out as "walkedOut", w.take_out_id as "takeOutId", w.made_by as "madeBy"`;

type Row = WalkTest & {
  readonly fromAt: number | null;
  readonly toAt: number | null;
  readonly revertedAt: number | null;
};

/** A device's walk tests beside what it counted, the latest first, no more than 20; `not_found` for a device of someone else's. */
export async function readWalkTests(
  sql: Sql,
  scope: Scope,
  { settings, deviceId, id, now }: WalkTestsQuery,
): Promise<SeenWalkTest[]> {
  const device = requireOwnDevice(scope, settings, deviceId);
  const rows = await sql.all<Row>(
    `select ${columns}, t.from_at as "fromAt", t.to_at as "toAt", t.reverted_at as "revertedAt"
    from walk_tests w left join take_outs t on t.id = w.take_out_id
    where w.device_id = ?${id === undefined ? '' : ' and w.id = ?'} order by w.started_at desc, w.id limit ?`,
    [deviceId, ...(id === undefined ? [] : [id]), mostTests],
  );
  if (id !== undefined && rows.length === 0) {
    throw new AppError('not_found', `The device "${deviceId}" has no walk test "${id}": start a new one.`);
  }
  const spans: Span[] = [];
  for (const row of rows) spans.push(await spanOfWalks(sql, settings, { device, test: row, now }));
  const asked = spans.map(({ startAt, endAt }) => ({ deviceId, fromAt: startAt, toAt: endAt }));
  const seen = await readSpanCounts(sql, scope, { settings, spans: asked });
  return rows.map(({ fromAt, toAt, revertedAt, ...test }, i) => ({
    ...test,
    seen: { in: whole(seen[i]?.in.count), out: whole(seen[i]?.out.count) },
    lastReportAt: seen[i]?.lastReportAt ?? null,
    isComplete: isComplete(device, { test, lastReportAt: seen[i]?.lastReportAt ?? null, now }),
    takeOut:
      test.takeOutId === null || fromAt === null || toAt === null
        ? null
        : { id: test.takeOutId, startAt: fromAt, endAt: toAt, isReverted: revertedAt !== null },
  }));
}

/** Tests that are over since `endedAfter` and whose take-outs stand, of all devices; for the house's own job. */
export function readRecentWalkTests(
  sql: Sql,
  endedAfter: number,
): Promise<(WalkTest & { fromAt: number; toAt: number })[]> {
  return sql.all(
    `select ${columns}, t.from_at as "fromAt", t.to_at as "toAt" from walk_tests w join take_outs t on t.id = w.take_out_id
    where w.ended_at > ? and t.reverted_at is null order by w.ended_at, w.id`,
    [endedAfter],
  );
}

export interface WalkedInput {
  readonly device: Device;
  readonly test: Pick<WalkTest, 'startedAt' | 'endedAt'>;
  readonly now: number;
}

/** The whole reports that a test's walks fall into, as far as they are known (rollup/walkSpan.ts). */
export async function spanOfWalks(sql: Sql, settings: Settings, { device, test, now }: WalkedInput): Promise<Span> {
  const walked = { startAt: test.startedAt, endAt: Math.max(test.endedAt ?? now, test.startedAt + 1) };
  const asked = { deviceId: device.id, fromAt: walked.startAt, toAt: walked.endAt };
  const { intervals } = (await readCountFacts(sql, settings.devices, [asked]))(device.id);
  const reports = (await readReports(sql, [device.id])).get(device.id);
  const usual = device.reportsEverySeconds === null ? null : device.reportsEverySeconds * 1000;
  return walkSpan(walked, {
    intervals,
    lastReportAt: reports?.lastReportAt ?? null,
    periodMs: device.mode === 'event' ? usual : (usual ?? reports?.latestIntervalMs ?? usualPeriodMs),
  });
}

interface Told {
  readonly test: Pick<WalkTest, 'endedAt'>;
  readonly lastReportAt: number | null;
  readonly now: number;
}

function isComplete(device: Device, { test: { endedAt }, lastReportAt, now }: Told): boolean {
  if (endedAt === null) return false;
  if (lastReportAt !== null && lastReportAt >= endedAt) return true;
  return device.mode === 'event' && device.reportsEverySeconds === null && now >= endedAt + eventPatienceMs;
}

/** A share by time is part of a person; nobody walks in parts. */
function whole(count: number | null | undefined): number | null {
  return count === null || count === undefined ? null : Math.round(count);
}
