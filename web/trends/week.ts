import { weekdayOf } from '../format/dates.ts';
import type { TrendStep } from './steps.ts';

/** What hours put together say: the mean of a sum, a rate over all of its denominators. */
export interface Pooled {
  readonly value: number | null;
  /** How many steps it is made of. */
  readonly steps: number;
  /** There is no such hour in any week: the store is closed. */
  readonly isClosed?: boolean;
}

/**
 * Several steps together: Σ value·weight / Σ weight. Of sums, whose weight is 1, that is their mean; of rates, the rate of all of them
 * (exactly where their hours are covered whole, since the weight is then what they are a rate of).
 */
export function pooled(steps: readonly TrendStep[]): Pooled {
  const known = steps.flatMap(({ figure: { value, weight }, isAhead, isPartial }) =>
    value === null || weight === null || weight <= 0 || isAhead || isPartial ? [] : [{ value, weight }],
  );
  const weights = known.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return { value: null, steps: 0 };
  return { value: known.reduce((sum, { value, weight }) => sum + value * weight, 0) / weights, steps: known.length };
}

/** The hours of a week: rows from Monday, columns by the clock, as early and as late as any hour is known. */
export interface WeekMap {
  readonly clocks: readonly string[];
  readonly rows: readonly (readonly Pooled[])[];
}

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

/** From hourly steps. Clocks past midnight stand behind the evening they belong to: `dayStartsAt` begins the row. */
export function weekMap(hours: readonly TrendStep[], dayStartsAt: string): WeekMap {
  const cells = new Map<string, TrendStep[]>();
  const known = new Set<string>();
  for (const hour of hours) {
    if (hour.clock === null) continue;
    const clock = `${hour.clock.slice(0, 2)}:00`;
    const key = `${weekdayOf(hour.from)} ${clock}`;
    const some = cells.get(key);
    if (some === undefined) cells.set(key, [hour]);
    else some.push(hour);
    if (hour.figure.value !== null) known.add(clock);
  }
  const weights = new Map([...known].map((clock) => [clock, weightOf(hours, clock)]));
  const least = Math.max(0, ...weights.values()) * hardlyAny;
  const clocks = [...known]
    .filter((clock) => (weights.get(clock) ?? 0) > least)
    .toSorted((a, b) => orderOf(a, dayStartsAt) - orderOf(b, dayStartsAt));
  return {
    clocks,
    rows: weekdays.map((weekday) => clocks.map((clock) => cellOf(cells.get(`${weekday} ${clock}`)))),
  };
}

function cellOf(hours: readonly TrendStep[] | undefined): Pooled {
  return hours === undefined ? { value: null, steps: 0, isClosed: true } : pooled(hours);
}

/** An hour with so little of the fullest one is the edge of opening, before the doors open and after they close: it is left out. */
const hardlyAny = 0.02;

/** How much of what is counted falls into an hour of the clock: of a sum itself, of a rate what it is a rate of. */
function weightOf(hours: readonly TrendStep[], clock: string): number {
  return hours.reduce((sum, { clock: at, figure: { value, weight } }) => {
    if (at === null || at.slice(0, 2) !== clock.slice(0, 2) || value === null) return sum;
    return sum + (weight === 1 ? Math.abs(value) : (weight ?? 0));
  }, 0);
}

function orderOf(clock: string, dayStartsAt: string): number {
  const [hour, first] = [Number(clock.slice(0, 2)), Number(dayStartsAt.slice(0, 2))];
  return (hour - first + 24) % 24;
}

/** Days from their hours: sums added up, the others put together. A day in which an hour is missing is none: it would seem weak. */
export function daysOf(hours: readonly TrendStep[], isSum: boolean): TrendStep[] {
  const byDate = new Map<string, TrendStep[]>();
  for (const hour of hours) {
    const some = byDate.get(hour.from);
    if (some === undefined) byDate.set(hour.from, [hour]);
    else some.push(hour);
  }
  return [...byDate].flatMap(([date, some]) => {
    const isWhole = some.every(
      ({ figure, isPartial }) => !isPartial && (figure.value !== null || figure.coverage === null),
    );
    const known = some.flatMap(({ figure: { value, weight } }) =>
      value === null ? [] : [{ value, weight: weight ?? 0 }],
    );
    if (known.length === 0 || (isSum && !isWhole)) return [];
    const weight = known.reduce((all, one) => all + one.weight, 0);
    const value = isSum ? known.reduce((all, one) => all + one.value, 0) : pooled(some).value;
    const figure = { value, weight: isSum ? 1 : weight, interval: null, coverage: null };
    return [{ from: date, to: date, clock: null, figure, missing: null, isAhead: false, isPartial: false }];
  });
}

export interface WeekdayMean {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly value: number;
}

/** What the weekdays of a period have in common. */
export interface WeekPattern {
  readonly strongest: WeekdayMean;
  readonly weakest: WeekdayMean;
  /** How far the strongest lies above the mean of all days, and the weakest below: (value − mean) / mean. */
  readonly above: number;
  readonly below: number;
}

/** A weekday is told of where it was seen at least so often, and stands out by at least so much. */
const leastDays = 3;
const leastShare = 0.05;

/** From daily steps; null: too few of each weekday to tell, or they are all alike. `isShare`: of shares, chance is ruled out too. */
export function weekPattern(days: readonly TrendStep[], isShare: boolean): WeekPattern | null {
  const all = pooled(days).value;
  if (all === null || all <= 0) return null;
  const means = weekdays.flatMap((weekday) => {
    const some = days.filter(({ from }) => weekdayOf(from) === weekday);
    const { value, steps } = pooled(some);
    const weight = some.reduce((sum, { figure }) => sum + (figure.weight ?? 0), 0);
    return value === null || steps < leastDays ? [] : [{ weekday, value, weight }];
  });
  const sorted = means.toSorted((a, b) => b.value - a.value);
  const [strongest, weakest] = [sorted[0], sorted.at(-1)];
  if (strongest === undefined || weakest === undefined || means.length < 3) return null;
  const [above, below] = [strongest.value / all - 1, weakest.value / all - 1];
  if (above - below < leastShare || (isShare && mayBeChance(strongest, weakest, all))) return null;
  return { strongest, weakest, above, below };
}

/** Three standard errors: 21 pairs of weekdays are looked at, of which one in twenty would seem to differ by two. */
const mostErrors = 3;

interface Weighed {
  readonly value: number;
  /** What it is a share of. */
  readonly weight: number;
}

/** Two shares that are no further apart than those of one and the same size may be. */
function mayBeChance(one: Weighed, other: Weighed, share: number): boolean {
  const error = Math.sqrt(share * (1 - share) * (1 / one.weight + 1 / other.weight));
  return !(one.value - other.value > mostErrors * error);
}
