import type { OpeningHours, Weekday } from '../api-types.ts';

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Times as `HH:MM`. A `to` not after `from` lies on the next day; `00:00` closes at midnight. */
export interface HoursSpan {
  readonly from: string;
  readonly to: string;
}

export interface DayHoursDraft {
  readonly isOpen: boolean;
  readonly spans: readonly HoursSpan[];
}

export type WeekDraft = Readonly<Record<Weekday, DayHoursDraft>>;

export type HoursFault = 'quarter' | 'same' | 'overlap' | 'missing';

export function usualWeek(): WeekDraft {
  const day: DayHoursDraft = { isOpen: true, spans: [{ from: '10:00', to: '20:00' }] };
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Minutes after the day's midnight at which a span ends; past 1440 where it passes midnight. */
function endOf({ from, to }: HoursSpan): number {
  const end = minutesOf(to);
  return end > minutesOf(from) ? end : end + 1440;
}

export function passesMidnight(span: HoursSpan): boolean {
  return span.from !== '' && span.to !== '' && endOf(span) > 1440;
}

function isAllDay({ from, to }: HoursSpan): boolean {
  return from === '00:00' && to === '00:00';
}

/** The first thing wrong with a day's hours. */
export function faultOf(day: DayHoursDraft): HoursFault | null {
  if (!day.isOpen) return null;
  if (day.spans.some(({ from, to }) => from === '' || to === '')) return 'missing';
  if (day.spans.some(({ from, to }) => minutesOf(from) % 15 !== 0 || minutesOf(to) % 15 !== 0)) return 'quarter';
  if (day.spans.some((span) => span.from === span.to && !isAllDay(span))) return 'same';
  const inOrder = day.spans.toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from));
  const overlaps = inOrder.some((span, place) => {
    const next = inOrder[place + 1];
    return next !== undefined && endOf(span) > minutesOf(next.from);
  });
  return overlaps ? 'overlap' : null;
}

/** The provision file's opening hours: `10:00-22:00`, `18:00-02:00`, `00:00-24:00`; a closed day is left out. */
export function openingHoursOf(week: WeekDraft): OpeningHours {
  const open = weekdays.filter((day) => week[day].isOpen);
  return Object.fromEntries(open.map((day) => [day, week[day].spans.map(spanText)]));
}

export function spanText({ from, to }: HoursSpan): string {
  return `${from}-${to === '00:00' ? '24:00' : to}`;
}

/** The week as a form shows it, from openings such as `10:00-22:00`; a closed day offers the usual hours. */
export function weekDraftOf(week: Partial<Record<Weekday, readonly string[]>>): WeekDraft {
  const usual = usualWeek();
  const draftOf = (day: Weekday): DayHoursDraft => {
    const openings = week[day] ?? [];
    if (openings.length === 0) return { ...usual[day], isOpen: false };
    return { isOpen: true, spans: openings.map(spanOf) };
  };
  return {
    mon: draftOf('mon'),
    tue: draftOf('tue'),
    wed: draftOf('wed'),
    thu: draftOf('thu'),
    fri: draftOf('fri'),
    sat: draftOf('sat'),
    sun: draftOf('sun'),
  };
}

function spanOf(opening: string): HoursSpan {
  const [from = '', to = ''] = opening.split('-');
  return { from, to: to === '24:00' ? '00:00' : to };
}
