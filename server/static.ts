import { createHash } from 'node:crypto';
import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context, Handler } from 'hono';
import { getCookie } from 'hono/cookie';
import { type Language, languages } from './contracts/languages.ts';
import type { DrawFirst } from './firstPicture.ts';
import { languageOfRequest } from './language.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const compressible: ReadonlySet<string> = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt']);
/** Below this a compressed answer is hardly smaller. */
const leastBytesToCompress = 1024;
/** Made beside each file by the build (scripts/pack.mjs). */
const packedEndings = ['.br', '.gz'] as const;

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

type Bytes = Uint8Array<ArrayBuffer>;

/** What a page of the dashboard brings along beside its file. */
interface Beside {
  /** Announces in a header what the page will ask. */
  readonly announce?: (c: Context) => Promise<void>;
  /** What the page shows before its scripts are there. */
  readonly drawFirst?: DrawFirst;
}

interface Kind {
  readonly type: string;
  readonly cacheControl: string;
  readonly isCompressible: boolean;
}

interface Asset extends Kind {
  readonly etag: string;
  readonly plain: Bytes;
  readonly br: Bytes | null;
  readonly gzip: Bytes | null;
}

/** vite puts a hash of the content into the names below assets/, so that these never change. */
function cacheControlOf(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

async function readAsset(file: string, path: string): Promise<Asset> {
  const extension = extname(file);
  const kind = {
    type: types[extension] ?? 'application/octet-stream',
    cacheControl: cacheControlOf(path),
    isCompressible: compressible.has(extension),
  };
  const plain = new Uint8Array(await readFile(file));
  const [br, gz] = packedEndings.map((ending) => `${file}${ending}`);
  if (br === undefined || gz === undefined || !existsSync(br) || !existsSync(gz)) return await packed(plain, kind);
  return {
    ...{ ...kind, plain, etag: etagOf(plain) },
    ...{ br: new Uint8Array(await readFile(br)), gzip: new Uint8Array(await readFile(gz)) },
  };
}

function etagOf(plain: Bytes): string {
  return `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
}

/** What is compressed while the server runs: quickly, not as hard as can be. */
async function packed(plain: Bytes, kind: Kind): Promise<Asset> {
  const isCompressed = kind.isCompressible && plain.length >= leastBytesToCompress;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  return {
    ...{ ...kind, plain, etag: etagOf(plain) },
    br: isCompressed ? new Uint8Array(await packBrotli(plain, quality)) : null,
    gzip: isCompressed ? new Uint8Array(await packGzip(plain)) : null,
  };
}

type Folder = (path: string) => Promise<Asset> | undefined;

/** The files of a folder by their path in a URL; each is read and compressed once, when first asked for. */
export function openFolder(folder: string): Folder {
  const files = new Map<string, string>();
  if (existsSync(folder)) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) addFile(files, folder, entry);
  }
  const assets = new Map<string, Promise<Asset>>();
  return (path) => {
    const file = files.get(path);
    if (file === undefined) return undefined;
    const asset = assets.get(path) ?? readAsset(file, path);
    assets.set(path, asset);
    return asset;
  };
}

function addFile(files: Map<string, string>, folder: string, entry: Dirent): void {
  if (!entry.isFile() || ['.map', ...packedEndings].includes(extname(entry.name))) return;
  const file = join(entry.parentPath, entry.name);
  files.set(`/${relative(folder, file).split(sep).join('/')}`, file);
}

/** Answers one asset, compressed where the browser takes it, 304 where it has it already. */
export function answerAsset(c: Context, asset: Asset): Response {
  c.header('etag', asset.etag);
  c.header('cache-control', asset.cacheControl);
  c.header('vary', 'accept-encoding, accept-language, cookie');
  if (c.req.header('if-none-match')?.includes(asset.etag)) return c.body(null, 304);
  c.header('content-type', asset.type);
  const accepted = c.req.header('accept-encoding') ?? '';
  for (const encoding of ['br', 'gzip'] as const) {
    const packed = asset[encoding];
    if (packed === null || !accepted.includes(encoding)) continue;
    c.header('content-encoding', encoding);
    return c.body(packed);
  }
  return c.body(asset.plain);
}

/** Public survey pages, one a store, by their key: all of them are one file, which asks the API for the rest. */
const surveyPage = /^\/s\/[^/]+$/;

function themeOf(c: Context): 'light' | 'dark' | null {
  const theme = getCookie(c, 'lintel_theme');
  return theme === 'light' || theme === 'dark' ? theme : null;
}

/** A page on the ground its reader chose, from its first byte. */
async function themed(asset: Asset, theme: 'light' | 'dark'): Promise<Asset> {
  const html = new TextDecoder().decode(asset.plain).replace('<html ', `<html data-theme="${theme}" `);
  return await packed(new TextEncoder().encode(html), asset);
}

const styleSheet = /\s*<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g;

/**
 * A page with something of one reader's in it, which nobody keeps. It is painted as it arrives: its looks lie in it too, and their
 * files, which other pages share, are fetched after it.
 */
async function personal(asset: Asset, first: string, folder: Folder): Promise<Asset> {
  const html = new TextDecoder().decode(asset.plain);
  const sheets = [...html.matchAll(styleSheet)];
  const looks = await Promise.all(sheets.map(async ([, path = '']) => (await folder(path))?.plain ?? new Uint8Array()));
  const css = looks.map((bytes) => new TextDecoder().decode(bytes)).join('');
  const whole = html
    .replaceAll(styleSheet, '')
    .replace('</head>', () => `<style>${css}</style></head>`)
    .replace('<div id="app">', () => `${first}${sheets.map(([link]) => link).join('')}<div id="app">`);
  return { ...(await packed(new TextEncoder().encode(whole), asset)), cacheControl: 'no-store' };
}

/**
 * The built dashboard, in the reader's language: `/count` is count.html, `/s/KEY` survey.html; other paths that are no
 * file are the single page's own. A file below assets/ has its content's hash in its name, so any language's will do.
 */
export function serveDashboard(folder: string, { announce, drawFirst }: Beside = {}): Handler {
  const open = (language: Language): Folder => openFolder(join(folder, language));
  const assetsOf: Record<Language, Folder> = { en: open('en'), ru: open('ru'), fa: open('fa') };
  const pages = new Map<string, Promise<Asset>>();
  const page = (c: Context, path: string): Promise<Asset> | undefined => {
    const [language, theme] = [languageOfRequest(c), themeOf(c)];
    const found = assetsOf[language](`${path}.html`) ?? assetsOf[language]('/index.html');
    if (found === undefined || theme === null) return found;
    const key = `${language} ${theme} ${assetsOf[language](`${path}.html`) ? path : ''}`;
    const made = pages.get(key) ?? found.then((asset) => themed(asset, theme));
    pages.set(key, made);
    return made;
  };
  return async (c) => {
    const path = surveyPage.test(c.req.path) ? '/survey' : c.req.path;
    if (extname(path) !== '') {
      const asset = await languages.map((language) => assetsOf[language](path)).find((one) => one !== undefined);
      return asset === undefined ? c.text('Not found', 404) : answerAsset(c, asset);
    }
    const asset = await page(c, path);
    if (asset === undefined) return c.text('The dashboard is not built: npm run build', 404);
    if (assetsOf.en(`${path}.html`) !== undefined) return answerAsset(c, asset);
    const first = (await drawFirst?.(c, languageOfRequest(c))) ?? null;
    if (first !== null) return answerAsset(c, await personal(asset, first, assetsOf[languageOfRequest(c)]));
    await announce?.(c);
    return answerAsset(c, asset);
  };
}
