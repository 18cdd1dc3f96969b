import type { Beside, Figures, KpiStep, Kpis, QualityLevel, QualityReason, StepName, Today } from '../api-types.ts';
import type { Formats } from '../format/formats.ts';
import { dayMessages } from './dayMessages.ts';
import type { DayFacts } from './dayTypes.ts';
import { todayMessages } from './todayMessages.ts';

/** The usual same weekday, up to the same time where the day is not over. */
export interface Compared {
  /** How many days the usual is the median of. */
  readonly days: number;
  readonly values: Figures;
  readonly change: Figures;
}

/** One store's business date as the page shows it, be it today or past. */
export interface DayView extends Pick<DayFacts, 'headline' | 'standing' | 'attention' | 'occupancy'> {
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
  readonly beside: Beside;
  readonly quality: { readonly level: QualityLevel; readonly reasons: readonly QualityReason[] };
}

export const stepNames: readonly StepName[] = ['passersBy', 'entries', 'purchases'];

export function viewOf(day: Today, formats: Formats): DayView {
  const { isPast, total } = day;
  return {
    store: day.store,
    currency: day.currency,
    timezone: day.timezone,
    date: day.date,
    isToday: !isPast,
    now: isPast ? null : day.now,
    isOpen: day.isOpen,
    opensAt: day.opensAt ?? null,
    closesAt: day.closesAt ?? null,
    total,
    hours: day.hours,
    compared: day.usual,
    headline: day.headline,
    standing: day.standing,
    attention: day.attention,
    beside: { queue: day.queue, service: day.service },
    occupancy: day.occupancy,
    quality: isPast ? qualityOf(total, formats) : day.quality,
  };
}

/** Before the date's first opening. */
export function isBeforeOpening({ now, opensAt }: DayView): boolean {
  return now !== null && opensAt !== null && Date.parse(now) < Date.parse(opensAt);
}

/** Whether the store is open just now, in words. `opensAt` and `closesAt` are the date's first opening and last closing. */
export function openingWords(view: DayView, formats: Formats): string {
  const text = todayMessages;
  const { now, opensAt, closesAt } = view;
  if (view.isOpen) return closesAt === null ? text.open : text.openUntil(formats.clock(closesAt));
  if (opensAt !== null && isBeforeOpening(view)) return text.opensAt(formats.clock(opensAt));
  const isOver = now !== null && closesAt !== null && Date.parse(closesAt) <= Date.parse(now);
  return isOver ? text.closedSince(formats.clock(closesAt)) : text.closed;
}

/** Nothing of the funnel is known: neither measured nor zero. */
export function isEmpty(total: Kpis): boolean {
  return stepNames.every((step) => total[step] === null);
}

const goodFrom = 0.95;
const poorBelow = 0.7;

/** The quality of a past day, by its worst covered step and its flags; `none` where nothing was due. */
export function qualityOf(total: Kpis, formats: Formats): DayView['quality'] {
  const covered = stepNames.flatMap((step) => {
    const share = total.coverage[step];
    return share === null ? [] : [{ step, share }];
  });
  const warned = total.flags.filter((flag) => flag in dayMessages.quality.flags);
  const reasons = [
    ...covered
      .filter(({ share }) => share < goodFrom)
      .map(({ step, share }) => ({
        code: 'low_coverage',
        step,
        text: dayMessages.quality.lowCoverage(step, formats.percent(Math.floor(share * 100) / 100, 0)),
      })),
    ...warned.map((code) => ({ code, text: dayMessages.quality.flags[code] ?? code })),
  ];
  return { level: levelOf(Math.min(...covered.map(({ share }) => share)), warned.length > 0), reasons };
}

function levelOf(worst: number, isWarned: boolean): QualityLevel {
  if (worst === Number.POSITIVE_INFINITY) return 'none';
  if (worst < poorBelow) return 'poor';
  return worst < goodFrom || isWarned ? 'fair' : 'good';
}
