import type { Compare, Interval } from '../api-types.ts';
import { durationText } from '../format/durations.ts';
import { type Formats, unknown } from '../format/formats.ts';
import { branchesMessages as text } from './branchesMessages.ts';
import { type ColumnId, columnOf, type Figured, valueIn } from './columns.ts';

/** How figures are written, and what money is in; null: in several currencies, and so not known. */
export interface Writing {
  readonly currency: string | null;
  readonly formats: Formats;
}

export function figureText(id: ColumnId, value: number | null, { currency, formats }: Writing): string {
  if (value === null) return unknown;
  switch (columnOf(id).kind) {
    case 'percent':
      return id === 'coverage' ? shareText(value, formats) : formats.percent(value);
    case 'money':
      return currency === null ? unknown : formats.money(value, currency);
    case 'ratio':
      return formats.ratio(value);
    case 'duration':
      return durationText(value, formats);
    case 'points':
      return pointsText(value, formats);
    default:
      return formats.count(value);
  }
}

/** A share of time covered, not rounded up to all of it. */
export function shareText(share: number, formats: Formats): string {
  return formats.percent(Math.floor(share * 100) / 100, 0);
}

/** Points from −100 to 100, with their sign. */
function pointsText(value: number, formats: Formats): string {
  return value < 0 ? formats.signed(value, formats.count(-value)) : formats.count(value);
}

export function cellText(id: ColumnId, figures: Figured, { currency, formats }: Writing): string {
  if (id !== 'place') return figureText(id, valueIn(id, figures), { currency, formats });
  const { place } = figures;
  if (!place) return unknown;
  const [best, worst] = place;
  return best === worst ? formats.count(best) : text.table.places(formats.count(best), formats.count(worst));
}

/** `21.3–24.0 %`; null where the figure has none. */
export function intervalText(id: ColumnId, figures: Figured, formats: Formats): string | null {
  const interval: Interval | null = columnOf(id).intervalOf?.(figures) ?? null;
  if (interval === null) return null;
  if (id === 'nps') return text.table.places(pointsText(interval[0], formats), pointsText(interval[1], formats));
  return formats.interval(interval);
}

/** Of all branches together, a line a currency where there are several. */
export function sumTexts(id: ColumnId, compare: Compare, formats: Formats): string[] {
  const { total, queue, service, currency, money } = compare;
  if (columnOf(id).kind !== 'money' || !money)
    return [cellText(id, { ...total, queue, service }, { currency, formats })];
  const known = Object.entries(money).flatMap(([code, of]) => {
    const value = Object.entries(of).find(([name]) => name === id)?.[1];
    return typeof value === 'number' ? [formats.money(value, code)] : [];
  });
  return known.length === 0 ? [unknown] : known;
}
