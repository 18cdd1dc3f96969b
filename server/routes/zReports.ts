import { Hono } from 'hono';
import { storeParam } from '../contracts/parameters.ts';
import { zReportsAnswer, zReportsQuery } from '../contracts/zReports.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';

/** What tills said of their shifts, beside what arrived. */
export function zReportRoutes({ answers, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get(
    '/api/v1/stores/:store/z-reports',
    describe({
      summary: 'Shifts of tills: what each till said, what arrived, what is missing',
      tag: 'figures',
      access: 'read',
      answer: zReportsAnswer,
    }),
    allow('read'),
    take('param', storeParam),
    take('query', zReportsQuery),
    async (c) => {
      const ask = { storeId: c.req.valid('param').store, query: c.req.valid('query'), now: now() };
      return jsonText(c, await answers.zReportsJson(scopeOf(c), ask));
    },
  );
}
