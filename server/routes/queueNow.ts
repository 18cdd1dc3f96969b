import { Hono } from 'hono';
import { storeParam } from '../contracts/parameters.ts';
import { queueCostAnswer, queueCostQuery, queueNowAnswer } from '../contracts/queue.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';

/** How a store's queues are at this moment, and what waiting cost it. */
export function queueNowRoutes({ answers, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/stores/:store/queue/now',
      describe({
        summary: 'A store’s queues at this moment, and the tills they need',
        tag: 'figures',
        access: 'read',
        answer: queueNowAnswer,
      }),
      allow('read'),
      take('param', storeParam),
      async (c) => {
        const ask = { storeId: c.req.valid('param').store, now: now() };
        return jsonText(c, await answers.queueNowJson(scopeOf(c), ask));
      },
    )
    .get(
      '/api/v1/stores/:store/queue/cost',
      describe({
        summary: 'What waiting above the target cost a store, an estimate',
        tag: 'figures',
        access: 'read',
        answer: queueCostAnswer,
      }),
      allow('read'),
      take('param', storeParam),
      take('query', queueCostQuery),
      async (c) => {
        const ask = { storeId: c.req.valid('param').store, query: c.req.valid('query'), now: now() };
        return jsonText(c, await answers.queueCostJson(scopeOf(c), ask));
      },
    );
}
