import { holidayMarks } from './marks.ts';
import type { Note } from './trendsApi.ts';

/** A holiday or a note in the list of a period. */
export interface CalendarEntry {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly kind: 'holiday' | 'note';
  readonly note: Note | null;
}

/** Holidays and notes, the latest first. */
export function calendarEntries(
  holidays: readonly { readonly date: string; readonly name: string }[],
  notes: readonly Note[],
): CalendarEntry[] {
  const entries: CalendarEntry[] = [
    ...holidayMarks(holidays).map((mark) => ({ ...mark, key: `${mark.from} ${mark.text}`, note: null })),
    ...notes.map((note) => ({
      key: note.id,
      from: note.from,
      to: note.to,
      text: note.text,
      kind: 'note' as const,
      note,
    })),
  ];
  return entries.toSorted((a, b) => (a.from > b.from ? -1 : Number(a.from < b.from)));
}
