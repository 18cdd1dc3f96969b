import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles of thread files for one test file; below node_modules, so that packages are found from there. */
export interface ThreadBundles {
  readonly writer: string;
  readonly reader: string;
  remove(): void;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export async function bundleThreads(): Promise<ThreadBundles> {
  const parent = here('../../../node_modules/.lintel-test');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'threads-'));
  await build({
    entryPoints: { writer: here('./writer.ts'), reader: here('./reader.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
  });
  return {
    writer: join(folder, 'writer.mjs'),
    reader: join(folder, 'reader.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
