import { adjustedMetrics } from './metrics/adjusted.ts';
import { besideMetrics } from './metrics/beside.ts';
import type { Metric } from './metrics/metric.ts';
import { peopleMetrics } from './metrics/people.ts';
import { qualityMetrics } from './metrics/quality.ts';
import { salesMetrics } from './metrics/sales.ts';
import type { Kpis } from './schema.ts';

const everyMetric = [...peopleMetrics, ...salesMetrics, ...qualityMetrics] as const;

type RegisteredKey = (typeof everyMetric)[number]['key'];
/** Fails to compile where a KPI has no metric: every field of Kpis must be a registered key. */
type UnregisteredKpi = Exclude<keyof Kpis, RegisteredKey>;
const unregistered: UnregisteredKpi[] = [];

/** What is shown beside the KPIs, and is none of them. */
export type BesideKey = (typeof besideMetrics | typeof adjustedMetrics)[number]['key'];

/** The registry of metrics: what every KPI and every figure beside them is called, how it is worked out, and what it leaves out. */
export const metrics: readonly Metric<keyof Kpis | BesideKey>[] = [
  ...everyMetric,
  ...unregistered,
  ...besideMetrics,
  ...adjustedMetrics,
];
