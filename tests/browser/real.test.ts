import mqtt from 'mqtt';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../setup/server.ts';
import { launchChromium, openPage } from './chromium.ts';
import { signOut } from './frame.ts';

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

/** What the page shows beside a label of a device. */
async function shown(device: string, label: string): Promise<string> {
  const row = page.getByRole('region', { name: device }).locator('.row', { hasText: label }).first();
  return (await row.locator('code').innerText()).trim();
}

/** Reads the device's credentials while they are shown, to publish once the page has moved on. */
async function publisherOf(device: string): Promise<(message: object) => Promise<void>> {
  const [host, username = '', password = '', topic = ''] = await Promise.all(
    ['MQTT server', 'User name', 'Secret', 'Topic'].map((label) => shown(device, label)),
  );
  return async (message) => {
    const client = await mqtt.connectAsync(`mqtt://${host}`, { username, password });
    await client.publishAsync(topic, JSON.stringify(message), { qos: 1 });
    await client.endAsync();
  };
}

/** The minute that has just ended, which no clock calls the future. */
function lastMinute(): { start: string; end: string } {
  const end = Math.floor(Date.now() / 60_000) * 60_000;
  return { start: new Date(end - 60_000).toISOString(), end: new Date(end).toISOString() };
}

async function figure(name: string): Promise<string> {
  return (await page.locator(`[data-figure="${name}"]`).innerText()).trim();
}

describe('a shop that sets Lintel up', { timeout: 120_000 }, () => {
  it('comes from the printed link to its first message arriving', async () => {
    await page.goto(`${server.url}/setup?code=${encodeURIComponent(server.setupCode())}`);
    await page.getByLabel('Your name').fill('Anna Orlova');
    await page.getByLabel('E-mail address').fill('anna@example.org');
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.getByLabel('Name of your company').fill('Romashka');
    await page.getByLabel('Name of the store').fill('Арбат');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Open day and night').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('checkbox', { name: 'Till' }).check();
    await page.getByRole('button', { name: 'Save and connect' }).click();
    await page.getByText('Listening').waitFor();
    const send = await publisherOf('Counter at the entrance');
    await send({ ...lastMinute(), in: 40, out: 2 });
    await page.getByRole('region', { name: 'Counter at the entrance' }).getByText('First message arrived').waitFor();
    await page.getByText('Counted today: entries 40').waitFor();
    expect(await page.getByText('Waiting for its first message…').count()).toBe(1);
  });

  it('sees the funnel move when a receipt comes, without touching the page', async () => {
    const receipt = { id: 'r-1', at: lastMinute().start, type: 'sale', total: '120.50', items: 2 };
    const send = await publisherOf('Till');
    await page.getByRole('link', { name: 'See today’s figures' }).click();
    await expect.poll(() => figure('entries')).toBe('40');
    expect(await figure('purchases')).toBe('–');
    await page.getByText('Live', { exact: true }).waitFor();
    await send(receipt);
    await expect.poll(() => figure('purchases')).toBe('1');
    expect(await figure('netSalesMinor')).toContain('120.50');
  });

  it('finds its figures in the page itself before a script has run, and none of them in what is kept for offline', async () => {
    const bare = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    });
    const still = await bare.newPage();
    await still.goto(server.url);
    expect(await still.locator('[data-figure="entries"]').innerText()).toBe('40');
    expect(await still.getByRole('heading', { level: 1 }).innerText()).toContain('40');
    await bare.close();
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.reload();
    await expect.poll(() => figure('entries')).toBe('40');
    const keptPage = async (): Promise<string> =>
      String(await page.evaluate(`caches.match('/').then((shell) => shell.text())`));
    // It is put away behind the page that is shown.
    await expect.poll(keptPage).toContain('<div id="app">');
    const kept = await keptPage();
    expect(kept).not.toContain('<!--first-->');
    expect(kept).not.toContain('Anna');
    // Whoever signs in after this reader, in the same page, finds nothing of it either.
    expect(await page.locator('#first, #first-end, #first-answers').count()).toBe(0);
  });

  it('signs out, and in again with its password', async () => {
    await signOut(page);
    await page.getByLabel('E-mail address').fill('anna@example.org');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('don’t match');
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => figure('entries')).toBe('40');
  });

  it('finds its devices and stores, and cannot be set up again', async () => {
    await page.getByRole('link', { name: 'Data' }).click();
    expect(await page.getByRole('row', { name: /arbat-door/ }).innerText()).toContain('entries');
    await page.getByRole('link', { name: 'Quarantine' }).first().click();
    await page.getByText('Nothing is in quarantine', { exact: true }).waitFor();
    // One store has no branches to compare.
    expect(await page.getByRole('link', { name: 'Branches' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Today' }).first().click();
    await page.getByRole('region', { name: 'What is shown' }).getByText('Арбат').waitFor();
    await signOut(page);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto(`${server.url}/setup?code=again`);
    await page.getByRole('heading', { name: 'Lintel is set up already' }).waitFor();
    expect(await page.getByLabel('Your name').count()).toBe(0);
  });
});
