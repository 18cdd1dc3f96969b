import { z } from 'zod';
import { id as deviceId, instant, note } from './parameters.ts';

/** Spans of a device that were taken out of every figure by hand. */

export const takeOutParam = z.object({ store: z.string(), id: z.string() });

export const takeOutBody = z
  .strictObject({
    device: deviceId,
    start: instant,
    end: instant,
    reason: z
      .string('is missing; say why, as test_walk, sensor_moved, delivery, staff or in your own words')
      .trim()
      .min(1, 'must not be empty')
      .max(100, 'must have at most 100 characters'),
    note: note.nullish(),
  })
  .refine(({ start, end }) => Date.parse(start) < Date.parse(end), { path: ['end'], error: 'must be after start' });
export const takeOutSaved = z.object({ id: z.string() });

const count = z.number().nullable();

export const takeOutsAnswer = z.object({
  takeOuts: z
    .array(
      z.object({
        id: z.string(),
        device: z.string(),
        start: z.string(),
        end: z.string(),
        reason: z.string(),
        note: z.string().nullable(),
        madeBy: z.string(),
        madeAt: z.string(),
        revertedBy: z.string().nullable(),
        revertedAt: z.string().nullable().describe('null: it stands'),
        counts: z
          .object({ in: count, out: count, passersBy: count, purchases: count, netSalesMinor: count })
          .describe('what the device counted and sold in the span; in no figure while the take-out stands'),
      }),
    )
    .describe('latest first'),
});
export type TakeOutsAnswer = z.infer<typeof takeOutsAnswer>;
