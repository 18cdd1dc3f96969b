/** Languages that templates and the public page speak. */
export const languages = ['en', 'ru', 'fa'] as const;
export type Language = (typeof languages)[number];

/** `ru` of `ru-RU`; English of what is not spoken here. */
export function languageOf(locale: string): Language {
  return languages.find((known) => locale === known || locale.startsWith(`${known}-`)) ?? 'en';
}
