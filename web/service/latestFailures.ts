import type { HandCheck } from './serviceTypes.ts';

export interface LatestCheck extends Pick<HandCheck, 'standard' | 'name' | 'at'> {
  /** Each item once, however often it was looked at. */
  readonly failed: readonly { readonly item: string; readonly text: string }[];
}

/** What failed in each checklist's latest check. `checks`: the latest first. */
export function latestFailures(checks: readonly HandCheck[]): LatestCheck[] {
  const latest = new Map<string, HandCheck>();
  for (const check of checks) if (!latest.has(check.standard)) latest.set(check.standard, check);
  return [...latest.values()].map(({ standard, name, at, items }) => {
    const failed = new Map(items.filter(({ passed }) => !passed).map(({ item, text }) => [item, text]));
    return { standard, name, at, failed: [...failed].map(([item, text]) => ({ item, text })) };
  });
}
