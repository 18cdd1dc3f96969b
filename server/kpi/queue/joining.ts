import { bucketMs } from '../../../db/time/opening.ts';

/** A quarter inside the window, in order of time. */
export interface ShopQuarter {
  /** Epoch ms. */
  readonly startAt: number;
  /** Business date. */
  readonly date: string;
  /** 0 (Monday) to 6 (Sunday). */
  readonly weekday: number;
  /** Local hour, 0 to 23. */
  readonly hour: number;
  /** null: not valid. */
  readonly entries: number | null;
  readonly purchases: number | null;
  readonly netSalesMinor: number;
  /** Mean wait of those who joined in it; null: nobody's was measured. */
  readonly waitSeconds: number | null;
  /** How far waits were above the target; 0 where they were not. */
  readonly minutesAbove: number;
}

/**
 * The same quarters with their purchases counted when their buyers joined the queue instead of when they paid. In a line nobody
 * overtakes: whoever joined between a and b pays between a + wait(a) and b + wait(b). Inside a quarter purchases are taken as evenly
 * spread, and a wait at the edge of two quarters as the mean of both. Quarters whose buyers paid after the last that is known are left out.
 */
export function movedToJoining(quarters: readonly ShopQuarter[]): ShopQuarter[] {
  return runsOf(quarters).flatMap(movedRun);
}

/** Quarters that follow each other without a gap, their purchases known. */
function runsOf(quarters: readonly ShopQuarter[]): ShopQuarter[][] {
  const runs: ShopQuarter[][] = [];
  let previous: ShopQuarter | null = null;
  for (const quarter of quarters) {
    if (quarter.purchases !== null) {
      const isNext = previous !== null && previous.startAt + bucketMs === quarter.startAt;
      if (isNext) runs.at(-1)?.push(quarter);
      else runs.push([quarter]);
    }
    previous = quarter.purchases === null ? null : quarter;
  }
  return runs;
}

function movedRun(run: readonly ShopQuarter[]): ShopQuarter[] {
  const paidBefore = [0];
  for (const quarter of run) paidBefore.push((paidBefore.at(-1) ?? 0) + (quarter.purchases ?? 0));
  const paidBy = (time: number): number => {
    const whole = Math.floor(time);
    const before = paidBefore[whole] ?? 0;
    return before + (time - whole) * ((paidBefore[whole + 1] ?? before) - before);
  };
  return run.flatMap((quarter, i) => {
    const from = paidAt(run, i);
    const to = paidAt(run, i + 1);
    if (to > run.length) return [];
    return [{ ...quarter, purchases: Math.max(0, paidBy(to) - paidBy(from)) }];
  });
}

/** When who joins at the start of the run's i-th quarter pays, in quarters since the run's start. */
function paidAt(run: readonly ShopQuarter[], i: number): number {
  const sides = [run[i - 1], run[i]].flatMap((quarter) => (quarter === undefined ? [] : [quarter.waitSeconds ?? 0]));
  const wait = sides.reduce((sum, one) => sum + one, 0) / sides.length;
  return i + (wait * 1000) / bucketMs;
}
