import { adjustedMetrics } from './metrics/adjusted.ts';
import { besideMetrics } from './metrics/beside.ts';
import type { Metric } from './metrics/metric.ts';
import { peopleMetrics } from './metrics/people.ts';
import { qualityMetrics } from './metrics/quality.ts';
import { queueBesideMetrics, queueMetrics } from './metrics/queue.ts';
import { salesMetrics } from './metrics/sales.ts';
import { serviceMetrics } from './metrics/service.ts';
import type { QueueKpis } from './queue/schema.ts';
import type { Kpis } from './schema.ts';

const everyMetric = [...peopleMetrics, ...salesMetrics, ...qualityMetrics] as const;

type RegisteredKey = (typeof everyMetric)[number]['key'];
/** Fails to compile where a KPI has no metric: every field of Kpis must be a registered key. */
type UnregisteredKpi = Exclude<keyof Kpis, RegisteredKey>;
const unregistered: UnregisteredKpi[] = [];
/** The same of queues; their flags are among the others. */
type UnregisteredQueueKpi = Exclude<keyof QueueKpis, (typeof queueMetrics)[number]['key'] | 'flags'>;
const unregisteredQueue: UnregisteredQueueKpi[] = [];

type QueueKey = (typeof queueMetrics | typeof queueBesideMetrics)[number]['key'];
type ServiceKey = (typeof serviceMetrics)[number]['key'];

/** What is shown beside the KPIs, and is none of them. */
export type BesideKey = (typeof besideMetrics | typeof adjustedMetrics)[number]['key'];

/** The registry of metrics: what every KPI and every figure beside them is called, how it is worked out, and what it leaves out. */
export const metrics: readonly Metric<keyof Kpis | BesideKey | QueueKey | ServiceKey>[] = [
  ...everyMetric,
  ...unregistered,
  ...besideMetrics,
  ...adjustedMetrics,
  ...queueMetrics,
  ...unregisteredQueue,
  ...queueBesideMetrics,
  ...serviceMetrics,
];
