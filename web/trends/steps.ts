import type { Interval } from '../api-types.ts';
import { addDays, clockOf } from '../format/dates.ts';
import type { DateRange } from '../selection/period.ts';
import type { TrendValue } from './kpis.ts';
import { monthsEarlier, monthsIn, type StepSize, shiftDays } from './ranges.ts';

/** What a gap probably hides, beside what was measured. */
export interface Missing {
  readonly estimated: number;
  readonly interval: Interval | null;
}

/** One step of a figure, by the store's calendar. */
export interface TrendStep {
  /** Business dates, both included; the same of hours and quarters. */
  readonly from: string;
  readonly to: string;
  /** `14:00`, by the store's clock; null of days and longer. */
  readonly clock: string | null;
  readonly figure: TrendValue;
  readonly missing: Missing | null;
  /** It has not begun. */
  readonly isAhead: boolean;
  /** It is not over. */
  readonly isPartial: boolean;
}

/** As the server tells a step: instants with the store's offset, or the dates of a step of service. */
export interface ToldStep {
  readonly start: string;
  readonly end: string;
}

export interface StoreClock {
  /** `HH:MM` */
  readonly dayStartsAt: string;
  readonly now: Date;
}

/** The business date that holds an instant told with its offset. */
function businessDate(instant: string, dayStartsAt: string): string {
  const date = instant.slice(0, 10);
  return clockOf(instant) < dayStartsAt ? addDays(date, -1) : date;
}

/** When a told step is. Of service the dates alone are told, the last one included. */
export function timesOf(
  told: ToldStep,
  by: StepSize,
  { dayStartsAt, now }: StoreClock,
): Pick<TrendStep, 'from' | 'to' | 'clock' | 'isAhead' | 'isPartial'> {
  if (told.start.length === 10) {
    const today = now.toISOString().slice(0, 10);
    return { from: told.start, to: told.end, clock: null, isAhead: told.start > today, isPartial: told.end >= today };
  }
  const from = businessDate(told.start, dayStartsAt);
  const isFine = by === '15m' || by === 'hour';
  return {
    from,
    to: isFine || by === 'day' ? from : addDays(businessDate(told.end, dayStartsAt), -1),
    clock: isFine ? clockOf(told.start) : null,
    isAhead: Date.parse(told.start) > now.getTime(),
    isPartial: Date.parse(told.end) > now.getTime(),
  };
}

/**
 * `gap`: it should have been measured, and was not. `none`: there is no such figure, as of a closed day, or of a rate when nobody came.
 */
export type PlaceState = 'shown' | 'gap' | 'none' | 'ahead';

export interface TrendPlace extends TrendStep {
  readonly state: PlaceState;
  /** What it is compared with; null: nothing is, or nothing is known. */
  readonly behind: number | null;
}

/** So many days of hours have one label each, at their first hour. */
const leastDays = 4;

/** Of hours over several days the first of each day; undefined: every place may be labelled. */
export function dayStarts(places: readonly Pick<TrendStep, 'from' | 'clock'>[]): readonly number[] | undefined {
  if (places.some(({ clock }) => clock === null)) return undefined;
  const starts = places.flatMap(({ from }, place) => (from === places[place - 1]?.from ? [] : [place]));
  return starts.length < leastDays ? undefined : starts;
}

/** Well enough covered to say what is usual. */
const wellCovered = 0.7;
const validFrom = 0.8;

function stateOf({ figure: { value, coverage }, isAhead }: TrendStep): PlaceState {
  if (isAhead) return 'ahead';
  if (value !== null) return 'shown';
  return coverage !== null && coverage < validFrom ? 'gap' : 'none';
}

export interface Behind {
  readonly kind: 'previous' | 'year' | 'usual';
  readonly steps: readonly TrendStep[];
}

export interface PlacesInput {
  readonly steps: readonly TrendStep[];
  readonly range: DateRange;
  readonly by: StepSize;
  /** null: nothing is compared. */
  readonly behind: Behind | null;
}

/** The places of a chart's time axis. */
export function placesOf({ steps, range, by, behind }: PlacesInput): TrendPlace[] {
  const behindOf = comparing(
    range,
    by,
    behind === null ? null : { ...behind, steps: withoutBeginning(behind.steps, by) },
  );
  return steps.map((step) => ({ ...step, state: stateOf(step), behind: behindOf(step) }));
}

/** Of weeks and months the first that anything is known of, after some of which nothing is: counting began somewhere within it. */
function withoutBeginning(steps: readonly TrendStep[], by: StepSize): readonly TrendStep[] {
  const first = steps.findIndex(({ figure }) => figure.value !== null);
  return first > 0 && (by === 'week' || by === 'month') ? steps.slice(first + 1) : steps;
}

const keyOf = (date: string, clock: string | null): string => `${date} ${clock ?? ''}`;

type BehindOf = (step: TrendStep) => number | null;

function comparing(range: DateRange, by: StepSize, behind: Behind | null): BehindOf {
  if (behind === null) return () => null;
  if (by === 'month') {
    // Months are as long as they are: the last faces the last.
    const months = new Map(behind.steps.map(({ from, figure }) => [from.slice(0, 7), figure.value]));
    const back = behind.kind === 'year' ? 12 : monthsIn(range);
    return ({ from }) => months.get(monthsEarlier(`${from.slice(0, 7)}-01`, back).slice(0, 7)) ?? null;
  }
  const known = new Map(behind.steps.map((step) => [keyOf(step.from, step.clock), step.figure]));
  if (behind.kind === 'usual') return (step) => usualOf(step, known);
  const shift = shiftDays(range, behind.kind);
  return ({ from, clock }) => known.get(keyOf(addDays(from, -shift), clock))?.value ?? null;
}

const usualWeeks = 8;
const leastWeeks = 4;

/** The median of the same weekday (and time of day) of the last 8 weeks, those well covered; fewer than 4: none (server/kpi/usual.ts). */
function usualOf({ from, clock }: TrendStep, known: ReadonlyMap<string, TrendValue>): number | null {
  const values = Array.from({ length: usualWeeks }, (_, week) =>
    known.get(keyOf(addDays(from, -7 * (week + 1)), clock)),
  )
    .filter((figure) => figure !== undefined && (figure.coverage === null || figure.coverage >= wellCovered))
    .flatMap((figure) => figure?.value ?? []);
  if (values.length < leastWeeks) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}
