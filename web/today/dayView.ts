import type {
  Beside,
  Figures,
  Funnel,
  KpiStep,
  Kpis,
  QualityLevel,
  QualityReason,
  StepName,
  Today,
} from '../api-types.ts';
import { clockOf } from '../format/dates.ts';
import { messages } from '../messages.ts';
import type { OccupancyNow } from './dayTypes.ts';

/** What the figures are compared with: the usual same weekday, or (for past days) the same weekday a week before. */
export interface Compared {
  readonly kind: 'usual' | 'previous';
  /** How many days the usual is the median of; 1 for a single day. */
  readonly days: number;
  readonly date: string | null;
  readonly values: Figures;
  readonly change: Figures;
}

/** One store's business date as the page shows it, be it today or past. */
export interface DayView {
  readonly store: string;
  readonly currency: string;
  readonly timezone: string;
  readonly date: string;
  readonly isToday: boolean;
  /** Instant up to which the figures reach; null for a day that is over. */
  readonly now: string | null;
  readonly isOpen: boolean;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly total: Kpis;
  readonly hours: readonly KpiStep[];
  readonly compared: Compared | null;
  /** null: not loaded yet. */
  readonly beside: Beside | null;
  /** People inside now; null for a day that is over. */
  readonly occupancy: OccupancyNow | null;
  readonly quality: { readonly level: QualityLevel; readonly reasons: readonly QualityReason[] };
}

export const stepNames: readonly StepName[] = ['passersBy', 'entries', 'purchases'];

export function viewOfToday(today: Today): DayView {
  const { usual } = today;
  return {
    store: today.store,
    currency: today.currency,
    timezone: today.timezone,
    date: today.date,
    isToday: true,
    now: today.now,
    isOpen: today.isOpen,
    opensAt: today.opensAt ?? null,
    closesAt: today.closesAt ?? null,
    total: today.total,
    hours: today.hours,
    compared: usual && { kind: 'usual', days: usual.days, date: null, values: usual.values, change: usual.change },
    beside: { queue: today.queue, service: today.service },
    occupancy: today.occupancy,
    quality: today.quality,
  };
}

export function viewOfPast(funnel: Funnel): DayView {
  const { comparison } = funnel;
  return {
    store: funnel.store,
    currency: funnel.currency,
    timezone: funnel.timezone,
    date: funnel.from,
    isToday: false,
    now: null,
    isOpen: false,
    opensAt: null,
    closesAt: null,
    total: funnel.total,
    hours: funnel.series ?? [],
    compared: comparison
      ? { kind: 'previous', days: 1, date: comparison.from, values: comparison.total, change: comparison.change }
      : null,
    beside: null,
    occupancy: null,
    quality: qualityOf(funnel.total),
  };
}

/** Before the date's first opening. */
export function isBeforeOpening({ now, opensAt }: DayView): boolean {
  return now !== null && opensAt !== null && Date.parse(now) < Date.parse(opensAt);
}

/** Whether the store is open just now, in words. `opensAt` and `closesAt` are the date's first opening and last closing. */
export function openingWords(view: DayView): string {
  const text = messages.day;
  const { now, opensAt, closesAt } = view;
  if (view.isOpen) return closesAt === null ? text.open : text.openUntil(clockOf(closesAt));
  if (opensAt !== null && isBeforeOpening(view)) return text.opensAt(clockOf(opensAt));
  const isOver = now !== null && closesAt !== null && Date.parse(closesAt) <= Date.parse(now);
  return isOver ? text.closedSince(clockOf(closesAt)) : text.closed;
}

/** Nothing of the funnel is known: neither measured nor zero. */
export function isEmpty(total: Kpis): boolean {
  return stepNames.every((step) => total[step] === null);
}

const goodFrom = 0.95;
const poorBelow = 0.7;

/** The quality of a past day, by its worst covered step and its flags; `none` where nothing was due. */
export function qualityOf(total: Kpis): DayView['quality'] {
  const covered = stepNames.flatMap((step) => {
    const share = total.coverage[step];
    return share === null ? [] : [{ step, share }];
  });
  const warned = total.flags.filter((flag) => flag in messages.quality.flags);
  const reasons = [
    ...covered
      .filter(({ share }) => share < goodFrom)
      .map(({ step, share }) => ({
        code: 'low_coverage',
        step,
        text: messages.quality.lowCoverage(step, `${Math.floor(share * 100)} %`),
      })),
    ...warned.map((code) => ({ code, text: messages.quality.flags[code] ?? code })),
  ];
  return { level: levelOf(Math.min(...covered.map(({ share }) => share)), warned.length > 0), reasons };
}

function levelOf(worst: number, isWarned: boolean): QualityLevel {
  if (worst === Number.POSITIVE_INFINITY) return 'none';
  if (worst < poorBelow) return 'poor';
  return worst < goodFrom || isWarned ? 'fair' : 'good';
}
