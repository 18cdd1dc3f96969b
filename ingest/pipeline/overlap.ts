/** As much of an interval as overlap is judged by; all of one device and line, with starts of their own. */
export interface Span {
  readonly startAt: number;
  readonly endAt: number;
}

/**
 * The starts of those that are overlap: another with an earlier start ends after theirs, whether or not that one is itself overlap
 * (contract 3). `spans` in order of start.
 */
export function overlapping(spans: readonly Span[]): Set<number> {
  const found = new Set<number>();
  let latestEnd = Number.NEGATIVE_INFINITY;
  for (const { startAt, endAt } of spans) {
    if (latestEnd > startAt) found.add(startAt);
    latestEnd = Math.max(latestEnd, endAt);
  }
  return found;
}

/**
 * Stretches of starts that a change can turn: from each changed start to its (old or new) end; those that touch are one.
 * `changed` in any order.
 */
export function turnable(changed: readonly Span[]): Span[] {
  const sorted = [...changed].sort((a, b) => a.startAt - b.startAt);
  const merged: { startAt: number; endAt: number }[] = [];
  for (const { startAt, endAt } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && startAt <= last.endAt) last.endAt = Math.max(last.endAt, endAt);
    else merged.push({ startAt, endAt });
  }
  return merged;
}
