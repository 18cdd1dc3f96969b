/** A page's path (`page.ts` of its folder). The selection (store, date, period) is in the query. */
export type PagePath = `/${string}`;

export interface NavigateOptions {
  readonly search?: Record<string, string> | string;
  readonly replace?: boolean;
  /** false: the page stays where it is, since only the selection changes. */
  readonly scrollToTop?: false;
}

/** What this module needs of the router; what draws a page without one gives only where it stands. */
export interface RouterParts {
  navigate(path: PagePath, options: NavigateOptions): Promise<unknown>;
  readonly route: { readonly pathname: string };
  readonly searchParams: { toURLSearchParams(): URLSearchParams };
}

let router: RouterParts | null = null;

/** Called by routes.ts, which knows the pages: they import this module, and so it can't import them. */
export function connectRouter(parts: RouterParts): void {
  router = parts;
}

export async function navigate(path: PagePath, options: NavigateOptions = {}): Promise<void> {
  await router?.navigate(path, options);
}

export function currentPath(): PagePath {
  // Guaranteed by the browser: a pathname begins with a slash.
  return (router?.route.pathname ?? '/') as PagePath;
}

export function hrefOf(path: PagePath, search: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(search).toString();
  return query === '' ? path : `${path}?${query}`;
}

function query(): URLSearchParams {
  return router?.searchParams.toURLSearchParams() ?? new URLSearchParams();
}

/** One parameter of the address, as text: the router's own reading turns an id like `007` into a number. */
export function parameter(name: string): string | null {
  return query().get(name);
}

/** All parameters of the address, as text; of a repeated one the last. */
export function parameters(): Record<string, string> {
  return Object.fromEntries(query());
}
