import { Hono } from 'hono';
import { heldAnswer, heldBody, heldParam } from '../contracts/held.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

/** Differences of cumulative counters that are held until someone accepts or drops them. */
export function heldRoutes({ db, settings, allow, live, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>().post(
    '/api/v1/devices/:device/held',
    describe({
      summary: 'Accepts or drops a difference that is held',
      tag: 'devices',
      access: 'correct',
      answer: heldAnswer,
      description: 'Holds for exactly this difference, and may be said otherwise later.',
    }),
    allow('correct'),
    take('param', heldParam),
    take('json', heldBody),
    async (c) => {
      const { device: deviceId } = c.req.valid('param');
      const { line, start, end, decision: said } = c.req.valid('json');
      const decision = said === 'accept' ? ('accepted' as const) : ('dropped' as const);
      const wish = { deviceId, line, startAt: Date.parse(start), endAt: Date.parse(end), decision };
      await db.writes.decideHeld(scopeOf(c), { wish, now: now() });
      const storeId = settings.current.devices.get(deviceId)?.storeId;
      if (storeId !== undefined) live.noteCommit([storeId]);
      return c.json({ decision });
    },
  );
}
