import type { ServiceLevel } from '../../../db/vocabulary/event.ts';
import type { CriterionPicture, ProcessPicture } from './picture.ts';
import type { Zones } from './schema.ts';
import { sortedIn } from './zones.ts';

const mostWorst = 5;
const mostPlanned = 10;

export interface WorstStep {
  readonly process: string;
  readonly criterion: string;
  readonly step: string | null;
  readonly light: 'red' | 'yellow';
  /** Of the sorted observations: yellow and red ones. By it, and never by the mean, the light is not green. */
  readonly outsideShare: number;
  readonly redShare: number;
  readonly observations: number;
}

interface Placed extends CriterionPicture {
  readonly process: string;
  readonly processName: string;
}

/** The criteria that are not green: red ones first, then by the share outside green; at most 5. */
export function worstOf(processes: readonly ProcessPicture[]): WorstStep[] {
  return notGreen(processes)
    .slice(0, mostWorst)
    .map(({ process, criterion, step, light, zones }) => ({
      ...{ process, criterion, step, light },
      outsideShare: outsideShareOf(zones),
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
  return notGreen(processes)
    .slice(0, mostPlanned)
    .map((picture) => {
      const { process, criterion, owner, level, trend } = picture;
      return { process, criterion, owner, level, picture, turn: turnOf(trend.map(({ zones }) => zones)) };
    });
}

interface NotGreen extends Placed {
  readonly light: 'red' | 'yellow';
}

/** The worst first: by light, then by the share outside green, by the red share, by how many were observed. */
function notGreen(processes: readonly ProcessPicture[]): NotGreen[] {
  const placed = processes.flatMap(({ process, name: processName, criteria }) =>
    criteria.flatMap(({ light, ...one }) =>
      light === 'red' || light === 'yellow' ? [{ process, processName, ...one, light }] : [],
    ),
  );
  const rank = ({ light, zones }: NotGreen): number[] => [
    Number(light === 'red'),
    outsideShareOf(zones),
    zones.shares?.red ?? 0,
    sortedIn(zones),
  ];
  return placed.toSorted((a, b) => rank(b).reduce((found, value, i) => found || value - (rank(a)[i] ?? 0), 0));
}

function outsideShareOf(zones: Zones): number {
  const all = sortedIn(zones);
  return all === 0 ? 0 : (zones.yellow + zones.red) / all;
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
