import type { Cause, Difference, Kpis, RestatedChange, RestatedDay, Restatements } from '../api-types.ts';
import type { Formats } from '../format/formats.ts';
import { restatedMessages as text } from './restatedMessages.ts';

/** The figures that the sentence and the table speak of, in the order of the funnel. */
const shownFigures = ['passersBy', 'entries', 'exits', 'purchases', 'netSalesMinor'] as const;
type ShownFigure = (typeof shownFigures)[number];

export interface RestatedRow {
  readonly cause: string;
  readonly device: string;
  readonly last: string;
  readonly cells: readonly string[];
}

/** What a past day showed when it ended beside what it shows now, in words and rows. */
export interface RestatedView {
  readonly sentence: string;
  /** When it was looked at; null: never. */
  readonly reportedAt: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly RestatedRow[];
  /** What the rows add up to; null where there is one or none. */
  readonly sum: readonly string[] | null;
  readonly outside: string | null;
}

const nothing = { reportedAt: null, columns: [], rows: [], sum: null, outside: null };

/** The one date that was asked for. */
export function restatedView(
  { days, currency, reportedFrom }: Restatements,
  date: string,
  formats: Formats,
): RestatedView {
  const day = days.find((one) => one.date === date);
  if (day === undefined) {
    const isAwaited = reportedFrom !== null && date >= reportedFrom;
    return { ...nothing, sentence: isAwaited ? text.notYet : text.noReport };
  }
  const reportedAt = text.reportedAt(whenOf(day.reportedAt, formats));
  const changes = day.changes.filter(hasChanged);
  if (changes.length === 0) return { ...nothing, reportedAt, sentence: unchangedSentence(day) };
  const figures = shownFigures.filter((figure) => changes.some((change) => isOther(change[figure])));
  const cellsOf = (difference: Difference): string[] =>
    figures.map((figure) => differenceText(difference[figure], { figure, currency, formats }));
  return {
    sentence: sentenceOf(day, { changes, currency, formats }),
    reportedAt,
    columns: figures.map((figure) => text.columns[figure]),
    rows: changes.map((change) => ({
      cause: text.causes[change.cause],
      device: change.deviceName ?? text.allDevices,
      last: whenOf(change.lastAt, formats),
      cells: cellsOf(change),
    })),
    sum: changes.length > 1 ? cellsOf(day.difference) : null,
    outside: outsideText(day.difference, formats),
  };
}

/** Late statuses change what was covered, and so the rates, but no count. */
function unchangedSentence({ reported, restated }: RestatedDay): string {
  const isOtherRate = (['captureRate', 'conversionRate'] as const).some((rate) => reported[rate] !== restated[rate]);
  return isOtherRate ? text.nothingButRates : text.nothing;
}

interface Words {
  readonly changes: readonly RestatedChange[];
  readonly currency: string;
  readonly formats: Formats;
}

function sentenceOf(day: RestatedDay, { changes, currency, formats }: Words): string {
  const why = formats.list([...new Set(changes.map(({ cause }) => cause))].map((cause: Cause) => text.because[cause]));
  const differing = shownFigures.filter((figure) => isOther(day.difference[figure]));
  if (differing.length === 0) return text.evened(why);
  // Exits are nobody's first question.
  const other = differing.length === 1 ? differing : differing.filter((figure) => figure !== 'exits');
  const shown = (kpis: Kpis): string =>
    formats.list(other.map((figure) => text.figures[figure](valueText(kpis[figure], { figure, currency, formats }))));
  return text.sentence(shown(day.reported), shown(day.restated), why);
}

interface Shown {
  readonly figure: ShownFigure;
  readonly currency: string;
  readonly formats: Formats;
}

function valueText(value: number | null, { figure, currency, formats }: Shown): string {
  if (value === null) return text.none;
  return figure === 'netSalesMinor' ? formats.money(value, currency) : formats.count(value);
}

/** `+12`, `−₽3.50`, `0`; nothing where there is no such figure. */
function differenceText(value: number | null, shown: Shown): string {
  if (value === null) return '';
  if (value === 0) return shown.formats.count(0);
  return shown.formats.signed(value, valueText(Math.abs(value), shown));
}

function outsideText({ outsideHours }: Difference, formats: Formats): string | null {
  const { entries, purchases } = outsideHours;
  if (!isOther(entries) && !isOther(purchases)) return null;
  const signed = (figure: ShownFigure, value: number | null): string =>
    differenceText(value ?? 0, { figure, currency: '', formats });
  return text.outside(signed('entries', entries), signed('purchases', purchases));
}

function isOther(difference: number | null): boolean {
  return difference !== null && difference !== 0;
}

/** What went and came again is no change that anybody could see. */
function hasChanged(change: RestatedChange): boolean {
  const { entries, purchases, netSalesMinor } = change.outsideHours;
  return shownFigures.some((figure) => isOther(change[figure])) || [entries, purchases, netSalesMinor].some(isOther);
}

/** `Mar 14, 13:05` by the store's wall clock. */
function whenOf(instant: string, formats: Formats): string {
  const wall = new Date(`${instant.slice(0, 19)}Z`);
  const options = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(formats.textLocale, { ...options, timeZone: 'UTC' }).format(wall);
}
