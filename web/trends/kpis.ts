import type { QueueKpis } from '../../server/kpi/queue/schema.ts';
import type { ServiceStep } from '../../server/kpi/service/series.ts';
import type { Interval, Kpis, StepName } from '../api-types.ts';

/** How a figure is written and drawn: sums stand as columns, the others are joined by lines. */
export type TrendUnit = 'people' | 'receipts' | 'money' | 'ratio' | 'decimal' | 'seconds' | 'points';

/** What one figure of one step says, wherever it comes from. */
export interface TrendValue {
  readonly value: number | null;
  /** 95 %; null where there is none. */
  readonly interval: Interval | null;
  /** What it is weighed by where hours are put together: a rate's denominator; 1 of sums. null: as the value. */
  readonly weight: number | null;
  /** At least 0.7 where the figure may say what is usual; null where it does not apply. */
  readonly coverage: number | null;
}

interface KpiBase {
  /** In the address, and the metric's key in the registry where `metric` is not said. */
  readonly key: string;
  readonly metric?: string;
  readonly unit: TrendUnit;
  readonly group: 'people' | 'sales' | 'queue' | 'service';
}

export interface FunnelTrend extends KpiBase {
  readonly source: 'funnel';
  /** What of each step of the series is asked for. */
  readonly fields: readonly (keyof Kpis)[];
  readonly read: (step: Kpis) => TrendValue;
  /** Gaps of it can be estimated. */
  readonly step?: StepName;
}

export interface QueueTrend extends KpiBase {
  readonly source: 'queue';
  readonly read: (step: QueueKpis) => TrendValue;
}

export interface ServiceTrend extends KpiBase {
  readonly source: 'service';
  readonly read: (step: ServiceStep) => TrendValue;
}

export type TrendKpi = FunnelTrend | QueueTrend | ServiceTrend;

type CountKey =
  | 'passersBy'
  | 'entries'
  | 'exits'
  | 'purchases'
  | 'items'
  | 'grossSalesMinor'
  | 'returnsMinor'
  | 'netSalesMinor';

/** The step by whose coverage a sum is judged. */
const stepOf: Readonly<Record<CountKey, StepName>> = {
  passersBy: 'passersBy',
  entries: 'entries',
  exits: 'entries',
  purchases: 'purchases',
  items: 'purchases',
  grossSalesMinor: 'purchases',
  returnsMinor: 'purchases',
  netSalesMinor: 'purchases',
};

