import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mockNow } from '../web/mockDay.ts';
import { type MockServer, startMockServer } from '../web/mockServer.ts';
import { launchChromium, openPage, scrollDown } from './chromium.ts';

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

async function show(path: string): Promise<Page> {
  const page = await openPage(browser, { now: mockNow });
  await page.goto(`${mock.url}${path}`);
  return page;
}

describe('what gaps hide', () => {
  it('stands beside the measured figures, with its bounds, and never in them', async () => {
    const page = await show('/?store=mall');
    await page.getByText('about 171 more in gaps (148–195)').waitFor();
    expect(await page.locator('[data-figure="entries"]').innerText()).toBe('133');
    await page.getByText('The same as a table').click();
    const cells = await page
      .getByRole('row', { name: /^13:00/ })
      .getByRole('cell')
      .allInnerTexts();
    expect(cells.slice(1, 3)).toEqual(['No data', '+55']);
    await page.getByText('they are in no rate and in no rank').waitFor();
    await page.context().close();
  });

  it('is not spoken of where nothing is missing', async () => {
    const page = await show('/?store=dvor');
    await scrollDown(page);
    await page.getByText('inside now').waitFor();
    expect(await page.getByText('in gaps').count()).toBe(0);
    await page.context().close();
  });
});

describe('the people inside', () => {
  it('are shown as an estimate, with bounds, how long they stay, and a table', async () => {
    const page = await show('/');
    await scrollDown(page);
    const card = page.getByRole('region', { name: 'People inside' });
    await card.getByText('They stay 14 min on average').waitFor();
    expect(await card.locator('[data-figure="occupancy"]').innerText()).toBe('23');
    expect(await card.innerText()).toContain('between 17 and 29');
    expect(await card.innerText()).toContain('Estimate');
    await card.getByText('People inside as a table').click();
    expect(await card.getByRole('row', { name: /^12:30/ }).innerText()).toContain('No data');
    await page.context().close();
  });

  it('are not guessed where a part of the day is missing, or a door counts one way only', async () => {
    const page = await show('/?store=mall');
    await scrollDown(page);
    await page.getByText('Too much of the day is missing to know who is inside.').waitFor();
    expect(await page.locator('[data-figure="occupancy"]').count()).toBe(0);
    await page.context().close();
  });
});

describe('checks', () => {
  it('say on the data page what does not fit together, where, and what to do', async () => {
    const page = await show('/data?store=arbat');
    const list = page.getByRole('region', { name: 'What to look at' });
    await list.getByText('Side door had 61 % of all entries').waitFor();
    expect(await list.innerText()).toContain('whole store');
    expect(await list.innerText()).toContain('Look into it');
    await page.context().close();
  });

  it('are with their device, beside what is held and what has no time', async () => {
    const page = await show('/devices/device?id=door-mall&store=mall');
    const detail = page.getByRole('region', { name: 'Checks' });
    await detail.getByText('says that something is wrong with it').waitFor();
    expect(await detail.innerText()).toContain('9,000 in and 12 out from Sat 14 Mar, 12:00 to Sat 14 Mar, 12:01');
    expect(await detail.innerText()).toContain('412 people of gaps longer than a day');
    await page.context().close();
  });

  it('nothing that is held is decided without being asked again', async () => {
    const page = await show('/data/corrections?store=mall');
    await page.getByRole('button', { name: 'Drop' }).click();
    const dialog = page.getByRole('dialog', { name: 'Drop these people?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(mock.received.has('POST /api/v1/devices/door-mall/held')).toBe(false);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await page.getByText('Accepted; the figures follow.').waitFor();
    expect(mock.received.get('POST /api/v1/devices/door-mall/held')).toEqual({
      ...{ line: 'main', start: '2026-03-14T12:00:00+03:00', end: '2026-03-14T12:01:00+03:00' },
      decision: 'accept',
    });
    await page.context().close();
  });
});
