import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ownerAccount } from '../server/chain.ts';
import { screens } from './chromium.ts';

/** A phone of its own: touch, 390 px wide, with what it keeps. */
export async function openPhone(browser: Browser): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({
    viewport: screens.phone,
    hasTouch: true,
    isMobile: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return { context, page };
}

/** Follows the page's link to the sign-in and signs in as the owner, which leads back to the page. */
export async function signInFromForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail address').fill(ownerAccount.email);
  await page.getByLabel('Password').fill(ownerAccount.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Until the page opens without a network, which its worker sees to. */
export async function keptByWorker(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
}
