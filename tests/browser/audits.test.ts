import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Chain, call, newToken, put, startChain } from '../server/chain.ts';
import { faultsInEveryLook } from './axe.ts';
import { launchChromium, openPage, scrollDown } from './chromium.ts';
import { openAsOwner } from './signedIn.ts';

let browser: Browser;
let chain: Chain;
let page: Page;

const minute = 60_000;
const now = Math.floor(Date.now() / minute) * minute;
/** A zone in which it is about noon, so that no midnight cuts what was counted in two. */
const offsetHours = 12 - new Date(now).getUTCHours();
const timezone = offsetHours === 0 ? 'UTC' : `Etc/GMT${offsetHours > 0 ? '-' : '+'}${Math.abs(offsetHours)}`;
const iso = (minutesAgo: number): string => new Date(now - minutesAgo * minute).toISOString();

async function post(path: string, body: unknown): Promise<void> {
  const answer = await call(chain.server, `/api/v1${path}`, { method: 'POST', headers: bearer(chain.token), body });
  if (answer.status >= 300) throw new Error(`POST ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

beforeAll(async () => {
  [browser, chain] = await Promise.all([launchChromium(), startChain()]);
  await put(chain, '/api/v1/organisation', { name: 'Romashka', currency: 'EUR', locale: 'en-GB' });
  await put(chain, '/api/v1/stores/arbat', { name: 'Arbat', timezone });
  await put(chain, '/api/v1/stores/arbat/devices/door', { name: 'Front door', measures: ['entries'] });
  const reports = Array.from({ length: 120 }, (_, i) => ({ start: iso(i + 1), end: iso(i), in: 2, out: 1 }));
  await post('/ingest/arbat/door/counts', reports);
  await post('/stores/arbat/audits', {
    device: 'door',
    start: iso(60),
    end: iso(35),
    in: 53,
    out: 25,
    note: 'a class',
  });
  page = await openAsOwner(browser, chain);
  await page.goto(chain.server.url);
  await page.getByRole('region', { name: 'The way in' }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await chain?.stop();
});

describe('counts by hand on the dashboard', { timeout: 120_000 }, () => {
  it('show adjusted figures beside the day’s measured ones', async () => {
    await scrollDown(page);
    const card = page.getByRole('region', { name: 'If the counters saw everyone' });
    await card.waitFor();
    expect(await card.innerText()).toMatch(/Entries\s+\d+ measured \d+/);
    await card.getByRole('link', { name: 'How well the counters count' }).click();
    await page.getByRole('heading', { name: 'Counted by hand' }).waitFor();
  });

  it('say how well each counter counts, with the interval, by whom and until when', async () => {
    const counter = page.getByRole('article', { name: 'Front door' });
    await counter.getByText('The counter saw 94% of those who came in; between 85% and 98%.').waitFor();
    await counter.getByText('The counter saw everyone who went out').waitFor();
    await counter.getByText('By 1 count, which holds until').waitFor();
    expect(await page.getByRole('region', { name: 'Counts', exact: true }).innerText()).toContain('a class');
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it('lead to the counting page', async () => {
    await page.getByRole('link', { name: 'Count by hand' }).click();
    await page.getByRole('button', { name: 'Start counting' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/count');
    await page.goBack();
  });

  it('are withdrawn, and then say nothing any more', async () => {
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: /^Withdraw the count of/ }).click();
    await page.getByText('Nobody has counted by hand in this store yet.').waitFor();
    await page.getByText('Nobody has counted beside it in the last 90 days.').waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });
});

describe('take-outs on the dashboard', { timeout: 120_000 }, () => {
  const region = () => page.getByRole('region', { name: 'Taken out' });

  it('are made in a dialog, in the store’s time', async () => {
    await page.goto(`${chain.server.url}/data/corrections`);
    await region().getByText('Nothing is taken out of this store’s figures.').waitFor();
    await region().getByRole('button', { name: 'Take out a time' }).click();
    const dialog = page.getByRole('dialog', { name: 'Take out a time' });
    const wall = (minutesAgo: number) =>
      new Date(now + (60 * offsetHours - minutesAgo) * minute).toISOString().slice(0, 16);
    await dialog.getByLabel('From').fill(wall(30));
    await dialog.getByLabel('To', { exact: true }).fill(wall(40));
    expect(await dialog.innerText()).toContain('The end must be after the beginning.');
    expect(await dialog.getByRole('button', { name: 'Take out', exact: true }).isDisabled()).toBe(true);
    await dialog.getByLabel('To', { exact: true }).fill(wall(20));
    await dialog.getByLabel('Reason').selectOption('Delivery');
    await dialog.getByLabel('Note (optional)').fill('the back door was open');
    expect(await faultsInEveryLook(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Take out', exact: true }).click();
    await region().getByText('Not in any figure: 20 in and 10 out.').waitFor();
    expect(await region().innerText()).toContain('Delivery: the back door was open');
    expect(await dialog.count()).toBe(0);
  });

  it('are put back', async () => {
    await region()
      .getByRole('button', { name: /^Put back Front door/ })
      .click();
    await region().getByText('Put back: it counts again.').waitFor();
    await region().getByText('In the figures again: 20 in and 10 out.').waitFor();
    expect(
      await region()
        .getByRole('button', { name: /^Put back/ })
        .count(),
    ).toBe(0);
  });

  it('are only looked at by a viewer', async () => {
    const body = {
      name: 'Vera',
      email: 'vera@example.com',
      password: 'long enough',
      role: 'viewer',
      stores: ['arbat'],
    };
    await post('/users', body);
    const own = await openPage(browser);
    await own.goto(`${chain.server.url}/sign-in?next=/data/corrections`);
    await own.getByLabel('E-mail address').fill(body.email);
    await own.getByLabel('Password').fill(body.password);
    await own.getByRole('button', { name: 'Sign in' }).click();
    await own.getByText('Put back: it counts again.').waitFor();
    expect(await own.getByRole('button', { name: 'Take out a time' }).count()).toBe(0);
    await own.goto(`${chain.server.url}/count`);
    await own.getByText('Your role only looks at figures.').waitFor();
    const { token } = await newToken(chain, { role: 'viewer', stores: ['arbat'] });
    const refused = await call(chain.server, '/api/v1/stores/arbat/take-outs', {
      method: 'POST',
      headers: bearer(token),
      body: { device: 'door', start: iso(30), end: iso(20), reason: 'x' },
    });
    expect(refused.status).toBe(403);
    await own.context().close();
  });
});
