import type { Context, Env, Input, MiddlewareHandler, ValidationTargets } from 'hono';
import { describeRoute, resolver, validator } from 'hono-openapi';
import type { z } from 'zod';
import type { Language } from '../../db/vocabulary/preferences.ts';
import type { Access, Caller } from '../auth/caller.ts';
import { languageOfRequest } from '../language.ts';
import { type FieldFault, InvalidRequest } from '../problem.ts';
import { type Issue, sayIssue } from '../words/issue.ts';

/** What middleware leaves for handlers: `caller` once `allow` has let the request in. */
export interface ApiEnv extends Env {
  readonly Variables: { caller: Caller };
}

export interface Operation {
  readonly summary: string;
  readonly tag: string;
  /** Who may call it; `none`: anybody. */
  readonly access: Access | 'none' | 'loopback';
  readonly answer?: z.ZodType;
  /** Where the answer is not JSON. */
  readonly contentType?: string;
  readonly status?: 200 | 201;
  readonly description?: string;
  /** Who asks too often hears 429. */
  readonly isLimited?: boolean;
}

const problemContent = {
  'application/problem+json': {
    schema: {
      type: 'object' as const,
      required: ['type', 'title', 'status', 'detail', 'code'],
      properties: {
        type: { type: 'string' as const },
        title: { type: 'string' as const },
        status: { type: 'integer' as const },
        detail: { type: 'string' as const, description: 'a sentence for the user' },
        code: { type: 'string' as const },
        errors: {
          type: 'array' as const,
          items: {
            type: 'object' as const,
            properties: { path: { type: 'string' as const }, detail: { type: 'string' as const } },
          },
        },
      },
    },
  },
};

function refusals({
  access,
  isLimited = false,
}: Operation): Record<string, { description: string; content: typeof problemContent }> {
  const some = {
    400: 'A parameter or field is wrong; `errors` says which',
    404: 'There is no such thing for this caller',
  };
  const guarded = { 401: 'No, or no valid, token or session', 403: 'This caller may not' };
  const limited = isLimited ? { 429: 'Too many at once; `Retry-After` says when to try again' } : {};
  const all = { ...some, ...limited, ...(access === 'none' ? {} : guarded) };
  return Object.fromEntries(
    Object.entries(all).map(([status, description]) => [status, { description, content: problemContent }]),
  );
}

/** The route's part of the OpenAPI document. */
export function describe(operation: Operation): MiddlewareHandler {
  const { summary, tag, access, answer, contentType = 'application/json', status = 200, description } = operation;
  const schema = answer === undefined ? { type: 'string' as const } : resolver(answer);
  return describeRoute({
    summary,
    tags: [tag],
    ...(description === undefined ? {} : { description }),
    security: access === 'none' ? [] : [{ bearer: [] }, { session: [] }],
    responses: {
      [status]: { description: 'As asked', content: { [contentType]: { schema } } },
      ...refusals(operation),
    },
  });
}

interface PlacedIssue extends Issue {
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

function faultOf(issue: PlacedIssue, language: Language): FieldFault {
  const keys = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  return { path: keys.join('.'), detail: sayIssue(issue, language) };
}

/** Checks one part of the request against its schema; faults name the parameter. */
export function take<Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
): MiddlewareHandler<ApiEnv, string, { in: Input; out: { [Key in Target]: z.output<Schema> } }> {
  const check = validator(target, schema, (result: { success: boolean; error?: readonly PlacedIssue[] }, c) => {
    if (result.success) return;
    const language = languageOfRequest(c);
    throw new InvalidRequest((result.error ?? []).map((issue) => faultOf(issue, language)));
  });
  // The library's type of a checked part says the same in terms of its own Input; routes need only what comes out.
  return check as never;
}

/** The scope of a person or token; routes open to devices look at `caller` themselves. */
export function scopeOf(c: Context<ApiEnv>) {
  const caller = c.get('caller');
  if (caller.kind === 'device') throw new TypeError('a device has no scope: the route must not let it in');
  return caller.scope;
}

/** Answers JSON that a reader thread has written already. */
export function jsonText(c: Context, text: string | Uint8Array<ArrayBuffer>): Response {
  return c.body(text, 200, { 'content-type': 'application/json' });
}
