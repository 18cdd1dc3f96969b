/** Runs a TypeScript file of this project: `node scripts/run.mjs FILE.ts ARGUMENTS…` (bundled in memory by esbuild, packages stay outside). */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file, ...rest] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('name the TypeScript file to run\n');
  process.exit(2);
}

const { outputFiles } = await build({
  entryPoints: [resolve(file)],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
});
// Below node_modules, so that packages are found from there.
const folder = join(root, 'node_modules/.lintel-run');
mkdirSync(folder, { recursive: true });
const bundle = join(folder, `${basename(file, '.ts')}-${process.pid}.mjs`);
writeFileSync(bundle, outputFiles[0].contents);
process.on('exit', () => rmSync(bundle, { force: true }));
process.argv = [process.argv[0], resolve(file), ...rest];
await import(pathToFileURL(bundle).href);
