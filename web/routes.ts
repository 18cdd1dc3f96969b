import { createRouter, type RouteComponent, type Routes, searchParams } from 'sv-router';
import Frame from './frame/Frame.svelte';
import NotFound from './frame/NotFound.svelte';
import { connectRouter, type PagePath } from './navigation.ts';
import { pages } from './pages.ts';
import SignIn from './sign-in/SignIn.svelte';

const inFrame: Record<PagePath, RouteComponent> = Object.assign({}, ...pages.map((page) => page.routes));

/** By any path: which ones there are the folders of pages say, and no type. */
type ByAnyPath = {
  readonly [path: PagePath]: RouteComponent | Routes;
  readonly '*': RouteComponent;
};

const routes: ByAnyPath = {
  '/': { ...inFrame, layout: Frame },
  '/install/:device': () => import('./install/Install.svelte'),
  '/sign-in': SignIn,
  // What the dashboard is made of, for whoever builds it; in no build.
  ...(import.meta.env.DEV ? { '/design': () => import('./design/Design.svelte') } : {}),
  '/setup': () => import('./setup/Setup.svelte'),
  '/password': () => import('./settings/ChoosePassword.svelte'),
  '*': NotFound,
};

connectRouter({ ...createRouter(routes), searchParams });
