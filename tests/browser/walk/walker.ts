import type { Browser, Page, Request } from 'playwright-core';
import type { Language } from '../../../server/contracts/languages.ts';
import type { DemoRole, FrozenDemo } from '../../setup/demo.ts';
import { openPage, type Screen } from '../chromium.ts';
import { wearSession } from '../signedIn.ts';
import type { Place } from './places.ts';

export interface WalkerInput {
  readonly demo: FrozenDemo;
  readonly role: DemoRole;
  readonly language: Language;
  readonly screen?: Screen;
  readonly scheme?: 'light' | 'dark';
}

/** Somebody who goes from page to page, and hears what the browser complains about. */
export interface Walker {
  readonly page: Page;
  /** Opens a place and waits until it is drawn; answers what was wrong on the way. */
  visit(place: Place): Promise<string[]>;
  close(): Promise<void>;
}

/** Resolves once nothing has changed on the page for a while, or after a few seconds all the same. */
const quiet = `new Promise((resolve) => {
  const patience = setTimeout(resolve, 5000);
  let timer;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (document.querySelector('[aria-busy="true"]')) return again();
      clearTimeout(patience);
      observer.disconnect();
      resolve();
    }, 250);
  };
  const observer = new MutationObserver(again);
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  again();
})`;

/** Counts what is asked of the API and not answered yet; the live stream never ends. */
function countQuestions(page: Page): () => number {
  const open = new Set<Request>();
  page.on('request', (request) => {
    if (request.url().includes('/api/') && !request.url().includes('/live')) open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return () => open.size;
}

/** Drawn, with every answer there and nothing moving any more. */
async function untilDrawn(page: Page, questions: () => number): Promise<void> {
  const patience = Date.now() + 15_000;
  do await page.evaluate(quiet);
  while ((questions() > 0 || (await page.locator('h1').count()) === 0) && Date.now() < patience);
}

/** What a browser says of every page that nobody is signed in on. */
const expected = /status of 401/;

export async function openWalker(
  browser: Browser,
  { demo, role, language, screen, scheme }: WalkerInput,
): Promise<Walker> {
  const open = async (isSignedOut: boolean): Promise<Page> => {
    const page = await openPage(browser, { ...(screen ? { screen } : {}), ...(scheme ? { scheme } : {}) });
    const chosen = `lintel_language=${language}`;
    await wearSession(page, demo.server.url, isSignedOut ? chosen : `${demo.cookies[role]}; ${chosen}`);
    return page;
  };
  const page = await open(false);
  const questions = countQuestions(page);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  return {
    page,
    visit: async ({ path, isSignedOut }) => {
      faults.length = 0;
      const { cookies } = await page.context().storageState();
      if (isSignedOut) await page.context().clearCookies({ name: /session/ });
      await page.goto(`${demo.server.url}${path}`);
      await untilDrawn(page, questions);
      if (isSignedOut) await page.context().addCookies(cookies);
      if ((await page.locator('h1').count()) !== 1) faults.push('the page has not one main heading (h1)');
      return [...faults];
    },
    close: () => page.context().close(),
  };
}
