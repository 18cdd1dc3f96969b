import { addDays, shortDate, shortSpan } from '../format/dates.ts';
import type { Formats } from '../format/formats.ts';
import { frameMessages } from '../frame/frameMessages.ts';
import type { DateRange, Period } from './period.ts';

interface ShownTime {
  readonly range: DateRange;
  /** null: chosen by its dates. */
  readonly period: Period | null;
  readonly today: string;
}

/** What time is shown, as a button says it: `Today`, `Sat 22 Nov`, `7 days: 16 – 22 Nov`. */
export function timeText({ range, period, today }: ShownTime, formats: Formats): string {
  const { names, presets } = frameMessages.period;
  const { from, to } = range;
  if (from === to) {
    if (to === today) return presets.today;
    if (to === addDays(today, -1)) return presets.yesterday;
    return shortDate(to, formats.textLocale);
  }
  if (period !== null && to === today) return formats.digits(presets[period === 'day' ? 'today' : period]);
  const span = shortSpan(from, to, { today, locale: formats.textLocale });
  return period === null ? span : `${formats.digits(names[period])}: ${span}`;
}
