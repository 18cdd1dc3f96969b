import { Hono } from 'hono';
import { z } from 'zod';
import { storeFor, storesOf } from '../answers/stores.ts';
import { storeParam } from '../contracts/parameters.ts';
import { storeAnswer, storesAnswer } from '../contracts/stores.ts';
import { writeStore } from '../provision/export.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

const zones: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].sort();

export function storeRoutes({ settings, allow, profiles }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/stores',
      describe({ summary: 'The stores the caller may see', tag: 'stores', access: 'read', answer: storesAnswer }),
      allow('read'),
      (c) => c.json(storesOf(scopeOf(c), settings.current)),
    )
    .get(
      '/api/v1/stores/:store',
      describe({ summary: 'A store as in the provision file', tag: 'stores', access: 'read', answer: storeAnswer }),
      allow('read'),
      take('param', storeParam),
      (c) => c.json(writeStore(storeFor(scopeOf(c), settings.current, c.req.valid('param').store), profiles)),
    )
    .get(
      '/api/v1/timezones',
      describe({ summary: 'Names of time zones', tag: 'stores', access: 'read', answer: z.array(z.string()) }),
      allow('read'),
      (c) => c.json(zones),
    );
}
