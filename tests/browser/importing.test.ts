import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { bearer, type Chain, call, put, startChain } from '../server/chain.ts';
import { everyFaultOf } from './axe.ts';
import { launchChromium, screens } from './chromium.ts';
import { openAsOwner } from './signedIn.ts';

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
  page = await openAsOwner(browser, chain);
  await page.goto(`${chain.server.url}/devices`);
  await page.getByText('No device in this store yet.').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await chain?.stop();
});

const region = (name: string | RegExp) => page.getByRole('region', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Of today, by the store's clock. */
function figuresOf(what: 'queue' | 'service', more = '') {
  const date = new Date(last + 60 * offsetHours * minute).toISOString().slice(0, 10);
  const path = `/api/v1/stores/arbat/${what}?from=${date}&to=${date}${more}`;
  return call(chain.server, path, { headers: bearer(chain.token) });
}

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

describe('a file of waiting times', { timeout: 120_000 }, () => {
  const at = (minutesAgo: number): string => new Date(last - minutesAgo * minute).toISOString();
  const tickets = [
    'Ticket,Issued,Called,Closed,Status',
    `A1,${at(90)},${at(88)},${at(85)},Served`,
    `A2,${at(80)},${at(74)},${at(70)},Served`,
    `A3,${at(60)},,${at(50)},No show`,
    'A4,yesterday,,,Served',
    ...Array.from({ length: 20 }, (_, i) => `B${i},${at(40)},${at(39)},${at(38)},Served`),
    `C1,${at(30)},,${at(25)},Annulled`,
  ].join('\n');

  it('is understood by its columns, and checked before it is imported', async () => {
    await page.goto(`${chain.server.url}/devices/import`);
    await page.getByRole('radio', { name: /^Waiting times/ }).check();
    const file = { name: 'tickets.csv', mimeType: 'text/csv', buffer: Buffer.from(tickets) };
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await region('Point at the columns').waitFor();
    expect(await page.getByRole('radio', { name: /^A customer’s visit/ }).isChecked()).toBe(true);
    expect(await page.getByLabel('Meaning of no show').inputValue()).toBe('abandoned');
    expect(await page.getByLabel('Saved mapping').count(), 'the till’s is none of a queue').toBe(0);
    await page.getByLabel('Queue, in every line').fill('tills');
    expect(await everyFaultOf(page)).toEqual([]);
    await page.getByLabel('Keep this mapping as (optional)').fill('Kasse');
    await page.getByText('A mapping of other lines has this name').first().waitFor();
    expect(await button(/^Import$/).isDisabled()).toBe(true);
    await page.getByLabel('Keep this mapping as (optional)').fill('Tickets');
    await button('Check without importing').click();
    await page.getByRole('heading', { name: 'Checked: nothing was imported' }).waitFor();
    expect(await page.locator('dl').innerText()).toMatch(/23\s+visits would be imported\s+2\s+lines refused/);
    await page.getByText('"Annulled" is no outcome: go back to the columns and say what it means').waitFor();
    await button('Back to the columns').click();
    await page.getByLabel('Meaning of annulled').selectOption('abandoned');
    await button(/^Import$/).click();
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
    expect(await region('Imported').innerText()).toMatch(/24\s+visits imported\s+1\s+lines refused/);
    expect(await everyFaultOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'See the figures' }).click();
    await page.waitForURL(/\/queue\?store=arbat/);
    const figures = await figuresOf('queue', '&hours=all');
    expect(figures.body.queues).toMatchObject([{ queue: 'tills', total: { served: 22, abandoned: 2 } }]);
  });

  it('asks how long a stretch is and from where to where a class of waits goes', async () => {
    const waits = ['From,0-5 min,over 5 min,Later', `${at(120)},8,2,1`, `${at(105)},4,0,0`, `${at(90)},4,0,0`].join(
      '\n',
    );
    await page.goto(`${chain.server.url}/devices/import?kind=queue`);
    const file = { name: 'waits.csv', mimeType: 'text/csv', buffer: Buffer.from(waits) };
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await region('Point at the columns').waitFor();
    expect(await page.getByLabel('How long is a line’s stretch, in minutes?').inputValue()).toBe('15');
    expect(await page.getByLabel('over 5 min: from').inputValue()).toBe('5');
    await page.getByRole('radio', { name: /^People by how long they waited/ }).focus();
    await page.keyboard.press('Space');
    await button('Later is: People by how long they waited').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Say from how long up to how long').waitFor();
    await page.getByLabel('over 5 min: up to').fill('10');
    await page.getByLabel('Later: from').fill('10');
    expect(await everyFaultOf(page)).toEqual([]);
    await button('Check without importing').click();
    await page.getByText('stretches of waiting would be imported').waitFor();
    expect(await page.locator('dl').innerText()).toMatch(
      /^3\s+stretches of waiting would be imported\s+0\s+lines refused/,
    );
  });
});

describe('a file of answers', { timeout: 120_000 }, () => {
  it('is NPS by saying so once, on a phone; what means no answer is left out', async () => {
    const at = new Date(last - 30 * minute).toISOString();
    const answers = ['No,Date,Score,Comment', ...[10, 9, 3, 11].map((score, i) => `${i},${at},${score},fine`)].join(
      '\n',
    );
    await page.setViewportSize(screens.phone);
    await page.goto(`${chain.server.url}/devices/import`);
    await page.getByRole('radio', { name: /^Answers and observations/ }).check();
    const file = { name: 'answers.csv', mimeType: 'text/csv', buffer: Buffer.from(answers) };
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByText('Still to point at: Survey (or say below what it is in every line).').waitFor();
    await page.getByLabel('Survey, in every line').selectOption('nps');
    await page.getByLabel('Scores that mean no answer').fill('11');
    await page.getByRole('radio', { name: /^Comment/ }).check();
    await button('Comment is: Comment').click();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await everyFaultOf(page)).toEqual([]);
    await button(/^Import$/).click();
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
    expect(await page.locator('dl').innerText()).toMatch(
      /3\s+answers imported\s+1\s+left out: score 11\s+0\s+lines refused/,
    );
    expect(await everyFaultOf(page)).toEqual([]);
    const figures = await figuresOf('service');
    expect(figures.body.voice.nps.all).toMatchObject({ answers: 3, promoters: 2, detractors: 1 });
  });
});
