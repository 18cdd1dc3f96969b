import { Hono } from 'hono';
import { checksKeptOf } from '../answers/handChecks.ts';
import { storeFor } from '../answers/stores.ts';
import { checkBody, checksKept, formSaved } from '../contracts/forms.ts';
import { storeParam } from '../contracts/parameters.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

/** Mystery visits and self-audits by a checklist. */
export function checkRoutes({ db, settings, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/stores/:store/checks',
      describe({
        summary: 'Checks by checklists, and what was agreed upon',
        tag: 'standards',
        access: 'read',
        answer: checksKept,
      }),
      allow('read'),
      take('param', storeParam),
      async (c) => {
        const storeId = c.req.valid('param').store;
        const store = storeFor(scopeOf(c), settings.current, storeId);
        const kept = await db.reads.readHandChecks(scopeOf(c), { storeId });
        return c.json(checksKeptOf(kept, { store, checklists: settings.current.checklists, now: now() }));
      },
    )
    .post(
      '/api/v1/stores/:store/checks',
      describe({
        summary: 'Keeps a check with what was agreed upon; sent again with the same id it is kept once',
        tag: 'standards',
        access: 'correct',
        answer: formSaved,
      }),
      allow('correct'),
      take('param', storeParam),
      take('json', checkBody),
      async (c) => {
        const { actions = [], sentAt, id, at, standard, items } = c.req.valid('json');
        const saved = await db.writes.saveCheck(scopeOf(c), {
          storeId: c.req.valid('param').store,
          check: { id, at: Date.parse(at), standard, items },
          actions: actions.map(({ item = null, ...rest }) => ({ ...rest, checkId: id, standard, item })),
          sentAt: sentAt === undefined ? null : Date.parse(sentAt),
          now: now(),
        });
        return c.json(saved);
      },
    );
}
