import { z } from 'zod';
import { queueKpisSchema } from '../kpi/queue/schema.ts';
import { businessDate, hours, longestFineDays, ranged, step } from './parameters.ts';

export const queueQuery = ranged(
  z.object({ from: businessDate, to: businessDate, by: step.default('none'), hours: hours.default('open') }),
);
export type QueueQuery = z.output<typeof queueQuery>;

const queueStep = z.object({ start: z.string(), end: z.string() }).extend(queueKpisSchema.shape);

export const queueAnswer = z.object({
  store: z.string(),
  timezone: z.string(),
  from: businessDate,
  to: businessDate,
  by: step,
  total: queueKpisSchema.describe('all queues together'),
  series: z.array(queueStep).optional(),
  queues: z.array(
    z.object({
      queue: z.string(),
      name: z.string(),
      targetSeconds: z.number().int(),
      targetShare: z.number(),
      total: queueKpisSchema,
      series: z.array(queueStep).optional(),
    }),
  ),
  outsideHours: z.object({ served: z.number().int().nullable(), abandoned: z.number().int().nullable() }),
});
export type QueueAnswer = z.infer<typeof queueAnswer>;

const number = z.number().nullable();

const tillsNeeded = z.object({
  tills: z.number().int().nullable().describe('null: cannot be said, `why` says why'),
  arrivalsPerHour: number,
  expectedWaitSeconds: number.describe('mean wait with that many tills'),
  serviceLevel: number.describe('share who wait no longer than the target with that many tills'),
});

/** How the queues are at this moment; also the live event `queue`. */
export const queueNowAnswer = z.object({
  store: z.string(),
  at: z.string(),
  queues: z.array(
    z.object({
      queue: z.string(),
      name: z.string(),
      targetSeconds: z.number().int(),
      targetShare: z.number(),
      length: z.number().int().nullable().describe('null: not known in the last 10 minutes'),
      lengthAt: z.string().nullable(),
      openTills: z.number().int().nullable(),
      openFrom: z
        .enum(['sensor', 'receipts'])
        .nullable()
        .describe('receipts: tills with a receipt in the last 15 minutes'),
      expectedWaitSeconds: number.describe('of who joins now; an estimate: length × service time / open tills'),
      light: z
        .enum(['green', 'yellow', 'red'])
        .nullable()
        .describe('expected wait beside the target: up to it, up to twice it, more'),
      serviceSeconds: z
        .object({ mean: z.number(), from: z.enum(['visits', 'receipts']), people: z.number().int() })
        .nullable(),
      needed: z.object({
        now: tillsNeeded,
        in30Minutes: tillsNeeded,
        openServiceLevel: number.describe(
          'share who wait no longer than the target with the tills that are open now; 0: more come than they can serve',
        ),
        why: z.string().nullable(),
        whyCode: z.enum(['noServiceTime', 'noArrivals', 'noHistory', 'tooMany']).nullable(),
      }),
    }),
  ),
});
export type QueueNowAnswer = z.infer<typeof queueNowAnswer>;

const dayMs = 24 * 3600 * 1000;

export const queueCostQuery = ranged(z.object({ from: businessDate, to: businessDate })).refine(
  ({ from, to }) => (Date.parse(to) - Date.parse(from)) / dayMs < longestFineDays,
  { path: ['to'], error: `${longestFineDays} days at most; take a shorter period` },
);
export type QueueCostQuery = z.output<typeof queueCostQuery>;

/** What waiting above the target cost. */
export const queueCostAnswer = z.object({
  store: z.string(),
  from: businessDate,
  to: businessDate,
  targetSeconds: z.number().int(),
  quarters: z.object({ used: z.number().int(), aboveTarget: z.number().int(), dates: z.number().int() }),
  estimate: z
    .object({
      lostPurchases: z.number(),
      interval: z.tuple([z.number(), z.number()]).describe('95 %'),
      lostNetSalesMinor: z.number().int().nullable().describe('at the average check of the same quarters'),
      lostNetSalesInterval: z.tuple([z.number().int(), z.number().int()]).nullable(),
      conversionPerMinute: z.number().describe('change of the conversion rate with each minute above the target'),
    })
    .nullable()
    .describe('null: the data cannot carry it; `why` says why. A careful figure: of those who leave it sees a part'),
  why: z.string().nullable(),
  whyCodes: z
    .array(
      z.enum([
        ...(['waits', 'waitsInside', 'entries', 'purchases', 'together', 'neverAbove'] as const),
        ...(['fewAbove', 'fewBelow', 'fewDates', 'uncertain', 'later'] as const),
      ]),
    )
    .describe('what `why` says, each sentence by its code'),
});
export type QueueCostAnswer = z.infer<typeof queueCostAnswer>;
