import { type Language, languages } from '../../db/vocabulary/preferences.ts';

export { type Language, languages };

function languageOf(text: string | null | undefined): Language {
  return languages.find((one) => one === text) ?? 'en';
}

/** Set down by the build (vite.config.ts); a test has none, and reads English. */
declare const LINTEL_LANGUAGE: string | undefined;

/** The language this dashboard was built in. */
export const language: Language = languageOf(typeof LINTEL_LANGUAGE === 'undefined' ? null : LINTEL_LANGUAGE);

export const isRightToLeft: boolean = language === 'fa';
