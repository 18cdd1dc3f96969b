import { Hono } from 'hono';
import { storeParam } from '../contracts/parameters.ts';
import { serviceAnswer, serviceQuery } from '../contracts/service.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';

/** Standards kept and not, what customers say, what they ask and complain of. */
export function serviceRoutes({ answers, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get(
    '/api/v1/stores/:store/service',
    describe({
      summary: 'A store’s service over a period: traffic light, voice of the customer, requests, standards checks',
      tag: 'figures',
      access: 'read',
      answer: serviceAnswer,
    }),
    allow('read'),
    take('param', storeParam),
    take('query', serviceQuery),
    async (c) => {
      const ask = { storeId: c.req.valid('param').store, query: c.req.valid('query'), now: now() };
      return jsonText(c, await answers.serviceJson(scopeOf(c), ask));
    },
  );
}
