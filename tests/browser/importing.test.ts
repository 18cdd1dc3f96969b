import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { bearer, type Chain, call, ownerAccount, put, startChain } from '../server/chain.ts';
import { everyFaultOf } from './axe.ts';
import { launchChromium, openPage } from './chromium.ts';

let browser: Browser;
let chain: Chain;
let page: Page;

const minute = 60_000;
const last = Math.floor(Date.now() / minute) * minute;
/** A zone in which it is about noon, so that no midnight cuts the day in two. */
const offsetHours = 12 - new Date(last).getUTCHours();
const timezone = offsetHours === 0 ? 'UTC' : `Etc/GMT${offsetHours > 0 ? '-' : '+'}${Math.abs(offsetHours)}`;

beforeAll(async () => {
  [browser, chain] = await Promise.all([launchChromium(), startChain()]);
  await put(chain, '/api/v1/organisation', { name: 'Romashka', currency: 'EUR', locale: 'en-GB' });
  await put(chain, '/api/v1/stores/arbat', { name: 'Arbat', timezone });
  page = await openPage(browser);
  await page.goto(`${chain.server.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(ownerAccount.email);
  await page.getByLabel('Password').fill(ownerAccount.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Devices', exact: true }).click();
  await page.getByText('Nothing is connected yet').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await chain?.stop();
});

const region = (name: string | RegExp) => page.getByRole('region', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

describe('a workbook of receipts', { timeout: 120_000 }, () => {
  /** By the store's clock, as tills write it. */
  const written = (minutesAgo: number): string => {
    const local = new Date(last + (60 * offsetHours - minutesAgo) * minute).toISOString();
    return `${local.slice(8, 10)}.${local.slice(5, 7)}.${local.slice(0, 4)} ${local.slice(11, 16)}`;
  };

  async function workbook(): Promise<Buffer> {
    const text = (value: string) => ({ value, type: String });
    const row = ([id, kind, amount]: [string, string, number | string], minutesAgo: number) => [
      ...[text(id), text(written(minutesAgo)), text(kind)],
      typeof amount === 'number' ? { value: amount, type: Number } : text(amount),
    ];
    const head = ['Beleg', 'Datum', 'Vorgang', 'Gezahlt'].map(text);
    const rows = [row(['1', 'Verkauf', 12.5], 30), row(['2', 'Verkauf', 7], 20), row(['3', 'Retoure', 2.5], 10)];
    return writeXlsxFile([head, ...rows, row(['4', 'Verkauf', 'zwölf'], 5)]).toBuffer();
  }

  /** Holds the next import on its way, until it is released. */
  async function heldImport(): Promise<() => void> {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/imports\?/, (route) => released.then(() => route.continue()), { times: 1 });
    return release;
  }

  it('is imported by pointing at its columns; what is refused is said, and the mapping is kept', async () => {
    await page.goto(`${chain.server.url}/devices`);
    await page.getByRole('link', { name: 'Import a file' }).click();
    const file = { name: 'receipts.xlsx', mimeType: 'application/octet-stream', buffer: await workbook() };
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByText('Still to point at: Receipt number, Total paid.').waitFor();
    await page.getByRole('radio', { name: /^Receipt number/ }).check();
    await button('Beleg is: Receipt number').click();
    await button('Gezahlt is: Total paid').click();
    expect(await page.getByLabel('How dates are written').inputValue()).toBe('dd.MM.yyyy HH:mm');
    expect(await page.getByLabel('Meaning of retoure').inputValue()).toBe('return');
    expect(await everyFaultOf(page)).toEqual([]);
    await page.getByLabel('Keep this mapping as (optional)').fill('Kasse');
    await button('Check without importing').click();
    await page.getByRole('heading', { name: 'Checked: nothing was imported' }).waitFor();
    const release = await heldImport();
    await button('Import').click();
    await page.getByRole('progressbar').waitFor();
    expect(await page.getByRole('heading', { name: 'Imported' }).count(), 'said before it is so').toBe(0);
    release();
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
    expect(await region('Imported').innerText()).toMatch(/3\s+receipts imported\s+1\s+lines refused/);
    expect(await region('Refused lines').innerText()).toMatch(/5\s+"zwölf" is not an amount/);
    expect(await everyFaultOf(page)).toEqual([]);
    const today = await call(chain.server, '/api/v1/stores/arbat/today', { headers: bearer(chain.token) });
    expect(today.body.total).toMatchObject({ purchases: 2, netSalesMinor: 1700 });
  });

  it('of the same till needs no pointing the next time, and counts nothing twice', async () => {
    await button('Import another file').click();
    const file = { name: 'again.xlsx', mimeType: 'application/octet-stream', buffer: await workbook() };
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByLabel('Saved mapping').selectOption('Kasse');
    await button(/^Import$/).click();
    await page.getByText('were there already').waitFor();
    expect(await page.locator('dl').innerText()).toMatch(/0\s+receipts imported\s+3\s+were there already/);
  });
});
