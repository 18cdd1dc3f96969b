import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';

const origin = 'https://lintel.example';
const source = readFileSync('web/public/app-worker.js', 'utf8');

/** What a browser gives a worker to keep answers in. */
class KeptCache {
  readonly entries = new Map<string, Response>();
  static urlOf(request: Request | string): string {
    return new URL(typeof request === 'string' ? request : request.url, origin).href;
  }
  async match(request: Request | string): Promise<Response | undefined> {
    return this.entries.get(KeptCache.urlOf(request))?.clone();
  }
  async put(request: Request | string, response: Response): Promise<void> {
    // As in a browser: what is put once more is the newest.
    await this.delete(request);
    this.entries.set(KeptCache.urlOf(request), response);
  }
  async delete(request: Request | string): Promise<boolean> {
    return this.entries.delete(KeptCache.urlOf(request));
  }
  async keys(): Promise<Request[]> {
    return [...this.entries.keys()].map((url) => new Request(url));
  }
}

type Network = (url: string) => Promise<Response>;
type Listener = (event: object) => void;

/** The worker of the dashboard by itself: what a page asks goes through it, `network` answers or fails. */
function startWorker() {
  const listeners = new Map<string, Listener>();
  const caches = new Map<string, KeptCache>();
  const open = (name: string): KeptCache => {
    const cache = caches.get(name) ?? new KeptCache();
    caches.set(name, cache);
    return cache;
  };
  const state: { network: Network } = { network: async () => json({}) };
  const scope = {
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
    location: { origin },
    skipWaiting: () => undefined,
    clients: { claim: async () => undefined },
  };
  const storage = {
    open: async (name: string) => open(name),
    delete: async (name: string) => caches.delete(name),
    match: async (request: string, { cacheName }: { cacheName: string }) => caches.get(cacheName)?.match(request),
  };
  const fetched = async (request: Request | string): Promise<Response> => await state.network(KeptCache.urlOf(request));
  new Function('self', 'caches', 'fetch', source)(scope, storage, fetched);
  /** undefined: the worker leaves the request to the network. */
  const ask = async (path: string, { method = 'GET', mode = 'cors' } = {}): Promise<Response | undefined> => {
    const awaited: Promise<unknown>[] = [];
    let answer: Promise<Response> | undefined;
    listeners.get('fetch')?.({
      request: { method, mode, url: `${origin}${path}` },
      waitUntil: (work: Promise<unknown>) => awaited.push(work),
      respondWith: (given: Promise<Response>) => {
        answer = given;
      },
    });
    await Promise.all(awaited);
    const given = await answer;
    // What is kept is written when the page has its answer.
    await new Promise((resolve) => setImmediate(resolve));
    return given;
  };
  const keptUrls = (): string[] =>
    [...caches].flatMap(([, { entries }]) => [...entries.keys()].map((url) => url.slice(origin.length)));
  return { state, ask, keptUrls };
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

const offline: Network = async () => {
  throw new TypeError('no network');
};

describe('what the dashboard keeps for a time without a network', () => {
  let worker: ReturnType<typeof startWorker>;
  const figures = '/api/v1/stores/arbat/today';

  beforeEach(async () => {
    worker = startWorker();
    worker.state.network = async () => json({ entries: 412 });
    await worker.ask(figures);
  });

  it('is the last answer about figures, with the time it was kept', async () => {
    worker.state.network = offline;
    const kept = await worker.ask(figures);
    expect(await kept?.json()).toEqual({ entries: 412 });
    expect(Date.parse(kept?.headers.get('x-lintel-kept') ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  it('is the network’s own answer where there is one, and no refusal is kept', async () => {
    worker.state.network = async () => json({ entries: 413 });
    const fresh = await worker.ask(figures);
    expect([await fresh?.json(), fresh?.headers.get('x-lintel-kept')]).toEqual([{ entries: 413 }, null]);
    worker.state.network = async () => json({ title: 'Broken' }, 500);
    expect((await worker.ask(figures))?.status).toBe(500);
    worker.state.network = offline;
    expect(await (await worker.ask(figures))?.json()).toEqual({ entries: 413 });
  });

  it('is also what the server put into the page, each time anew, and the page is kept without it', async () => {
    const page =
      (entries: number): Network =>
      async () =>
        new Response(
          `<style></style><!--first--><div id="first">${entries}</div><script type="application/json" id="first-answers">{"${figures}":{"entries":${entries}}}</script><!--/first--><div id="app"></div>`,
          { headers: { 'content-type': 'text/html' } },
        );
    for (const entries of [97, 98]) {
      worker.state.network = page(entries);
      expect(await (await worker.ask('/', { mode: 'navigate' }))?.text()).toContain(`>${entries}<`);
    }
    worker.state.network = offline;
    await expect
      .poll(async () => await (await worker.ask('/', { mode: 'navigate' }))?.text())
      .toBe('<style></style><div id="app"></div>');
    await expect.poll(async () => await (await worker.ask(figures))?.json()).toEqual({ entries: 98 });
    const keptAt = (await worker.ask(figures))?.headers.get('x-lintel-kept') ?? '';
    expect(Date.parse(keptAt)).toBeGreaterThan(Date.now() - 60_000);
  });

  it.each(['/api/auth/sign-out', '/api/auth/sign-in/email'])('is gone after %s', async (path) => {
    expect(worker.keptUrls()).toContain(figures);
    await worker.ask(path, { method: 'POST' });
    expect(worker.keptUrls()).not.toContain(figures);
    worker.state.network = offline;
    expect((await worker.ask(figures))?.type).toBe('error');
  });

  it('stays after other changes, and is gone once the server says that nobody is signed in', async () => {
    await worker.ask('/api/v1/notes', { method: 'POST' });
    expect(worker.keptUrls()).toContain(figures);
    worker.state.network = async () => json({}, 401);
    await worker.ask('/api/v1/me');
    expect(worker.keptUrls()).not.toContain(figures);
  });

  it('is nothing of people, tokens, settings and secrets', async () => {
    for (const path of [
      '/api/v1/people',
      '/api/v1/tokens',
      '/api/v1/provision',
      '/api/v1/stores/arbat',
      '/api/v1/audit',
    ]) {
      expect(await worker.ask(path)).toBeUndefined();
    }
    expect(worker.keptUrls()).toEqual([figures]);
  });

  it('is the page too, but not one of a phone’s own, nor one that was answered by another', async () => {
    const html = { headers: { 'content-type': 'text/html' } };
    worker.state.network = async () => new Response('the dashboard', html);
    await worker.ask('/trends', { mode: 'navigate' });
    expect(worker.keptUrls()).toContain('/');
    expect(await worker.ask('/count', { mode: 'navigate' })).toBeUndefined();
    expect(await worker.ask('/s/key', { mode: 'navigate' })).toBeUndefined();
    worker.state.network = async () => new Response('proxy says no', { ...html, status: 502 });
    await worker.ask('/', { mode: 'navigate' });
    worker.state.network = offline;
    expect(await (await worker.ask('/branches', { mode: 'navigate' }))?.text()).toBe('the dashboard');
  });

  it('is bounded: what was kept first goes, the page never', async () => {
    worker.state.network = async () => new Response('x', { headers: { 'content-type': 'text/html' } });
    await worker.ask('/', { mode: 'navigate' });
    for (let file = 0; file < 255; file += 1) await worker.ask(`/assets/${file}.js`);
    const files = worker.keptUrls().filter((path) => path.startsWith('/assets/'));
    expect(files.length).toBeLessThanOrEqual(250);
    expect(files.at(-1)).toBe('/assets/254.js');
    expect(worker.keptUrls()).toContain('/');
  });
});
