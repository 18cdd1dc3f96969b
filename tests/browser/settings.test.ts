import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../setup/server.ts';
import { launchChromium, openPage } from './chromium.ts';

let browser: Browser;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), startServer()]);
  page = await openPage(browser);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

/** A person who opens a link that was given to them, in a browser of their own. */
async function choosePassword(link: string, password: string): Promise<string> {
  const own = await openPage(browser, { screen: 'phone' });
  await own.goto(link);
  await own.getByLabel('New password').fill(password);
  await own.getByRole('button', { name: 'Set the password' }).click();
  const told = await own.getByRole('heading', { name: 'The password is set' }).innerText();
  await own.getByRole('link', { name: 'Go to the sign-in' }).click();
  await own.getByLabel('E-mail').fill('boris@example.org');
  await own.getByLabel('Password').fill(password);
  await own.getByRole('button', { name: 'Sign in' }).click();
  await own.getByRole('link', { name: 'Today' }).first().waitFor();
  await own.goto(`${server.url}/settings/stores`);
  await own.getByText('You see these settings as they are').waitFor();
  await own.goto(`${server.url}/settings/people`);
  await own.getByRole('heading', { name: 'Only owners see this page' }).waitFor();
  await own.context().close();
  return told;
}

describe('an owner', { timeout: 60_000 }, () => {
  it('without any device comes from the printed link to the first counted entry in seven presses', async () => {
    await page.goto(`${server.url}/setup?code=${encodeURIComponent(server.setupCode())}`);
    await page.getByLabel('Your name').fill('Anna');
    await page.getByLabel('E-mail address').fill('anna@example.org');
    await page.getByLabel('Password').fill('correct horse');
    await button('Create the account').click();
    await page.getByLabel('Name of your company').fill('Romashka');
    await page.getByLabel('Name of the store').fill('Arbat');
    await button('Continue').click();
    await page.getByLabel('Open day and night').check();
    await button('Continue').click();
    await page.getByRole('checkbox', { name: /Nothing yet/ }).check();
    expect(await page.getByRole('checkbox', { name: /Counter at the entrance/ }).isChecked()).toBe(false);
    await button('Save and count').click();
    await button('Somebody came in').click();
    await page.getByText('The first entry is counted').waitFor();
    await page.getByText('Counted today: entries 1.').waitFor();
    await page.getByRole('link', { name: 'See today’s figures' }).click();
    await expect.poll(() => page.locator('[data-figure="entries"]').innerText()).toBe('1');
  });

  it('gives somebody a link to their password, and they see their stores’ settings without changing them', async () => {
    await page.goto(`${server.url}/settings/people`);
    await button('Add a person').click();
    await page.getByLabel('Name', { exact: true }).fill('Boris');
    await page.getByLabel('E-mail address').fill('boris@example.org');
    await page.getByRole('checkbox', { name: 'Arbat' }).check();
    await button('Add and make the link').click();
    const shown = page.getByRole('dialog', { name: 'The link for Boris' });
    const told = await choosePassword(await shown.locator('code').innerText(), 'long enough');
    expect(told).toContain('boris@example.org');
    await shown.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('row', { name: /Boris.*Manager.*Arbat/ }).waitFor();
  });

  it('changes hours from a date on, and a special day', async () => {
    await page.goto(`${server.url}/settings/stores/store?store=arbat`);
    await page.getByLabel('Open day and night').uncheck();
    await page.getByLabel('First day').fill('2030-01-07');
    await page.getByLabel('Friday: closes at').fill('02:00');
    const hours = page.locator('form', { hasText: 'These hours hold' });
    await hours.getByRole('button', { name: 'Save' }).click();
    await hours.getByText('Saved').waitFor();
    await page.getByLabel('Date', { exact: true }).fill('2030-03-08');
    await button('Add the day').click();
    await button('Remove 8 March 2030')
      .or(page.getByRole('button', { name: /Remove.*8 March 2030/ }))
      .waitFor();
    const store = await page.request.get(`${server.url}/api/v1/stores/arbat`);
    expect((await store.json()).openingHours).toMatchObject([
      { fri: ['00:00-24:00'] },
      { from: '2030-01-07', fri: ['10:00-02:00'], exceptions: { '2030-03-08': [] } },
    ]);
  });

  it('sees what a file of settings would change before it does', async () => {
    await page.goto(`${server.url}/settings/file`);
    await page
      .getByLabel('Or paste its text')
      .fill('regions: [{ id: north, name: Nord }]\nstores: [{ id: arbat, regio: north }]');
    await button('Show what would change').click();
    await page.getByText('Line 2').waitFor();
    await page
      .getByLabel('Or paste its text')
      .fill('regions: [{ id: north, name: Nord }]\nstores: [{ id: arbat, region: north }]');
    await button('Show what would change').click();
    await page.getByText('2 changes').waitFor();
    await button('Apply these changes').click();
    await page.getByText('Done: 2 changes were made.').waitFor();
    await page.goto(`${server.url}/settings/log`);
    await page.getByRole('row', { name: /Anna.*added.*Region north/ }).waitFor();
    expect(await page.getByRole('row', { name: /Boris|Person boris/ }).count()).toBeGreaterThan(0);
  });

  it('takes a backup from the page, and reads on in another language', async () => {
    await page.goto(`${server.url}/settings/backup`);
    await button('Make a backup').click();
    const link = page.getByRole('link', { name: 'Download the backup' });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^lintel-.*\.db$/);
    await page.goto(`${server.url}/settings`);
    await page.getByLabel('Language').selectOption('fa');
    await page.getByRole('heading', { name: 'حساب شما' }).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  });
});
