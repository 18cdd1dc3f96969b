import { setImmediate as breathe } from 'node:timers/promises';
import { Hono } from 'hono';
import { adoptionAnswer, watchAnswer, watchBody, watchParam, watchQuery, watchStarted } from '../contracts/watching.ts';
import { languageOfRequest } from '../language.ts';
import type { Services } from '../services.ts';
import { unknownSenders } from '../vendors/adoption.ts';
import { toldIn } from '../vendors/inLanguage.ts';
import { refusedOf } from '../vendors/refused.ts';
import { say } from '../words/say.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

/** Looking on as messages arrive, and who sends without being set up. */
export function watchRoutes(services: Services): Hono<ApiEnv> {
  const { db, settings, profiles, decoding, allow, now } = services;
  return new Hono<ApiEnv>()
    .post(
      '/api/v1/watch',
      describe({
        summary: 'Has what arrives kept for a quarter of an hour, so that it can be looked at',
        tag: 'vendors',
        access: 'correct',
        answer: watchStarted,
      }),
      allow('correct'),
      take('json', watchBody),
      async (c) => {
        const { subject } = c.req.valid('json');
        const { endsAt } = await db.writes.startWatch(scopeOf(c), { subject, now: now() });
        return c.json({ endsAt: new Date(endsAt).toISOString() });
      },
    )
    .get(
      '/api/v1/watch/:subject',
      describe({
        summary: 'What arrived while someone watched, raw beside understood',
        tag: 'vendors',
        access: 'correct',
        answer: watchAnswer,
      }),
      allow('correct'),
      take('param', watchParam),
      take('query', watchQuery),
      async (c) => {
        const { subject } = c.req.valid('param');
        const { after = 0 } = c.req.valid('query');
        const { messages, endsAt } = await db.reads.readSeen(scopeOf(c), { subject, after, now: now() });
        const language = languageOfRequest(c);
        const told = messages.map((one) => ({
          ...one,
          receivedAt: new Date(one.receivedAt).toISOString(),
          understood: toldIn(language, one.understood),
        }));
        const lately = refusedOf(services, subject);
        const refused =
          lately === null
            ? null
            : {
                ...lately,
                lastAt: new Date(lately.lastAt).toISOString(),
                sentence: say(lately.sentence, language),
              };
        return c.json({ messages: told, endsAt: endsAt === null ? null : new Date(endsAt).toISOString(), refused });
      },
    )
    .get(
      '/api/v1/adoption',
      describe({
        summary: 'Who sends and is not set up, with a guess at the make',
        tag: 'vendors',
        access: 'quarantine',
        answer: adoptionAnswer,
        description: 'Adopting is setting the device up: what it sent is tried again by itself.',
      }),
      allow('quarantine'),
      async (c) => {
        const senders = await db.reads.readUnknownSenders(scopeOf(c), {});
        const found = await unknownSenders({ senders, settings: settings.current, profiles, decoding, breathe });
        return c.json({ unknown: found.map((one) => ({ ...one, lastAt: new Date(one.lastAt).toISOString() })) });
      },
    );
}
