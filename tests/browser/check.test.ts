import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Chain, call, put, startChain } from '../server/chain.ts';
import { everyFaultOf } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { keptByWorker, openPhone, signInFromForm } from './phone.ts';

let browser: Browser;
let chain: Chain;
let context: BrowserContext;
let page: Page;

const hall = {
  id: 'hall',
  name: 'Sales floor in the morning',
  items: [
    { id: 'clean', text: 'The floor is clean and dry' },
    { id: 'prices', text: 'Every shelf has its price labels' },
    { id: 'badges', text: 'Staff wear their badges' },
  ],
};

beforeAll(async () => {
  [browser, chain] = await Promise.all([launchChromium(), startChain()]);
  for (const [id, name] of [['arbat', 'Arbat'] as const, ['nevsky', 'Nevsky'] as const])
    await put(chain, `/api/v1/stores/${id}`, { name, timezone: 'Europe/Moscow' });
  await put(chain, '/api/v1/standards', {
    standards: [
      {
        process: 'checkout',
        criterion: 'wait-seconds',
        criterionName: 'Wait in the line',
        unit: 'seconds',
        owner: 'Shift manager',
        green: 120,
        yellow: 240,
      },
      { process: 'checkout', criterion: 'greeted', green: 1, yellow: 1, lowerIsBetter: false },
    ],
    checklists: [hall],
  });
  ({ context, page } = await openPhone(browser));
});

afterAll(async () => {
  await browser?.close();
  await chain?.stop();
});

interface Kept {
  readonly checks: { id: string; standard: string; items: { item: string; passed: boolean }[] }[];
  readonly actions: { checkId: string; item: string; what: string; role: string }[];
}

async function kept(store: string): Promise<Kept> {
  return (await call(chain.server, `/api/v1/stores/${store}/checks`, { headers: bearer(chain.token) })).body;
}

const button = (name: string) => page.getByRole('button', { name });
const item = (name: string) => page.getByRole('group', { name });
const list = () => page.getByRole('region', { name: 'On this phone' });

describe('checking a standard on a phone', { timeout: 120_000 }, () => {
  it('asks to sign in first, and comes back to the form', async () => {
    await page.goto(`${chain.server.url}/check`);
    await signInFromForm(page);
    await button('Start the check').waitFor();
    expect(new URL(page.url()).pathname).toBe('/check');
    expect(await everyFaultOf(page)).toEqual([]);
  });

  it('goes through the items, and wants to know what is to be done about one that failed', async () => {
    await page.getByLabel('Store').selectOption('Nevsky');
    await button('Start the check').tap();
    await item('1. The floor is clean').getByRole('radio', { name: 'Passed' }).check();
    await item('2. Every shelf').getByRole('radio', { name: 'Failed' }).check();
    await button('Agree what to do').tap();
    await button('Finish the check').tap();
    await page.getByText('Say what is to be done and which role does it').waitFor();
    await page.getByLabel('What is to be done').fill('Print labels every evening');
    await page.getByLabel('Who does it').fill('Shift manager');
    const due = page.getByLabel('By when');
    const inTime = await due.inputValue();
    await due.fill('2020-01-01');
    await button('Finish the check').tap();
    await page.getByText('Choose today or a later date.').waitFor();
    expect(await due.getAttribute('min')).toMatch(/^\d{4}-\d\d-\d\d$/);
    await due.fill(inTime);
    await item('3. Staff wear').getByRole('radio', { name: 'Passed' }).check();
    await item('3. Staff wear').getByRole('button', { name: 'Clear this answer' }).tap();
    expect(await page.getByText('2 of 3 looked at').count()).toBe(1);
    expect(await everyFaultOf(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('goes on where it was when the page is loaded anew without a network', async () => {
    await keptByWorker(page);
    await context.setOffline(true);
    await page.reload();
    await page.getByText('2 of 3 looked at').waitFor();
    expect(await page.getByLabel('What is to be done').inputValue()).toBe('Print labels every evening');
    await page.getByText('No connection. What you fill in is kept on this phone').waitFor();
  });

  it('keeps a finished check on the phone while there is no connection', async () => {
    await button('Finish the check').tap();
    await list().getByText('Waiting for a connection').waitFor();
    await page.reload();
    await list().getByText('1 of 2 passed, 50%').waitFor();
    expect(await everyFaultOf(page)).toEqual([]);
    expect(await kept('nevsky')).toEqual({ checks: [], actions: [] });
  });

  it('starts a second one meanwhile, in the same store by the same list', async () => {
    await button('Start the check').tap();
    await item('3. Staff wear').getByRole('radio', { name: 'Passed' }).check();
    await button('Finish the check').tap();
    await expect.poll(() => list().getByText('Waiting for a connection').count()).toBe(2);
  });

  it('sends each once, with what was agreed, as soon as there is a connection again', async () => {
    await context.setOffline(false);
    await expect.poll(() => list().getByText('Sent', { exact: true }).count()).toBe(2);
    const { checks, actions } = await kept('nevsky');
    expect(checks.map(({ items }) => items.length).sort()).toEqual([1, 2]);
    expect(actions).toMatchObject([{ item: 'prices', what: 'Print labels every evening', role: 'Shift manager' }]);
    expect(checks.map(({ id }) => id)).toContain(actions[0]?.checkId);
  });

  it('that is sent again because no answer was heard is still one check', async () => {
    await page.evaluate(`(() => {
      const kept = JSON.parse(localStorage.getItem('lintel.check.filled'));
      localStorage.setItem('lintel.check.filled', JSON.stringify(kept.map((one) => ({ ...one, state: 'waiting' }))));
    })()`);
    await page.reload();
    await expect.poll(() => list().getByText('Sent', { exact: true }).count()).toBe(2);
    const { checks, actions } = await kept('nevsky');
    expect([checks.length, actions.length]).toEqual([2, 1]);
  });
});
