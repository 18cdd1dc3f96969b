import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Chain, call, put, startChain } from '../server/chain.ts';
import { everyFaultOf } from './axe.ts';
import { launchChromium, screens } from './chromium.ts';
import { openAsOwner } from './signedIn.ts';

let browser: Browser;
let chain: Chain;
let page: Page;

const minute = 60_000;
/** The last minute that is over; each report is of one minute before the one that was sent first. */
const last = Math.floor(Date.now() / minute) * minute;
/** A zone in which it is about noon, so that no midnight cuts the day in two. */
const offsetHours = 12 - new Date(last).getUTCHours();
const timezone = offsetHours === 0 ? 'UTC' : `Etc/GMT${offsetHours > 0 ? '-' : '+'}${Math.abs(offsetHours)}`;

beforeAll(async () => {
  [browser, chain] = await Promise.all([launchChromium(), startChain()]);
  await put(chain, '/api/v1/organisation', { name: 'Romashka', currency: 'EUR', locale: 'en-GB' });
  await put(chain, '/api/v1/stores/arbat', {
    ...{ name: 'Arbat', timezone },
    entrances: [
      { id: 'main', name: 'Main entrance' },
      { id: 'side', name: 'Side entrance' },
    ],
  });
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

interface Line {
  readonly name: string;
  readonly fw: number;
  readonly bw: number;
}

/** What a Xovis sensor pushes of one minute. */
function pushed(serial: string, minutesAgo: number, lines: readonly Line[]): object {
  const to = last - minutesAgo * minute;
  const logics = lines.map(({ name, fw, bw }, place) => ({
    ...{ id: place + 1, name, info: 'XLT_LINE_IN_OUT_COUNT', geometries: [] },
    records: [
      {
        ...{ from: to - minute, to, samples: 600, samples_expected: 600 },
        counts: [
          { id: 0, name: 'fw', value: fw },
          { id: 1, name: 'bw', value: bw },
        ],
      },
    ],
  }));
  const package_info = { version: '5.0', id: 1000 - minutesAgo, agent_id: 1 };
  return { logics_data: { package_info, sensor_info: { serial_number: serial, type: 'SINGLE_SENSOR' }, logics } };
}

async function push(url: string, secret: string, body: object): Promise<number> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify(body),
  });
  return answer.status;
}

async function entriesToday(): Promise<number | null> {
  const { body } = await call(chain.server, '/api/v1/stores/arbat/today', { headers: bearer(chain.token) });
  return body.total.entries;
}

async function deviceForm(id: string): Promise<Record<string, unknown>> {
  const { body } = await call(chain.server, '/api/v1/stores/arbat', { headers: bearer(chain.token) });
  return body.devices.find((one: { id: string }) => one.id === id);
}

/** What stands behind a name among the values to copy. */
async function copyable(name: string): Promise<string> {
  const row = page.locator('.row', { has: page.getByRole('button', { name: `Copy ${name}`, exact: true }) });
  return (await row.locator('code').innerText()).trim();
}

let hook = '';
let secret = '';

describe('a Xovis sensor', { timeout: 120_000 }, () => {
  it('is added by its make, and says what to enter where', async () => {
    await page.getByRole('link', { name: 'Add a device or till' }).first().click();
    await page.getByLabel('Find a make or model').fill('xovis');
    await button('Choose Xovis').click();
    await page.getByLabel('Name', { exact: true }).fill('Front door');
    expect(await page.getByLabel('Short name').inputValue()).toBe('front-door');
    expect(await everyFaultOf(page)).toEqual([]);
    await button('Save and connect').click();
    await page.getByText('The secret is shown only now.').waitFor();
    [hook, secret] = [await copyable('Address (URL)'), await copyable('Secret')];
    expect(hook).toBe(`${chain.server.url}/api/v1/hooks/front-door`);
    await page.getByText('Waiting for the first message…').waitFor();
    expect(await everyFaultOf(page)).toEqual([]);
  });

  it('is waited for until its first message is there, understood and counted', async () => {
    // Who watches is looked up once a second.
    await page.waitForTimeout(1500);
    expect(await push(hook, 'a wrong secret', pushed('80:1F:12:A0:00:01', 9, [{ name: 'A', fw: 9, bw: 9 }]))).toBe(401);
    expect(await push(hook, secret, pushed('80:1F:12:A0:00:01', 8, [{ name: 'Door A', fw: 3, bw: 1 }]))).toBe(200);
    await page.getByText('The first message is here and understood.').waitFor();
    const arrives = region('What arrives');
    expect(await arrives.innerText()).toContain('3 in, 1 out');
    await arrives.getByRole('button', { name: 'Show whole message' }).click();
    expect(await arrives.innerText()).toContain('"serial_number": "80:1F:12:A0:00:01"');
    expect(await entriesToday()).toBe(3);
  });

  it('has two lines, each pointed at the entrance it looks at', async () => {
    const lines = [
      { name: 'Door A', fw: 2, bw: 0 },
      { name: 'Door B', fw: 4, bw: 5 },
    ];
    expect(await push(hook, secret, pushed('80:1F:12:A0:00:01', 7, lines))).toBe(200);
    const seen = page.getByRole('article', { name: 'Door B' });
    await seen.getByText('last seen: fw 4, bw 5').waitFor();
    await seen.getByRole('radio', { name: 'Side entrance (a device of its own)' }).check();
    await seen.getByRole('checkbox', { name: /Swap in and out/ }).check();
    expect(await everyFaultOf(page)).toEqual([]);
    await button('Save this').click();
    await page.getByText('Saved. It holds for what comes from now on.').waitFor();
    expect(await deviceForm('front-door-side')).toMatchObject({
      ...{ source: 'front-door', entrance: 'side', lines: ['Door B'] },
    });
    const before = await entriesToday();
    expect(await push(hook, secret, pushed('80:1F:12:A0:00:01', 6, lines))).toBe(200);
    // Two through the front door, five through the side door, where in and out are the other way round.
    await expect.poll(entriesToday).toBe((before ?? 0) + 2 + 5);
  });

  it('shows on its own page what was chosen, and passes its test', async () => {
    await page.getByRole('link', { name: 'Go to the device' }).click();
    await page.getByRole('heading', { name: 'Front door', level: 1 }).waitFor();
    const line = page.getByRole('article', { name: 'Door B' });
    expect(await line.getByRole('radio', { name: /^Front door, Side entrance/ }).isChecked()).toBe(true);
    await button('Test the connection').click();
    await page.getByText('Everything is in order.').waitFor();
  });

  it('keeps its old secret beside a new one for a while', async () => {
    await page.getByLabel('Which secret').selectOption('Secret of the webhook');
    await button('Make a new secret').click();
    const made = await copyable('The new secret, shown only now');
    expect(made).not.toBe(secret);
    const body = (ago: number): object => pushed('80:1F:12:A0:00:01', ago, [{ name: 'Door A', fw: 0, bw: 0 }]);
    await expect.poll(() => push(hook, made, body(5)), { timeout: 15_000 }).toBe(200);
    expect(await push(hook, secret, body(4))).toBe(200);
  });
});

