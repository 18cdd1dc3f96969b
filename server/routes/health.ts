import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { AppError } from '../../db/vocabulary/errors.ts';
import { isLoopback } from '../auth/origin.ts';
import { problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe } from './contract.ts';

const health = z.object({ status: z.literal('ok') });

/** For whoever watches over the process. */
export function healthRoutes({ notReady, telemetry, identify }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/healthz', describe({ summary: 'The process is alive', tag: 'about', access: 'none', answer: health }), (c) =>
      c.json({ status: 'ok' as const }),
    )
    .get(
      '/readyz',
      describe({ summary: 'Broker, database and migrations are ready', tag: 'about', access: 'none', answer: health }),
      async (c) => {
        const missing = await notReady();
        return missing.length === 0
          ? c.json({ status: 'ok' as const })
          : problem(c, 'unavailable', { detail: missing.join('; ') });
      },
    )
    .get(
      '/metrics',
      describe({
        summary: 'The process’s own measurements (Prometheus)',
        tag: 'about',
        access: 'loopback',
        contentType: 'text/plain',
      }),
      async (c) => {
        if (!isLocal(c)) await requireOwner(c);
        return c.body(await telemetry.text(), 200, { 'content-type': telemetry.contentType });
      },
    );

  async function requireOwner(c: Context): Promise<void> {
    const caller = await identify(c.req.raw.headers);
    if (caller === null) throw new AppError('unauthenticated', 'From another machine an owner’s token is needed.');
    if (caller.kind === 'device' || caller.scope.role !== 'owner')
      throw new AppError('forbidden', 'An owner’s token is needed.');
  }
}

/** A proxy in front also comes from loopback, on behalf of somebody else. */
function isLocal(c: Context): boolean {
  if (c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined) return false;
  return isLoopback(getConnInfo(c).remote.address ?? '');
}
