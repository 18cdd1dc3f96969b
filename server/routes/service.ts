import { Hono } from 'hono';
import { endOfDate, startOfDate } from '../../db/time/businessDate.ts';
import { commentsOf } from '../answers/comments.ts';
import { storeFor } from '../answers/stores.ts';
import { storeParam } from '../contracts/parameters.ts';
import { commentsAnswer, commentsQuery, serviceAnswer, serviceQuery } from '../contracts/service.ts';
import { languageOfRequest } from '../language.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';

/** Standards kept and not, what customers say, what they ask and complain of. */
export function serviceRoutes({ answers, db, settings, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
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
        return jsonText(c, await answers.serviceJson(scopeOf(c), { ...ask, language: languageOfRequest(c) }));
      },
    )
    .get(
      '/api/v1/stores/:store/comments',
      describe({
        summary: 'What customers wrote beside their scores in a period, newest first',
        tag: 'figures',
        access: 'read',
        answer: commentsAnswer,
      }),
      allow('read'),
      take('param', storeParam),
      take('query', commentsQuery),
      async (c) => {
        const storeId = c.req.valid('param').store;
        const { from, to } = c.req.valid('query');
        const store = storeFor(scopeOf(c), settings.current, storeId);
        const period = { fromAt: startOfDate(store, from), toAt: endOfDate(store, to) };
        return c.json(commentsOf(await db.reads.readComments(scopeOf(c), { storeId, ...period }), store));
      },
    );
}
