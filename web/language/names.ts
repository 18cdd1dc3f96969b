import type { Language } from './language.ts';

/** Each language by its own name, the same in all of them: who can't read the page finds theirs. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', fa: 'فارسی' };
