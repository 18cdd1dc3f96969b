import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDashboard } from '../../server/static.ts';

let folder: string;
let app: Hono;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lintel-web-'));
  for (const language of ['en', 'ru', 'fa']) {
    mkdirSync(join(folder, language, 'assets'), { recursive: true });
    for (const page of ['index', 'count'])
      writeFileSync(join(folder, language, `${page}.html`), `<!doctype html><html lang="${language}">${page}</html>`);
    writeFileSync(join(folder, language, 'assets', `page-${language}.js`), `// ${language}`);
  }
  app = new Hono().get('*', serveDashboard(folder));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function page(path: string, headers: Record<string, string> = {}): Promise<string> {
  return await (await app.request(path, { headers })).text();
}

const shown = (language: string, name = 'index'): string => `<!doctype html><html lang="${language}">${name}</html>`;

describe('the language of the dashboard', () => {
  it.each([
    ['fa-IR,fa;q=0.9,en;q=0.8', 'fa'],
    ['de-DE,ru;q=0.7,en;q=0.3', 'ru'],
    ['en-GB,ru;q=0.9', 'en'],
    ['en;q=0.1, ru-RU;q=0.9', 'ru'],
    ['FA-IR', 'fa'],
    ['tr,ku', 'en'],
    ['', 'en'],
    ['*', 'en'],
  ])('is what the browser asks for: %s gets %s', async (wish, language) => {
    expect(await page('/', { 'accept-language': wish })).toBe(shown(language));
  });

  it('is what the person chose, whatever the browser asks for', async () => {
    expect(await page('/', { 'accept-language': 'en', cookie: 'lintel_language=fa' })).toBe(shown('fa'));
    expect(await page('/queue', { cookie: 'lintel_language=ru' })).toBe(shown('ru'));
    expect(await page('/count', { cookie: 'lintel_language=fa' })).toBe(shown('fa', 'count'));
    expect(await page('/', { 'accept-language': 'ru', cookie: 'lintel_language=klingon' })).toBe(shown('ru'));
  });

  it('is told to caches', async () => {
    const answer = await app.request('/', { headers: { 'accept-language': 'ru' } });
    expect(answer.headers.get('vary')).toContain('accept-language');
    expect(answer.headers.get('vary')).toContain('cookie');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it('lets every language’s files be had by their names, as a page of yesterday asks for them', async () => {
    expect(await page('/assets/page-fa.js', { cookie: 'lintel_language=en' })).toBe('// fa');
    expect((await app.request('/assets/page-de.js')).status).toBe(404);
  });
});

describe('light and dark', () => {
  it('is in the page from its first byte', async () => {
    const dark = await page('/', { cookie: 'lintel_theme=dark; lintel_language=ru' });
    expect(dark).toBe('<!doctype html><html data-theme="dark" lang="ru">index</html>');
    expect(await page('/count', { cookie: 'lintel_theme=light' })).toContain(
      '<html data-theme="light" lang="en">count',
    );
  });

  it('is left to the system, and never taken as it comes', async () => {
    expect(await page('/', { cookie: 'lintel_theme="><script>' })).toBe(shown('en'));
  });

  it('has its own mark of freshness', async () => {
    const tags = await Promise.all(
      ['', 'lintel_theme=dark', 'lintel_theme=light'].map(async (cookie) =>
        (await app.request('/', { headers: { cookie } })).headers.get('etag'),
      ),
    );
    expect(new Set(tags).size).toBe(3);
  });
});
