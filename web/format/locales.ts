import { type CalendarName, type Digits, type Language, languages } from '../../db/vocabulary/preferences.ts';

/** How somebody wants to read numbers and dates. null: as their language has it. */
export interface Manner {
  readonly language: Language;
  readonly digits: Digits | null;
  readonly calendar: CalendarName | null;
}

/** What somebody chose; the language is the page's own, which follows their choice when it is loaded. */
export function mannerOf(
  preferences: Pick<Manner, 'digits' | 'calendar'> | null | undefined,
): Pick<Manner, 'digits' | 'calendar'> {
  return { digits: preferences?.digits ?? null, calendar: preferences?.calendar ?? null };
}

const ownLocales: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru', fa: 'fa' };

/**
 * The organisation's locale where it is one of the page's language (`en-US`), or one of a language that the dashboard does not
 * speak and therefore shows in English (`de`); else the language's own.
 */
export function numberLocale(organisation: string, { language, digits }: Manner): string {
  const locale = isLocale(organisation) ? new Intl.Locale(organisation) : new Intl.Locale(ownLocales[language]);
  const isForeign = languages.every((one) => one !== locale.language);
  const isKept = locale.language === language || (isForeign && language === 'en');
  return withKeywords(isKept ? locale.baseName : ownLocales[language], { numberingSystem: digitsOf(language, digits) });
}

/** Of words and dates: always in the page's language. */
export function textLocale(organisation: string, manner: Manner): string {
  const { language, digits, calendar } = manner;
  const own = isLocale(organisation) ? new Intl.Locale(organisation) : null;
  return withKeywords(own?.language === language ? own.baseName : ownLocales[language], {
    numberingSystem: digitsOf(language, digits),
    calendar: calendarOf(language, calendar),
  });
}

/** undefined: as the locale has it. */
function digitsOf(language: Language, digits: Digits | null): string | undefined {
  if (digits === null) return language === 'fa' ? 'arabext' : undefined;
  return digits === 'persian' ? 'arabext' : 'latn';
}

function calendarOf(language: Language, calendar: CalendarName | null): string | undefined {
  if (calendar === null) return language === 'fa' ? 'persian' : undefined;
  return calendar === 'persian' ? 'persian' : 'gregory';
}

interface Keywords {
  readonly numberingSystem: string | undefined;
  readonly calendar?: string | undefined;
}

function withKeywords(base: string, { numberingSystem, calendar }: Keywords): string {
  return new Intl.Locale(base, {
    ...(numberingSystem === undefined ? {} : { numberingSystem }),
    ...(calendar === undefined ? {} : { calendar }),
  }).toString();
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
