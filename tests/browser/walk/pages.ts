import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../server/contracts/languages.ts';
import { type DemoRole, demoRoles, type FrozenDemo, startFrozenDemo } from '../../setup/demo.ts';
import { faultsInEveryLook, overflowOnEveryScreen } from '../axe.ts';
import { launchChromium } from '../chromium.ts';
import { untranslated, wordsOfTheShop } from './foreign.ts';
import { keyboardFaults } from './keyboard.ts';
import { type Place, placesOf } from './places.ts';
import { openWalker, type Walker } from './walker.ts';

/** Collected over all pages, so that one run says all that is wrong. */
type Faults = Record<string, readonly string[]>;

/** The page says which language it speaks, goes from its side, and leaves nothing in another. */
async function languageFaults(page: Page, language: Language, known: ReadonlySet<string>): Promise<string[]> {
  const said = String(
    await page.evaluate('document.documentElement.lang + " " + getComputedStyle(document.body).direction'),
  );
  const expected = `${language} ${language === 'fa' ? 'rtl' : 'ltr'}`;
  const strange = language === 'en' ? [] : await untranslated(page, known);
  return said === expected ? strange : [`the page says "${said}", not "${expected}"`, ...strange];
}

/** Every page of the demo in one language, as owner and as manager, on desk and phone, light and dark. */
export function describeWalk(language: Language): void {
  let browser: Browser;
  let demo: FrozenDemo;

  beforeAll(async () => {
    [browser, demo] = await Promise.all([launchChromium(), startFrozenDemo()]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  async function walk(
    role: DemoRole,
    look: (walker: Walker, place: Place) => Promise<readonly string[]>,
  ): Promise<Faults> {
    const walker = await openWalker(browser, { demo, role, language });
    const faults: Faults = {};
    for (const place of await placesOf(demo, role)) {
      const found = [...(await walker.visit(place)), ...(await look(walker, place))];
      if (found.length > 0) faults[place.name] = found;
    }
    await walker.close();
    return faults;
  }

  describe(`a walk through every page (${language})`, { timeout: 420_000 }, () => {
    it.each(demoRoles)('finds no fault on desk and phone, light and dark, as %s', async (role) => {
      const known = await wordsOfTheShop(demo);
      const faults = await walk(role, async ({ page }, { isForCustomers }) => {
        const strange = isForCustomers ? [] : await languageFaults(page, language, known);
        // What a manager sees is a part of what the owner sees: axe has looked at it.
        const looks = role === 'owner' ? await faultsInEveryLook(page) : await overflowOnEveryScreen(page);
        return [...strange, ...looks];
      });
      expect(faults).toEqual({});
    });

    it.each(demoRoles)('finds Today in the page itself, of no store that is not theirs, as %s', async (role) => {
      const headers = { cookie: `${demo.cookies[role]}; lintel_language=${language}` };
      const html = await (await fetch(`${demo.server.url}/?store=hamburg`, { headers })).text();
      expect(html).toContain(`<html lang="${language}"`);
      expect(html).toMatch(/<div id="first">.*<h1/s);
      const answers = /id="first-answers">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}';
      const asked = Object.keys(JSON.parse(answers) as object);
      expect(asked).toContain(`/api/v1/stores/${role === 'owner' ? 'hamburg' : 'sheremetyevo'}/today`);
      expect(/"id":"hamburg"/.test(answers)).toBe(role === 'owner');
    });

    if (language === 'en')
      it('comes to everything by the keyboard, and sees where it is', async () => {
        expect(await walk('owner', ({ page }) => keyboardFaults(page))).toEqual({});
      });
  });
}
