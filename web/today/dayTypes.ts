/** What the API answers about gaps and the people inside, as the dashboard reads it. */
import type { Attention, Headline, Standing } from '../../server/kpi/day/schema.ts';
import type { StepName } from '../api-types.ts';

/** What is probably missing of a step; null figures: it cannot be estimated. */
export interface Estimate {
  readonly gapSeconds: number;
  readonly estimated: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Measured plus estimated. */
  readonly value: number | null;
  /** Of `value`, 0…1. */
  readonly share: number | null;
  readonly reason: string | null;
}

/** null: nothing of the step is missing. */
export type Estimates = Readonly<Record<StepName, Estimate | null>>;

export type NoOccupancy = 'not_measured' | 'low_coverage' | 'imbalance' | 'not_begun' | 'closed';

/** People inside at this moment, an estimate. */
export interface OccupancyNow {
  readonly people: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly averageStaySeconds: number | null;
  readonly reason: NoOccupancy | null;
}

export interface OccupancyQuarter {
  readonly start: string;
  readonly end: string;
  readonly people: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** People inside through a business date. */
export interface OccupancyDay {
  readonly date: string;
  /** null: the date is over. */
  readonly now: OccupancyNow | null;
  readonly averagePeople: number | null;
  readonly averageStaySeconds: number | null;
  readonly peak: { readonly at: string; readonly people: number } | null;
  readonly drift: { readonly days: number; readonly share: number };
  readonly reason: NoOccupancy | null;
  readonly series: readonly OccupancyQuarter[];
}

/** What the server makes of a day beside its figures. */
export interface DayFacts {
  /** The date is over. */
  readonly isPast: boolean;
  readonly headline: Headline;
  readonly standing: Standing;
  /** What stands out, what matters most first; without the queues at this moment. */
  readonly attention: readonly Attention[];
  /** null: the date is over. */
  readonly occupancy: OccupancyNow | null;
}
