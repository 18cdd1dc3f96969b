import { Hono } from 'hono';
import {
  actionBody,
  actionChange,
  formParam,
  formSaved,
  observationsBody,
  observationsKept,
} from '../contracts/forms.ts';
import { storeParam } from '../contracts/parameters.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

/** What people write down on a phone: observations, and what was agreed upon. */
export function formRoutes({ db, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .post(
      '/api/v1/stores/:store/observations',
      describe({
        summary: 'Keeps what people observed; sent again with the same ids it is kept once',
        tag: 'standards',
        access: 'correct',
        answer: observationsKept,
      }),
      allow('correct'),
      take('param', storeParam),
      take('json', observationsBody),
      async (c) => {
        const { observations, sentAt } = c.req.valid('json');
        const kept = await db.writes.saveObservations(scopeOf(c), {
          storeId: c.req.valid('param').store,
          observations: observations.map((one) => ({ ...one, at: Date.parse(one.at) })),
          sentAt: sentAt === undefined ? null : Date.parse(sentAt),
          now: now(),
        });
        return c.json(kept);
      },
    )
    .post(
      '/api/v1/stores/:store/actions',
      describe({
        summary: 'Keeps what is to be done, by which role and by when; sent again with the same id it is kept once',
        tag: 'standards',
        access: 'correct',
        answer: formSaved,
      }),
      allow('correct'),
      take('param', storeParam),
      take('json', actionBody),
      async (c) => {
        const { item = null, standard = null, ...rest } = c.req.valid('json');
        const action = { ...rest, checkId: null, standard, item };
        const storeId = c.req.valid('param').store;
        return c.json(await db.writes.saveAction(scopeOf(c), { storeId, action, now: now() }));
      },
    )
    .put(
      '/api/v1/stores/:store/actions/:id',
      describe({
        summary: 'Says that an action was done, or was not after all',
        tag: 'standards',
        access: 'correct',
        answer: formSaved.pick({ id: true }),
      }),
      allow('correct'),
      take('param', formParam),
      take('json', actionChange),
      async (c) => {
        const { store: storeId, id } = c.req.valid('param');
        await db.writes.markAction(scopeOf(c), { storeId, id, isDone: c.req.valid('json').done, now: now() });
        return c.json({ id });
      },
    );
}
