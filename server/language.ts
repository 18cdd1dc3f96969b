import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { getCookie } from 'hono/cookie';
import { type Language, languages } from './contracts/languages.ts';

function known(tag: string): Language | undefined {
  return languages.find((language) => tag === language || tag.startsWith(`${language}-`));
}

/** The language a request is answered in: what the person chose (a cookie the dashboard sets), else what the browser asks for, else English. */
export function languageOfRequest(c: Context): Language {
  const chosen = known(getCookie(c, 'lintel_language') ?? '');
  if (chosen !== undefined) return chosen;
  const wished = accepts(c, {
    header: 'Accept-Language',
    supports: [...languages],
    default: 'en',
    match: (wishes) => {
      const best = [...wishes].sort((one, other) => other.q - one.q).find(({ type }) => known(type.toLowerCase()));
      return best?.type.toLowerCase() ?? 'en';
    },
  });
  return known(wished) ?? 'en';
}
