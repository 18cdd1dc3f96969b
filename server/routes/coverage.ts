import { Hono } from 'hono';
import { coverageAnswer, coverageQuery } from '../contracts/coverage.ts';
import { storeParam } from '../contracts/parameters.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';

/** Which hours each device covered. */
export function coverageRoutes({ answers, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get(
    '/api/v1/stores/:store/coverage',
    describe({
      summary: 'Hour by hour, how much of its opening time each device was observed, and its gaps',
      tag: 'devices',
      access: 'read',
      answer: coverageAnswer,
    }),
    allow('read'),
    take('param', storeParam),
    take('query', coverageQuery),
    async (c) => {
      const ask = { storeId: c.req.valid('param').store, query: c.req.valid('query'), now: now() };
      return jsonText(c, await answers.coverageJson(scopeOf(c), ask));
    },
  );
}
