import type { Page, PagePart } from './frame/pageType.ts';

// Every folder with a page.ts is a page: nothing else has to know of it.
const found = import.meta.glob<Page>('./*/page.ts', { eager: true, import: 'page' });

/** All pages, in the order of the navigation. */
export const pages: readonly Page[] = Object.values(found).sort((one, other) => one.order - other.order);

function isBelow(path: string, front: string): boolean {
  return path === front || (front !== '/' && path.startsWith(`${front}/`));
}

/** The page that an address belongs to, also one of its parts' below another path (`/devices/new` is part of Data). */
export function pageAt(path: string): Page | undefined {
  return pages.find((page) => Object.keys(page.routes).some((route) => isBelow(path, route)));
}

/** The part of a page that an address shows: the one with the longest path that holds it. */
export function partAt(page: Page, path: string): PagePart | undefined {
  const holding = (page.parts ?? []).filter((part) => isBelow(path, part.path));
  return holding.sort((one, other) => other.path.length - one.path.length)[0];
}

/** What time is chosen at an address; undefined: none. */
export function timeAt(path: string): Page['time'] {
  const page = pageAt(path);
  return page && (partAt(page, path) ?? page).time;
}
