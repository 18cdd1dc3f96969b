/**
 * Keeps the dashboard and its last figures, so that it opens without a network (web/state/keptApp.ts registers it). The
 * phone's pages have a worker of their own (offline-worker.js) under a narrower scope.
 *
 * Kept: the page itself, the files it has used, and the latest answers about figures. Nothing about people, tokens, secrets or
 * settings; and no answer at all after a sign-out, a new sign-in, or a 401.
 */
const shellCache = 'lintel-app-shell';
const answerCache = 'lintel-app-answers';
const shellKey = '/';
/** Files of older versions go once there are more than this. */
const mostFiles = 250;
const mostAnswers = 250;
/** A network that is slower than this is as good as none. */
const patienceMs = 4000;

const pagesOfOthers = ['/count', '/check', '/observe', '/s/', '/install/', '/api/', '/health', '/ready', '/metrics'];
const figures = [
  /^\/api\/v1\/(public|me|stores|compare|attention|metrics|notes|regions|checks)$/,
  /^\/api\/v1\/stores\/[^/]+\/(today|funnel|restatements|occupancy|quality|holidays|coverage|usual)$/,
  /^\/api\/v1\/stores\/[^/]+\/(queue|service)(\/[a-z-]+)?$/,
];

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(refreshShell());
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (origin !== self.location.origin) return;
  if (method !== 'GET') {
    // Whoever comes next on this device must not find the figures of who was here before.
    if (/^\/api\/auth\/sign-(in|out)/.test(pathname)) event.waitUntil(caches.delete(answerCache));
    return;
  }
  if (figures.some((one) => one.test(pathname))) event.respondWith(answer(event.request));
  else if (mode === 'navigate' && !pagesOfOthers.some((one) => pathname.startsWith(one))) event.respondWith(openPage(event.request));
  else if (pathname.startsWith('/assets/') || pathname.startsWith('/icon')) event.respondWith(file(event.request));
});

/** What the page has loaded before this worker was there. */
self.addEventListener('message', (event) => {
  const urls = event.data?.keep;
  if (Array.isArray(urls)) event.waitUntil(keepLoaded(urls));
});

async function keepLoaded(urls) {
  for (const url of urls) {
    const { origin, pathname } = new URL(url, self.location.origin);
    if (origin !== self.location.origin) continue;
    const request = new Request(url, { credentials: 'same-origin', headers: { accept: 'application/json' } });
    if (figures.some((one) => one.test(pathname))) await answer(request).catch(() => undefined);
    else if (pathname.startsWith('/assets/')) await file(request).catch(() => undefined);
  }
}

async function refreshShell(request = shellKey) {
  const fresh = await fetch(request);
  if (fresh.ok && !fresh.redirected && fresh.headers.get('content-type')?.startsWith('text/html')) {
    // The page is not to wait for the disk.
    void keepPage(fresh.clone());
  }
  return fresh;
}

/** The page as it is for everybody: the reader's first figures, which the server put into it (server/firstPicture.ts), are kept as answers. */
async function withoutFigures(page) {
  const html = await page.text();
  const answers = /<script type="application\/json" id="first-answers">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}';
  for (const [path, answer] of Object.entries(JSON.parse(answers))) await keepFirst(path, answer);
  const headers = new Headers(page.headers);
  headers.delete('content-encoding');
  return new Response(html.replace(/<!--first-->[\s\S]*<!--\/first-->/, ''), { status: page.status, headers });
}

async function keepFirst(path, answer) {
  const headers = new Headers({ 'content-type': 'application/json', 'x-lintel-kept': new Date().toISOString() });
  await put(new URL(path, self.location.origin).href, Response.json(answer), headers);
}

async function keepPage(page) {
  const cache = await caches.open(shellCache);
  await cache.put(shellKey, await withoutFigures(page));
}

/** The newest page; where the network does not answer in time, the one that was kept. */
async function openPage(request) {
  const newest = refreshShell(request).catch(() => undefined);
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs));
  const kept = () => caches.match(shellKey, { cacheName: shellCache });
  return (await Promise.race([newest, patience])) ?? (await kept()) ?? (await newest) ?? Response.error();
}

/** Files have their content's hash in their names: what is kept never changes. */
async function file(request) {
  const cache = await caches.open(shellCache);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) {
    await cache.put(request, fresh.clone());
    await prune(cache, mostFiles);
  }
  return fresh;
}

/** The network's answer, which is kept; without one in time the one that was, with the time it was kept. */
async function answer(request) {
  const fresh = fetchAndKeep(request).catch(() => undefined);
  const patience = new Promise((resolve) => setTimeout(resolve, 2 * patienceMs));
  const kept = () => caches.match(request.url, { cacheName: answerCache });
  return (await Promise.race([fresh, patience])) ?? (await kept()) ?? (await fresh) ?? Response.error();
}

async function fetchAndKeep(request) {
  const fresh = await fetch(request);
  if (fresh.status === 401) await caches.delete(answerCache);
  else if (fresh.ok && fresh.headers.get('content-type')?.includes('json')) {
    const headers = new Headers(fresh.headers);
    headers.set('x-lintel-kept', new Date().toISOString());
    headers.delete('content-encoding');
    const copy = fresh.clone();
    // The page is not to wait for the disk.
    void put(request.url, copy, headers);
  }
  return fresh;
}

async function put(url, copy, headers) {
  const cache = await caches.open(answerCache);
  await cache.put(url, new Response(await copy.arrayBuffer(), { status: copy.status, headers }));
  await prune(cache, mostAnswers);
}

/** Lets go of what was kept first. */
async function prune(cache, most) {
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - most))) {
    if (new URL(key.url).pathname !== shellKey) await cache.delete(key);
  }
}
