import type { Span } from '../time/opening.ts';

/** One status of a device, as it stands; lists of them are in order of time. */
export interface StatusChange {
  readonly at: number;
  readonly state: 'online' | 'offline';
  readonly problem: string | null;
}

/** From a status with a problem until the next status, or without end. */
export function problemSpans(statuses: readonly StatusChange[]): Span[] {
  return spansWhere(statuses, (status) => status.problem !== null);
}

/** From a status `online` until the next `offline`, or without end. */
export function onlineSpans(statuses: readonly StatusChange[]): Span[] {
  return spansWhere(statuses, (status) => status.state === 'online');
}

function spansWhere(statuses: readonly StatusChange[], isTrue: (status: StatusChange) => boolean): Span[] {
  const spans: { startAt: number; endAt: number }[] = [];
  statuses.forEach((status, i) => {
    if (!isTrue(status)) return;
    const endAt = statuses[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    const last = spans.at(-1);
    if (last?.endAt === status.at) last.endAt = endAt;
    else spans.push({ startAt: status.at, endAt });
  });
  return spans;
}
