import { Hono } from 'hono';
import { checklistParam, standardParam } from '../contracts/standards.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

/** Standards and checklists that are to hold no more; what was observed and checked by them stays. */
export function standardRemovalRoutes({ db, settings, allow }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .delete(
      '/api/v1/standards/:process/:criterion',
      describe({
        summary: 'Takes a standard away; what was observed stays, and is sorted nowhere',
        tag: 'standards',
        access: 'owner',
        answer: standardParam,
      }),
      allow('owner'),
      take('param', standardParam),
      async (c) => {
        const standard = c.req.valid('param');
        await db.writes.removeStandard(scopeOf(c), standard);
        await settings.refresh();
        return c.json(standard);
      },
    )
    .delete(
      '/api/v1/checklists/:id',
      describe({
        summary: 'Takes a checklist away; the checks that were made by it stay',
        tag: 'standards',
        access: 'owner',
        answer: checklistParam,
      }),
      allow('owner'),
      take('param', checklistParam),
      async (c) => {
        const { id } = c.req.valid('param');
        await db.writes.removeChecklist(scopeOf(c), { id });
        await settings.refresh();
        return c.json({ id });
      },
    );
}
