import { render } from 'svelte/server';
import type { Today } from '../api-types.ts';
import { connectRouter } from '../navigation.ts';
import type { SessionFacts } from '../state/session.svelte.ts';
import { setFirstDay } from '../today/firstDay.ts';
import FirstPicture from './FirstPicture.svelte';

/** What the first picture shows, as the API answers it; `search`: the page's query. */
export interface FirstFacts extends SessionFacts {
  readonly search: string;
  readonly today: Today;
}

/**
 * Today as HTML, in the language this was built in: run by the server (server/firstPicture.ts), so that the figures are on the
 * screen before a script is. Draws at once, with nothing awaited: what it sets down in modules is its own until it returns.
 */
export function drawToday({ search, today, ...known }: FirstFacts): string {
  connectRouter({
    navigate: () => Promise.resolve(),
    route: { pathname: '/' },
    searchParams: { toURLSearchParams: () => new URLSearchParams(search) },
  });
  setFirstDay(today);
  return render(FirstPicture, { props: { known } }).body;
}
