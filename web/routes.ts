import { createRouter, type Routes } from 'sv-router';
import Frame from './frame/Frame.svelte';
import NotFound from './frame/NotFound.svelte';
import { connectRouter } from './navigation.ts';
import { pages } from './pages.ts';
import SignIn from './sign-in/SignIn.svelte';

const inFrame: Routes = Object.assign({}, ...pages.map((page) => page.routes));

const { navigate, route } = createRouter({
  '/': { ...inFrame, layout: Frame },
  '/install/:device': () => import('./install/Install.svelte'),
  '/sign-in': SignIn,
  // What the dashboard is made of, for whoever builds it; in no build.
  ...(import.meta.env.DEV ? { '/design': () => import('./design/Design.svelte') } : {}),
  '/setup': () => import('./setup/Setup.svelte'),
  '/password': () => import('./settings/ChoosePassword.svelte'),
  '*': NotFound,
} as Routes);

// Guaranteed by the line above: the paths are those of `pages`, which the router can't know as types.
const go = navigate as unknown as (path: string, options: object) => Promise<unknown>;
connectRouter({ navigate: (path, options) => go(path, { ...options }), route });
