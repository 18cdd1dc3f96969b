import { currencyDigits } from '../../db/vocabulary/currency.ts';
import { lowCoverageBelow } from '../../db/vocabulary/quality.ts';
import { type NumericKpi, numericKpis } from '../../server/kpi/numericKpis.ts';
import type { RankRange } from '../../server/kpi/rankRange.ts';
import { hasLowCoverage } from '../../server/kpi/trust.ts';
import type { Beside, Interval, Kpis } from '../api-types.ts';

/** The figures of a branch, or of all together, which have no place. */
export interface Figured extends Kpis, Beside {
  /** Places that its conversion may have among all. */
  readonly place?: RankRange | null;
}

export type ColumnKind = 'count' | 'percent' | 'money' | 'ratio' | 'duration' | 'points' | 'place';
export type ColumnGroup = 'funnel' | 'sales' | 'queue' | 'service' | 'data';

interface Column {
  readonly group: ColumnGroup;
  readonly kind: ColumnKind;
  /** Its key in the registry of metrics, where it is another than its own. */
  readonly metric?: string;
  /** null: not known. */
  readonly valueOf: (figures: Figured) => number | null | undefined;
  readonly intervalOf?: (figures: Figured) => Interval | null | undefined;
}

/** Fewer answers say too little of an NPS. */
const leastAnswers = 5;

const kpi = (group: ColumnGroup, kind: ColumnKind, name: NumericKpi): Column => ({
  group,
  kind,
  metric: name,
  valueOf: (figures) => figures[name],
});

const columns = {
  passersBy: kpi('funnel', 'count', 'passersBy'),
  captureRate: {
    ...kpi('funnel', 'percent', 'captureRate'),
    intervalOf: (figures: Figured) => figures.captureInterval,
  },
  entries: kpi('funnel', 'count', 'entries'),
  conversionRate: {
    ...kpi('funnel', 'percent', 'conversionRate'),
    intervalOf: (figures: Figured) => figures.conversionInterval,
  },
  place: {
    group: 'funnel',
    kind: 'place',
    metric: 'conversionInterval',
    valueOf: ({ place }) => place && (place[0] + place[1]) / 2,
  },
  purchases: kpi('funnel', 'count', 'purchases'),
  exits: kpi('funnel', 'count', 'exits'),
  averageCheckMinor: kpi('sales', 'money', 'averageCheckMinor'),
  netSalesMinor: kpi('sales', 'money', 'netSalesMinor'),
  salesPerVisitorMinor: kpi('sales', 'money', 'salesPerVisitorMinor'),
  unitsPerTransaction: kpi('sales', 'ratio', 'unitsPerTransaction'),
  items: kpi('sales', 'count', 'items'),
  grossSalesMinor: kpi('sales', 'money', 'grossSalesMinor'),
  returnsMinor: kpi('sales', 'money', 'returnsMinor'),
  netSalesExTaxMinor: kpi('sales', 'money', 'netSalesExTaxMinor'),
  queueWait: {
    group: 'queue',
    kind: 'duration',
    metric: 'waitSeconds',
    valueOf: ({ queue }) => queue?.meanWaitSeconds,
  },
  queueP90: { group: 'queue', kind: 'duration', metric: 'waitSeconds', valueOf: ({ queue }) => queue?.p90WaitSeconds },
  queueLevel: { group: 'queue', kind: 'percent', metric: 'serviceLevel', valueOf: ({ queue }) => queue?.serviceLevel },
  queueLeft: {
    group: 'queue',
    kind: 'percent',
    metric: 'abandonmentRate',
    valueOf: ({ queue }) => queue?.abandonmentRate,
  },
  queueLength: { group: 'queue', kind: 'count', metric: 'averageLength', valueOf: ({ queue }) => queue?.averageLength },
  serviceGreen: {
    group: 'service',
    kind: 'percent',
    metric: 'zones',
    valueOf: ({ service }) => service?.zones?.shares?.green,
  },
  nps: {
    group: 'service',
    kind: 'points',
    metric: 'nps',
    valueOf: ({ service }) => (service && service.npsAnswers >= leastAnswers ? service.nps : null),
    intervalOf: ({ service }) => (service && service.npsAnswers >= leastAnswers ? service.npsInterval : null),
  },
  csat: { group: 'service', kind: 'percent', metric: 'csat', valueOf: ({ service }) => service?.csat },
  csi: { group: 'service', kind: 'percent', metric: 'csi', valueOf: ({ service }) => service?.csi },
  requests: { group: 'service', kind: 'count', metric: 'requests', valueOf: ({ service }) => service?.openRequests },
  checks: { group: 'service', kind: 'percent', metric: 'standards', valueOf: ({ service }) => service?.passedShare },
  coverage: { group: 'data', kind: 'percent', metric: 'coverage', valueOf: ({ coverage }) => coverage.entries },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnId = keyof typeof columns;

// Object.keys forgets what the object's own type says.
export const columnIds = Object.keys(columns) as readonly ColumnId[];

export function columnOf(id: ColumnId): Column {
  return columns[id];
}

export function isColumnId(text: string): text is ColumnId {
  return Object.hasOwn(columns, text);
}

export function isCourse(text: string | null): text is NumericKpi {
  return numericKpis.some((one) => one === text);
}

/** What stands in the table where nothing else was chosen. */
export const usualColumns: readonly ColumnId[] = [
  'captureRate',
  'entries',
  'conversionRate',
  'averageCheckMinor',
  'netSalesMinor',
  'queueWait',
  'coverage',
];

/** The figure; null: not known. */
export function valueIn(id: ColumnId, figures: Figured): number | null {
  return columnOf(id).valueOf(figures) ?? null;
}

/** Is the figure known, but made of a step that is covered below 70 %? */
export function isDoubtful(id: ColumnId, figures: Figured): boolean {
  if (id === 'coverage') return (figures.coverage.entries ?? 1) < lowCoverageBelow;
  return isCourse(id) && hasLowCoverage(id, figures.coverage);
}

/** Beside the entries, whose coverage is the column's own. */
export const otherSteps = ['passersBy', 'purchases'] as const;

interface LackingStep {
  readonly step: (typeof otherSteps)[number];
  readonly share: number;
}

/** The steps other than entries that are covered below 70 %. */
export function lackingSteps({ coverage }: Pick<Figured, 'coverage'>): LackingStep[] {
  return otherSteps.flatMap((step) => {
    const share = coverage[step];
    return share !== null && share < lowCoverageBelow ? [{ step, share }] : [];
  });
}

/** In whole units of its currency, as files have it. */
export function wholeUnits(minor: number, currency: string): number {
  return Math.round(minor) / 10 ** currencyDigits(currency);
}
