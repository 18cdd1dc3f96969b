import { Hono } from 'hono';
import { storeParam } from '../contracts/parameters.ts';
import { takeOutBody, takeOutParam, takeOutSaved, takeOutsAnswer } from '../contracts/takeOuts.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';

/** Spans taken out of the figures by hand. */
export function takeOutRoutes({ answers, db, allow, live, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/stores/:store/take-outs',
      describe({
        summary: 'Spans taken out by hand, with their counts',
        tag: 'take-outs',
        access: 'read',
        answer: takeOutsAnswer,
      }),
      allow('read'),
      take('param', storeParam),
      async (c) =>
        jsonText(c, await answers.takeOutsJson(scopeOf(c), { storeId: c.req.valid('param').store, now: now() })),
    )
    .post(
      '/api/v1/stores/:store/take-outs',
      describe({
        summary: 'Takes a span of a device or feed out of every figure',
        tag: 'take-outs',
        access: 'correct',
        status: 201,
        answer: takeOutSaved,
      }),
      allow('correct'),
      take('param', storeParam),
      take('json', takeOutBody),
      async (c) => {
        const { device, start, end, reason, note = null } = c.req.valid('json');
        const { store: storeId } = c.req.valid('param');
        const span = { fromAt: Date.parse(start), toAt: Date.parse(end) };
        const wish = { storeId, deviceId: device, ...span, reason, note };
        const made = await db.writes.makeTakeOut(scopeOf(c), { wish, now: now() });
        live.noteCommit([storeId]);
        return c.json(made, 201);
      },
    )
    .delete(
      '/api/v1/stores/:store/take-outs/:id',
      describe({
        summary: 'Lets a span that was taken out count again',
        tag: 'take-outs',
        access: 'correct',
        answer: takeOutSaved,
      }),
      allow('correct'),
      take('param', takeOutParam),
      async (c) => {
        const { store: storeId, id } = c.req.valid('param');
        await db.writes.revertTakeOut(scopeOf(c), { storeId, id, now: now() });
        live.noteCommit([storeId]);
        return c.json({ id });
      },
    );
}
