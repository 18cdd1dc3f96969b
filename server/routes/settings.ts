import { type Context, Hono } from 'hono';
import type { SettingsChange } from '../../db/settings/change.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { storeFor } from '../answers/stores.ts';
import { done, idParam, organisation } from '../contracts/access.ts';
import { storeParam } from '../contracts/parameters.ts';
import { organisationBody, regionAnswer, regionBody, storeAnswer, storeBody } from '../contracts/stores.ts';
import { writeStore } from '../provision/export.ts';
import { mergeOrganisation, mergeRegion, mergeStore } from '../provision/merge.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

/** A body may repeat the id of its path. */
type Sent = { readonly id?: string | undefined };

export function identified<Body extends Sent>(body: Body, id: string): Body & { id: string } {
  if (body.id !== undefined && body.id !== id)
    throw new AppError('invalid', `id: the path says "${id}", the body "${body.id}"`);
  return { ...body, id };
}

/** Changes to what is set up; the owner's alone, and each in the audit log. */
export function settingsRoutes({ db, settings, allow, profiles }: Services): Hono<ApiEnv> {
  const apply = async (c: Context<ApiEnv>, change: SettingsChange): Promise<void> => {
    await db.writes.applySettings(scopeOf(c), change);
    await settings.refresh();
  };
  return new Hono<ApiEnv>()
    .put(
      '/api/v1/organisation',
      describe({
        summary: 'Names the chain, its currency and language',
        tag: 'settings',
        access: 'owner',
        answer: organisation,
      }),
      allow('owner'),
      take('json', organisationBody),
      async (c) => {
        await apply(c, { organisation: mergeOrganisation(c.req.valid('json'), settings.current.organisation) });
        return c.json(settings.current.organisation);
      },
    )
    .put(
      '/api/v1/regions/:id',
      describe({ summary: 'Adds or renames a region', tag: 'settings', access: 'owner', answer: regionAnswer }),
      allow('owner'),
      take('param', idParam),
      take('json', regionBody),
      async (c) => {
        const { id } = c.req.valid('param');
        const known = settings.current.regions.find((region) => region.id === id);
        const region = mergeRegion({ ...c.req.valid('json'), id }, known);
        await apply(c, { regions: [region] });
        return c.json(region);
      },
    )
    .delete(
      '/api/v1/regions/:id',
      describe({
        summary: 'Takes a region away that no store is in',
        tag: 'settings',
        access: 'owner',
        answer: done,
      }),
      allow('owner'),
      take('param', idParam),
      async (c) => {
        await db.writes.removeRegion(scopeOf(c), c.req.valid('param'));
        await settings.refresh();
        return c.json({ done: true as const });
      },
    )
    .put(
      '/api/v1/stores/:store',
      describe({ summary: 'Adds or changes a store', tag: 'settings', access: 'owner', answer: storeAnswer }),
      allow('owner'),
      take('param', storeParam),
      take('json', storeBody),
      async (c) => {
        const { store: id } = c.req.valid('param');
        const { organisation: chain, stores } = settings.current;
        const written = identified(c.req.valid('json'), id);
        if (!stores.has(id) && written.timezone === undefined)
          throw new AppError('invalid', 'timezone: a new store needs one');
        const { devices: _, ...store } = mergeStore(written, stores.get(id), chain);
        await apply(c, { stores: [store] });
        return c.json(writeStore(storeFor(scopeOf(c), settings.current, id), profiles));
      },
    );
}
