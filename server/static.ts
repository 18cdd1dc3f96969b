import { createHash } from 'node:crypto';
import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context, Handler } from 'hono';

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

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

type Bytes = Uint8Array<ArrayBuffer>;

interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
  readonly plain: Bytes;
  readonly br: Bytes | null;
  readonly gzip: Bytes | null;
}

/** vite puts a hash of the content into the names below assets/, so that these never change. */
function cacheControlOf(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

async function readAsset(file: string, path: string): Promise<Asset> {
  const plain = new Uint8Array(await readFile(file));
  const extension = extname(file);
  const isCompressed = compressible.has(extension) && plain.length >= leastBytesToCompress;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  return {
    type: types[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    cacheControl: cacheControlOf(path),
    plain,
    br: isCompressed ? new Uint8Array(await packBrotli(plain, quality)) : null,
    gzip: isCompressed ? new Uint8Array(await packGzip(plain)) : null,
  };
}

/** The files of a folder by their path in a URL; each is read and compressed once, when first asked for. */
export function openFolder(folder: string): (path: string) => Promise<Asset> | undefined {
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
  if (!entry.isFile() || entry.name.endsWith('.map')) return;
  const file = join(entry.parentPath, entry.name);
  files.set(`/${relative(folder, file).split(sep).join('/')}`, file);
}

/** Answers one asset, compressed where the browser takes it, 304 where it has it already. */
export function answerAsset(c: Context, asset: Asset): Response {
  c.header('etag', asset.etag);
  c.header('cache-control', asset.cacheControl);
  c.header('vary', 'accept-encoding');
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

/** The built dashboard: `/count` is count.html, `/s/KEY` survey.html; other paths that are no file are the single page's own. */
export function serveDashboard(folder: string): Handler {
  const assetAt = openFolder(folder);
  return async (c) => {
    const path = surveyPage.test(c.req.path) ? '/survey' : c.req.path;
    const isFile = extname(path) !== '';
    const asset = await (assetAt(path) ?? (isFile ? undefined : (assetAt(`${path}.html`) ?? assetAt('/index.html'))));
    if (asset !== undefined) return answerAsset(c, asset);
    return c.text(isFile ? 'Not found' : 'The dashboard is not built: npm run build', 404);
  };
}
