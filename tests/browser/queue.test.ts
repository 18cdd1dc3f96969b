import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mockNow } from '../web/mockDay.ts';
import { mockQueueBrief, mockQueueNow } from '../web/mockQueue.ts';
import { type MockServer, startMockServer } from '../web/mockServer.ts';
import { mockServiceBrief } from '../web/mockServiceBrief.ts';
import { todayOf } from '../web/mockToday.ts';
import { everyFaultOf, faultsInEveryLook } from './axe.ts';
import { launchChromium, openPage, type PageInput, screens } from './chromium.ts';
import { choosePeriod } from './frame.ts';

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
  const text = await page.locator(`[data-figure="${name}"]`).first().innerText();
  return text.replace(/\s+/g, ' ').trim();
}

async function textOf(page: Page, region: string): Promise<string> {
  const text = await page.getByRole('region', { name: region, exact: true }).first().innerText();
  return text.replace(/\s+/g, ' ').trim();
}

describe('the page of queues', () => {
  it('says how many wait, for how long, and how many tills it takes', async () => {
    const page = await show('/queue');
    const tills = page.locator('[data-queue="tills"]');
    await tills.getByText('Longer than the target').waitFor();
    const text = (await tills.innerText()).replace(/\s+/g, ' ');
    expect(text).toContain('6 people waiting');
    expect(text).toContain('Who joins now waits about 3 min 6 s Estimate (target 3 min)');
    expect(text).toContain('Open one more till now. 6 people wait already.');
    expect(text).toContain('74 people an hour come; one takes 1 min 2 s, measured over 1,840 people.');
    await page.context().close();
  });

  it('says why it can’t say how many tills a queue needs', async () => {
    const page = await show('/queue');
    await page.getByText('How many tills are needed can’t be said. How long a customer takes is not known').waitFor();
    await page.getByText('Nothing was heard of this queue in the last 10 minutes.').waitFor();
    expect(await page.title()).toBe('Arbat: queue · Lintel');
    await page.context().close();
  });

  it('moves with what arrives', async () => {
    const page = await show('/queue');
    await page.getByText('Live', { exact: true }).waitFor();
    mock.emit('queue', mockQueueNow('arbat', 14));
    await page.getByText('Far too long').waitFor();
    expect(await figure(page, 'length')).toBe('14');
    mock.emit('queue', mockQueueNow('arbat', 0));
    await page.getByText('Short wait').waitFor();
    await page
      .getByText('Nobody waits now, but with 74 people an hour 2 tills keep only 74% within the target.')
      .waitFor();
    await page.context().close();
  });

  it('shows waits over time as charts and as a table in which a gap is no zero', async () => {
    const page = await show('/queue');
    const chart = page.getByRole('img', {
      name: 'Waiting time in steps of hours. The longest mean wait is 4 min 13 s, at 15:00.',
    });
    await expect.poll(() => chart.locator('canvas').getAttribute('width')).not.toBe('300');
    await page.getByText('The same as a table').click();
    expect(await page.getByRole('row', { name: /^12:00/ }).innerText()).toContain('No data');
    expect(await page.getByRole('row', { name: /^18:00/ }).count()).toBe(0);
    await page.context().close();
  });

  it('keeps period, steps and queue in the address', async () => {
    const page = await show('/queue');
    await choosePeriod(page, 'Last 7 days');
    await page.getByRole('combobox', { name: 'In steps of' }).selectOption('hour');
    await page.getByLabel('Queue', { exact: true }).selectOption('tills');
    await page.getByRole('heading', { name: 'Waiting: Tills' }).waitFor();
    const search = new URL(page.url()).searchParams;
    expect(Object.fromEntries(search)).toEqual({ period: 'week', by: 'hour', queue: 'tills' });
    await page.getByRole('button', { name: 'Earlier' }).click();
    await page.getByText('Now', { exact: true }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('date')).toBe('2026-03-07');
    await page.context().close();
  });

  it('calls an estimate an estimate where lengths alone are measured', async () => {
    const page = await show('/queue?store=dvor');
    await page.getByRole('heading', { name: 'Waiting', exact: true }).waitFor();
    expect(await figure(page, 'meanWait')).toBe('2 min Estimate');
    expect(await textOf(page, 'Waiting')).toContain('(Little’s law), not measured.');
    expect(await page.locator('[data-figure="served"]').count()).toBe(0);
    await page.context().close();
  });

  it('says in a sentence what waiting cost, or why nothing can be said of it', async () => {
    const page = await show('/queue?period=quarter');
    await page.locator('[data-figure="cost"]').waitFor();
    expect(await figure(page, 'cost')).toContain('waiting longer than 3 min probably cost about 214 purchases');
    expect(await textOf(page, 'What waiting cost')).toContain('95% interval: 122 to 305');
    await page.goto(`${mock.url}/queue?store=dvor`);
    await page.getByText('Nothing can be said of it. Fewer than 20 days can be compared').waitFor();
    await page.context().close();
  });

  it('leads to a device where no queue is measured, and tries again where something failed', async () => {
    const page = await show('/queue?store=fresh');
    await page.getByRole('heading', { name: 'No queue is measured here yet' }).waitFor();
    expect(await page.getByRole('link', { name: 'Add a device' }).getAttribute('href')).toBe(
      '/devices/new?store=fresh',
    );
    await page.goto(`${mock.url}/queue?store=broken`);
    const alert = page.getByRole('alert');
    expect(await alert.innerText()).toContain('Something broke on our side.');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await alert.waitFor();
    await page.context().close();
  });
});

