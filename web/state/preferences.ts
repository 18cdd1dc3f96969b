import type { Preferences } from '../../db/vocabulary/preferences.ts';
import { noPreferences } from '../../db/vocabulary/preferences.ts';
import { call } from '../api.ts';
import { language } from '../language/language.ts';
import { rememberLanguage, rememberTheme } from '../language/remembered.ts';
import type { Session } from './session.svelte.ts';

/**
 * Keeps how the person likes to read, on the server and so on every machine of theirs. The ground turns at once; another language
 * is another page, which is loaded anew. Rejects with ApiError.
 */
export async function changePreferences(session: Session, change: Partial<Preferences>): Promise<void> {
  const preferences = { ...noPreferences, ...session.me?.preferences, ...change };
  rememberTheme(preferences.theme);
  await call('/api/v1/me/preferences', { method: 'PUT', body: preferences });
  if (session.me) session.me = { ...session.me, preferences };
  if (change.language === undefined) return;
  rememberLanguage(preferences.language);
  if (preferences.language !== language) location.reload();
}
