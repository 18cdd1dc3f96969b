import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mockNow } from '../web/mockDay.ts';
import { startMockServer } from '../web/mockServer.ts';
import { launchChromium, openPage } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
});

describe('the first visit', () => {
  it('leads from the printed link over store, hours and devices to the first message', async () => {
    const mock = await startMockServer({ isSetUp: false, isSignedIn: false });
    const page = await openPage(browser, { now: mockNow });
    await page.goto(`${mock.url}/setup?code=good`);
    await page.getByLabel('Your name').fill('Anna Orlova');
    await page.getByLabel('E-mail address').fill('anna@example.org');
    await page.getByLabel('Password').fill('correct horse');
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.getByLabel('Name of your company').fill('Ромашка');
    await page.getByLabel('Name of the store').fill('Арбат');
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Moscow');
    expect(await page.getByLabel('Currency').inputValue()).toBe('RUB');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Friday: closes at').fill('02:00');
    await page.getByRole('checkbox', { name: 'Sunday' }).uncheck();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('checkbox', { name: 'Till' }).check();
    await page.getByRole('button', { name: 'Save and connect' }).click();
    await page.getByText('Listening').waitFor();

    const door = page.getByRole('region', { name: 'Counter at the entrance' });
    const shown = await door.innerText();
    expect(shown).toContain('lintel/v1/arbat/arbat-door/counts');
    expect(shown).toContain('s3cr3t-once');
    expect(shown).toContain("mosquitto_pub -h 127.0.0.1 -p 1883 -u arbat-door -P 's3cr3t-once'");
    expect(shown).toContain('Waiting for its first message…');

    mock.emit('device', { store: 'arbat', device: 'arbat-door', at: mockNow, state: null });
    await door.getByText('First message arrived at 16:20:00').waitFor();
    await page.getByRole('link', { name: 'See today’s figures' }).click();
    await page.getByRole('region', { name: 'The way in' }).waitFor();

    expect(mock.received.get('PUT /api/v1/organisation')).toEqual({
      name: 'Ромашка',
      currency: 'RUB',
      locale: 'en-GB',
    });
    expect(mock.received.get('PUT /api/v1/stores/arbat')).toMatchObject({
      name: 'Арбат',
      timezone: 'Europe/Moscow',
      openingHours: { thu: ['10:00-20:00'], fri: ['10:00-02:00'] },
      entrances: [{ id: 'main', kind: 'street', countAs: 'in' }],
    });
    expect(mock.received.get('PUT /api/v1/stores/arbat/devices/arbat-till')).toEqual({
      profile: 'native',
      measures: ['sales'],
      feed: 'live',
    });
    await page.context().close();
    await mock.close();
  });

  it('leads on to the makes where none of the devices speaks Lintel’s own messages', async () => {
    const mock = await startMockServer({ isSetUp: true, isSignedIn: true });
    const page = await openPage(browser, { now: mockNow });
    await page.goto(`${mock.url}/setup`);
    await page.getByLabel('Name of the store').fill('Nevsky');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('checkbox', { name: 'Counter at the entrance' }).uncheck();
    await page.getByRole('button', { name: 'Save and choose the make' }).click();
    await page.getByRole('heading', { name: 'Which make is it?' }).waitFor();
    expect(new URL(page.url()).search).toBe('?store=nevsky');
    expect([...mock.received.keys()].filter((key) => key.includes('/devices/'))).toEqual([]);
    await page.context().close();
    await mock.close();
  });

  it('stays on the step when the code is wrong, and says so', async () => {
    const mock = await startMockServer({ isSetUp: false, isSignedIn: false });
    const page = await openPage(browser, { now: mockNow });
    await page.goto(`${mock.url}/setup`);
    await page.getByLabel('Set-up code').fill('bad');
    await page.getByLabel('Your name').fill('Anna');
    await page.getByLabel('E-mail address').fill('anna@example.org');
    await page.getByLabel('Password').fill('correct horse');
    await page.getByRole('button', { name: 'Create the account' }).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toBe('The set-up code is wrong.');
    await page.context().close();
    await mock.close();
  });

  it('is closed once there is an owner', async () => {
    const mock = await startMockServer({ isSetUp: true, isSignedIn: false });
    const page = await openPage(browser, { now: mockNow });
    await page.goto(`${mock.url}/setup?code=good`);
    await page.getByRole('link', { name: 'Go to the sign-in' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.context().close();
    await mock.close();
  });
});
