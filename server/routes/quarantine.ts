import { Hono } from 'hono';
import { storeFor } from '../answers/stores.ts';
import { quarantineAnswer, quarantineQuery, retryAnswer, retryBody } from '../contracts/ingest.ts';
import { languageOfRequest } from '../language.ts';
import type { Services } from '../services.ts';
import { say } from '../words/say.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

/** What could not be accepted, and trying it again. */
export function quarantineRoutes({ db, settings, allow, live }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/quarantine',
      describe({
        summary: 'What could not be accepted, latest first',
        tag: 'ingest',
        access: 'quarantine',
        answer: quarantineAnswer,
      }),
      allow('quarantine'),
      take('query', quarantineQuery),
      async (c) => {
        const language = languageOfRequest(c);
        const page = await db.reads.readQuarantine(scopeOf(c), c.req.valid('query'));
        const items = page.items.map((item) => ({ ...item, detail: say(item.detail, language) }));
        return c.json({ ...page, items });
      },
    )
    .post(
      '/api/v1/quarantine/retry',
      describe({ summary: 'Tries quarantined items again', tag: 'ingest', access: 'quarantine', answer: retryAnswer }),
      allow('quarantine'),
      take('json', retryBody),
      async (c) => {
        const body = c.req.valid('json');
        if (body.store !== undefined) storeFor(scopeOf(c), settings.current, body.store);
        const retried = await db.writes.retryQuarantine(scopeOf(c), body);
        live.noteCommit(live.listenedStores());
        return c.json(retried);
      },
    );
}
