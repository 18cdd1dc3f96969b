/**
 * Builds what runs: the server's bundles by esbuild, the dashboard by vite, migrations copied beside them.
 *
 *   node scripts/build.mjs                everything
 *   node scripts/build.mjs --if-stale     only what is older than its sources
 *   node scripts/build.mjs --only=server  (or web) one half
 *
 * Speaks on stderr alone, so that a command whose output is read by a program can build first.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './build-lock.mjs';
import { languages } from './language-plugin.mjs';
import { packAll } from './pack.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

const entries = {
  main: 'server/main.ts',
  cli: 'server/cli/main.ts',
  writer: 'ingest/writer.ts',
  reader: 'server/reader.ts',
  importer: 'server/cli/import/thread.ts',
};

/** What stays in node_modules: machine code, megabytes of rules that few ask for, what pg and the sketches look for and do without, and files that are served from their folder. */
const outside = ['better-sqlite3', 'date-holidays', 'pg-native', 'protobufjs/minimal', 'swagger-ui-dist'];

const halves = {
  server: {
    sources: ['db', 'ingest', 'server', 'scripts/build.mjs', 'package-lock.json'],
    stamp: join(dist, '.server-built'),
    build: buildServer,
  },
  web: {
    sources: [
      'web',
      'vite.config.ts',
      'scripts/language-plugin.mjs',
      'scripts/pack.mjs',
      'svelte.config.js',
      'package-lock.json',
      'server/kpi',
      'db/vocabulary',
    ],
    stamp: join(dist, '.web-built'),
    build: buildWeb,
  },
};

/** Latest change below a path in epoch ms; folders count too, so that a removed file is noticed. */
function changedAt(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const below = readdirSync(path).filter((name) => name !== 'node_modules');
  return Math.max(stat.mtimeMs, ...below.map((name) => changedAt(join(path, name))));
}

function isStale(half) {
  if (!existsSync(half.stamp)) return true;
  const builtAt = statSync(half.stamp).mtimeMs;
  return half.sources.some((source) => changedAt(join(root, source)) > builtAt);
}

/** One sign beyond ASCII makes Node keep the whole text at two bytes a sign, in every thread; esbuild leaves them in comments. */
function withPlainComments(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them.
  const beyond = /[^\x00-\x7f]/g;
  if (!beyond.test(text)) return text;
  return text
    .split('\n')
    .map((line) => (/^\s*(\/\/|\*|\/\*)/.test(line) ? line.replace(beyond, '?') : line))
    .join('\n');
}

async function buildServer() {
  const { build } = await import('esbuild');
  const result = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(entries).map(([out, file]) => ({ in: file, out })),
    outdir: 'dist',
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // One file to read where there were 1,400: the server starts in half the time, and on a slow disk in far less.
    external: outside,
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);`,
    },
    sourcemap: true,
    logLevel: 'warning',
  });
  mkdirSync(dist, { recursive: true });
  // Renamed into place one by one: a server that starts meanwhile never reads half a file.
  for (const file of result.outputFiles) {
    writeFileSync(`${file.path}.new`, file.path.endsWith('.js') ? withPlainComments(file.text) : file.contents);
    renameSync(`${file.path}.new`, file.path);
  }
  const fresh = join(dist, 'migrations.new');
  rmSync(fresh, { recursive: true, force: true });
  cpSync(join(root, 'db/migrations'), fresh, { recursive: true });
  rmSync(join(dist, 'migrations'), { recursive: true, force: true });
  renameSync(fresh, join(dist, 'migrations'));
}

/** The dashboard once a language, at the same time. */
async function buildWeb() {
  // While somebody works on a page, one language is enough: LINTEL_LANGUAGES=en node scripts/build.mjs
  const wanted = process.env.LINTEL_LANGUAGES?.split(',') ?? languages;
  await Promise.all(wanted.map(buildLanguage));
  await packAll(join(dist, 'web'));
  const known = new Set(languages);
  for (const name of readdirSync(join(dist, 'web'))) {
    if (!known.has(name)) rmSync(join(dist, 'web', name), { recursive: true });
  }
}

/** The dashboard in one language, and what draws its first picture for the server (web/first). */
async function buildLanguage(language) {
  await runVite(language, ['--outDir', join(dist, 'web', language), '--emptyOutDir']);
  await runVite(language, ['--ssr', 'first/draw.ts']);
}

function runVite(language, options) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--logLevel', 'warn', ...options];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: 'production', LINTEL_LANGUAGE: language },
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`vite build (${language}) ended with ${code}`)),
    );
  });
}

async function buildHalf(name) {
  const half = halves[name];
  const startedAt = new Date();
  await half.build();
  writeFileSync(half.stamp, '');
  // The stamp says when the build began: a source changed meanwhile is newer than it.
  utimesSync(half.stamp, startedAt, startedAt);
  process.stderr.write(`built ${name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

/** Builds the named halves; with `ifStale` those alone that are older than their sources. */
export async function buildDist({ names = Object.keys(halves), ifStale = false } = {}) {
  const wanted = () => names.filter((name) => !ifStale || isStale(halves[name]));
  if (wanted().length === 0) return;
  await withLock(join(root, 'node_modules/.lintel-build.lock'), async () => {
    // Asked again: another process may have built it while this one waited.
    for (const name of wanted()) await buildHalf(name);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
  const names = only ? only.split(',') : Object.keys(halves);
  await buildDist({ names, ifStale: process.argv.includes('--if-stale') });
}
