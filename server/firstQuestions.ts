import type { Context } from 'hono';
import { storesOf } from './answers/stores.ts';
import type { Services } from './services.ts';

const always = ['/api/v1/public', '/api/v1/me', '/api/v1/stores'];

/**
 * Announces with a page of the dashboard what it will ask first (`link: …; rel=preload`), so that the answers come while
 * its scripts do. Nothing is announced to those who are not signed in: of them, nothing is known yet.
 */
export function announceFirstQuestions({ identify, settings }: Services): (c: Context) => Promise<void> {
  return async (c) => {
    // A machine's call of the page, or no session: not worth a look into the database.
    if (!c.req.header('cookie')?.includes('lintel.session_token=')) return;
    // Without a database the page comes all the same, and says so itself.
    const caller = await identify(c.req.raw.headers).catch(() => null);
    if (caller?.kind !== 'person') return;
    const asked = [...always];
    if (c.req.path === '/' && c.req.query('date') === undefined) {
      const { stores } = storesOf(caller.scope, settings.current);
      const store = stores.find(({ id }) => id === c.req.query('store')) ?? stores[0];
      if (store !== undefined) asked.push(`/api/v1/stores/${encodeURIComponent(store.id)}/today`);
    }
    c.header('link', asked.map((path) => `<${path}>; rel=preload; as=fetch; crossorigin`).join(', '));
  };
}
