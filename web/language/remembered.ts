import type { Language, Theme } from '../../db/vocabulary/preferences.ts';

const yearSeconds = 31_536_000;

/** What the server reads before any script runs: in which language, and on which ground, it sends the page (server/static.ts). */
function remember(name: string, value: string | null): void {
  const maxAge = value === null ? 0 : yearSeconds;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser
  document.cookie = `${name}=${value ?? ''}; path=/; max-age=${maxAge}; samesite=lax`;
}

/** The page is to be loaded anew. null: as the browser asks. */
export function rememberLanguage(language: Language | null): void {
  remember('lintel_language', language);
}

/** Takes effect at once. */
export function rememberTheme(theme: Theme): void {
  remember('lintel_theme', theme === 'system' ? null : theme);
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
}
