import { z } from 'zod';

/** An installer's walks through a device's door, which are taken out of the figures by themselves. */

export const walkedDeviceParam = z.object({ device: z.string() });
export const walkTestParam = z.object({ device: z.string(), id: z.string() });

const walked = z
  .int('must be a whole number of walks')
  .min(0, 'must not be below 0')
  .max(1000, 'must be 1,000 at most; start another test for more');

export const walkTestEnd = z.strictObject({ walkedIn: walked, walkedOut: walked });
export const walkTestStarted = z.object({ id: z.string(), startedAt: z.string() });

const count = z.number().nullable();

const walkTest = z.object({
  id: z.string(),
  device: z.string(),
  store: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable().describe('null: it goes on, or was left'),
  walkedIn: count,
  walkedOut: count,
  seen: z
    .object({ in: count, out: count })
    .describe('what the device counted in the reports that the walks fall into; null: nothing of it was sent'),
  lastReportAt: z.string().nullable(),
  isComplete: z.boolean().describe('the device has reported all of it'),
  takeOut: z
    .object({ id: z.string(), start: z.string(), end: z.string(), isReverted: z.boolean() })
    .nullable()
    .describe('the take-out that keeps the walks out of the figures, and may be reverted'),
});
export type WalkTestAnswer = z.infer<typeof walkTest>;
export const walkTestAnswer = walkTest;
export const walkTestsAnswer = z.object({ walkTests: z.array(walkTest).describe('latest first, at most 20') });
