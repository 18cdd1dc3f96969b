/**
 * Pictures of every page of the demo, to be looked at one by one: `npm run screenshots [WORDS…]` writes
 * .tmp/screenshots/PLACE.ROLE.LANGUAGE.SCREEN.THEME.png. Words choose: `today fa phone` takes those whose names hold all of them.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { languages } from '../server/contracts/languages.ts';
import { screens } from '../tests/browser/chromium.ts';
import { type Place, placesOf } from '../tests/browser/walk/places.ts';
import { openWalker, type Walker } from '../tests/browser/walk/walker.ts';
import { type DemoRole, demoRoles, type FrozenDemo, startFrozenDemo } from '../tests/setup/demo.ts';

const folder = '.tmp/screenshots';
const wishes = process.argv.slice(2);
const looks = (['desk', 'phone'] as const).flatMap((screen) =>
  (['light', 'dark'] as const).map((scheme) => ({ screen, scheme })),
);

interface Picture {
  readonly file: string;
  readonly screen: 'desk' | 'phone';
  readonly scheme: 'light' | 'dark';
}

/** Those of a place that were asked for. */
function picturesOf({ name }: Place, role: DemoRole, language: string): Picture[] {
  const all = looks.map(({ screen, scheme }) => ({
    file: `${name}.${role}.${language}.${screen}.${scheme}`,
    screen,
    scheme,
  }));
  return all.filter(({ file }) => wishes.every((wish) => file.split('.').includes(wish)));
}

async function take({ page }: Walker, pictures: readonly Picture[]): Promise<void> {
  for (const { file, screen, scheme } of pictures) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize(screens[screen]);
    // A chart is drawn anew for the new width.
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${file}.png`), fullPage: true });
  }
}

async function walk(demo: FrozenDemo): Promise<void> {
  for (const role of demoRoles)
    for (const language of languages) {
      const walker = await openWalker(browser, { demo, role, language });
      for (const place of await placesOf(demo, role)) {
        const pictures = picturesOf(place, role, language);
        if (pictures.length === 0) continue;
        for (const fault of await walker.visit(place))
          process.stderr.write(`${place.name} ${role} ${language}: ${fault}\n`);
        await take(walker, pictures);
      }
      await walker.close();
    }
}

mkdirSync(folder, { recursive: true });
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', ...sandbox],
});
const demo = await startFrozenDemo();
try {
  await walk(demo);
} finally {
  await browser.close();
  await demo.stop();
}
