import { existsSync } from 'node:fs';
import { relative } from 'node:path';

/** The languages of the dashboard, each a build of its own; the first is the source of the others. */
export const languages = ['en', 'ru', 'fa'];

/**
 * A vite plugin: the dashboard in one language. `fooMessages.ts` is read from `fooMessages.ru.ts`, so that only one
 * language goes over the wire and no sentence waits for a request; one that has no translation ends the build.
 *
 * @param {string} language
 * @returns {import('vite').Plugin}
 */
export function languagePlugin(language) {
  if (!languages.includes(language))
    throw new Error(`LINTEL_LANGUAGE: "${language}" is none of ${languages.join(', ')}`);
  return {
    name: 'lintel-language',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (language === languages[0] || !/essages\.ts$/.test(source)) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (resolved === null) return null;
      const translated = resolved.id.replace(/\.ts$/, `.${language}.ts`);
      if (!existsSync(translated)) this.error(`${relative(process.cwd(), translated)} is missing`);
      return translated;
    },
    transformIndexHtml(html) {
      const direction = language === 'fa' ? 'rtl' : 'ltr';
      return html.replace('<html lang="en">', `<html lang="${language}" dir="${direction}">`);
    },
  };
}
