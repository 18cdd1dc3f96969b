import type { Step } from '../../../db/vocabulary/quality.ts';
import type { Kpis } from '../schema.ts';
import type { Headline } from './schema.ts';

/** When a date begins, opens and ends; instants in epoch ms. */
export interface DayTimes {
  readonly isPast: boolean;
  readonly isOpen: boolean;
  /** The next opening, where the store is closed; null: none. */
  readonly opensAt: number | null;
  /** The hours that touch the date's window; none: the store does not open on it. */
  readonly hours: readonly { readonly endAt: number }[];
}

/** Which count the sentence at the top leads with: who came in, else who bought, else who passed by. */
const leading: readonly Step[] = ['entries', 'purchases', 'passersBy'];

/** What the sentence at the top of a day speaks of. */
export function headlineOf(total: Kpis, times: DayTimes): Headline {
  const step = leading.find((one) => total[one] !== null) ?? null;
  const isOver = isDayOver(times);
  const state = step !== null && (total[step] ?? 0) > 0 ? 'counted' : emptyState(step, { ...times, isOver });
  return { state, step, isOver };
}

function emptyState(step: Step | null, times: DayTimes & { readonly isOver: boolean }): Headline['state'] {
  if (times.hours.length === 0) return 'closed';
  if (!times.isPast && !times.isOpen && !times.isOver) return 'notBegun';
  return step === null ? 'nothing' : 'counted';
}

/** The date is over, or the store is closed and opens again only after its window. */
function isDayOver({ isPast, isOpen, opensAt, hours }: DayTimes): boolean {
  const end = hours.at(-1)?.endAt ?? null;
  return isPast || (!isOpen && (opensAt === null || (end !== null && opensAt >= end)));
}