function least(...shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function sum(key: CountKey, unit: TrendUnit, group: 'people' | 'sales'): FunnelTrend {
  const step = stepOf[key];
  const estimated = key === step ? { step } : {};
  return {
    ...{ key, unit, group, source: 'funnel', fields: [key, 'coverage'] },
    read: (kpis) => ({ value: kpis[key], interval: null, weight: 1, coverage: kpis.coverage[step] }),
    ...estimated,
  };
}

interface RateParts {
  readonly key: 'captureRate' | 'conversionRate' | 'averageCheckMinor' | 'salesPerVisitorMinor' | 'unitsPerTransaction';
  readonly unit: TrendUnit;
  readonly group: 'people' | 'sales';
  readonly over: StepName;
  readonly uses: readonly StepName[];
  readonly interval?: 'captureInterval' | 'conversionInterval';
}

function rate({ key, unit, group, over, uses, interval }: RateParts): FunnelTrend {
  return {
    ...{ key, unit, group, source: 'funnel', fields: [key, over, 'coverage', ...(interval ? [interval] : [])] },
    read: (kpis) => ({
      value: kpis[key],
      interval: interval ? kpis[interval] : null,
      weight: kpis[over],
      coverage: least(...uses.map((step) => kpis.coverage[step])),
    }),
  };
}

function queue(
  key: string,
  unit: TrendUnit,
  read: (step: QueueKpis) => Pick<TrendValue, 'value' | 'weight'>,
): QueueTrend {
  return {
    key,
    unit,
    group: 'queue',
    source: 'queue',
    read: (step) => ({ ...read(step), interval: null, coverage: null }),
  };
}

function service(
  key: string,
  unit: TrendUnit,
  {
    metric = key,
    read,
  }: { readonly metric?: string; readonly read: (step: ServiceStep) => Omit<TrendValue, 'coverage'> },
): ServiceTrend {
  return {
    key,
    metric,
    unit,
    group: 'service',
    source: 'service',
    read: (step) => ({ ...read(step), coverage: null }),
  };
}

/** Every figure that can be followed over time, in the order in which it is offered. */
export const trendKpis: readonly TrendKpi[] = [
  sum('passersBy', 'people', 'people'),
  rate({
    key: 'captureRate',
    unit: 'ratio',
    group: 'people',
    over: 'passersBy',
    uses: ['passersBy', 'entries'],
    interval: 'captureInterval',
  }),
  sum('entries', 'people', 'people'),
  sum('exits', 'people', 'people'),
  rate({
    key: 'conversionRate',
    unit: 'ratio',
    group: 'people',
    over: 'entries',
    uses: ['entries', 'purchases'],
    interval: 'conversionInterval',
  }),
  sum('purchases', 'receipts', 'sales'),
  sum('netSalesMinor', 'money', 'sales'),
  rate({ key: 'averageCheckMinor', unit: 'money', group: 'sales', over: 'purchases', uses: ['purchases'] }),
  rate({ key: 'salesPerVisitorMinor', unit: 'money', group: 'sales', over: 'entries', uses: ['entries', 'purchases'] }),
  rate({ key: 'unitsPerTransaction', unit: 'decimal', group: 'sales', over: 'purchases', uses: ['purchases'] }),
  sum('grossSalesMinor', 'money', 'sales'),
  sum('returnsMinor', 'money', 'sales'),
  queue('waitSeconds', 'seconds', ({ waitSeconds, served }) => ({ value: waitSeconds.mean, weight: served })),
  queue('serviceLevel', 'ratio', ({ serviceLevel, served }) => ({ value: serviceLevel, weight: served })),
  queue('abandonmentRate', 'ratio', ({ abandonmentRate, served, abandoned }) => ({
    value: abandonmentRate,
    weight: served === null ? null : served + (abandoned ?? 0),
  })),
  queue('served', 'people', ({ served }) => ({ value: served, weight: 1 })),
  queue('averageLength', 'decimal', ({ averageLength }) => ({ value: averageLength, weight: 1 })),
  service('green', 'ratio', {
    metric: 'zones',
    read: ({ greenShare, greenInterval, observations }) => ({
      value: greenShare,
      interval: greenInterval,
      weight: observations,
    }),
  }),
  service('nps', 'points', {
    read: ({ nps, npsInterval, npsAnswers }) => ({ value: nps, interval: npsInterval, weight: npsAnswers }),
  }),
  service('csat', 'ratio', { read: ({ csat, csatInterval }) => ({ value: csat, interval: csatInterval, weight: 1 }) }),
  service('csi', 'ratio', { read: ({ csi, csiInterval }) => ({ value: csi, interval: csiInterval, weight: 1 }) }),
  service('passedShare', 'ratio', {
    metric: 'standards',
    read: ({ passedShare, passedInterval, items }) => ({ value: passedShare, interval: passedInterval, weight: items }),
  }),
];

/** Sums over time, that are drawn as columns and added up. */
export function isSum({ unit, key }: TrendKpi): boolean {
  return unit === 'people' || unit === 'receipts' || ['netSalesMinor', 'grossSalesMinor', 'returnsMinor'].includes(key);
}

/** The figure that an address names, else entries. */
export function kpiOf(key: string | null): TrendKpi {
  const found = trendKpis.find((kpi) => kpi.key === key) ?? trendKpis.find((kpi) => kpi.key === 'entries');
  if (found === undefined) throw new Error('entries are followed over time');
  return found;
}
