import type { ServiceLevel } from '../../../db/vocabulary/event.ts';
import type { CriterionPicture, ProcessPicture } from './picture.ts';
import type { Zones } from './schema.ts';
import { leastObservations, sortedIn } from './zones.ts';

const mostWorst = 5;
const mostPlanned = 10;

export interface WorstStep {
  readonly process: string;
  readonly criterion: string;
  readonly step: string | null;
  readonly redShare: number;
  readonly observations: number;
}

interface Placed extends CriterionPicture {
  readonly process: string;
  readonly processName: string;
}

/** The criteria with the greatest red shares, those with 5 observations or more; at most 5. */
export function worstOf(processes: readonly ProcessPicture[]): WorstStep[] {
  return byRed(processes)
    .filter(({ zones }) => zones.red > 0)
    .slice(0, mostWorst)
    .map(({ process, criterion, step, zones }) => ({
      ...{ process, criterion, step },
      redShare: zones.shares?.red ?? 0,
      observations: sortedIn(zones),
    }));
}

/** A criterion that is not green, with what a sentence about it says (server/answers/words/planText.ts). */
export interface PlannedStep {
  readonly process: string;
  readonly criterion: string;
  readonly owner: string | null;
  readonly level: ServiceLevel | null;
  readonly picture: Placed;
  /** null: the later weeks do not differ from the earlier ones by more than chance. */
  readonly turn: Turn | null;
}

/** Red shares of the earlier and of the later half of the weeks. */
interface Turn {
  readonly was: number;
  readonly is: number;
}

/** What to plan: each criterion that is not green, the worst first; at most 10. */
export function planOf(processes: readonly ProcessPicture[]): PlannedStep[] {
  return byRed(processes)
    .filter(({ light }) => light === 'red' || light === 'yellow')
    .slice(0, mostPlanned)
    .map((picture) => {
      const { process, criterion, owner, level, trend } = picture;
      return { process, criterion, owner, level, picture, turn: turnOf(trend.map(({ zones }) => zones)) };
    });
}

function byRed(processes: readonly ProcessPicture[]): Placed[] {
  const placed = processes.flatMap(({ process, name: processName, criteria }) =>
    criteria.map((one) => ({ process, processName, ...one })),
  );
  const rank = ({ zones }: Placed): number[] => [zones.shares?.red ?? 0, zones.shares?.yellow ?? 0, sortedIn(zones)];
  return placed
    .filter(({ zones }) => sortedIn(zones) >= leastObservations)
    .toSorted((a, b) => rank(b).reduce((found, value, i) => found || value - (rank(a)[i] ?? 0), 0));
}

/** In each half of the weeks there must be so many observations before a turn is spoken of. */
const leastInHalf = 10;
const surely = 1.96;

/** Whether the red share of the later weeks differs from the earlier ones' by more than chance; null where it does not. */
function turnOf(weeks: readonly Zones[]): Turn | null {
  const middle = weeks.length >> 1;
  const [before, lately] = [weeks.slice(0, middle), weeks.slice(middle)].map((some) => ({
    red: some.reduce((sum, { red }) => sum + red, 0),
    all: some.reduce((sum, zones) => sum + sortedIn(zones), 0),
  }));
  if (before === undefined || lately === undefined) return null;
  if (before.all < leastInHalf || lately.all < leastInHalf) return null;
  const [was, is] = [before.red / before.all, lately.red / lately.all];
  const together = (before.red + lately.red) / (before.all + lately.all);
  const error = Math.sqrt(together * (1 - together) * (1 / before.all + 1 / lately.all));
  return error === 0 || Math.abs(is - was) <= surely * error ? null : { was, is };
}
