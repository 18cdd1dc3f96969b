import { Hono } from 'hono';
import { holidayCountries, holidaysAnswer, holidaysQuery } from '../contracts/holidays.ts';
import { storeParam } from '../contracts/parameters.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, jsonText, scopeOf, take } from './contract.ts';

/** Public holidays of the countries that stores are in. */
export function holidayRoutes({ answers, allow }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/stores/:store/holidays',
      describe({ summary: 'Public holidays where a store is', tag: 'notes', access: 'read', answer: holidaysAnswer }),
      allow('read'),
      take('param', storeParam),
      take('query', holidaysQuery),
      async (c) => {
        const ask = { storeId: c.req.valid('param').store, query: c.req.valid('query') };
        return jsonText(c, await answers.holidaysJson(scopeOf(c), ask));
      },
    )
    .get(
      '/api/v1/holiday-countries',
      describe({
        summary: 'Countries whose public holidays are known',
        tag: 'notes',
        access: 'read',
        answer: holidayCountries,
      }),
      allow('read'),
      async (c) => jsonText(c, await answers.holidayCountriesJson(scopeOf(c), {})),
    );
}
