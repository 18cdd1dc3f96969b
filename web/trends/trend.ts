import type { QueueKpis } from '../../server/kpi/queue/schema.ts';
import type { ServiceStep } from '../../server/kpi/service/series.ts';
import type { Funnel, KpiStep } from '../api-types.ts';
import type { Comparison, DateRange } from '../selection/period.ts';
import type { Estimates } from '../today/dayTypes.ts';
import type { FunnelTrend, TrendKpi, TrendValue } from './kpis.ts';
import { rangeBehind, type StepSize } from './ranges.ts';
import {
  type Behind,
  type Missing,
  placesOf,
  type StoreClock,
  type TrendPlace,
  type TrendStep,
  timesOf,
} from './steps.ts';
import { type ReportedPart, type SeriesQuery, trendsApi } from './trendsApi.ts';

export interface TrendQuery extends DateRange {
  readonly store: string;
  readonly kpi: TrendKpi;
  readonly by: StepSize;
  readonly compare: Comparison;
  readonly isReported: boolean;
  readonly hasEstimates: boolean;
}

/** A figure over time, ready to be drawn. */
export interface Trend {
  readonly query: TrendQuery;
  readonly places: readonly TrendPlace[];
  readonly total: TrendValue;
  readonly missing: Missing | null;
  /** Of the period that is drawn behind; null: none is, or it is the usual. */
  readonly totalBehind: number | null;
  readonly reported: ReportedPart | null;
}

interface Told {
  readonly total: TrendValue;
  readonly missing: Missing | null;
  readonly steps: readonly TrendStep[];
  readonly reported: ReportedPart | null;
}

/** Asks for the figure and what is to be drawn behind it, both at once. Rejects with ApiError. */
export async function readTrend(query: TrendQuery, clock: StoreClock): Promise<Trend> {
  const { from, to, by, compare } = query;
  const behindRange = rangeBehind({ from, to }, by, compare);
  const [told, earlier] = await Promise.all([
    read(query, clock),
    behindRange === null ? null : read({ ...query, ...behindRange, hasEstimates: false }, clock),
  ]);
  const behind: Behind | null = earlier === null || compare === 'none' ? null : { kind: compare, steps: earlier.steps };
  const places = placesOf({ steps: told.steps, range: { from, to }, by, behind });
  const totalBehind = behind === null || behind.kind === 'usual' ? null : (earlier?.total.value ?? null);
  return { query, places, totalBehind, total: told.total, missing: told.missing, reported: told.reported };
}

/** The hours of a period, for the map of the week; without comparison and estimates. */
export async function readHours(query: TrendQuery, clock: StoreClock): Promise<readonly TrendStep[]> {
  const { steps } = await read({ ...query, by: 'hour', isReported: false, hasEstimates: false }, clock);
  return steps;
}

function read(query: TrendQuery, clock: StoreClock): Promise<Told> {
  const { kpi } = query;
  if (kpi.source === 'funnel') return readFunnel(query, kpi, clock);
  if (kpi.source === 'queue') return readQueue(query, kpi.read, clock);
  return readService(query, kpi.read, clock);
}

async function readFunnel(query: TrendQuery, kpi: FunnelTrend, clock: StoreClock): Promise<Told> {
  const answer = await trendsApi.funnel({ ...query, fields: kpi.fields });
  const step = kpi.step;
  const missingOf = (estimates: Estimates | undefined): Missing | null =>
    step === undefined ? null : missing(estimates?.[step] ?? null);
  const stepOf = (told: KpiStep & { readonly estimates?: Estimates | undefined }): TrendStep => ({
    ...timesOf(told, query.by, clock),
    figure: kpi.read(told),
    missing: missingOf(told.estimates),
  });
  return {
    total: kpi.read(answer.total),
    missing: missingOf(answer.estimates),
    steps: (answer.series ?? []).map(stepOf),
    reported: answer.reported ?? null,
  };
}

type Estimate = NonNullable<NonNullable<Funnel['estimates']>['entries']>;

function missing(estimate: Estimate | null): Missing | null {
  // Less than one is nothing that people can see.
  if (estimate === null || Math.round(estimate.estimated ?? 0) < 1 || estimate.estimated === null) return null;
  const { estimated, low, high } = estimate;
  return { estimated, interval: low === null || high === null ? null : [low, high] };
}

async function readQueue(
  query: SeriesQuery,
  figureOf: (step: QueueKpis) => TrendValue,
  clock: StoreClock,
): Promise<Told> {
  const answer = await trendsApi.queue(query);
  const steps = (answer.series ?? []).map((told) => ({
    ...timesOf(told, query.by, clock),
    figure: figureOf(told),
    missing: null,
  }));
  return { total: figureOf(answer.total), missing: null, steps, reported: null };
}

async function readService(
  query: SeriesQuery,
  figureOf: (step: ServiceStep) => TrendValue,
  clock: StoreClock,
): Promise<Told> {
  const answer = await trendsApi.service(query);
  const { voice, zones, standards } = answer;
  // The whole as if it were one step: service has no series of its own for it.
  const total = figureOf({
    ...{ start: answer.from, end: answer.to },
    ...{
      observations: zones.green + zones.yellow + zones.red,
      greenShare: zones.shares?.green ?? null,
      greenInterval: null,
    },
    ...{ nps: answer.nps, npsInterval: voice.nps.all.interval, npsAnswers: voice.nps.all.answers },
    ...{
      csat: answer.csat,
      csatInterval: voice.csat.all.interval,
      csi: answer.csi,
      csiInterval: voice.csi.all.interval,
    },
    ...{ items: standards.items, passedShare: standards.passedShare, passedInterval: standards.interval },
  });
  const steps = (answer.series ?? []).map((told) => ({
    ...timesOf(told, query.by, clock),
    figure: figureOf(told),
    missing: null,
  }));
  return { total, missing: null, steps, reported: null };
}