describe('targets', () => {
  it('are changed by the owner, and refused where they make no sense', async () => {
    const own = await startMockServer({ isSetUp: true, isSignedIn: true });
    const page = await openPage(browser, { now: mockNow });
    await page.goto(`${own.url}/queue`);
    await page.getByRole('button', { name: 'Change the targets' }).click();
    await page.getByLabel('tills: wait at most, seconds').fill('soon');
    await page.getByRole('button', { name: 'Save the targets' }).click();
    await page.getByText('Enter whole seconds of at least 1').waitFor();
    expect(own.received.has('PUT /api/v1/stores/arbat')).toBe(false);
    await page.getByLabel('tills: wait at most, seconds').fill('240');
    await page.getByLabel('tills: share of people, %').fill('90');
    await page.getByRole('button', { name: 'Save the targets' }).click();
    await page.getByText('Saved. How many waited too long is counted anew').waitFor();
    expect(own.received.get('PUT /api/v1/stores/arbat')).toEqual({
      queues: [{ id: 'tills', name: 'Tills', targetSeconds: 240, targetShare: 0.9 }],
    });
    await page.context().close();
    await own.close();
  });
});

describe('beside the funnel', () => {
  it('Today says how the queue and the service are', async () => {
    const page = await show('/');
    await page.locator('[data-figure="queueNow"]').waitFor();
    expect(await figure(page, 'queueNow')).toBe('6, for about 3 min 6 s');
    expect(await figure(page, 'queueWait')).toBe('3 min 4 s');
    expect(await figure(page, 'serviceNps')).toBe('42.1');
    await page.getByText('20.6 to 59.4, 57 answers').waitFor();
    expect(await page.getByRole('link', { name: 'More of the queue' }).getAttribute('href')).toBe('/queue');
    await page.context().close();
  });

  it('stands there too where nothing has been counted yet', async () => {
    const page = await openPage(browser, { now: mockNow });
    const beside = { queue: mockQueueBrief('arbat'), service: mockServiceBrief('arbat') };
    await page.route('**/api/v1/stores/fresh/today*', (route) =>
      route.fulfill({ json: { ...todayOf('fresh'), ...beside } }),
    );
    await page.route('**/api/v1/live*', (route) => route.abort());
    await page.goto(`${mock.url}/?store=fresh`);
    await page.getByRole('heading', { name: 'Nothing has been counted yet' }).waitFor();
    expect(await figure(page, 'queueWait')).toBe('3 min 4 s');
    expect(await page.getByRole('link', { name: 'More of the service' }).getAttribute('href')).toBe(
      '/service?store=fresh',
    );
    expect(await everyFaultOf(page)).toEqual([]);
    await page.context().close();
  });

  it('a store without either shows the funnel alone', async () => {
    const page = await show('/?store=mall');
    await page.getByRole('region', { name: 'The way in' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Queue' }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Service' }).count()).toBe(0);
    await page.context().close();
  });

  it('stores are compared and sorted by wait too', async () => {
    const page = await show('/branches?columns=queueWait,nps');
    await page.getByRole('button', { name: 'NPS', exact: true }).click();
    const names = await page.locator('tbody th').allInnerTexts();
    expect(names).toEqual(['Arbat', 'Gostiny Dvor', 'Mega Khimki']);
    const arbat = await page.getByRole('row', { name: /^Arbat/ }).innerText();
    expect(arbat).toContain('3 min 4 s');
    expect(arbat).toMatch(/42\.1\s+20\.6 to 59\.4/);
    await page.context().close();
  });
});

describe('on a phone', () => {
  it('needs no sideways scrolling', async () => {
    for (const [path, ready] of [
      ['/queue', 'The same as a table'],
      ['/queue?store=dvor&period=week', 'The same as a table'],
      ['/queue?store=fresh', 'No queue is measured here yet'],
      ['/', 'More of the service'],
    ] as const) {
      const page = await show(path, { screen: 'phone' });
      await page.getByText(ready).first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(screens.phone.width);
      await page.context().close();
    }
  });
});

describe('axe finds nothing', { timeout: 120_000 }, () => {
  const pages = [
    { name: 'the page of queues', path: '/queue', ready: 'The same as a table' },
    { name: 'lengths alone', path: '/queue?store=dvor', ready: 'The same as a table' },
    { name: 'no queue', path: '/queue?store=fresh', ready: 'No queue is measured here yet' },
    { name: 'a failure', path: '/queue?store=broken', ready: 'Try again' },
    { name: 'Today with both beside', path: '/', ready: 'More of the service' },
    {
      name: 'Branches with both beside',
      path: '/branches?columns=entries,queueWait,serviceGreen',
      ready: 'Gostiny Dvor',
    },
  ];

  it.each(pages)('$name', async ({ path, ready }) => {
    const page = await show(path);
    await page.getByText(ready).first().waitFor();
    if (ready === 'The same as a table') await page.getByText(ready).click();
    const owner = page.getByRole('button', { name: 'Change the targets' });
    if (await owner.isVisible()) await owner.click();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.context().close();
  });
});
