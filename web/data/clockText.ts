import { shortDate } from '../format/dates.ts';
import type { Formats } from '../format/formats.ts';
import { dataMessages } from './dataMessages.ts';

/** `Sat 14 Mar, 14:05`: an instant that carries its offset, by the clock it was written on. */
export function clockText(instant: string, formats: Formats): string {
  return dataMessages.instant(shortDate(instant.slice(0, 10), formats.textLocale), formats.clock(instant));
}

/** A sentence of the server's, in which times stand as `2026-03-14 14:05`, with each as all others are written here. */
export function datedText(sentence: string, formats: Formats): string {
  return sentence.replace(/\b(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})\b/g, (_, date: string, time: string) =>
    clockText(`${date}T${time}`, formats),
  );
}

/** From one instant to another, as `put` says it; the day is said once where both have the same. */
export function spanText(
  { start, end }: { readonly start: string; readonly end: string },
  formats: Formats,
  put: (from: string, to: string) => string,
): string {
  const isSameDay = start.slice(0, 10) === end.slice(0, 10);
  return put(clockText(start, formats), isSameDay ? formats.clock(end) : clockText(end, formats));
}
