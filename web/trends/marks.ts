import type { ChartMark } from '../charts/marks.ts';
import type { StepSize } from './ranges.ts';
import type { TrendStep } from './steps.ts';

/** Something of the calendar, by its business dates. */
export interface DatedMark {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly kind: ChartMark['kind'];
}

/** Holidays in a row of the same name are one. `holidays`: by date. */
export function holidayMarks(holidays: readonly { readonly date: string; readonly name: string }[]): DatedMark[] {
  const marks: DatedMark[] = [];
  for (const { date, name } of holidays) {
    const last = marks.at(-1);
    const isNext = last !== undefined && Date.parse(date) - Date.parse(last.to) <= 86_400_000;
    if (last !== undefined && isNext && last.text === name) marks[marks.length - 1] = { ...last, to: date };
    else marks.push({ from: date, to: date, text: name, kind: 'holiday' });
  }
  return marks;
}

/** Where marks stand on an axis of steps. Among months a single day says nothing: only what lasts a week or longer is marked there. */
export function marksOn(steps: readonly TrendStep[], marks: readonly DatedMark[], by: StepSize): ChartMark[] {
  return marks.flatMap(({ from, to, text, kind }) => {
    if (by === 'month' && Date.parse(to) - Date.parse(from) < 6 * 86_400_000) return [];
    const first = steps.findIndex((step) => step.to >= from && step.from <= to);
    if (first < 0) return [];
    const last = steps.findLastIndex((step) => step.from <= to && step.to >= from);
    return [{ place: first, to: last, text, kind }];
  });
}
