import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { type BuildEnvironmentOptions, defineConfig, type Plugin } from 'vite';
import { languagePlugin } from './scripts/language-plugin.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One build a language (scripts/build.mjs makes all); `vite` alone serves this one for development. */
const language = process.env['LINTEL_LANGUAGE'] ?? 'en';

const pages: BuildEnvironmentOptions = {
  outDir: here(`./dist/web/${language}`),
  emptyOutDir: true,
  target: 'es2022',
  modulePreload: { polyfill: false },
  // The phone's pages are pages of their own: small, and openable without a network.
  rollupOptions: {
    input: ['index', 'count', 'check', 'observe', 'survey'].map((page) => here(`./web/${page}.html`)),
  },
};

/** What draws Today for the server, in one file: what is fetched later is never fetched there, and left out. */
const firstPicture: BuildEnvironmentOptions = {
  outDir: here('./dist/first'),
  copyPublicDir: false,
  emptyOutDir: false,
  target: 'node20',
  rollupOptions: {
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
