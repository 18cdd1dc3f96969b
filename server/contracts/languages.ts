import { type Language, languages } from '../../db/vocabulary/preferences.ts';

export { type Language, languages };

/** `ru` of `ru-RU`; English of what is not spoken here. */
export function languageOf(locale: string): Language {
  return languages.find((known) => locale === known || locale.startsWith(`${known}-`)) ?? 'en';
}
