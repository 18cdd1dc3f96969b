import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { type BuildEnvironmentOptions, defineConfig, type Plugin, type Rolldown } from 'vite';
import { languagePlugin } from './scripts/language-plugin.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One build a language (scripts/build.mjs makes all); `vite` alone serves this one for development. */
const language = process.env['LINTEL_LANGUAGE'] ?? 'en';

/** Pages of their own: a phone's and the customers', small, and openable without a network. */
const ownPages = ['count', 'check', 'observe', 'survey'];

/**
 * What the dashboard's first visit is made of comes in one file instead of a dozen: the bundler would give each combination of later
 * pages that share something a file of its own, each with its way there and back. What the pages of their own share stays apart.
 */
function firstVisit(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  let first: ReadonlySet<string> | undefined;
  return (id, context) => {
    first ??= without(reached(['index'], context), reached(ownPages, context));
    return first.has(id) ? 'first' : null;
  };
}

/** What some pages are made of before anything is opened. */
function reached(pages: readonly string[], context: Rolldown.ChunkingContext): Set<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    context.getModuleInfo(id)?.importedIds.forEach(visit);
  };
  for (const page of pages) visit(here(`./web/${page}.html`));
  return found;
}

function without(all: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...all].filter((one) => !others.has(one)));
}

const pages: BuildEnvironmentOptions = {
  outDir: here(`./dist/web/${language}`),
  emptyOutDir: true,
  target: 'es2022',
  modulePreload: { polyfill: false },
  rolldownOptions: {
    input: ['index', ...ownPages].map((page) => here(`./web/${page}.html`)),
    output: {
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ name: firstVisit(), debugName: 'first visit' }],
      },
    },
  },
};

/** What draws Today for the server, in one file: what is fetched later is never fetched there, and left out. */
const firstPicture: BuildEnvironmentOptions = {
  outDir: here('./dist/first'),
  copyPublicDir: false,
  emptyOutDir: false,
  target: 'node20',
  rolldownOptions: {
    output: { entryFileNames: `${language}.js` },
    plugins: [{ name: 'lintel-later', resolveDynamicImport: () => ({ id: 'lintel-later', external: true }) }],
  },
};

/** What a page looks like is asked for before what it does: a browser opens six connections, and paints nothing without it. */
const looksFirst: Plugin = {
  name: 'lintel-looks-first',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const links = /\s*<link rel="stylesheet"[^>]*>/g;
      const found = html.match(links)?.join('') ?? '';
      return html.replaceAll(links, '').replace('</title>', (end) => `${end}${found}`);
    },
  },
};

/** The dashboard: `vite` serves it for development (the API from :3000), `vite build` puts it into dist/web/LANGUAGE. */
export default defineConfig(({ isSsrBuild }) => ({
  root: here('./web'),
  plugins: [languagePlugin(language), looksFirst, svelte({ configFile: here('./svelte.config.js') })],
  define: { LINTEL_LANGUAGE: JSON.stringify(language) },
  build: isSsrBuild ? firstPicture : pages,
  // What runs beside the server brings all it needs with it.
  ssr: { noExternal: true },
  server: {
    port: 5173,
    proxy: { '^/api/': { target: 'http://127.0.0.1:3000', changeOrigin: false } },
  },
}));
