import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError } from '../../db/vocabulary/errors.ts';
import { keptComment } from '../../db/vocabulary/redaction.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { languageOf } from '../contracts/languages.ts';
import {
  publicSurvey,
  type SurveyBody,
  surveyBody,
  surveyKept,
  surveyParam,
  surveyQuery,
} from '../contracts/survey.ts';
import type { Services } from '../services.ts';
import { criterionNames } from '../standards/criterionNames.ts';
import { type ApiEnv, describe, take } from './contract.ts';
import { makeSurveyLimits } from './surveyLimits.ts';

/** Twelve answers with comments, and room. */
const mostBodyBytes = 64 * 1024;
const minuteMs = 60_000;
const weekMs = 7 * 24 * 60 * minuteMs;
/** The key in the address is what lets somebody in. */
const visitor = systemScope('survey');

/** The public page of a store: what it asks, and what whoever scanned its code answers. Nobody signs in, and nobody is known. */
export function surveyRoutes(services: Services): Hono<ApiEnv> {
  const { db, now } = services;
  const limits = makeSurveyLimits(services);
  return new Hono<ApiEnv>()
    .use('/api/v1/survey/*', bodyLimit({ maxSize: mostBodyBytes, onError: () => tooLarge() }))
    .get(
      '/api/v1/survey/:key',
      describe({
        summary: 'What a store’s public page asks',
        tag: 'survey',
        access: 'none',
        answer: publicSurvey,
        isLimited: true,
      }),
      take('param', surveyParam),
      take('query', surveyQuery),
      async (c) => {
        limits.asking(c);
        const answer = await limits.guessing(
          c,
          readSurvey(services, { ...c.req.valid('param'), ...c.req.valid('query') }),
        );
        return c.json(answer);
      },
    )
    .post(
      '/api/v1/survey/:key',
      describe({
        summary: 'Keeps what somebody answered; the same phone’s second sending within four hours takes its place',
        description:
          'Answers to questions that the page does not ask are left out. Limited by address and by page: 429 with Retry-After.',
        tag: 'survey',
        access: 'none',
        answer: surveyKept,
        isLimited: true,
      }),
      take('param', surveyParam),
      async (c, next) => {
        limits.sending(c, c.req.valid('param').key);
        await next();
      },
      take('json', surveyBody),
      async (c) => {
        const { key } = c.req.valid('param');
        const { phone, stage = null, answers, ...times } = c.req.valid('json');
        const kept = await limits.guessing(
          c,
          db.writes.savePageAnswers(visitor, {
            key,
            phone: phoneHash(key, phone),
            stage,
            answers: answers.map(({ survey, score, criterion = null, comment = null }) => ({
              survey,
              score,
              criterion,
              comment: comment === null ? null : keptComment(comment),
            })),
            at: answeredAt(times, now()),
            now: now(),
          }),
        );
        return c.json(kept);
      },
    );
}

interface Asked {
  readonly key: string;
  readonly phone?: string | undefined;
}

async function readSurvey({ db, settings, now }: Pick<Services, 'db' | 'settings' | 'now'>, { key, phone }: Asked) {
  const hash = phone === undefined ? null : phoneHash(key, phone);
  const found = await db.reads.readPublicSurvey(visitor, { key, phone: hash, now: now() });
  const store = found === null ? undefined : settings.current.stores.get(found.page.storeId);
  if (found === null || store === undefined)
    throw new AppError('not_found', 'This address leads nowhere: scan the code in the shop again.');
  if (!found.page.isOpen)
    throw new AppError('not_found', 'The questions are closed at the moment. Thank you for coming.');
  const { standards } = settings.current;
  const questions = found.page.questions.map((question) => ({
    ...question,
    names: question.criterion === null ? null : criterionNames(standards, question.criterion),
  }));
  return { store: store.name, locale: languageOf(found.page.locale), questions, hasAnswered: found.hasAnswered };
}

/** Of two stores' pages the same phone has two. */
function phoneHash(key: string, phone: string): string {
  return createHash('sha256').update(`${key} ${phone}`).digest('hex');
}

/** By our clock: now, or as long ago as it waited on the phone. `invalid` where that is more than a week. */
function answeredAt({ at, sentAt }: Pick<SurveyBody, 'at' | 'sentAt'>, now: number): number {
  if (at === undefined) return now;
  const ours = Date.parse(at) + (sentAt === undefined ? 0 : now - Date.parse(sentAt));
  if (now - ours > weekMs)
    throw new AppError('invalid', 'at: is more than seven days ago; open the page again and answer anew.');
  return Math.min(ours, now);
}

function tooLarge(): never {
  throw new AppError('too_large', `The body is larger than ${mostBodyBytes / 1024} KiB.`);
}
