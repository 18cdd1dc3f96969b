import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mockNow } from '../web/mockDay.ts';
import { type MockServer, startMockServer } from '../web/mockServer.ts';
import { todayOf } from '../web/mockToday.ts';
import { launchChromium, openPage, type PageInput, scrollDown } from './chromium.ts';
import { signOut } from './frame.ts';

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
  return page;
}

async function figure(page: Page, name: string): Promise<string> {
  const text = await page.locator(`[data-figure="${name}"]`).innerText();
  return text.replace(/\s+/g, ' ').trim();
}

describe('today', () => {
  it('shows the funnel with both rates, their intervals and the change against the usual', async () => {
    const page = await show('/');
    expect(await figure(page, 'passersBy')).toBe('2,110');
    expect(await figure(page, 'entries')).toBe('322');
    expect(await figure(page, 'purchases')).toBe('79');
    expect(await figure(page, 'captureRate')).toBe('15.3% 13.8–16.9%');
    expect(await figure(page, 'conversionRate')).toBe('24.5% 20.2–29.5%');
    expect(await figure(page, 'netSalesMinor')).toBe('₽169,336.50');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      '322 people came in so far, 2% fewer than a usual Saturday by now; conversion is within its usual range.',
    );
    await page.getByText('Tills: who joins now waits about 3 min 6 s; the target is 3 min.').waitFor();
    const funnel = page.getByRole('region', { name: 'The way in' });
    expect(await funnel.innerText()).toContain('usual Saturday up to this time of day (median of 8)');
    expect(await funnel.innerText()).toContain('usual 14.8%');
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await page.title()).toBe('Arbat: today · Lintel');
    await page.context().close();
  });

  it('draws the hours, and offers the same numbers as a table in which a gap is no zero', async () => {
    const page = await show('/?store=mall');
    const chart = page.getByRole('img', { name: 'Entries by hour. The busiest hour begins at 16:00 with 58.' });
    await expect.poll(() => chart.locator('canvas').getAttribute('width')).not.toBe('300');
    // By keyboard: panels below are still coming, and the page moves under a pointer.
    await page.getByText('The same as a table').press('Enter');
    const row = page.getByRole('row', { name: /^13:00/ });
    expect(await row.innerText()).toContain('No data');
    expect(await page.getByRole('row', { name: /^18:00/ }).count()).toBe(0);
    await page.context().close();
  });

  it('says how far the figures can be trusted, and why', async () => {
    const page = await show('/?store=mall');
    const thing = page.getByRole('region', { name: 'The one thing to look at' });
    expect(await thing.innerText()).toContain('Nothing has come from door-mall since 13:05.');
    expect(await thing.getByRole('link').getAttribute('href')).toBe('/data?store=mall');
    await scrollDown(page);
    const quality = page.getByRole('region', { name: 'Data quality' });
    const text = await quality.innerText();
    expect(text).toContain('Poor');
    expect(text).toContain('silent since 13:05');
    expect(text).toContain('57%');
    await page.context().close();
  });

  it('moves with every event without drawing the page anew', async () => {
    const page = await show('/');
    await page.getByText('Live', { exact: true }).waitFor();
    await page.evaluate('document.querySelector(\'[data-figure="entries"]\').mark = "same element"');
    const before = await page.getByRole('region', { name: 'By hour' }).boundingBox();
    const now = todayOf('arbat');
    mock.emit('funnel', { ...now, total: { ...now.total, entries: 323 } });
    await expect.poll(() => figure(page, 'entries')).toBe('323');
    expect(await page.evaluate('document.querySelector(\'[data-figure="entries"]\').mark')).toBe('same element');
    expect(await page.getByRole('region', { name: 'By hour' }).boundingBox()).toEqual(before);
    await page.context().close();
  });

  it('says that it reconnects, and is live again by itself', async () => {
    const page = await show('/');
    await page.getByText('Live', { exact: true }).waitFor();
    mock.dropStreams();
    await page.getByText('Connecting…').waitFor();
    await page.getByText('Live', { exact: true }).waitFor({ timeout: 15_000 });
    expect(await figure(page, 'entries')).toBe('322');
    await page.context().close();
  });

  it('begins at the door where nothing counts outside, and says how to add a counter', async () => {
    const page = await show('/?store=dvor');
    expect(await figure(page, 'entries')).toBe('322');
    expect(await page.locator('[data-figure="passersBy"]').count()).toBe(0);
    await page.getByText('Add a counter that measures passers-by').waitFor();
    await page.context().close();
  });

  it('says that nothing has been counted yet', async () => {
    const page = await show('/?store=fresh');
    await page.getByRole('heading', { name: 'Nothing has been counted yet' }).waitFor();
    expect(await page.getByRole('link', { name: 'See the devices' }).getAttribute('href')).toBe('/data?store=fresh');
    await page.context().close();
  });

  it('says what failed, and tries again when asked', async () => {
    const page = await show('/?store=broken');
    const alert = page.getByRole('alert');
    expect(await alert.innerText()).toContain('Something broke on our side.');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await alert.waitFor();
    expect(await alert.innerText()).toContain('could not be loaded');
    await page.context().close();
  });
});

