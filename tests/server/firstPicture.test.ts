import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawFirstPicture } from '../../server/firstPicture.ts';
import { serveDashboard } from '../../server/static.ts';

const signedIn = { cookie: 'lintel.session_token=abc' };
const paths = ['/api/v1/public', '/api/v1/me', '/api/v1/stores', '/api/v1/stores/arbat/today'];

let folder: string;
/** What the API answers; absent: it refuses. */
let answers: Record<string, object>;
/** The paths that were asked for, each with its reader's cookie. */
let asked: string[];
let said: unknown[];
/** Before the API answers, in milliseconds. */
let delayMs: number;
let app: Hono;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lintel-first-'));
  for (const language of ['en', 'fa']) {
    mkdirSync(join(folder, 'web', language), { recursive: true });
    writeFileSync(
      join(folder, 'web', language, 'index.html'),
      `<!doctype html><html lang="${language}"><head><link rel="stylesheet" crossorigin href="/assets/looks.css"></head><body><div id="app"></div></body></html>`,
    );
    mkdirSync(join(folder, 'web', language, 'assets'));
    writeFileSync(join(folder, 'web', language, 'assets', 'looks.css'), 'h1{color:teal}');
    mkdirSync(join(folder, 'first'), { recursive: true });
    writeFileSync(
      join(folder, 'first', `${language}.js`),
      `export const drawToday = ({ me, today, search }) => {
        if (today.fails) throw new Error('no such figure');
        return '<h1>${language} ' + me.user.name + ' ' + today.entries + search + '</h1>';
      };`,
    );
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const drawFirst = drawFirstPicture({
    folder: join(folder, 'first'),
    ask: async (c, path) => {
      asked.push(`${path} ${c.req.header('cookie')}`);
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      const answer = answers[path];
      return answer ? Response.json(answer) : new Response(null, { status: 401 });
    },
    say: (error) => said.push(error),
  });
  app = new Hono().get('*', serveDashboard(join(folder, 'web'), { drawFirst }));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function open(path: string, headers: Record<string, string> = signedIn): Promise<{ page: string; kept: string }> {
  const answer = await app.request(path, { headers });
  return { page: await answer.text(), kept: answer.headers.get('cache-control') ?? '' };
}

function begin(change: Record<string, object> = {}): void {
  [asked, said, delayMs] = [[], [], 0];
  answers = {
    '/api/v1/public': { product: 'Lintel' },
    '/api/v1/me': { user: { name: 'Anna' }, preferences: { language: null } },
    '/api/v1/stores': { stores: [{ id: 'arbat', name: '</script><b>' }, { id: 'khimki' }] },
    '/api/v1/stores/arbat/today': { entries: 412 },
    '/api/v1/stores/khimki/today': { entries: 97 },
    ...change,
  };
}

/** What the page brings along for its scripts. */
function broughtBy(page: string): Record<string, unknown> {
  const text = /<script type="application\/json" id="first-answers">(.*?)<\/script>/.exec(page)?.[1] ?? '{}';
  return JSON.parse(text) as Record<string, unknown>;
}

const empty = '<body><div id="app"></div></body>';

describe('the first picture of Today', () => {
  it('is in the page of whoever is signed in, with what its scripts would ask first', async () => {
    begin();
    const { page, kept } = await open('/');
    expect(page).toContain('<div id="first"><h1>en Anna 412</h1></div>');
    expect(broughtBy(page)).toEqual(Object.fromEntries(paths.map((path) => [path, answers[path]])));
    expect(asked).toEqual(paths.map((path) => `${path} ${signedIn.cookie}`));
    expect(kept).toBe('no-store');
    expect(page.indexOf('<!--first-->')).toBeLessThan(page.indexOf('<!--/first-->'));
    expect(page.replace(/<!--first-->[\s\S]*<!--\/first-->/, '')).toContain('<div id="app"></div>');
  });

  it('brings its looks along, and asks for their file after it', async () => {
    begin();
    const { page } = await open('/');
    const link = '<link rel="stylesheet" crossorigin href="/assets/looks.css">';
    const places = ['<style>h1{color:teal}</style></head>', '<h1>en', link, '<div id="app">'].map((part) =>
      page.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(page.split(link)).toHaveLength(2);
  });

  it('lets no name end the script that it lies in', async () => {
    begin();
    expect((await open('/')).page.split('</script>')).toHaveLength(2);
  });

  it('is of the store that the address names, and speaks the reader’s language', async () => {
    begin();
    const { page } = await open('/?store=khimki', { cookie: `${signedIn.cookie}; lintel_language=fa` });
    expect(page).toContain('<h1>fa Anna 97?store=khimki</h1>');
    expect(Object.keys(broughtBy(page))).toContain('/api/v1/stores/khimki/today');
  });

  it.each([
    ['nobody is signed in', '/', {}],
    ['a day that is over is asked for', '/?date=2026-03-14', signedIn],
    ['another page is asked for', '/queue', signedIn],
  ])('is not drawn, nor anything asked, where %s', async (_, path, headers) => {
    begin();
    const { page, kept } = await open(path, headers);
    expect(page).toContain(empty);
    expect(kept).toBe('no-cache');
    expect(asked).toEqual([]);
  });

  it.each<[string, Record<string, object>]>([
    ['there is no store yet', { '/api/v1/stores': { stores: [] } }],
    [
      'the person has chosen another language elsewhere',
      { '/api/v1/me': { user: {}, preferences: { language: 'ru' } } },
    ],
    ['the session is nobody’s any more', { '/api/v1/me': { user: null } }],
  ])('is left to the page where %s', async (_, change) => {
    begin(change);
    expect((await open('/')).page).toContain(empty);
    expect(said).toEqual([]);
  });

  it('is left to the page where the session has ended, and nobody is told', async () => {
    begin();
    answers = {};
    expect((await open('/')).page).toContain(empty);
    expect(said).toEqual([]);
  });

  it('holds the page back no longer than a second', async () => {
    begin();
    delayMs = 1500;
    expect((await open('/')).page).toContain(empty);
    // What was asked is answered to nobody; no more is asked.
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(asked).toHaveLength(3);
  });

  it('that can’t be drawn is told to whoever runs the server, and the page comes without it', async () => {
    begin({ '/api/v1/stores/arbat/today': { fails: true } });
    expect((await open('/')).page).toContain(empty);
    expect(said).toEqual([new Error('no such figure')]);
  });
});
