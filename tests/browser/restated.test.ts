import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mockNow } from '../web/mockDay.ts';
import { type MockServer, startMockServer } from '../web/mockServer.ts';
import { everyFaultOf } from './axe.ts';
import { launchChromium, openPage, type Screen, scrollDown } from './chromium.ts';

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

async function show(path: string, screen: Screen = 'desk'): Promise<Page> {
  const page = await openPage(browser, { now: mockNow, screen });
  await page.goto(`${mock.url}${path}`);
  return page;
}

describe('a past day', () => {
  it('says what it showed when it ended, what it shows now, and why', async () => {
    const page = await show('/?date=2026-03-13');
    await scrollDown(page);
    const panel = page.getByRole('region', { name: 'Since the day ended' });
    await panel.getByText(/it showed 322 entries.*because reports came late and receipts were voided/).waitFor();
    expect(await panel.getByRole('row', { name: /^Came late Door/ }).innerText()).toContain('+19');
    expect(await panel.getByRole('row', { name: /^All together/ }).innerText()).toContain('−1');
    await page.context().close();
  });

  it('says that nothing has changed since', async () => {
    const page = await show('/?store=dvor&date=2026-03-13');
    await scrollDown(page);
    const panel = page.getByRole('region', { name: 'Since the day ended' });
    await panel.getByText('No count and no sale has changed since the day ended.').waitFor();
    expect(await panel.getByRole('table').count()).toBe(0);
    await page.context().close();
  });

  it.each(['desk', 'phone'] as const)('can be read by everybody (%s)', async (screen) => {
    const page = await show('/?date=2026-03-13', screen);
    await scrollDown(page);
    await page.getByText('Since the day ended').waitFor();
    await page.getByRole('row', { name: /^Voided/ }).waitFor();
    expect(await everyFaultOf(page, { within: 'section[aria-labelledby=restated-title]' })).toEqual([]);
    await page.context().close();
  });

  it('has no such panel while it is today', async () => {
    const page = await show('/');
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await page.getByText('Since the day ended').count()).toBe(0);
    await page.context().close();
  });
});
