/**
 * Keeps one page and its files, so that it opens without a network. Registered once by each such page (web/offline/phone.ts),
 * under the page's own scope, by which it knows the page. Nothing of the API passes through it.
 */
const scope = new URL(self.registration.scope).pathname;
/** The file that answers in the scope: every survey page is the same file, whatever its key. */
const page = scope === '/s/' ? '/survey' : scope;
const isPage = (pathname) => (scope.endsWith('/') ? pathname.startsWith(scope) : pathname === scope);
const cacheName = `lintel${page.replace('/', '-')}`;
/** A network that is slower than this is as good as none: a door has no time to wait for it. */
const patienceMs = 3000;

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(keepNewest());
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  if (mode !== 'navigate') event.respondWith(keptOrFetched(event.request));
  else if (isPage(pathname)) event.respondWith(openPage());
});

/** The newest page, put away with all its files; the page itself last, so that what is kept is never half a page. */
async function keepNewest() {
  const answer = await fetch(page, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${page} answered ${answer.status}`);
  const html = await answer.clone().text();
  const files = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
  const cache = await caches.open(cacheName);
  const known = (await cache.keys()).map((request) => new URL(request.url).pathname);
  await cache.addAll(files.filter((path) => !known.includes(path)));
  await cache.put(page, answer.clone());
  for (const path of known) if (path !== page && !files.includes(path)) await cache.delete(path);
  return answer;
}

async function openPage() {
  const newest = keepNewest().catch(() => undefined);
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs));
  const kept = () => caches.match(page, { cacheName });
  return (await Promise.race([newest, patience])) ?? (await kept()) ?? (await newest) ?? Response.error();
}

async function keptOrFetched(request) {
  return (await caches.match(request, { cacheName })) ?? fetch(request);
}
