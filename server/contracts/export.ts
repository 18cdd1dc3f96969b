import { z } from 'zod';
import {
  areKept,
  businessDate,
  canBeEstimated,
  comparison,
  estimates,
  estimatesFault,
  figures,
  hours,
  keptFault,
  ranged,
  repeated,
  step,
} from './parameters.ts';

/** With one `store` and a `by` it is that store's funnel, else stores beside each other. */
export const exportQuery = ranged(
  z.object({
    from: businessDate,
    to: businessDate,
    by: step.optional(),
    store: repeated.optional(),
    region: repeated.optional(),
    tag: repeated.optional(),
    compare: comparison.default('none'),
    hours: hours.default('open'),
    figures: figures.default('restated'),
    estimates: estimates.default(false),
  }),
)
  .refine(({ by, store }) => by === undefined || store?.length === 1, {
    path: ['by'],
    error: 'needs exactly one store; without by the stores are compared',
  })
  .refine(areKept, keptFault)
  .refine(canBeEstimated, estimatesFault)
  .refine(({ estimates: wanted, by }) => !wanted || by !== undefined, {
    path: ['estimates'],
    error: 'needs one store and by: stores are compared by what was measured',
  });
export type ExportQuery = z.output<typeof exportQuery>;
