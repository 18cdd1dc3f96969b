import { Hono } from 'hono';
import { AppError } from '../../db/vocabulary/errors.ts';
import { canSeeStore, visibleStores } from '../../db/vocabulary/scope.ts';
import { filteredStores } from '../answers/stores.ts';
import { liveQuery } from '../contracts/live.ts';
import { liveStream } from '../live/stream.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

const mostStoresPerStream = 25;
const mostStreams = 500;

/**
 * Server-sent events: `funnel` with a store's figures for today and `queue` with how its queues are now after each commit, `device` when
 * one is heard.
 */
export function liveRoutes({ live, settings, allow, identify, telemetry, stop }: Services): Hono<ApiEnv> {
  let streams = 0;
  return new Hono<ApiEnv>().get(
    '/api/v1/live',
    describe({
      summary: 'Figures as they come in',
      description:
        'Server-sent events. `funnel`: what /today answers. `queue`: what /queue/now answers, where there is a queue. `device`: {store, device, at, state}.',
      tag: 'figures',
      access: 'read',
      contentType: 'text/event-stream',
    }),
    allow('read'),
    take('query', liveQuery),
    (c) => {
      const scope = scopeOf(c);
      const { store } = c.req.valid('query');
      const stores = store
        ? filteredStores(scope, settings.current, { store })
        : visibleStores(scope, settings.current);
      if (stores.length > mostStoresPerStream) {
        throw new AppError('invalid', `store: name at most ${mostStoresPerStream} stores for one stream`);
      }
      if (streams >= mostStreams) throw new AppError('unavailable', 'Too many live streams are open.');
      streams += 1;
      telemetry.liveStreams.set(streams);
      const storeIds = new Set(stores.map(({ id }) => id));
      const { headers } = c.req.raw;
      return liveStream(c, {
        hub: live,
        storeIds,
        stop,
        isStillAllowed: async () => {
          const caller = await identify(headers);
          if (caller === null || caller.kind === 'device') return false;
          return [...storeIds].every((id) => {
            const known = settings.current.stores.get(id);
            return known !== undefined && canSeeStore(caller.scope, known);
          });
        },
        onClose: () => {
          streams -= 1;
          telemetry.liveStreams.set(streams);
        },
      });
    },
  );
}
