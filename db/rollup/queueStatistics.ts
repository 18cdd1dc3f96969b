import type { QueueStatistic, WaitBin } from '../vocabulary/event.ts';
import type { QueueTally } from './queueTally.ts';
import { addWait, emptySketch } from './waitSketch.ts';

export type StandingStatistic = Omit<QueueStatistic, 'kind' | 'queue' | 'updatedAt'>;

/** Adds what a sensor worked out by itself to the tally of the bucket in which its stretch begins. */
export function addStatistic(tally: QueueTally, statistic: StandingStatistic, targetMs: number): void {
  const { served, abandoned, meanWaitSeconds, waitBins } = statistic;
  tally.reports++;
  tally.served += served;
  if (abandoned !== null) tally.abandonReports++;
  tally.abandoned += abandoned ?? 0;
  if (meanWaitSeconds !== null && served > 0) {
    tally.waits += served;
    tally.waitMs += Math.round(meanWaitSeconds * 1000 * served);
  }
  for (const bin of waitBins ?? []) addBin(tally, bin, targetMs);
}

function addBin(tally: QueueTally, bin: WaitBin, targetMs: number): void {
  const [fromSeconds, toSeconds, people] = bin;
  if (people <= 0) return;
  const from = fromSeconds * 1000;
  const to = toSeconds === null ? null : toSeconds * 1000;
  tally.judged += people;
  tally.withinTarget += peopleWithin({ from, to, people }, targetMs);
  tally.binned += people;
  tally.waitSketch ??= emptySketch();
  const sketch = tally.waitSketch;
  // Of a bin without an end nothing is known but its beginning.
  if (to === null) addWait(sketch, from, people);
  else spread({ from, to, people }, (waitMs, some) => addWait(sketch, waitMs, some));
}

/** More places in a bin than this make no percentile finer. */
const placesInBin = 1000;

/** Puts the people of a bin into the middle of as many equal parts of it. */
function spread(
  { from, to, people }: { from: number; to: number; people: number },
  put: (waitMs: number, people: number) => void,
): void {
  const places = Math.min(people, placesInBin);
  let placed = 0;
  for (let i = 0; i < places; i++) {
    const upTo = Math.floor(((i + 1) * people) / places);
    put(from + ((i + 0.5) * (to - from)) / places, upTo - placed);
    placed = upTo;
  }
}

/** Parts of a person are kept in steps of 2^-20, which doubles add up exactly in any order. */
const partsOfAPerson = 2 ** 20;

/** Those of a bin who waited no longer than the target: where it lies inside the bin, as if they were spread evenly. */
function peopleWithin(
  { from, to, people }: { from: number; to: number | null; people: number },
  targetMs: number,
): number {
  if (to === null || targetMs <= from) return 0;
  if (to <= targetMs) return people;
  return Math.round(((people * (targetMs - from)) / (to - from)) * partsOfAPerson) / partsOfAPerson;
}
