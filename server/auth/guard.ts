import { createMiddleware } from 'hono/factory';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { ApiEnv } from '../routes/contract.ts';
import { type Access, type Caller, hasAccess } from './caller.ts';
import { isFromOwnPage } from './origin.ts';

/** Finds out who calls, from a request's headers. null: nobody says who they are, or what they say is not valid (any more). */
export type Identify = (headers: Headers) => Promise<Caller | null>;

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets callers in who may use a route at all; answers 401 or 403 to others. */
export function guard(identify: Identify, publicUrl: string | null) {
  return (access: Access) =>
    createMiddleware<ApiEnv>(async (c, next) => {
      const caller = await identify(c.req.raw.headers);
      if (caller === null)
        throw new AppError('unauthenticated', 'Sign in, or send a valid token: Authorization: Bearer …');
      if (caller.kind === 'person' && !safeMethods.has(c.req.method) && !isFromOwnPage(c.req.raw.headers, publicUrl)) {
        throw new AppError('forbidden', 'This change was asked for by a page of another site.');
      }
      if (!hasAccess(caller, access)) throw new AppError('forbidden', 'Your role does not allow this.');
      c.set('caller', caller);
      await next();
    });
}

export type Allow = ReturnType<typeof guard>;
