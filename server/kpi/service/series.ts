import type { ServiceTally } from '../../../db/rollup/serviceTally.ts';
import { addDays, nextMonthStart, weekStart } from '../../../db/time/businessDate.ts';
import type { Standard } from '../../../db/vocabulary/place.ts';
import { wilsonInterval } from '../wilson.ts';
import { csatOf, csiOf, npsOf } from './voice.ts';
import { zonesOf } from './zones.ts';

export type ServiceStepSize = 'day' | 'week' | 'month';

type Interval = [number, number] | null;

/** A step of service over time; null: nobody observed, answered or checked anything in it. Intervals 95 %. */
export interface ServiceStep {
  /** Business dates, both included. */
  readonly start: string;
  readonly end: string;
  readonly observations: number;
  readonly greenShare: number | null;
  readonly greenInterval: Interval;
  readonly nps: number | null;
  readonly npsInterval: Interval;
  readonly npsAnswers: number;
  readonly csat: number | null;
  readonly csatInterval: Interval;
  readonly csi: number | null;
  readonly csiInterval: Interval;
  readonly items: number;
  readonly passedShare: number | null;
  readonly passedInterval: Interval;
}

interface Observed {
  /** By business date. */
  readonly days: ReadonlyMap<string, readonly ServiceTally[]>;
  readonly standards: readonly Standard[];
  readonly from: string;
  readonly to: string;
}

/** Service by day, week (from Monday) or month, cut to the period, every step of it. */
export function serviceSeriesOf({ days, standards, from, to }: Observed, by: ServiceStepSize): ServiceStep[] {
  const steps: ServiceStep[] = [];
  for (let start = from; start <= to; ) {
    const next = nextStart(start, by);
    const end = addDays(next, -1) < to ? addDays(next, -1) : to;
    const some = [...days].flatMap(([date, tallies]) => (date >= start && date <= end ? tallies : []));
    steps.push({ start, end, ...stepOf(some, standards) });
    start = next;
  }
  return steps;
}

function nextStart(date: string, by: ServiceStepSize): string {
  if (by === 'day') return addDays(date, 1);
  return by === 'week' ? addDays(weekStart(date), 7) : nextMonthStart(date);
}

function stepOf(tallies: readonly ServiceTally[], standards: readonly Standard[]): Omit<ServiceStep, 'start' | 'end'> {
  const of = (kind: ServiceTally['kind']): ServiceTally[] => tallies.filter((one) => one.kind === kind);
  const { green, yellow, red, shares } = zonesOf(of('observation'));
  const { nps, interval: npsInterval, answers: npsAnswers } = npsOf(of('nps'));
  const { csat, interval: csatInterval } = csatOf(of('csat'));
  const { csi, interval: csiInterval } = csiOf(of('csi'), standards);
  const [passed, failed] = [sumOf(of('check'), 'good'), sumOf(of('check'), 'bad')];
  return {
    observations: green + yellow + red,
    greenShare: shares?.green ?? null,
    greenInterval: shareInterval(green, green + yellow + red),
    ...{ nps, npsInterval, npsAnswers, csat, csatInterval, csi, csiInterval },
    items: passed + failed,
    passedShare: passed + failed === 0 ? null : passed / (passed + failed),
    passedInterval: shareInterval(passed, passed + failed),
  };
}

function shareInterval(part: number, whole: number): Interval {
  return whole < 2 ? null : wilsonInterval(part, whole);
}

function sumOf(tallies: readonly ServiceTally[], field: 'good' | 'bad'): number {
  return tallies.reduce((sum, one) => sum + one[field], 0);
}
