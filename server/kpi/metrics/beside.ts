import type { Metric } from './metric.ts';

/** What is shown beside the measured figures, marked, and never in their place. */
export const besideMetrics = [] as const satisfies readonly Metric[];
