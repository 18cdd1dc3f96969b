import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoRole, FrozenDemo } from '../../setup/demo.ts';

/** A page as somebody comes to it. */
export interface Place {
  /** As in the file name of its picture. */
  readonly name: string;
  readonly path: string;
  readonly isSignedOut?: boolean;
  /** It speaks the store's language, not the reader's. */
  readonly isForCustomers?: boolean;
}

/** One leads on to another; the demo has no source (devices.test.ts looks at one). */
const passedBy = ['/stores', '/devices/source'];
/** The demo's first store, where it is always daytime. */
const store = 'sheremetyevo';

/** Every path that a folder's page.ts says: a new page is walked through without a word here. */
function pathsOfPages(): string[] {
  const folders = readdirSync('web', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const texts = folders.flatMap(({ name }) => {
    const files = readdirSync(join('web', name));
    return files.includes('page.ts') ? [readFileSync(join('web', name, 'page.ts'), 'utf8')] : [];
  });
  const paths = texts.flatMap((text) => [...text.matchAll(/'(\/[^']*)': (?:\(\) => import|[A-Z])/g)]);
  return paths.flatMap(([, path = '']) => (passedBy.includes(path) ? [] : [path]));
}

/** What a page is about, where its path alone says nothing. */
const queries: Readonly<Record<string, string>> = {
  '/devices/device': '?id=sheremetyevo-door',
  '/settings/store': `?id=${store}&store=${store}`,
};

function nameOf(path: string): string {
  return path === '/' ? 'today' : path.slice(1).replaceAll(/[/?=&]+/g, '-');
}

/** Of a day that is over, in the store's time or nearly so. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

async function surveyKey(demo: FrozenDemo): Promise<string | undefined> {
  const headers = { cookie: demo.cookies.owner };
  const answer = await fetch(`${demo.server.url}/api/v1/stores/${store}/survey-page`, { headers });
  return ((await answer.json()) as { key?: string }).key;
}

/** Every page of the dashboard, and those of their own for a phone and for customers. */
export async function placesOf(demo: FrozenDemo, role: DemoRole): Promise<Place[]> {
  const places = pathsOfPages().map((path) => ({ name: nameOf(path), path: `${path}${queries[path] ?? ''}` }));
  if (role !== 'owner') return places;
  const key = await surveyKey(demo);
  return [
    ...places,
    { name: 'today-over', path: `/?date=${daysAgo(3)}` },
    { name: 'queue-week', path: '/queue?period=week' },
    { name: 'branches-plot', path: '/branches?view=plot' },
    { name: 'branches-multiples', path: '/branches?view=multiples' },
    { name: 'trends-compared', path: '/trends?metric=conversionRate&compare=previous' },
    { name: 'trends-hours', path: '/trends?by=hour&period=week&store=hamburg' },
    { name: 'count', path: `/count?store=${store}` },
    { name: 'check', path: `/check?store=${store}` },
    { name: 'observe', path: `/observe?store=${store}` },
    { name: 'install', path: '/install/sheremetyevo-door' },
    { name: 'nowhere', path: '/nowhere' },
    { name: 'sign-in', path: '/sign-in', isSignedOut: true },
    { name: 'set-up-already', path: '/setup', isSignedOut: true },
    ...(key === undefined ? [] : [{ name: 'survey', path: `/s/${key}`, isSignedOut: true, isForCustomers: true }]),
  ];
}