describe('an unknown sender', { timeout: 120_000 }, () => {
  it('of a source is offered with its make, adopted, and what it had sent counts by itself', async () => {
    await page.goto(`${chain.server.url}/devices/source`);
    await page.getByRole('radio', { name: /A webhook for several devices/ }).check();
    await page.getByLabel('Make').selectOption('Xovis');
    await page.getByLabel('Short name').fill('cameras');
    await button('Save the source').click();
    await page.getByText('The secret is shown only now.').waitFor();
    const [url, key] = [await copyable('Address for the vendor’s webhooks'), await copyable('Secret of the webhook')];
    const before = (await entriesToday()) ?? 0;
    const sent = pushed('80:1F:12:A0:00:99', 12, [{ name: 'Gate', fw: 6, bw: 2 }]);
    await expect.poll(() => push(url, key, sent), { timeout: 15_000 }).toBe(200);
    await page.getByRole('main').getByRole('link', { name: 'Devices and tills' }).click();
    const offers = region('Somebody is talking to Lintel');
    await offers.getByText('Looks like Xovis').waitFor();
    expect(await everyFaultOf(page)).toEqual([]);
    await offers.getByRole('link', { name: 'Adopt 80:1F:12:A0:00:99' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Gate');
    expect(await page.getByLabel('How its messages come').inputValue()).toBe('cameras');
    await button('Save and connect').click();
    await page.getByRole('heading', { name: 'Gate', level: 1 }).waitFor();
    await expect.poll(entriesToday, { timeout: 15_000 }).toBe(before + 6);
    await page.goto(`${chain.server.url}/devices`);
    await region('Arbat').getByRole('link', { name: 'Gate' }).waitFor();
    expect(await offers.count()).toBe(0);
  });
});

describe('the installer’s mode on a phone', { timeout: 120_000 }, () => {
  it('compares walks with the counter’s, and takes them out by themselves, with an undo', async () => {
    await put(chain, '/api/v1/stores/arbat/devices/back-door', {
      name: 'Back door',
      measures: ['entries'],
      reportsEvery: 60,
    });
    const context = await browser.newContext({
      ...{ viewport: screens.phone, hasTouch: true, isMobile: true, locale: 'en-GB', reducedMotion: 'reduce' },
      storageState: await page.context().storageState(),
    });
    const phone = await context.newPage();
    phone.setDefaultTimeout(15_000);
    await phone.goto(`${chain.server.url}/install/back-door`);
    await phone.getByRole('button', { name: 'Start walking' }).tap();
    for (const name of [/^In/, /^Out/, /^In/, /^Out/, /^In/]) await phone.getByRole('button', { name }).tap();
    expect(await phone.getByRole('status').innerText()).toBe('In 3, out 2');
    expect(await everyFaultOf(phone)).toEqual([]);
    const before = await entriesToday();
    await phone.getByRole('button', { name: 'End' }).tap();
    await phone.getByText('Waiting for the counter to report all of it…').waitFor();
    // The report of the minutes that the walks fell into, as a device sends it; its end is a little ahead.
    const start = last - minute;
    const end = (Math.floor(Date.now() / minute) + 1) * minute;
    const sent = await call(chain.server, '/api/v1/ingest/arbat/back-door/counts', {
      ...{ method: 'POST', headers: bearer(chain.token) },
      body: { start: new Date(start).toISOString(), end: new Date(end).toISOString(), in: 3, out: 2 },
    });
    expect(sent.body).toMatchObject({ accepted: 1 });
    await phone.getByText('The counter saw every walk.').waitFor();
    expect(await everyFaultOf(phone)).toEqual([]);
    // Fitted to the report that came, which begins before the walks.
    await expect.poll(entriesToday, { timeout: 30_000 }).toBe(before);
    await phone.getByRole('button', { name: 'Put them back' }).tap();
    await phone.getByText('Put back: the walks count as visitors.').waitFor();
    expect(await entriesToday()).toBe((before ?? 0) + 3);
    await context.close();
  });
});
