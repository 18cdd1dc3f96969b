import { Hono } from 'hono';
import { funnelAnswer, funnelQuery, todayAnswer, todayQuery } from '../contracts/funnel.ts';
import { metricsAnswer } from '../contracts/metrics.ts';
import { occupancyAnswer, occupancyQuery } from '../contracts/occupancy.ts';
import { storeParam } from '../contracts/parameters.ts';
import { metricsIn } from '../kpi/metrics/words/inLanguage.ts';
import { metrics } from '../kpi/registry.ts';
import { languageOfRequest } from '../language.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';

/** The figures: one store's funnel, stores beside each other, today. */
export function figureRoutes(services: Services): Hono<ApiEnv> {
  const { answers, allow, now } = services;
  return new Hono<ApiEnv>()
    .route('/', dayRoutes(services))
    .get(
      '/api/v1/stores/:store/funnel',
      describe({ summary: 'A store’s funnel over a period', tag: 'figures', access: 'read', answer: funnelAnswer }),
      allow('read'),
      take('param', storeParam),
      take('query', funnelQuery),
      async (c) => {
        const ask = { storeId: c.req.valid('param').store, query: c.req.valid('query'), now: now() };
        return jsonText(c, await answers.funnelJson(scopeOf(c), ask));
      },
    )
    .get(
      '/api/v1/metrics',
      describe({ summary: 'What every figure means', tag: 'figures', access: 'read', answer: metricsAnswer }),
      allow('read'),
      (c) => c.json({ metrics: metricsIn(languageOfRequest(c), metrics) }),
    );
}

function dayRoutes({ answers, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/stores/:store/today',
      describe({
        summary: 'A store’s day so far, or one that is over, by hour, beside the usual, and what stands out',
        tag: 'figures',
        access: 'read',
        answer: todayAnswer,
      }),
      allow('read'),
      take('param', storeParam),
      take('query', todayQuery),
      async (c) => {
        const ask = { storeId: c.req.valid('param').store, ...c.req.valid('query'), now: now() };
        return jsonText(c, await answers.todayJson(scopeOf(c), ask));
      },
    )
    .get(
      '/api/v1/stores/:store/occupancy',
      describe({
        summary: 'How many people were inside through a day, an estimate',
        tag: 'figures',
        access: 'read',
        answer: occupancyAnswer,
      }),
      allow('read'),
      take('param', storeParam),
      take('query', occupancyQuery),
      async (c) => {
        const { date = null } = c.req.valid('query');
        const ask = { storeId: c.req.valid('param').store, date, now: now() };
        return jsonText(c, await answers.occupancyJson(scopeOf(c), ask));
      },
    );
}
