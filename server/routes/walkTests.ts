import { Hono } from 'hono';
import type { SeenWalkTest } from '../../db/reads/walkTests.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import {
  type WalkTestAnswer,
  walkedDeviceParam,
  walkTestAnswer,
  walkTestEnd,
  walkTestParam,
  walkTestStarted,
  walkTestsAnswer,
} from '../contracts/walkTests.ts';
import type { Services, SettingsMirror } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

/** Walking through a door as a test: beginning, looking on, ending. */
export function walkTestRoutes(services: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>().route('/', lookingOn(services)).route('/', walking(services));
}

/** A device's tests, or one of them, as they are answered. */
async function testsOf(
  { db, settings, now }: Services,
  scope: Scope,
  ask: { deviceId: string; id?: string },
): Promise<WalkTestAnswer[]> {
  const tests = await db.reads.readWalkTests(scope, { ...ask, now: now() });
  return tests.map((test) => answerOf(zoneOf(settings, test.storeId), test));
}

function zoneOf(settings: SettingsMirror, storeId: string | undefined): string {
  return settings.current.stores.get(storeId ?? '')?.timezone ?? 'UTC';
}

function lookingOn(services: Services): Hono<ApiEnv> {
  const { allow } = services;
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/devices/:device/walk-tests',
      describe({
        summary: 'Walks through a device’s door',
        tag: 'walk tests',
        access: 'read',
        answer: walkTestsAnswer,
      }),
      allow('read'),
      take('param', walkedDeviceParam),
      async (c) => {
        const { device: deviceId } = c.req.valid('param');
        return c.json({ walkTests: await testsOf(services, scopeOf(c), { deviceId }) });
      },
    )
    .get(
      '/api/v1/devices/:device/walk-tests/:id',
      describe({
        summary: 'Walks beside what the device counted meanwhile',
        tag: 'walk tests',
        access: 'read',
        answer: walkTestAnswer,
      }),
      allow('read'),
      take('param', walkTestParam),
      async (c) => {
        const { device: deviceId, id } = c.req.valid('param');
        return c.json((await testsOf(services, scopeOf(c), { deviceId, id }))[0]);
      },
    );
}

function walking(services: Services): Hono<ApiEnv> {
  const { db, settings, allow, live, now } = services;
  return new Hono<ApiEnv>()
    .post(
      '/api/v1/devices/:device/walk-tests',
      describe({
        summary: 'Begins an installer’s walks through a device’s door',
        tag: 'walk tests',
        access: 'correct',
        status: 201,
        answer: walkTestStarted,
      }),
      allow('correct'),
      take('param', walkedDeviceParam),
      async (c) => {
        const { device: deviceId } = c.req.valid('param');
        const { id, startedAt } = await db.writes.startWalkTest(scopeOf(c), { deviceId, now: now() });
        const zone = zoneOf(settings, settings.current.devices.get(deviceId)?.storeId);
        return c.json({ id, startedAt: formatInstant(zone, startedAt) }, 201);
      },
    )
    .post(
      '/api/v1/devices/:device/walk-tests/:id/end',
      describe({
        summary: 'Ends the walks and takes them out of every figure',
        tag: 'walk tests',
        access: 'correct',
        answer: walkTestAnswer,
        description: 'Whole reports are taken out, since people of one report can’t be told apart. Again does nothing.',
      }),
      allow('correct'),
      take('param', walkTestParam),
      take('json', walkTestEnd),
      async (c) => {
        const { device: deviceId, id } = c.req.valid('param');
        await db.writes.endWalkTest(scopeOf(c), { deviceId, id, ...c.req.valid('json'), now: now() });
        const storeId = settings.current.devices.get(deviceId)?.storeId;
        if (storeId !== undefined) live.noteCommit([storeId]);
        return c.json((await testsOf(services, scopeOf(c), { deviceId, id }))[0]);
      },
    );
}

function answerOf(timezone: string, { takeOut, ...test }: SeenWalkTest): WalkTestAnswer {
  const at = (instant: number): string => formatInstant(timezone, instant);
  const maybeAt = (instant: number | null): string | null => (instant === null ? null : at(instant));
  return {
    id: test.id,
    device: test.deviceId,
    store: test.storeId,
    startedAt: at(test.startedAt),
    endedAt: maybeAt(test.endedAt),
    walkedIn: test.walkedIn,
    walkedOut: test.walkedOut,
    seen: test.seen,
    lastReportAt: maybeAt(test.lastReportAt),
    isComplete: test.isComplete,
    takeOut:
      takeOut === null
        ? null
        : { id: takeOut.id, start: at(takeOut.startAt), end: at(takeOut.endAt), isReverted: takeOut.isReverted },
  };
}
