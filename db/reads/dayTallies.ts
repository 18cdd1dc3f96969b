import { tallyBuckets } from '../rollup/tallies.ts';
import type { PeriodTally } from '../rollup/tally.ts';
import type { Sql } from '../sql/port.ts';
import { addDays } from '../time/businessDate.ts';
import { type BucketPlan, bucketMs, type Span } from '../time/opening.ts';
import { type Known, readStoreFacts, type Stretch } from './storeFacts.ts';

/** The tallies of each date of each stretch, from quarter rows. */
export async function readDayTallies(
  sql: Sql,
  stretches: readonly Stretch[],
  { known, now }: { known: Known; now: number },
): Promise<Map<string, PeriodTally>[]> {
  if (stretches.length === 0) return [];
  const facts = await readStoreFacts(sql, stretches, known);
  return facts.map((one, i) => {
    const steps = dateSpans(one.plan);
    const tallies = tallyBuckets({ ...one, steps, isFine: false, now, ...untilOf(stretches[i] as Stretch) });
    return new Map(one.plan.dates.map((date, j) => [date.date, tallies[j] as PeriodTally]));
  });
}

function untilOf({ until }: Stretch): { until?: number } {
  return until === undefined ? {} : { until };
}

/** Runs of dates without a gap. */
export function runsOf(dates: readonly string[]): { from: string; to: string }[] {
  const runs: { from: string; to: string }[] = [];
  for (const date of dates) {
    const last = runs.at(-1);
    if (last !== undefined && addDays(last.to, 1) === date) last.to = date;
    else runs.push({ from: date, to: date });
  }
  return runs;
}

function dateSpans(plan: BucketPlan): Span[] {
  return plan.dates.map((date) => ({
    startAt: plan.startAt + date.firstBucketIndex * bucketMs,
    endAt: plan.startAt + (date.lastBucketIndex + 1) * bucketMs,
  }));
}
