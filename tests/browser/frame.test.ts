import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mockNow } from '../web/mockDay.ts';
import { type MockServer, startMockServer } from '../web/mockServer.ts';
import { faultsInEveryLook } from './axe.ts';
import { launchChromium, openPage, type PageInput } from './chromium.ts';
import { choosePeriod, chooseStore } from './frame.ts';

let browser: Browser;
let mock: MockServer;

beforeAll(async () => {
  browser = await launchChromium();
  mock = await startMockServer({ isSetUp: true, isSignedIn: true });
});

afterAll(async () => {
  await browser.close();
  await mock.close();
});

async function show(path: string, input: PageInput = {}): Promise<Page> {
  const page = await openPage(browser, { now: mockNow, ...input });
  await page.goto(`${mock.url}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const searchOf = (page: Page): unknown => Object.fromEntries(new URL(page.url()).searchParams);

describe('the choice of store and time', () => {
  it('says so where the address names a store that is not there', async () => {
    const page = await show('/?store=muenchen');
    const said = page.getByRole('status').filter({ hasText: 'muenchen' });
    await said.waitFor();
    expect(await said.innerText()).toContain('Arbat');
    await chooseStore(page, 'Gostiny Dvor');
    await expect.poll(() => said.count()).toBe(0);
    await page.context().close();
  });

  it('is kept in the address, goes back with the browser, and stays from page to page', async () => {
    const page = await show('/');
    await chooseStore(page, 'Gostiny Dvor');
    await expect.poll(() => searchOf(page)).toEqual({ store: 'dvor' });
    await page.getByRole('button', { name: 'Earlier' }).click();
    await expect.poll(() => searchOf(page)).toEqual({ store: 'dvor', date: '2026-03-13' });
    await page.getByRole('button', { name: 'Period: Yesterday. Choose another' }).waitFor();
    await page.goBack();
    await expect.poll(() => searchOf(page)).toEqual({ store: 'dvor' });
    await page.getByRole('link', { name: 'Queue' }).first().click();
    await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor();
    expect(searchOf(page)).toEqual({ store: 'dvor' });
    await page.context().close();
  });

  it('never goes past today', async () => {
    const page = await show('/?date=2031-01-01');
    expect(await page.getByRole('button', { name: 'Later' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Period: Today. Choose another' }).waitFor();
    await page.context().close();
  });

  it('finds a store by typing, and dates in the calendar, by keyboard alone', async () => {
    const page = await show('/queue');
    await page.getByRole('button', { name: /^Store: / }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Store' }).getByRole('combobox').waitFor();
    await page.keyboard.type('khimki');
    await page.keyboard.press('Enter');
    await expect.poll(() => searchOf(page)).toEqual({ store: 'mall' });
    await choosePeriod(page, 'Last 7 days');
    await expect.poll(() => searchOf(page)).toEqual({ store: 'mall', period: 'week' });
    await page.keyboard.press('[');
    await expect.poll(() => searchOf(page)).toEqual({ store: 'mall', period: 'week', date: '2026-03-07' });
    await page.getByRole('button', { name: /^Period: / }).click();
    const dialog = page.getByRole('dialog', { name: 'Period' });
    await dialog.getByRole('button', { name: /(^|\D)2 March 2026/ }).click();
    await dialog.getByRole('button', { name: /(^|\D)5 March 2026/ }).click();
    await expect
      .poll(() => searchOf(page))
      .toEqual({ store: 'mall', period: 'week', date: '2026-03-07', from: '2026-03-02', to: '2026-03-05' });
    await page.context().close();
  });
});

describe('the palette and the keys', () => {
  it('lead to pages and stores by a few letters, and stay away from fields', async () => {
    const page = await show('/');
    await page.keyboard.press('Control+k');
    // Without waiting for it: not a letter is lost, and none is taken for a shortcut.
    await page.keyboard.type('gtqueue');
    const palette = page.getByRole('dialog', { name: 'Search and commands' });
    await expect.poll(() => palette.getByRole('combobox').inputValue()).toBe('gtqueue');
    await palette.getByRole('combobox').fill('очер');
    await palette.getByRole('option', { name: 'Queue', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.getByText('Go to Queue').waitFor();
    await keys.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    expect(await keys.count()).toBe(0);
    await page.context().close();
  });

  it('turn the ground at once, and keep it with the person', async () => {
    const page = await show('/');
    await page.getByRole('button', { name: /^Account of / }).click();
    await page.getByRole('radio', { name: 'Dark' }).check();
    await expect.poll(() => page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await expect.poll(() => mock.received.get('PUT /api/v1/me/preferences')).toMatchObject({ theme: 'dark' });
    await page.context().close();
  });
});

describe('on a phone', { timeout: 120_000 }, () => {
  it('has the pages under the thumb, the others behind More, and every part of it passes axe', async () => {
    const page = await show('/queue', { screen: 'phone' });
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('dialog', { name: 'More' }).getByRole('link', { name: 'Settings', exact: true }).waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.context().close();
  });
});

describe('without a network', () => {
  it('opens with the last figures and says of when they are; after a sign-out nothing of them is left', async () => {
    // The clock of the other tests stands still, and with it what the browser remembers having loaded.
    const page = await openPage(browser);
    await page.goto(`${mock.url}/queue`);
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    const kept = `caches.open('lintel-app-answers').then((cache) => cache.keys()).then((keys) => keys.map(({ url }) => new URL(url).pathname))`;
    await expect.poll(() => page.evaluate(kept), { timeout: 15_000 }).toContain('/api/v1/stores/arbat/queue');
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText(/^No connection\. These are the figures as of /).waitFor();
    await page.getByRole('heading', { name: 'Waiting', exact: true }).waitFor();
    await page.context().setOffline(false);
    await page.evaluate(`fetch('/api/auth/sign-out', { method: 'POST' })`);
    await expect.poll(() => page.evaluate(`caches.has('lintel-app-answers')`)).toBe(false);
    mock.received.clear();
    await page.context().close();
  });
});
