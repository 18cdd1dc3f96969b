import { Hono } from 'hono';
import { storeParam } from '../contracts/parameters.ts';
import { queueAnswer, queueQuery } from '../contracts/queue.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';

/** A store's queues. */
export function queueRoutes({ answers, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get(
    '/api/v1/stores/:store/queue',
    describe({
      summary: 'A store’s queues over a period: waits, service level, lengths',
      tag: 'figures',
      access: 'read',
      answer: queueAnswer,
    }),
    allow('read'),
    take('param', storeParam),
    take('query', queueQuery),
    async (c) => {
      const ask = { storeId: c.req.valid('param').store, query: c.req.valid('query'), now: now() };
      return jsonText(c, await answers.queueJson(scopeOf(c), ask));
    },
  );
}
