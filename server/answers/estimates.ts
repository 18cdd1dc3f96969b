import { type EstimateQuery, readEstimateFacts } from '../../db/reads/estimateFacts.ts';
import { readPeriods } from '../../db/reads/funnel.ts';
import { type DaySlots, type DeviceDays, deviceDays } from '../../db/rollup/daySlots.ts';
import type { PeriodTally } from '../../db/rollup/tally.ts';
import type { Sql } from '../../db/sql/port.ts';
import { addDays, businessDateAt, endOfDate, startOfDate } from '../../db/time/businessDate.ts';
import type { Span } from '../../db/time/opening.ts';
import type { Settings, Store } from '../../db/vocabulary/place.ts';
import { type Step, steps } from '../../db/vocabulary/quality.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { Estimates } from '../contracts/estimates.ts';
import type { FunnelAnswer } from '../contracts/funnel.ts';
import { type DeviceGap, estimateOf } from '../kpi/estimates.ts';
import { estimateGap, pastWeeks } from '../kpi/gapEstimate.ts';
import type { Kpis } from '../kpi/schema.ts';

export interface EstimateAsk {
  readonly settings: Settings;
  readonly store: Store;
  readonly from: string;
  readonly to: string;
  readonly now: number;
}

/** The funnel with what is estimated to be missing, beside its total and each of its steps. */
export async function withEstimates(
  sql: Sql,
  scope: Scope,
  { answer, ...ask }: EstimateAsk & { readonly answer: FunnelAnswer },
): Promise<FunnelAnswer> {
  const gaps = await gapsOf(sql, scope, ask);
  const whole = { startAt: startOfDate(ask.store, ask.from), endAt: endOfDate(ask.store, ask.to) };
  const series = answer.series?.map((step) => ({
    ...step,
    estimates: estimatesFor(ask.store, gaps, {
      span: { startAt: Date.parse(step.start), endAt: Date.parse(step.end) },
      step,
    }),
  }));
  return {
    ...answer,
    estimates: estimatesFor(ask.store, gaps, { span: whole, step: answer.total }),
    ...(series === undefined ? {} : { series }),
  };
}

type StepGaps = Readonly<Record<Step, readonly DeviceGap[]>>;

function estimatesFor(
  store: Store,
  gaps: StepGaps,
  { span, step: measured }: { readonly span: Span; readonly step: Pick<Kpis, Step> },
): Estimates {
  // Where those who come in are not among those counted outside, they are added to them: so are those who were missed.
  const passersBy = store.passersByIncludesEntrants || measured.passersBy === null ? [] : gaps.entries;
  return {
    passersBy: estimateOf([...gaps.passersBy, ...passersBy], span, measured.passersBy),
    entries: estimateOf(gaps.entries, span, measured.entries),
    purchases: estimateOf(gaps.purchases, span, measured.purchases),
  };
}

/** What every device missed on every date of the period that has a gap. */
async function gapsOf(sql: Sql, scope: Scope, { settings, store, from, to, now }: EstimateAsk): Promise<StepGaps> {
  const dates = await datesWithGaps(sql, scope, { settings, store, from, to, now });
  const query: EstimateQuery = { settings, storeId: store.id, dates, weeks: pastWeeks, now };
  const facts = dates.length === 0 ? [] : await readEstimateFacts(sql, scope, query);
  const known = byDevice(facts.flatMap(deviceDays));
  const gaps: Record<Step, DeviceGap[]> = { passersBy: [], entries: [], purchases: [] };
  for (const { step, days } of known) {
    for (const date of dates) {
      const target = days.get(date);
      if (target !== undefined) gaps[step].push({ date, gap: estimateGap(target, pastOf(days, date)) });
    }
  }
  return gaps;
}

function pastOf(days: ReadonlyMap<string, DaySlots>, date: string): DaySlots[] {
  return Array.from({ length: pastWeeks }, (_, i) => days.get(addDays(date, -7 * (i + 1)))).filter(
    (day) => day !== undefined,
  );
}

interface KnownDays {
  readonly step: Step;
  readonly days: Map<string, DaySlots>;
}

function byDevice(parts: readonly DeviceDays[]): KnownDays[] {
  const known = new Map<string, KnownDays>();
  for (const { device, step, days } of parts) {
    const key = `${step} ${device.id}`;
    const one = known.get(key) ?? { step, days: new Map() };
    for (const day of days) one.days.set(day.date, day);
    known.set(key, one);
  }
  return [...known.values()];
}

/** Of the dates that have begun, those of which a step was not covered whole. */
async function datesWithGaps(
  sql: Sql,
  scope: Scope,
  { settings, store, from, to, now }: EstimateAsk,
): Promise<string[]> {
  const today = businessDateAt(store, now);
  const last = to < today ? to : today;
  if (from > last) return [];
  const question = { settings, storeIds: [store.id], from, to: last, by: 'day', hours: 'open', now } as const;
  const [periods] = await readPeriods(sql, scope, question);
  return (periods?.series ?? []).filter(hasGap).map((day) => businessDateAt(store, day.startAt));
}

function hasGap({ window }: PeriodTally): boolean {
  return steps.some((step) => window[`${step}ObservedMs`] < window[`${step}ExpectedMs`]);
}
