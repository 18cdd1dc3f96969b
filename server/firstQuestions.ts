import type { Context } from 'hono';
import { storesOf } from './answers/stores.ts';
import type { Services } from './services.ts';

/** What every page asks. */
export const alwaysAsked = ['/api/v1/public', '/api/v1/me', '/api/v1/stores'] as const;

/** A machine's call of the page, or no session, is not worth a look into the database. */
export function mayBeSignedIn(c: Context): boolean {
  return c.req.header('cookie')?.includes('lintel.session_token=') ?? false;
}

/** The page of the day that runs. */
export function isToday(c: Context): boolean {
  return c.req.path === '/' && c.req.query('date') === undefined;
}

/** What Today asks of the store that it chooses: the one in its address, else the first; undefined: there is none. */
export function askedOfToday(c: Context, stores: readonly { readonly id: string }[]): string | undefined {
  const store = stores.find(({ id }) => id === c.req.query('store')) ?? stores[0];
  return store && `/api/v1/stores/${encodeURIComponent(store.id)}/today`;
}

/**
 * Announces with a page of the dashboard what it will ask first (`link: …; rel=preload`), so that the answers come while
 * its scripts do. Nothing is announced to those who are not signed in: of them, nothing is known yet.
 */
export function announceFirstQuestions({ identify, settings }: Services): (c: Context) => Promise<void> {
  return async (c) => {
    if (!mayBeSignedIn(c)) return;
    // Without a database the page comes all the same, and says so itself.
    const caller = await identify(c.req.raw.headers).catch(() => null);
    if (caller?.kind !== 'person') return;
    const today = isToday(c) ? askedOfToday(c, storesOf(caller.scope, settings.current).stores) : undefined;
    const asked = today === undefined ? alwaysAsked : [...alwaysAsked, today];
    c.header('link', asked.map((path) => `<${path}>; rel=preload; as=fetch; crossorigin`).join(', '));
  };
}
