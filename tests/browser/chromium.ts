import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium, or the one `CHROMIUM` names. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? found;
  if (!executablePath) throw new Error('No Chromium: apt-get install chromium, or name one in CHROMIUM');
  return await chromium.launch({ executablePath, headless: true, args: flags });
}

export const screens = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type Screen = keyof typeof screens;

export interface PageInput {
  readonly screen?: Screen;
  readonly scheme?: 'light' | 'dark';
  /** Stops the browser's clock at this instant. */
  readonly now?: string;
}

export async function openPage(browser: Browser, { screen = 'desk', scheme = 'light', now }: PageInput = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: screens[screen],
    colorScheme: scheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (now !== undefined) await page.clock.setFixedTime(now);
  return page;
}
