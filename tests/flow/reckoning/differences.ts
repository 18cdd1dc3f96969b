/** What cumulative counters counted between their readings (contract 3), each reading beside all others of its line. */
import type { Decision, DeviceSpec, People, ReadingItem, Stretch } from './chain.ts';

const day = 24 * 3_600_000;
const names = ['in', 'out', 'passersBy'] as const;
type Name = (typeof names)[number];

export type Fate = 'placed' | 'unplaced' | 'held' | 'dropped';

export interface Difference extends Stretch {
  readonly line: string;
  readonly people: People;
  readonly fate: Fate;
}

interface Reading {
  readonly at: number;
  readonly totals: Partial<Record<Name, number>>;
}

function readingOf({ at, totalIn, totalOut, totalPassersBy }: ReadingItem): Reading {
  return {
    at: Date.parse(at),
    totals: {
      ...(totalIn === undefined ? {} : { in: totalIn }),
      ...(totalOut === undefined ? {} : { out: totalOut }),
      ...(totalPassersBy === undefined ? {} : { passersBy: totalPassersBy }),
    },
  };
}

interface Step {
  readonly name: Name;
  readonly before: number;
  readonly since: number;
  readonly total: number;
}

/** Of each total of a reading: the latest earlier reading of the line that carries it; none for its base line. */
function stepsTo(reading: Reading, all: readonly Reading[]): Step[] {
  return names.flatMap((name) => {
    const total = reading.totals[name];
    const before = all
      .filter((one) => one.at < reading.at && one.totals[name] !== undefined)
      .sort((a, b) => b.at - a.at)[0];
    if (total === undefined || before === undefined) return [];
    return [{ name, total, since: before.at, before: before.totals[name] ?? 0 }];
  });
}

/** By how much each total went on: reset together, or wrapped where all that fell are nearer that way. */
function grown(steps: readonly Step[], bits: number | undefined): (Step & { readonly count: number })[] {
  const fallen = steps.filter(({ total, before }) => total < before);
  const around = bits === undefined ? 0 : 2 ** bits;
  const isWrap = bits !== undefined && fallen.every(({ total, before }) => total + around - before < before - total);
  return steps.map((step) => {
    const { total, before } = step;
    if (fallen.length === 0) return { ...step, count: total - before };
    if (!isWrap) return { ...step, count: total };
    return { ...step, count: total < before ? total + around - before : total - before };
  });
}

function fateOf(
  spec: DeviceSpec,
  { line, people, from, to }: Omit<Difference, 'fate'>,
  decisions: readonly Decision[],
): Fate {
  if (to - from > day) return 'unplaced';
  const most = (spec.maxPerMinute ?? 300) * Math.max(to - from, 1000);
  if (names.every((name) => (people[name] ?? 0) * 60_000 <= most)) return 'placed';
  const isThis = (one: Decision): boolean =>
    one.device === spec.id &&
    one.line === line &&
    one.from === from &&
    one.to === to &&
    names.every((name) => one.people[name] === people[name]);
  const decided = decisions.findLast(isThis);
  if (decided === undefined) return 'held';
  return decided.decision === 'accept' ? 'placed' : 'dropped';
}

/** The differences of one device; `items` are those that stand. */
export function differencesOf(
  spec: DeviceSpec,
  items: readonly ReadingItem[],
  decisions: readonly Decision[],
): Difference[] {
  const lines = [...new Set(items.map(({ line }) => line ?? 'main'))];
  return lines.flatMap((line) => {
    const readings = items.filter((item) => (item.line ?? 'main') === line).map(readingOf);
    return readings.flatMap((reading) => {
      const steps = grown(stepsTo(reading, readings), spec.counterBits);
      return [...new Set(steps.map(({ since }) => since))].map((from) => {
        const mine = steps.filter(({ since }) => since === from);
        const people: People = Object.fromEntries(mine.map(({ name, count }) => [name, count]));
        const one = { line, from, to: reading.at, people };
        return { ...one, fate: fateOf(spec, one, decisions) };
      });
    });
  });
}
