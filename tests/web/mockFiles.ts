import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A built page or its part, in English; every other address is the dashboard. */
export function serveFile(web: string, path: string, response: ServerResponse): void {
  const folder = join(web, 'en');
  const file = join(folder, path);
  const shown = extname(path) !== '' && existsSync(file) ? file : join(folder, 'index.html');
  response.writeHead(200, { 'content-type': types[extname(shown)] ?? 'application/octet-stream' });
  response.end(readFileSync(shown));
}
