import type { ServiceTally } from '../../../db/rollup/serviceTally.ts';
import { addDays, weekStart } from '../../../db/time/businessDate.ts';
import type { ServiceLevel } from '../../../db/vocabulary/event.ts';
import type { Standard } from '../../../db/vocabulary/place.ts';
import type { Light } from './light.ts';
import { answerCriterion, requestProcess, resolveCriterion } from './requests.ts';
import type { Zones } from './schema.ts';
import { lightOf, worstLight, zonesOf } from './zones.ts';

/** What was observed of one criterion over a period, beside its standard; null where there is no standard. */
export interface CriterionPicture {
  readonly criterion: string;
  readonly name: string;
  readonly step: string | null;
  readonly unit: string | null;
  readonly owner: string | null;
  readonly level: ServiceLevel | null;
  readonly green: number | null;
  readonly yellow: number | null;
  readonly lowerIsBetter: boolean | null;
  readonly observations: number;
  readonly mean: number | null;
  readonly zones: Zones;
  readonly light: Light | null;
  readonly trend: { readonly start: string; readonly end: string; readonly zones: Zones }[];
}

export interface ProcessPicture {
  readonly process: string;
  readonly name: string;
  readonly zones: Zones;
  readonly light: Light | null;
  readonly criteria: CriterionPicture[];
}

export interface ServicePicture {
  readonly zones: Zones;
  readonly light: Light | null;
  readonly processes: ProcessPicture[];
}

interface Observed {
  /** By business date. */
  readonly days: ReadonlyMap<string, readonly ServiceTally[]>;
  readonly standards: readonly Standard[];
  /** Business dates, both included. */
  readonly from: string;
  readonly to: string;
}

/**
 * The traffic light of a period: processes and criteria in the order of the standards, then what was observed without one. One customer
 * may be green in one criterion and red in another, so a light is worked out for each criterion, and the worst of them is the process's.
 */
export function pictureOf({ days, standards, from, to }: Observed): ServicePicture {
  const observed = new Map([...days].map(([date, some]) => [date, some.filter(({ kind }) => kind === 'observation')]));
  const weeks = weeksOf(observed, { from, to });
  const all = [...observed.values()].flat();
  const processes = [...byProcess(all, standards)].map(([process, criteria]): ProcessPicture => {
    const pictures = [...criteria].map((criterion) => {
      const isOf = (one: ServiceTally): boolean => one.process === process && one.criterion === criterion;
      const standard = standards.find((one) => one.process === process && one.criterion === criterion);
      return {
        ...standardOf(criterion, standard),
        ...seenOf(all.filter(isOf)),
        trend: weeks.map(({ start, end, tallies }) => ({ start, end, zones: zonesOf(tallies.filter(isOf)) })),
      };
    });
    return {
      process,
      name: standards.find((one) => one.process === process)?.processName ?? process,
      zones: zonesOf(all.filter((one) => one.process === process)),
      light: worstLight(pictures.map(({ light }) => light)),
      criteria: pictures,
    };
  });
  return { zones: zonesOf(all), light: worstLight(processes.map(({ light }) => light)), processes };
}

/** The store's light alone, from sums. */
export function lightOfAll(tallies: readonly ServiceTally[]): Light | null {
  const byCriterion = new Map<string, ServiceTally[]>();
  for (const tally of tallies) {
    if (tally.kind !== 'observation') continue;
    const key = JSON.stringify([tally.process, tally.criterion]);
    byCriterion.set(key, [...(byCriterion.get(key) ?? []), tally]);
  }
  return worstLight([...byCriterion.values()].map((some) => lightOf(zonesOf(some))));
}

/** Those that are sorted by observations: the others weigh answers or sort requests. */
function isObserved({ process, criterion }: Standard): boolean {
  if (process === 'csi') return false;
  return process !== requestProcess || (criterion !== answerCriterion && criterion !== resolveCriterion);
}

function byProcess(all: readonly ServiceTally[], standards: readonly Standard[]): Map<string, Set<string>> {
  const processes = new Map<string, Set<string>>();
  const put = (process: string, criterion: string): void => {
    const criteria = processes.get(process) ?? new Set();
    processes.set(process, criteria.add(criterion));
  };
  const seen = new Set(all.map(({ process, criterion }) => JSON.stringify([process, criterion])));
  for (const standard of standards) {
    const { process, criterion } = standard;
    if (isObserved(standard) || seen.has(JSON.stringify([process, criterion]))) put(process, criterion);
  }
  const unset = all.toSorted((a, b) => compare(a.process, b.process) || compare(a.criterion, b.criterion));
  for (const { process, criterion } of unset) put(process, criterion);
  return processes;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

type FromStandard = Omit<CriterionPicture, 'observations' | 'mean' | 'zones' | 'light' | 'trend'>;

function standardOf(criterion: string, standard: Standard | undefined): FromStandard {
  const { criterionName, step = null, unit = null, owner = null, level = null } = standard ?? {};
  const { green = null, yellow = null, lowerIsBetter = null } = standard ?? {};
  return { criterion, name: criterionName ?? criterion, step, unit, owner, level, green, yellow, lowerIsBetter };
}

function seenOf(tallies: readonly ServiceTally[]): Pick<CriterionPicture, 'observations' | 'mean' | 'zones' | 'light'> {
  const observations = tallies.reduce((sum, one) => sum + one.answers, 0);
  const total = tallies.reduce((sum, one) => sum + one.total, 0);
  const zones = zonesOf(tallies);
  return { observations, mean: observations === 0 ? null : total / observations, zones, light: lightOf(zones) };
}

interface Week {
  readonly start: string;
  readonly end: string;
  readonly tallies: ServiceTally[];
}

/** Weeks from Monday, cut to the period, from the first in which anything was observed to the last. */
function weeksOf(
  observed: ReadonlyMap<string, readonly ServiceTally[]>,
  { from, to }: { readonly from: string; readonly to: string },
): Week[] {
  const dates = [...observed].filter(([, some]) => some.length > 0).map(([date]) => date);
  const [first, last] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  if (first === undefined || last === undefined) return [];
  const weeks: Week[] = [];
  for (let monday = weekStart(first); monday <= last; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6);
    const [start, end] = [monday < from ? from : monday, sunday > to ? to : sunday];
    weeks.push({
      start,
      end,
      tallies: dates.flatMap((date) => (date >= monday && date <= sunday ? [...(observed.get(date) ?? [])] : [])),
    });
  }
  return weeks;
}
