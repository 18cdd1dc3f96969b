import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium that the tests' global setup found. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env['TEST_CHROMIUM'];
  if (!executablePath) throw new Error('The global setup of the tests finds Chromium; it did not run.');
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

export async function openPage(
  browser: Browser,
  { screen = 'desk', scheme = 'light', now }: PageInput = {},
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: screens[screen],
    colorScheme: scheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (now !== undefined) await page.clock.setFixedTime(now);
  return page;
}

/** To the end of Today, whose lower panels come when somebody gets there. */
export async function scrollDown(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'By hour' }).waitFor();
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
}
