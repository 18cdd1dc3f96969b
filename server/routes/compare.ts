import { Hono } from 'hono';
import { attentionAnswer, attentionQuery } from '../contracts/attention.ts';
import { compareSeriesAnswer, compareSeriesQuery } from '../contracts/compareSeries.ts';
import { compareAnswer, compareQuery } from '../contracts/funnel.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';

/** Stores beside each other: their figures over a period, the course of some, and which of them need a look. */
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
    )
    .get(
      '/api/v1/attention',
      describe({
        summary: 'Which stores need a look, and why',
        tag: 'figures',
        access: 'read',
        answer: attentionAnswer,
      }),
      allow('read'),
      take('query', attentionQuery),
      async (c) => jsonText(c, await answers.attentionJson(scopeOf(c), { query: c.req.valid('query'), now: now() })),
    );
}
