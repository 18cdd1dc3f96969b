import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { auditBody, auditParam, auditSaved, auditsAnswer, auditWithdrawn } from '../contracts/audits.ts';
import { storeParam } from '../contracts/parameters.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';

/** Counts made by hand beside a device: keeping, comparing, withdrawing. */
export function auditRoutes({ answers, db, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/stores/:store/audits',
      describe({
        summary: 'Counts made by hand, beside what the devices counted',
        tag: 'audits',
        access: 'read',
        answer: auditsAnswer,
      }),
      allow('read'),
      take('param', storeParam),
      async (c) =>
        jsonText(c, await answers.auditsJson(scopeOf(c), { storeId: c.req.valid('param').store, now: now() })),
    )
    .post(
      '/api/v1/stores/:store/audits',
      describe({
        summary: 'Keeps a count made by hand; sent again with the same id it is kept once',
        tag: 'audits',
        access: 'correct',
        answer: auditSaved,
      }),
      allow('correct'),
      take('param', storeParam),
      take('json', auditBody),
      async (c) => {
        const { id = randomUUID(), device, start, end, sentAt, ...sent } = c.req.valid('json');
        const saved = await db.writes.saveManualCount(scopeOf(c), {
          count: {
            id,
            storeId: c.req.valid('param').store,
            deviceId: device,
            startAt: Date.parse(start),
            endAt: Date.parse(end),
            countIn: sent.in ?? null,
            countOut: sent.out ?? null,
            note: sent.note ?? null,
          },
          sentAt: sentAt === undefined ? null : Date.parse(sentAt),
          now: now(),
        });
        return c.json(saved);
      },
    )
    .delete(
      '/api/v1/stores/:store/audits/:id',
      describe({ summary: 'Withdraws a count made by hand', tag: 'audits', access: 'correct', answer: auditWithdrawn }),
      allow('correct'),
      take('param', auditParam),
      async (c) => {
        const { store: storeId, id } = c.req.valid('param');
        await db.writes.withdrawManualCount(scopeOf(c), { storeId, id, now: now() });
        return c.json({ id });
      },
    );
}
