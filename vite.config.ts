import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { languagePlugin } from './scripts/language-plugin.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One build a language (scripts/build.mjs makes all); `vite` alone serves this one for development. */
const language = process.env['LINTEL_LANGUAGE'] ?? 'en';

/** The dashboard: `vite` serves it for development (the API from :3000), `vite build` puts it into dist/web/LANGUAGE. */
export default defineConfig({
  root: here('./web'),
  plugins: [languagePlugin(language), svelte({ configFile: here('./svelte.config.js') })],
  build: {
    outDir: here(`./dist/web/${language}`),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The phone's pages are pages of their own: small, and openable without a network.
    rollupOptions: {
      input: ['index', 'count', 'check', 'observe', 'survey'].map((page) => here(`./web/${page}.html`)),
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } },
  },
});
