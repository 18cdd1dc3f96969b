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

export interface PlannedStep {
  readonly process: string;
  readonly criterion: string;
  readonly owner: string | null;
  readonly level: ServiceLevel | null;
  readonly text: string;
}

/** What to plan: a sentence for each criterion that is not green, the worst first; at most 10. */
export function planOf(processes: readonly ProcessPicture[]): PlannedStep[] {
  return byRed(processes)
    .filter(({ light }) => light === 'red' || light === 'yellow')
    .slice(0, mostPlanned)
    .map((one) => {
      const { process, criterion, owner, level } = one;
      const text = [stateOf(one), turnOf(one.trend.map(({ zones }) => zones)), stepsOf(level)];
      return { process, criterion, owner, level, text: text.filter((part) => part !== '').join(' ') };
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

/** The unit of what was done (1) or not (0). */
const yesNo = 'yes/no';

function stateOf({ processName, name, zones, mean, green, lowerIsBetter, unit }: Placed): string {
  const sorted = sortedIn(zones);
  const missed = sorted - zones.green;
  if (unit === yesNo)
    return `${processName}, ${name}: not done ${missed} times of ${sorted} (${percent(missed / sorted)}).`;
  const [count, zone] = zones.red > 0 ? [zones.red, 'red'] : [zones.yellow, 'yellow'];
  const value = (number: number | null): string =>
    `${Math.round((number ?? 0) * 10) / 10}${unit === null || unit === '' ? '' : ` ${unit}`}`;
  const bound = `${lowerIsBetter === true ? 'at most' : 'at least'} ${value(green)}`;
  return `${processName}, ${name}: ${count} of ${sorted} ${zone} (${percent(count / sorted)}), ${value(mean)} on average where green is ${bound}.`;
}

/** In each half of the weeks there must be so many observations before a turn is spoken of. */
const leastInHalf = 10;
const surely = 1.96;

/** Whether the red share of the later weeks differs from the earlier ones' by more than chance; '' where it does not. */
function turnOf(weeks: readonly Zones[]): string {
  const middle = weeks.length >> 1;
  const [before, lately] = [weeks.slice(0, middle), weeks.slice(middle)].map((some) => ({
    red: some.reduce((sum, { red }) => sum + red, 0),
    all: some.reduce((sum, zones) => sum + sortedIn(zones), 0),
  }));
  if (before === undefined || lately === undefined) return '';
  if (before.all < leastInHalf || lately.all < leastInHalf) return '';
  const [was, is] = [before.red / before.all, lately.red / lately.all];
  const together = (before.red + lately.red) / (before.all + lately.all);
  const error = Math.sqrt(together * (1 - together) * (1 / before.all + 1 / lately.all));
  if (error === 0 || Math.abs(is - was) <= surely * error) return '';
  return `It is getting ${is > was ? 'worse' : 'better'}: ${percent(was)} red before, ${percent(is)} in the later weeks.`;
}

function stepsOf(level: ServiceLevel | null): string {
  if (level === 1) return 'Show the first line how it is done, and observe it again next week.';
  if (level === 2) return 'Have the specialist find what keeps it from green, and observe it again next week.';
  if (level === 3) return 'Decide in management what has to change: people, hours, equipment or the standard itself.';
  return 'Give it an owner and a level in the standards, so that somebody mends it.';
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
