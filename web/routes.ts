import { createRouter, searchParams } from 'sv-router';
import Today from './day/Today.svelte';
import Frame from './frame/Frame.svelte';
import NotFound from './frame/NotFound.svelte';
import SignIn from './sign-in/SignIn.svelte';

export const { p, navigate, route } = createRouter({
  '/': { '/': Today, layout: Frame },
  '/stores': { '/': () => import('./stores/Stores.svelte'), layout: Frame },
  '/data': { '/': () => import('./data/Data.svelte'), layout: Frame },
  '/sign-in': SignIn,
  '/setup': () => import('./setup/Setup.svelte'),
  '*': NotFound,
});

/** One parameter of the address, as text: the router's own reading turns an id like `007` into a number. */
export function parameter(name: string): string | null {
  return searchParams.toURLSearchParams().get(name);
}
