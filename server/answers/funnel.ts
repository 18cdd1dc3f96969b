import type { StorePeriods } from '../../db/reads/funnel.ts';
import type { ReportedPart } from '../../db/reads/reportedPeriods.ts';
import type { PeriodTally } from '../../db/rollup/tally.ts';
import { endOfDate } from '../../db/time/businessDate.ts';
import { comparisonRange, cutAt, formatInstant, type SeriesUnit } from '../../db/time/steps.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import type { FunnelAnswer, FunnelQuery } from '../contracts/funnel.ts';
import { changeOf } from '../kpi/change.ts';
import { type KpiContext, kpisOf } from '../kpi/kpis.ts';
import type { Kpis } from '../kpi/schema.ts';

/** What is asked of the rollups; `cuts` by store: nothing from that instant on counts. */
export interface PeriodsQuestion {
  readonly storeIds: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly by: 'none' | SeriesUnit;
  readonly hours: 'open' | 'all';
  readonly now: number;
  readonly cuts?: Readonly<Record<string, number>>;
}

/** Tallies of a store; with how much of them is as it was reported, where that was asked for. */
export interface ReadStore extends StorePeriods {
  readonly reported?: ReportedPart;
}

/** Answers the tallies of stores the caller may see. */
export type ReadPeriods = (question: PeriodsQuestion) => Promise<ReadStore[]>;

export interface FunnelQuestion extends Omit<FunnelQuery, 'figures' | 'estimates' | 'adjusted' | 'fields'> {
  readonly store: Store;
  readonly now: number;
}

/** One store's figures of a period, in total and by step, with the period it is compared with. */
export async function funnelOf(read: ReadPeriods, question: FunnelQuestion): Promise<FunnelAnswer> {
  const { store, from, to, by, hours, now, compare } = question;
  const [periods] = await read({ storeIds: [store.id], from, to, by, hours, now });
  if (periods === undefined) throw new Error(`no tallies of the store ${store.id}`);
  const total = kpisOf(periods.total, { hours, isPartial: !isOver(store, to, now) });
  const comparison = compare === 'none' ? undefined : await comparisonOf(read, question, total);
  return {
    store: store.id,
    currency: store.currency,
    timezone: store.timezone,
    from,
    to,
    by,
    total,
    ...(by === 'none' ? {} : { series: seriesOf(periods, question) }),
    ...(comparison === undefined ? {} : { comparison }),
    ...(periods.reported === undefined ? {} : { reported: periods.reported }),
  };
}

/** The answer with its series cut to some figures, and what was asked for beside them; undefined: whole. */
export function withFields(answer: FunnelAnswer, fields: FunnelQuery['fields']): object {
  if (fields === undefined) return answer;
  const series = answer.series?.map((step) => ({
    start: step.start,
    end: step.end,
    ...Object.fromEntries(fields.map((field) => [field, step[field]])),
    ...(step.estimates === undefined ? {} : { estimates: step.estimates }),
    ...(step.adjusted === undefined ? {} : { adjusted: step.adjusted }),
  }));
  return { ...answer, ...(series === undefined ? {} : { series }) };
}

/** Is a business date over by now? */
export function isOver(store: Store, date: string, now: number): boolean {
  return endOfDate(store, date) <= now;
}

function seriesOf(
  periods: StorePeriods,
  { store, by, hours, now }: FunnelQuestion,
): NonNullable<FunnelAnswer['series']> {
  const isWithinDay = by === '15m' || by === 'hour';
  return periods.series.map((step) => ({
    start: formatInstant(store.timezone, step.startAt),
    end: formatInstant(store.timezone, step.endAt),
    ...kpisOf(step, { hours, isPartial: step.endAt > now, isWithinDay }),
  }));
}

type Compared = NonNullable<FunnelAnswer['comparison']>;

async function comparisonOf(read: ReadPeriods, question: FunnelQuestion, total: Kpis): Promise<Compared> {
  const { store, from, to, hours, now, compare } = question;
  const earlier = earlierPeriod([store], { from, to, now, compare: compare === 'none' ? 'previous' : compare });
  const [periods] = await read({ storeIds: [store.id], ...earlier, by: 'none', hours, now });
  if (periods === undefined) throw new Error(`no tallies of the store ${store.id}`);
  return comparedWith(periods.total, earlier, { total, hours });
}

/** The period compared with, and for each store whose own period is not over the same local time back then. */
export function earlierPeriod(
  stores: readonly Store[],
  period: { from: string; to: string; now: number; compare: 'previous' | 'lastYear' },
): Pick<PeriodsQuestion, 'from' | 'to'> & { cuts: Record<string, number> } {
  const { from, to, shiftDays } = comparisonRange(period.from, period.to, period.compare);
  const running = stores.filter((store) => !isOver(store, period.to, period.now));
  return {
    from,
    to,
    cuts: Object.fromEntries(running.map((store) => [store.id, cutAt(store, period.now, shiftDays)])),
  };
}

export function comparedWith(
  tally: PeriodTally,
  { from, to }: { readonly from: string; readonly to: string },
  { total, hours }: { readonly total: Kpis; readonly hours: KpiContext['hours'] },
): Compared {
  const then = kpisOf(tally, { hours, isPartial: false });
  return { from, to, total: then, change: changeOf(total, then) };
}
