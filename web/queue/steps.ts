import type { QueueAnswer } from '../../server/contracts/queue.ts';
import type { QueueKpis } from '../../server/kpi/queue/schema.ts';
import { monthName, shortDate } from '../format/dates.ts';
import type { Formats } from '../format/formats.ts';
import type { Period } from '../selection/period.ts';

export const queueStepSizes = ['15m', 'hour', 'day', 'week', 'month'] as const;
export type QueueStepSize = (typeof queueStepSizes)[number];

/** The steps in which a period can be read, the one that is shown first in front. */
export const stepSizesOf: Readonly<Record<Period, readonly [QueueStepSize, ...QueueStepSize[]]>> = {
  day: ['hour', '15m'],
  week: ['day', 'hour', '15m'],
  month: ['day', 'week', 'hour'],
  quarter: ['week', 'day', 'month'],
  year: ['month', 'week', 'day'],
};

export type QueueStep = NonNullable<QueueAnswer['series']>[number];

/**
 * One step of the axis. `gap`: it has begun, and nothing is known of it. `margin`: in the half hour before opening or after closing, where
 * nobody need measure anything.
 */
export interface StepPlace {
  readonly label: string;
  readonly kpis: QueueKpis;
  readonly state: 'shown' | 'gap' | 'ahead' | 'margin';
}

export interface StepAxis {
  readonly by: QueueStepSize;
  readonly isOneDay: boolean;
  readonly formats: Formats;
  readonly now: Date;
}

export function placesOf(series: readonly QueueStep[], axis: StepAxis): StepPlace[] {
  return series.map((step, place) => ({
    label: labelOf(step.start, axis),
    kpis: step,
    state: stateOf(step, isAtEdge(series, place, marginSteps[axis.by]), axis.now),
  }));
}

function stateOf(step: QueueStep, isEdge: boolean, now: Date): StepPlace['state'] {
  if (Date.parse(step.start) > now.getTime()) return 'ahead';
  if (isKnown(step)) return 'shown';
  return isEdge ? 'margin' : 'gap';
}

/** How many steps hold the half hour by which figures reach beyond the opening hours. */
const marginSteps: Readonly<Record<QueueStepSize, number>> = { '15m': 2, hour: 1, day: 0, week: 0, month: 0 };

/** Among the first or last `steps` of its date, by the store's calendar. */
function isAtEdge(series: readonly QueueStep[], place: number, steps: number): boolean {
  const dateAt = (other: number): string | undefined => series[other]?.start.slice(0, 10);
  const date = dateAt(place);
  return steps > 0 && (dateAt(place - steps) !== date || dateAt(place + steps) !== date);
}

/** Something of it was measured; that nobody came is known too. */
export function isKnown({ served, abandoned, averageLength }: QueueKpis): boolean {
  return served !== null || abandoned !== null || averageLength !== null;
}

/** By the store's wall clock, which the instant carries. */
function labelOf(start: string, { by, isOneDay, formats }: StepAxis): string {
  const date = start.slice(0, 10);
  if (by === 'month') return monthName(date, formats.textLocale);
  if (by === 'day' || by === 'week') return shortDate(date, formats.textLocale);
  return isOneDay ? formats.clock(start) : formats.moment(start);
}
