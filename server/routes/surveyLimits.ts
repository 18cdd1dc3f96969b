import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { Services } from '../services.ts';
import { makeRateLimit, networkOf } from './rateLimit.ts';

/** Of a key that somebody made up no more is remembered. */
const longestKey = 64;
const minuteMs = 60_000;
const later = 'Wait a minute, then try again.';

/** How often the public page may be asked and answered; each throws `too_many`, whose sentence says what to do. */
interface SurveyLimits {
  asking(c: Context): void;
  sending(c: Context, key: string): void;
  /** Counts the wrong keys that `work` finds. */
  guessing<Result>(c: Context, work: Promise<Result>): Promise<Result>;
}

/** A shop's visitors share the address of its network, so that one address may do more than one person would (docs/adr/0025). */
export function makeSurveyLimits({ now, senderOf }: Pick<Services, 'now' | 'senderOf'>): SurveyLimits {
  const asked = makeRateLimit({ most: 240, windowMs: minuteMs }, now);
  const sentInAMinute = makeRateLimit({ most: 40, windowMs: minuteMs }, now);
  const sentInAnHour = makeRateLimit({ most: 400, windowMs: 60 * minuteMs }, now);
  /** From wherever they come. */
  const sentToAPage = makeRateLimit({ most: 120, windowMs: minuteMs }, now);
  const wrong = makeRateLimit({ most: 60, windowMs: minuteMs }, now);
  const whose = (c: Context): string =>
    networkOf(senderOf(getConnInfo(c).remote.address ?? '', c.req.header('x-forwarded-for')));
  return {
    asking: (c) => asked.take(whose(c), `Too many came from here at once. ${later}`),
    sending(c, key) {
      sentInAMinute.take(whose(c), `Too many answers came from here at once. ${later}`);
      sentInAnHour.take(whose(c), 'Too many answers came from here in this hour. Try again later.');
      sentToAPage.take(key.slice(0, longestKey), `Too many answer this page at once. ${later}`);
    },
    guessing: (c, work) =>
      work.catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'not_found')
          wrong.take(whose(c), `Too many wrong addresses came from here. ${later}`);
        throw error;
      }),
  };
}
