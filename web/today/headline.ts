import type { Against, Headline, Standing } from '../../server/kpi/day/schema.ts';
import type { StepName } from '../api-types.ts';
import { weekdayOf } from '../format/dates.ts';
import type { Formats } from '../format/formats.ts';
import type { Count } from '../language/plural.ts';
import type { DayView } from './dayView.ts';
import { todayMessages } from './todayMessages.ts';

/** 0 is Monday, 6 is Sunday. */
export type WeekdayNumber = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** What a language makes its sentence of. */
export interface CountedDay {
  readonly step: StepName;
  readonly count: Count;
  readonly weekday: WeekdayNumber;
  /** The last opening is over: no "so far". */
  readonly isOver: boolean;
  /** The date runs on, and usual days were taken up to the same time. */
  readonly isByNow: boolean;
  /** null: there is nothing to compare with. */
  readonly change: DayChange | null;
}

interface DayChange {
  /** Without a sign. */
  readonly percent: string;
  readonly direction: 'up' | 'down' | 'same';
  /** Beyond what usual days do by themselves. */
  readonly isUnusual: boolean;
}

const text = todayMessages.headline;

/** What the day was like, in one sentence. */
export function headlineText(view: DayView, formats: Formats): string {
  const { headline, standing } = view;
  if (headline.state === 'nothing') return text.alone(text.nothing);
  if (headline.state === 'closed') return text.alone(text.closed);
  if (headline.state === 'notBegun') {
    return text.alone(text.notBegun(view.opensAt === null ? null : formats.clock(view.opensAt)));
  }
  const step = headline.step ?? 'entries';
  const first = text.counted(countedDay(view, step, formats));
  const second = remarkOf(standing, headline, { step, date: view.date, formats });
  return second === null ? text.alone(first) : text.and(first, second);
}

function countedDay(view: DayView, step: StepName, formats: Formats): CountedDay {
  const against = view.standing[step];
  return {
    step,
    count: formats.counted(Math.round(view.total[step] ?? 0)),
    weekday: weekdayNumber(view.date),
    isOver: view.headline.isOver,
    isByNow: view.isToday,
    change: changeOf(against, formats),
  };
}

function changeOf({ change, verdict }: Against, formats: Formats): DayChange | null {
  if (change === null) return null;
  const isSame = Math.abs(change) < 0.005;
  return {
    percent: formats.percent(Math.abs(change), 0),
    direction: isSame ? 'same' : change > 0 ? 'up' : 'down',
    isUnusual: verdict === 'above' || verdict === 'below',
  };
}

interface Remark {
  readonly step: StepName;
  readonly date: string;
  readonly formats: Formats;
}

/** How conversion stands, or why nothing is compared; null: nothing to add. */
function remarkOf(standing: Standing, { isOver }: Headline, { step, date, formats }: Remark): string | null {
  const { conversionRate } = standing;
  if (standing[step].reason === 'lowCoverage') return text.notCompared;
  if (standing[step].reason === 'noUsual') return text.noUsual(weekdayNumber(date));
  if (conversionRate.verdict === 'within') return text.conversion.within;
  if (conversionRate.verdict !== null)
    return text.conversion[conversionRate.verdict](formats.percent(conversionRate.value));
  if (conversionRate.reason !== 'tooFew') return null;
  return isOver ? text.conversion.tooFew : text.conversion.tooEarly;
}

/** What lies within the usual ranges: `270 to 390 entries, conversion 19.7–29.0%, from 8 Saturdays`; null where nothing is known. */
export function usualText(view: DayView, formats: Formats): string | null {
  const { usual } = todayMessages;
  const step = view.headline.step ?? 'entries';
  const leading = view.standing[step];
  if (leading.range === null) return null;
  const [low, high] = leading.range;
  const conversion = formats.interval(view.standing.conversionRate.range);
  return usual.all([
    usual.counts[step](formats.whole(low), formats.whole(high)),
    ...(conversion === null ? [] : [usual.conversion(conversion)]),
    usual.from(formats.counted(leading.days), weekdayNumber(view.date)),
  ]);
}

function weekdayNumber(date: string): WeekdayNumber {
  // Guaranteed by weekdayOf: a day of the week.
  return weekdayOf(date) as WeekdayNumber;
}
