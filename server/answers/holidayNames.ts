import type { Language } from '../contracts/languages.ts';

/** What the calendar itself cannot say in Russian and Persian, by its English names. */
const names: Readonly<Record<string, Partial<Record<Language, string>>>> = {};

interface NamedHoliday {
  /** As the calendar says it in the language, or in English where it does not know it. */
  readonly name: string;
  readonly english: string;
  readonly language: Language;
}

/**
 * A holiday's name. The calendar's Persian is written in presentation forms (U+FE70…) in places: letters that no search finds and that
 * many fonts lack; NFKC makes ordinary letters of them.
 */
export function holidayName({ name, english, language }: NamedHoliday): string {
  return (names[english]?.[language] ?? name).normalize('NFKC').replace(/\s+/g, ' ').trim();
}
