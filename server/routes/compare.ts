import { Hono } from 'hono';
import { compareSeriesAnswer, compareSeriesQuery } from '../contracts/compareSeries.ts';
import { compareAnswer, compareQuery } from '../contracts/funnel.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';

/** Stores beside each other: their figures over a period, and the course of some. */
export function compareRoutes({ answers, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/compare',
      describe({ summary: 'Stores beside each other', tag: 'figures', access: 'read', answer: compareAnswer }),
      allow('read'),
      take('query', compareQuery),
      async (c) => jsonText(c, await answers.compareJson(scopeOf(c), { query: c.req.valid('query'), now: now() })),
    )
    .get(
      '/api/v1/compare/series',
      describe({
        summary: 'The course of a few figures of many stores',
        tag: 'figures',
        access: 'read',
        answer: compareSeriesAnswer,
      }),
      allow('read'),
      take('query', compareSeriesQuery),
      async (c) =>
        jsonText(c, await answers.compareSeriesJson(scopeOf(c), { query: c.req.valid('query'), now: now() })),
    );
}
