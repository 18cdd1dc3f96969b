import { Hono } from 'hono';
import { storeParam } from '../contracts/parameters.ts';
import { restatementsAnswer, restatementsQuery } from '../contracts/restatements.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';

/** What days showed when they ended, and what changed since. */
export function restatementRoutes({ answers, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get(
    '/api/v1/stores/:store/restatements',
    describe({
      summary: 'What a store’s days showed when they ended, what they show now, and why',
      tag: 'figures',
      access: 'read',
      answer: restatementsAnswer,
      description:
        'Every date that ended since the store was set up is reported once, some minutes after its end. The changes of a date ' +
        'add up exactly to what it shows now less what was reported.',
    }),
    allow('read'),
    take('param', storeParam),
    take('query', restatementsQuery),
    async (c) => {
      const ask = { storeId: c.req.valid('param').store, query: c.req.valid('query'), now: now() };
      return jsonText(c, await answers.restatementsJson(scopeOf(c), ask));
    },
  );
}
