import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDashboard } from '../../server/static.ts';

const long = `/* ${'a colour and a size. '.repeat(100)} */`;
let folder: string;
let app: Hono;

function put(path: string, content: string): void {
  writeFileSync(join(folder, 'en', path), content);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lintel-web-'));
  mkdirSync(join(folder, 'en', 'assets'), { recursive: true });
  put('index.html', '<!doctype html><html lang="en">the dashboard</html>');
  put('survey.html', '<!doctype html><html lang="en">a survey</html>');
  put('app-worker.js', long);
  put('assets/page-1.css', long);
  put('assets/page-1.css.map', '{}');
  put('assets/kept.js', long);
  // The build packs better than the server does; here they tell themselves apart.
  put('assets/kept.js.br', 'packed by the build, br');
  put('assets/kept.js.gz', 'packed by the build, gz');
  put('assets/half.js', long);
  put('assets/half.js.br', 'one of two');
  put('assets/sign.png', long);
  put('assets/short.js', '// short');
  app = new Hono().get('*', serveDashboard(folder));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function answered(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return await app.request(path, { headers });
}

async function bytesOf(path: string, encoding: string): Promise<{ encoding: string | null; bytes: Buffer }> {
  const answer = await answered(path, { 'accept-encoding': encoding });
  return { encoding: answer.headers.get('content-encoding'), bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe('a file of the dashboard', () => {
  it('comes as small as the browser can read it', async () => {
    const brotli = await bytesOf('/assets/page-1.css', 'gzip, deflate, br');
    expect(brotli.encoding).toBe('br');
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(long);
    const gzip = await bytesOf('/assets/page-1.css', 'gzip');
    expect(gzip.encoding).toBe('gzip');
    expect(gunzipSync(gzip.bytes).toString()).toBe(long);
    expect(gzip.bytes.length).toBeLessThan(long.length / 4);
    expect(await bytesOf('/assets/page-1.css', '')).toEqual({ encoding: null, bytes: Buffer.from(long) });
  });

  it('is not packed again where the build did it, nor where packing gains nothing', async () => {
    expect((await bytesOf('/assets/kept.js', 'br')).bytes.toString()).toBe('packed by the build, br');
    expect((await bytesOf('/assets/kept.js', 'gzip')).bytes.toString()).toBe('packed by the build, gz');
    expect((await bytesOf('/assets/half.js', 'br')).bytes.toString()).not.toBe('one of two');
    expect(await bytesOf('/assets/short.js', 'br')).toEqual({ encoding: null, bytes: Buffer.from('// short') });
    expect((await bytesOf('/assets/sign.png', 'br')).encoding).toBeNull();
  });

  it('says what it is and how long it may be kept', async () => {
    const told = async (path: string): Promise<(string | null)[]> => {
      const { headers } = await answered(path);
      return [headers.get('content-type'), headers.get('cache-control')];
    };
    const forever = 'public, max-age=31536000, immutable';
    expect(await told('/assets/page-1.css')).toEqual(['text/css; charset=utf-8', forever]);
    expect(await told('/assets/sign.png')).toEqual(['image/png', forever]);
    // The worker keeps its name from build to build.
    expect(await told('/app-worker.js')).toEqual(['text/javascript; charset=utf-8', 'no-cache']);
    expect(await told('/')).toEqual(['text/html; charset=utf-8', 'no-cache']);
  });

  it('is not sent again to a browser that has it', async () => {
    const etag = (await answered('/assets/page-1.css')).headers.get('etag') ?? '';
    const again = await answered('/assets/page-1.css', { 'if-none-match': `W/"other", ${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await answered('/assets/page-1.css', { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await answered('/assets/short.js', { 'if-none-match': etag })).status).toBe(200);
  });

  it('is one of the build’s own: no map, no packed copy, nothing beside the folder', async () => {
    for (const path of [
      '/assets/page-1.css.map',
      '/assets/kept.js.br',
      '/assets/kept.js.gz',
      '/no.js',
      '/..%2fen/index.html',
    ]) {
      expect((await answered(path)).status).toBe(404);
    }
  });
});

describe('an address of the dashboard', () => {
  it('is the single page, whatever it says, and a survey’s the page of surveys', async () => {
    const shown = async (path: string): Promise<string> => await (await answered(path)).text();
    expect(await shown('/branches?sort=name')).toContain('the dashboard');
    expect(await shown('/devices/new')).toContain('the dashboard');
    expect(await shown('/s/abc123')).toContain('a survey');
    expect(await shown('/s/abc123/more')).toContain('the dashboard');
    expect(await shown('/s/')).toContain('the dashboard');
  });

  it('says what to do where nothing is built', async () => {
    const bare = new Hono().get('*', serveDashboard(join(folder, 'nowhere')));
    const answer = await bare.request('/');
    expect([answer.status, await answer.text()]).toEqual([404, 'The dashboard is not built: npm run build']);
  });

  it('is in the reader’s theme and packed also then', async () => {
    const dark = { cookie: 'lintel_theme=dark', 'accept-encoding': 'br' };
    put('long.html', `<!doctype html><html lang="en">${long}</html>`);
    const app = new Hono().get('*', serveDashboard(folder));
    const answer = await app.request('/long', { headers: dark });
    expect(answer.headers.get('content-encoding')).toBe('br');
    const html = brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString();
    expect(html).toContain('<html data-theme="dark" lang="en">/*');
    expect(await (await app.request('/', { headers: { cookie: 'lintel_theme=light' } })).text()).toContain(
      'data-theme="light"',
    );
    expect(await (await app.request('/other', { headers: dark })).text()).toContain('the dashboard');
  });
});
