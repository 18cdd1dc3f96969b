import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mockNow } from '../web/mockDay.ts';
import { type MockServer, startMockServer } from '../web/mockServer.ts';
import { faultsInEveryLook } from './axe.ts';
import { launchChromium, openPage } from './chromium.ts';

let browser: Browser;
let inside: MockServer;
let outside: MockServer;
let fresh: MockServer;

beforeAll(async () => {
  browser = await launchChromium();
  inside = await startMockServer({ isSetUp: true, isSignedIn: true });
  outside = await startMockServer({ isSetUp: true, isSignedIn: false });
  fresh = await startMockServer({ isSetUp: false, isSignedIn: false });
});

afterAll(async () => {
  await browser.close();
  await Promise.all([inside.close(), outside.close(), fresh.close()]);
});

interface Shown {
  readonly name: string;
  readonly url: () => string;
  /** Brings the page to the state that is looked at. */
  readonly ready: (page: Page) => Promise<void>;
}

const pages: readonly Shown[] = [
  { name: 'today', url: () => `${inside.url}/`, ready: (page) => page.getByText('The same as a table').click() },
  {
    name: 'a day with gaps',
    url: () => `${inside.url}/?store=mall`,
    ready: (page) => page.getByText('No data').first().waitFor(),
  },
  {
    name: 'nothing yet',
    url: () => `${inside.url}/?store=fresh`,
    ready: (page) => page.getByText('Nothing has been').waitFor(),
  },
  { name: 'a failure', url: () => `${inside.url}/?store=broken`, ready: (page) => page.getByRole('alert').waitFor() },
  { name: 'stores', url: () => `${inside.url}/stores`, ready: (page) => page.getByRole('table').waitFor() },
  {
    name: 'quarantine',
    url: () => `${inside.url}/data/quarantine`,
    ready: (page) => page.getByText('Show what was sent').first().click(),
  },
  {
    name: 'a device with something held',
    url: () => `${inside.url}/data/corrections?store=mall`,
    ready: (page) => page.getByRole('button', { name: 'Accept' }).click(),
  },
  { name: 'sign-in', url: () => `${outside.url}/sign-in`, ready: (page) => page.getByLabel('Password').waitFor() },
  { name: 'set-up', url: () => `${fresh.url}/setup`, ready: (page) => page.getByLabel('Set-up code').waitFor() },
  {
    name: 'a missing page',
    url: () => `${inside.url}/nowhere`,
    ready: (page) => page.getByText('There is no such page').waitFor(),
  },
];

describe('axe finds nothing, on desk and phone, light and dark', { timeout: 120_000 }, () => {
  it.each(pages)('$name', async ({ url, ready }) => {
    const page = await openPage(browser, { now: mockNow });
    await page.goto(url());
    await ready(page);
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.context().close();
  });

  it('the further steps of the set-up', async () => {
    const own = await startMockServer({ isSetUp: false, isSignedIn: true });
    const page = await openPage(browser, { now: mockNow });
    await page.goto(`${own.url}/setup`);
    await page.getByLabel('Name of your company').fill('Romashka');
    await page.getByLabel('Name of the store').fill('Arbat');
    const faults = await faultsInEveryLook(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Monday: opens at').waitFor();
    faults.push(...(await faultsInEveryLook(page)));
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('checkbox', { name: 'Till' }).check();
    faults.push(...(await faultsInEveryLook(page)));
    await page.getByRole('button', { name: 'Save and connect' }).click();
    await page.getByText('Listening').waitFor();
    faults.push(...(await faultsInEveryLook(page)));
    expect(faults).toEqual([]);
    await page.context().close();
    await own.close();
  });
});
