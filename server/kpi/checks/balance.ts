import { entryDevices } from '../../../db/rollup/measuring.ts';
import { differenceScore } from '../probability.ts';
import {
  type CheckedDate,
  type CheckedWeeks,
  completeDates,
  type Finding,
  isWellSeen,
  recentDates,
} from './finding.ts';

/** As the flag entry_exit_imbalance (contract 5): less than this is no matter, however certain. */
const leastShare = 0.1;
const graveShare = 0.25;
const leastPeople = 50;
const leastDates = 3;
/** Standard deviations of Poisson noise: one week in 30,000 goes so far by chance, even if in and out were counted independently. */
const leastScore = 4;

/**
 * Who goes in comes out the same day. Over the store's last 7 complete, well covered dates in and out must not differ by more than
 * 10 %, nor by more than noise allows. Judged for the store: people may leave by another door than they came in by.
 */
export function balanceFindings(weeks: CheckedWeeks): Finding[] {
  const dates = completeDates(weeks)
    .slice(-recentDates)
    .filter((date) => isWellSeen(date, 'entries'));
  const [ins, outs] = [sumOf(dates, 'balanceIn'), sumOf(dates, 'balanceOut')];
  const larger = Math.max(ins, outs);
  const share = larger === 0 ? 0 : Math.abs(ins - outs) / larger;
  const first = dates[0];
  if (first === undefined || dates.length < leastDates || larger < leastPeople || share <= leastShare) return [];
  if (differenceScore(ins, outs) < leastScore) return [];
  const doors = entryDevices(weeks.store).filter(({ device }) => device.removedAt === null);
  return [
    {
      code: 'in_out_balance',
      deviceId: doors.length === 1 ? (doors[0]?.device.id ?? null) : null,
      severity: share > graveShare ? 'high' : 'medium',
      since: first.startAt,
      until: null,
      figures: { in: ins, out: outs, days: dates.length, share },
    },
  ];
}

function sumOf(dates: readonly CheckedDate[], field: 'balanceIn' | 'balanceOut'): number {
  return dates.reduce((sum, { tally }) => sum + tally.window[field] + tally.outside[field], 0);
}
