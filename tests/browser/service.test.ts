import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Chain, call, put, startChain } from '../server/chain.ts';
import { everyFaultOf, faultsInEveryLook } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { chooseStore } from './frame.ts';
import { openAsOwner } from './signedIn.ts';

let browser: Browser;
let chain: Chain;
let page: Page;

const hourMs = 3_600_000;
const ago = (hours: number): string => new Date(Date.now() - hours * hourMs).toISOString();

async function post(path: string, body: unknown): Promise<void> {
  const answer = await call(chain.server, `/api/v1${path}`, { method: 'POST', headers: bearer(chain.token), body });
  if (answer.status >= 300) throw new Error(`POST ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** Ten observations of two criteria, answers, requests, and a check that fails twice in the same item. */
async function fill(): Promise<void> {
  const observed = [100, 110, 120, 90, 80, 100, 300, 310, 320, 150].flatMap((value, place) => [
    { id: `wait-${place}`, at: ago(20 + place), process: 'checkout', criterion: 'wait-seconds', value },
    {
      id: `greet-${place}`,
      at: ago(20 + place),
      process: 'checkout',
      criterion: 'greeted',
      value: place === 0 ? 0 : 1,
    },
  ]);
  const answered = [10, 9, 10, 3].map((score, place) => ({ id: `nps-${place}`, at: ago(5), survey: 'nps', score }));
  const said = { id: 'said', at: ago(4), survey: 'csat', score: 2, comment: 'Nobody at <b>the till</b>' };
  const requests = [
    { id: 'r1', openedAt: ago(30), answeredAt: ago(29), resolvedAt: ago(6), level: 1, category: 'Late delivery' },
    { id: 'r2', openedAt: ago(28), level: 2, category: 'Late delivery' },
    { id: 'r3', openedAt: ago(27), level: 1, category: 'Broken item' },
  ];
  await post('/ingest/arbat/desk/service', [...observed, ...answered, said, ...requests]);
  for (const [place, hours] of [50, 26].entries()) {
    await post('/stores/arbat/checks', {
      id: `check-${place}-hall`,
      at: ago(hours),
      standard: 'hall',
      items: [
        { item: 'clean', passed: true },
        { item: 'prices', passed: false },
      ],
    });
  }
}

beforeAll(async () => {
  [browser, chain] = await Promise.all([launchChromium(), startChain()]);
  await put(chain, '/api/v1/organisation', { name: 'Romashka', currency: 'EUR', locale: 'en-GB' });
  await put(chain, '/api/v1/stores/arbat', { name: 'Arbat', timezone: 'Europe/Moscow' });
  await put(chain, '/api/v1/stores/nevsky', { name: 'Nevsky', timezone: 'Europe/Moscow' });
  await put(chain, '/api/v1/stores/arbat/devices/desk', { name: 'Help desk', measures: ['service'] });
  await put(chain, '/api/v1/standards', {
    standards: [
      {
        process: 'checkout',
        processName: 'Checkout',
        criterion: 'wait-seconds',
        criterionName: 'Wait in the line',
        step: 'Queueing',
        unit: 's',
        owner: 'shift manager',
        level: 1,
        green: 120,
        yellow: 240,
      },
      {
        process: 'checkout',
        processName: 'Checkout',
        criterion: 'greeted',
        criterionName: 'Greeted',
        unit: 'yes/no',
        green: 1,
        yellow: 1,
        lowerIsBetter: false,
      },
    ],
    checklists: [
      {
        id: 'hall',
        name: 'Sales floor',
        items: [
          { id: 'clean', text: 'The floor is clean' },
          { id: 'prices', text: 'Shelves have price labels' },
        ],
      },
    ],
  });
  await fill();
  page = await openAsOwner(browser, chain);
  await page.goto(chain.server.url);
  await page.getByRole('link', { name: 'Service', exact: true }).click();
});

afterAll(async () => {
  await browser?.close();
  await chain?.stop();
});

const region = (name: string) => page.getByRole('region', { name, exact: true }).first();
const row = (name: RegExp) => page.getByRole('row', { name });

describe('the page of service', { timeout: 120_000 }, () => {
  it('shows each criterion beside its standard, and the worst step first', async () => {
    await region('The traffic light').waitFor();
    const wait = await row(/^Wait in the line/).innerText();
    expect(wait).toContain('Red');
    expect(wait).toMatch(/green up to 120\ss, yellow up to 240\ss/);
    expect(wait).toContain('shift manager (first line)');
    expect(await row(/^Greeted/).innerText()).toMatch(/Green[\s\S]*90%/);
    expect(await region('What to plan').innerText()).toMatch(
      /What to plan\s+Red\s+.*Wait in the line: 4 of 10 outside green[\s\S]*?shift manager/,
    );
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it('shows what customers say with its interval', async () => {
    const voice = await region('Voice of the customer').innerText();
    expect(voice).toContain('+50');
    expect(voice).toMatch(/between .+ and .+; 4 answers/);
    expect(voice).toContain('3 would (9–10), 0 might (7–8), 1 would not (0–6)');
  });

  it('shows what customers wrote beside their scores, never as markup', async () => {
    await region('In their words').getByText('Nobody at <b>the till</b>').waitFor();
    expect(await region('In their words').innerText()).toContain('Satisfied (CSAT): 2 of 5');
    expect(await region('In their words').locator('b').count()).toBe(0);
  });

  it('shows what failed in the latest check of a checklist', async () => {
    const button = region('Standards checks').getByRole('button', {
      name: 'Agree a remedy for: Shelves have price labels',
    });
    await button.waitFor();
    expect(await region('Standards checks').innerText()).toMatch(
      /Failed in the latest check\s+Sales floor · .+\s+Shelves have price labels\s+Agree a remedy/,
    );
  });

  it('shows requests by level, and their causes, the most frequent first', async () => {
    expect(await row(/^1, first line/).innerText()).toMatch(/2\s+1\s+1\s+1/);
    expect(await row(/^Late delivery/).innerText()).toMatch(/2\s+66\.7%\s+66\.7%/);
  });

  it('agrees on what to do about an item that fails again and again, and says when it was done', async () => {
    await page.getByRole('button', { name: 'Agree what to do about: Shelves have price labels' }).click();
    await page.getByLabel('What is to be done').fill('Print labels every evening');
    await page.getByLabel('Who does it').fill('shift manager');
    await page.getByRole('button', { name: 'Agree', exact: true }).click();
    await region('What was agreed').getByText('Print labels every evening').waitFor();
    expect(await region('What was agreed').innerText()).toContain('About: Shelves have price labels');
    await page.getByRole('button', { name: 'Done: Print labels every evening' }).click();
    await region('What was agreed').getByText('Nothing is agreed at the moment.').waitFor();
    await region('What was agreed').getByText('Done (1)').click();
    await region('What was agreed')
      .getByText(/^done on/)
      .waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it('says what to do where nothing is known yet', async () => {
    await chooseStore(page, 'Nevsky');
    await page.getByText('Nothing was observed in this time.').waitFor();
    await page.getByText('Nobody has answered in this time.').waitFor();
    await page.getByText('No comments in this period.').waitFor();
    await page.getByText('No standard was checked in this time.').waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });
});

describe('standards on the dashboard', { timeout: 120_000 }, () => {
  it('are taken from a template, in one of three languages', async () => {
    await page.getByRole('link', { name: 'Standards' }).click();
    await page.getByLabel('Language of its words').selectOption('fa');
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    await page.getByLabel('Language of its words').selectOption('en');
    await page.getByRole('button', { name: 'Take the template: Café' }).click();
    await page.getByText(/^Added or changed: \d+\.$/).waitFor();
    const { body } = await call(chain.server, '/api/v1/standards', { headers: bearer(chain.token) });
    expect(body.standards.length).toBeGreaterThan(10);
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it('are changed by hand, and refuse a yellow that is stricter than green', async () => {
    await page.getByRole('button', { name: 'Change: Wait in the line' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change a standard' });
    await dialog.getByLabel('Yellow').fill('60');
    await dialog.getByText('Yellow must be the weaker one').waitFor();
    expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Yellow').fill('400');
    expect(await everyFaultOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => row(/^Wait in the line/).innerText()).toMatch(/yellow up to 400\ss/);
  });

  it('have checklists, whose items keep their ids when their words change', async () => {
    await page.getByRole('button', { name: 'Change: Sales floor' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change a checklist' });
    await dialog.getByLabel('Item 2', { exact: true }).fill('Every shelf has its price');
    await dialog.getByRole('button', { name: 'Add an item' }).click();
    await dialog.getByLabel('Item 3', { exact: true }).fill('The lamps work');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { body } = await call(chain.server, '/api/v1/standards', { headers: bearer(chain.token) });
    expect(body.checklists.find(({ id }: { id: string }) => id === 'hall').items).toEqual([
      { id: 'clean', text: 'The floor is clean' },
      { id: 'prices', text: 'Every shelf has its price' },
      { id: 'the-lamps-work', text: 'The lamps work' },
    ]);
  });
});
