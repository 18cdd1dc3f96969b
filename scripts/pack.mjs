/** Compresses what the server sends as hard as can be, once: `FILE.br` and `FILE.gz` beside each file that gets smaller by it. */
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const kinds = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt']);
/** Below this a compressed answer is hardly smaller. */
const leastBytes = 1024;

/** The languages' builds have many files in common: each is compressed once. */
const packed = new Map();

function pack(bytes) {
  const text = bytes.toString('latin1');
  const known = packed.get(text) ?? Promise.all([packBrotli(bytes), gzipped(bytes, { level: 9 })]);
  packed.set(text, known);
  return known;
}

function packBrotli(bytes) {
  return brotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

async function packFile(file) {
  const bytes = await readFile(file);
  if (bytes.length < leastBytes) return;
  const [br, gz] = await pack(bytes);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}

/** Every file below a folder that compression is good for. */
export async function packAll(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const worthwhile = files.filter((entry) => entry.isFile() && kinds.has(extname(entry.name)));
  await Promise.all(worthwhile.map((entry) => packFile(join(entry.parentPath, entry.name))));
}
