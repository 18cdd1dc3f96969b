import { type Language, languages } from '../../db/vocabulary/preferences.ts';

export { type Language, languages };

function languageOf(text: string | null | undefined): Language {
  return languages.find((one) => one === text) ?? 'en';
}

// A page has a document; a test that runs without one reads English.
const page = globalThis as {
  readonly document?: { readonly documentElement: { getAttribute(name: string): string | null } };
};

/** The language this dashboard was built in: the page itself says it. */
export const language: Language = languageOf(page.document?.documentElement.getAttribute('data-language'));

export const isRightToLeft: boolean = language === 'fa';
