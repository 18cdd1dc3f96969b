import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Chain, call, ownerAccount, put, startChain } from '../server/chain.ts';
import { everyFaultOf } from './axe.ts';
import { launchChromium, screens } from './chromium.ts';

let browser: Browser;
let chain: Chain;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [browser, chain] = await Promise.all([launchChromium(), startChain()]);
  await put(chain, '/api/v1/stores/arbat', { name: 'Arbat', timezone: 'Europe/Moscow' });
  await put(chain, '/api/v1/stores/nevsky', { name: 'Nevsky', timezone: 'Europe/Moscow' });
  const door = { measures: ['entries'], installedAt: '2026-01-01T00:00:00Z' };
  for (const store of ['arbat', 'nevsky']) {
    await put(chain, `/api/v1/stores/${store}/devices/door-${store}`, { ...door, name: 'Front door' });
    await put(chain, `/api/v1/stores/${store}/devices/till-${store}`, { measures: ['sales'] });
  }
  context = await browser.newContext({
    viewport: screens.phone,
    hasTouch: true,
    isMobile: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});

afterAll(async () => {
  await browser?.close();
  await chain?.stop();
});

async function audits(store: string): Promise<{ id: string; in: number; out: number; note: string; state: string }[]> {
  return (await call(chain.server, `/api/v1/stores/${store}/audits`, { headers: bearer(chain.token) })).body.audits;
}

const button = (name: RegExp | string) => page.getByRole('button', { name });
const shown = () => page.getByRole('status').innerText();
const list = () => page.getByRole('region', { name: 'Counts on this phone' });

describe('counting by hand on a phone', { timeout: 120_000 }, () => {
  it('asks to sign in first, and comes back to the counting page', async () => {
    await page.goto(`${chain.server.url}/count`);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('E-mail address').fill(ownerAccount.email);
    await page.getByLabel('Password').fill(ownerAccount.password);
    await button('Sign in').click();
    await page.getByRole('heading', { name: 'Count by hand' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/count');
  });

  it('offers counters of entries alone, of the store that is chosen', async () => {
    await page.getByLabel('Store').selectOption('Nevsky');
    expect(await page.getByLabel('Counter', { exact: true }).locator('option').allInnerTexts()).toEqual(['Front door']);
    expect(await everyFaultOf(page)).toEqual([]);
  });

  it('counts with a thumb, takes the last tap back, and with keys', async () => {
    await button('Start counting').tap();
    for (const name of [/^In/, /^In/, /^Out/]) await button(name).tap();
    expect(await shown()).toBe('In 2, out 1');
    await button('Undo the last out').tap();
    expect(await shown()).toBe('In 2, out 0');
    await page.keyboard.press('i');
    await page.keyboard.press('o');
    await page.keyboard.press('u');
    expect(await shown()).toBe('In 3, out 0');
    await button(/^Out/).focus();
    await page.keyboard.press('Enter');
    expect(await shown()).toBe('In 3, out 1');
    expect(await everyFaultOf(page)).toEqual([]);
  });

  it('has buttons for one thumb: large, in the lower part, and nothing to scroll', async () => {
    for (const name of [/^In/, /^Out/]) {
      const box = await button(name).boundingBox();
      expect(box?.width).toBeGreaterThan(150);
      expect(box?.height).toBeGreaterThan(350);
    }
    expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('goes on where it was when the page is loaded anew without a network', async () => {
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await context.setOffline(true);
    await page.reload();
    expect(await shown()).toBe('In 3, out 1');
    await button(/^In/).tap();
    await page.reload();
    expect(await shown()).toBe('In 4, out 1');
  });

  it('keeps a finished count on the phone while there is no connection', async () => {
    await button('Finish').tap();
    await page.getByLabel('Note (optional)').fill('somebody stood in the door');
    expect(await everyFaultOf(page)).toEqual([]);
    await button('Keep this count').tap();
    await list().getByText('Waiting for a connection').waitFor();
    await page.reload();
    await list().getByText('Waiting for a connection').waitFor();
    await page.getByText('No connection').waitFor();
    expect(await audits('nevsky')).toEqual([]);
  });

  it('sends it once, as soon as there is a connection again', async () => {
    await context.setOffline(false);
    await list().getByText('Sent. The counter has not reported this time yet.').waitFor();
    const [kept, ...more] = await audits('nevsky');
    expect(kept).toMatchObject({ in: 4, out: 1, note: 'somebody stood in the door', state: 'waiting' });
    expect(more).toEqual([]);
    expect(await everyFaultOf(page)).toEqual([]);
  });

  it('that is sent again because no answer was heard is still one count', async () => {
    await page.evaluate(`(() => {
      const kept = JSON.parse(localStorage.getItem('lintel.count.done'));
      localStorage.setItem('lintel.count.done', JSON.stringify(kept.map((one) => ({ ...one, state: 'waiting' }))));
    })()`);
    await page.reload();
    await list().getByText('Sent. The counter has not reported this time yet.').waitFor();
    expect(await audits('nevsky')).toHaveLength(1);
  });

  it('that is made in another tab is not lost to this one', async () => {
    const other = await context.newPage();
    await other.goto(`${chain.server.url}/count`);
    await other.getByRole('button', { name: 'Start counting' }).tap();
    await other.getByRole('button', { name: /^Out/ }).tap();
    await expect.poll(shown).toBe('In 0, out 1');
    await other.getByRole('button', { name: 'Finish' }).tap();
    await other.getByRole('button', { name: 'Throw it away' }).waitFor();
    other.once('dialog', (dialog) => void dialog.accept());
    await other.getByRole('button', { name: 'Throw it away' }).tap();
    await button('Start counting').waitFor();
    await other.close();
  });

  it('shows how well the counter counts once it has reported', async () => {
    const [kept] = (await call(chain.server, '/api/v1/stores/nevsky/audits', { headers: bearer(chain.token) })).body
      .audits;
    const minute = 60_000;
    const start = Math.floor(Date.parse(kept.start) / minute) * minute;
    const end = Math.ceil(Date.parse(kept.end) / minute) * minute;
    const body = { start: new Date(start).toISOString(), end: new Date(end).toISOString(), in: 3, out: 1 };
    const sent = await call(chain.server, '/api/v1/ingest/nevsky/door-nevsky/counts', {
      method: 'POST',
      headers: bearer(chain.token),
      body,
    });
    expect(sent.body).toMatchObject({ accepted: 1 });
    await page.reload();
    await list().getByText('so its figure is a share').waitFor();
    expect(await list().innerText()).toContain('The counter saw');
  });
});