describe('every page', () => {
  it('needs no sideways scrolling on a phone', async () => {
    for (const path of ['/', '/queue', '/data']) {
      const page = await show(path, { screen: 'phone' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page
        .getByRole(path === '/' ? 'img' : 'table')
        .first()
        .waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      await page.context().close();
    }
  });
});

describe('signing in', () => {
  it('takes one tap in the demo, and leads to the page that was asked for', async () => {
    const own = await startMockServer({ isSetUp: true, isSignedIn: false });
    const page = await openPage(browser, { now: mockNow });
    await page.goto(`${own.url}/queue`);
    await page.getByRole('button', { name: 'Enter the demo' }).click();
    await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor();
    expect(own.received.get('POST /api/auth/sign-in/email')).toEqual({
      email: 'demo@lintel.local',
      password: 'demo-lintel',
    });
    await signOut(page);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(own.received.has('POST /api/auth/sign-out')).toBe(true);
    await page.context().close();
    await own.close();
  });

  it('says that address and password don’t match', async () => {
    const own = await startMockServer({ isSetUp: true, isSignedIn: false });
    const page = await openPage(browser, { now: mockNow });
    await page.goto(`${own.url}/sign-in`);
    await page.getByLabel('E-mail address').fill('anna@example.org');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toBe('This e-mail address and password don’t match.');
    await page.context().close();
    await own.close();
  });
});

describe('data', () => {
  it('lists devices with their state and the quarantine with its reasons, and retries', async () => {
    const page = await show('/devices?store=mall');
    expect(await page.getByRole('row', { name: /door-mall/ }).innerText()).toContain('problem');
    await page.goto(`${mock.url}/data/quarantine`);
    await page.getByText('total 12.345 has more digits than RUB.').waitFor();
    await page.getByRole('button', { name: 'Retry all of these' }).click();
    await page.getByText('Retried: 1 accepted, 1 refused again.').waitFor();
    expect(mock.received.get('POST /api/v1/quarantine/retry')).toEqual({ ids: [2, 1] });
    await page.context().close();
  });
});

describe('branches', () => {
  it('begin with who needs a look and why; are sorted by any column, found by name, and the address keeps what was chosen; links of before lead there', async () => {
    const page = await show('/stores');
    const names = (): Promise<string[]> => page.locator('tbody th').allInnerTexts();
    await page.getByRole('button', { name: 'Branch', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/branches');
    await page.getByText(/^Nothing has come from Main door since/).waitFor();
    const reason = page.getByRole('link', { name: 'Gostiny Dvor: See the data' });
    expect(await reason.getAttribute('href')).toContain('store=dvor');
    await page.waitForURL(/sort=name/);
    await page.getByRole('button', { name: 'Branch', exact: true }).click();
    await page.waitForURL(/sort=-name/);
    expect(await names()).toEqual(['Mega Khimki', 'Gostiny Dvor', 'Arbat']);
    expect(await page.locator('thead th').first().getAttribute('aria-sort')).toBe('descending');
    await page.getByRole('searchbox').fill('dvor');
    await page.getByText('1 of ').waitFor();
    expect(await names()).toEqual(['Gostiny Dvor']);
    await page.getByRole('button', { name: 'Show all branches' }).click();
    await page.getByText('Figures', { exact: true }).last().click();
    await page.getByLabel('Net sales', { exact: true }).uncheck();
    await page.waitForURL(/columns=/);
    expect(await page.getByRole('columnheader', { name: 'Net sales' }).count()).toBe(0);
    await page.context().close();
  });

  it('stand beside each other by footfall and conversion, walked through by keyboard, and one by one on one scale', async () => {
    const page = await show('/branches?view=plot');
    const walker = page.getByRole('slider', { name: /arrow keys/ });
    await walker.focus();
    const first = await walker.getAttribute('aria-valuetext');
    await walker.press('End');
    expect(await walker.getAttribute('aria-valuetext')).not.toBe(first);
    await walker.press('Enter');
    await page.waitForURL(/\/trends\?.*store=.*metric=conversionRate/);
    await page.goto(`${mock.url}/branches?view=multiples`);
    await page.getByText('Conversion of each branch, on one scale').waitFor();
    expect(await page.locator('main li svg[role=img]').count()).toBe(3);
    await page.context().close();
  });
});
