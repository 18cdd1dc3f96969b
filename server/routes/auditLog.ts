import { Hono } from 'hono';
import { auditAnswer, auditQuery, firstSteps } from '../contracts/settings.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

/** Whatever wrote it, the log holds JSON; what is not is told as it stands. */
function parsed(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What an owner sees of the whole: who changed what, and how far a new one is. */
export function auditLogRoutes({ db, allow }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/audit-log',
      describe({ summary: 'Who changed what, latest first', tag: 'settings', access: 'owner', answer: auditAnswer }),
      allow('owner'),
      take('query', auditQuery),
      async (c) => {
        const { lines, next } = await db.reads.readAudit(scopeOf(c), c.req.valid('query'));
        return c.json({
          lines: lines.map(({ at, before, after, ...line }) => ({
            ...line,
            at: new Date(at).toISOString(),
            before: parsed(before),
            after: parsed(after),
          })),
          next,
        });
      },
    )
    .get(
      '/api/v1/first-steps',
      describe({ summary: 'How far a new owner is', tag: 'settings', access: 'owner', answer: firstSteps }),
      allow('owner'),
      async (c) => c.json({ steps: await db.reads.readFirstSteps(scopeOf(c), {}) }),
    );
}
