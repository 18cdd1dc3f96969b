import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MockServer, startMockServer } from '../web/mockServer.ts';
import { everyFaultOf, faultsInEveryLook } from './axe.ts';
import { launchChromium, openPage, screens } from './chromium.ts';

let browser: Browser;
let mock: MockServer;
let page: Page;

beforeAll(async () => {
  [browser, mock] = await Promise.all([launchChromium(), startMockServer({ isSetUp: true, isSignedIn: true })]);
  page = await openPage(browser);
});

afterAll(async () => {
  await browser?.close();
  await mock?.close();
});

const region = (name: string | RegExp) => page.getByRole('region', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

describe('devices and tills', { timeout: 120_000 }, () => {
  it('are in the navigation, by store with make and state', async () => {
    await page.goto(`${mock.url}/`);
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await page.getByRole('link', { name: 'Devices and tills' }).click();
    await page.getByRole('heading', { name: 'Devices and tills', level: 1 }).waitFor();
    await page.getByRole('row', { name: /^door-arbat Xovis entries reports/ }).waitFor();
    await page.goto(`${mock.url}/devices?store=dvor`);
    await region('Gostiny Dvor').getByText('No device in this store yet.').waitFor();
    await page.goto(`${mock.url}/devices?store=mall`);
    await page
      .getByRole('row', { name: /^door-mall/ })
      .getByText('problem')
      .waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it('that nobody knows are offered with the make they look like', async () => {
    const offers = region('Somebody is talking to Lintel');
    await offers.getByText('Looks like Milesight').waitFor();
    await offers.getByRole('link', { name: 'Adopt 24E124A1B2C3D4E5' }).click();
    await page.getByRole('heading', { name: 'Milesight: where does it stand?' }).waitFor();
    expect(
      await page.getByLabel('Address in its messages (serial number, EUI, register, location) (optional)').inputValue(),
    ).toBe('24E124A1B2C3D4E5');
    await page.goBack();
  });

  it('come by sources, whose trouble is a sentence', async () => {
    await region('Sources').getByText('The broker refused the user name or password.').waitFor();
    expect(await region('Sources').innerText()).toContain('questions to the vendor that failed: 1');
    await page.getByRole('link', { name: 'tts' }).click();
    await page.getByRole('heading', { name: 'Source tts' }).waitFor();
    await button('Test the connection').click();
    await page.getByText('Something is not in order yet.').waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it('make is found by its model, and another one is read as generic', async () => {
    await page.goto(`${mock.url}/devices/new`);
    await page.getByLabel('Find a make or model').fill('vs125');
    await button('Choose Milesight').waitFor();
    expect(await button(/^Choose/).count()).toBe(1);
    await page.getByLabel('Find a make or model').fill('Brand of nobody');
    await page.getByText('No make fits “Brand of nobody”.').waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await button('Set it up as generic').click();
    await page.getByRole('heading', { name: 'Point at the fields' }).waitFor();
  });

  it('of any other make are set up by pointing at the fields of a message', async () => {
    await page.getByLabel('A message of the device').fill('{"people": {"in": 1204, "out": 1189}, "t": 17');
    await page.getByText('This is not JSON.').waitFor();
    await page.getByLabel('A message of the device').fill('{"people": {"in": 1204, "out": 1189}, "t": 1767225600}');
    await button('Use people.in as People in').click();
    await button('Use people.out as People out').click();
    await page.getByRole('radio', { name: /^Time/ }).check();
    await button('Use t as Time').click();
    await page.getByText('line Line 1: 3 in, 2 out').waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.getByLabel('Name', { exact: true }).fill('Side door');
    await button('Save and connect').click();
    await page.getByRole('heading', { name: 'Tell the device where to send' }).waitFor();
    expect(mock.received.get('PUT /api/v1/stores/arbat/devices/side-door')).toMatchObject({
      ...{ name: 'Side door', profile: 'generic', mode: 'cumulative' },
      options: { in: 'people.in', out: 'people.out', time: 't' },
    });
  });

  it('show their secret once, in the vendor’s own words, and what arrives beside what is understood', async () => {
    const connect = region('Tell the device where to send');
    expect(await connect.innerText()).toContain('password s3cr3t-once.');
    expect(await connect.innerText()).toContain('The secret is shown only now.');
    await button('Copy Secret').waitFor();
    expect(await region('What arrives').innerText()).toContain('The first message is here and understood.');
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it('have everything about them on a page of their own', async () => {
    await page.goto(`${mock.url}/devices/device?id=door-arbat`);
    await page.getByRole('heading', { name: 'Front door', level: 1 }).waitFor();
    await region('What was seen, and where it counts').getByText('last seen: fw 3, bw 2').waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await region('Paste a message').getByLabel('Message', { exact: true }).fill('{"a": 1}');
    await button('Read it').click();
    await region('Paste a message').getByText('line Line 1: 3 in, 2 out').waitFor();
    await button('Make a new secret').click();
    await region('Secrets').getByText('n3w-s3cr3t').waitFor();
    expect(mock.received.get('POST /api/v1/devices/door-arbat/secrets')).toEqual({
      name: 'hook',
      keepOldForSeconds: 86_400,
    });
  });

  it('count each line where somebody points it', async () => {
    const line = page.getByRole('article', { name: 'Line 2' });
    await line.getByRole('radio', { name: 'Side entrance (a device of its own)' }).check();
    await line.getByRole('checkbox', { name: /Swap in and out/ }).check();
    await page.getByText('Saving adds: door-arbat-side.').waitFor();
    await button('Save this').click();
    await page.getByText('Saved. It holds for what comes from now on.').waitFor();
    expect(mock.received.get('PUT /api/v1/stores/arbat/devices/door-arbat')).toEqual({
      lines: [],
      map: [{ line: 'Line 2', ignore: true }],
    });
    expect(mock.received.get('PUT /api/v1/stores/arbat/devices/door-arbat-side')).toMatchObject({
      ...{ profile: 'xovis', source: 'door-arbat', entrance: 'side', lines: ['Line 2'] },
      map: [{ line: 'Line 2', swap: true }],
    });
  });

  it('that send by another are not given anything to enter, and what was refused is said', async () => {
    await page.goto(`${mock.url}/devices/device?id=till-arbat`);
    const connect = region('Nothing to enter');
    await connect.getByRole('link', { name: 'tts' }).waitFor();
    expect(await connect.innerText()).toMatch(/It sends by the source\s+tts\./);
    expect(await connect.getByRole('textbox').count()).toBe(0);
    await region('What arrives').getByText('3 requests were refused in the last hour').waitFor();
    expect(await region('What arrives').innerText()).toContain('Waiting for the next message…');
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it('that are not there are said not to be there', async () => {
    await page.goto(`${mock.url}/devices/device?id=nobody`);
    await page.getByText('There is no such device').waitFor();
    await page.goto(`${mock.url}/devices/source?id=nobody`);
    await page.getByText('There is no such source').waitFor();
    await page.goto(`${mock.url}/install/nobody`);
    await page.getByText('There is no such counter').waitFor();
    expect(await everyFaultOf(page)).toEqual([]);
  });
});

describe('a further source', { timeout: 120_000 }, () => {
  it('is a broker, an account or a webhook, with what each needs', async () => {
    await page.goto(`${mock.url}/devices/source`);
    await page.getByRole('radio', { name: /A vendor’s account/ }).check();
    await page.getByLabel('API token').waitFor();
    await page.getByRole('radio', { name: /A further MQTT broker/ }).check();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.getByLabel('Short name').fill('lns');
    await page.getByLabel('Make').selectOption('Milesight');
    await page.getByLabel('Address of the broker').fill('mqtts://lns.example:8883');
    await page.getByLabel('User name (optional)').fill('app');
    await page.getByLabel('Password', { exact: true }).fill('secret');
    await button('Save the source').click();
    await expect
      .poll(() => mock.received.get('PUT /api/v1/sources/lns'))
      .toEqual({
        ...{ profile: 'milesight', url: 'mqtts://lns.example:8883', username: 'app', password: 'secret' },
      });
  });
});

describe('a file of receipts', { timeout: 120_000 }, () => {
  it('is imported by pointing at its columns; what was refused is listed', async () => {
    await page.goto(`${mock.url}/devices/import`);
    const csv = 'Receipt;When;Paid\nR-1001;14.03.2026 10:05;1 299,90\n';
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'r.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await region('Point at the columns').waitFor();
    expect(await page.getByText('Still to point at: Date and time, Total paid.').count()).toBe(1);
    await page.getByRole('radio', { name: /^Date and time/ }).check();
    await button('When is: Date and time').click();
    await button('Paid is: Total paid').click();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await button(/^Import$/).click();
    await page.getByText('"abc" is not an amount').waitFor();
    expect(await region('Imported').innerText()).toMatch(/2\s+receipts imported\s+1\s+lines refused/);
    expect(await faultsInEveryLook(page)).toEqual([]);
  });
});

describe('the installer’s mode', { timeout: 120_000 }, () => {
  it('has buttons for a thumb, and says what came of it in every look', async () => {
    await page.setViewportSize(screens.phone);
    await page.goto(`${mock.url}/install/door-arbat`);
    await button('Start walking').waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.setViewportSize(screens.phone);
    await button('Start walking').click();
    for (const name of [/^In/, /^Out/, /^In/]) await button(name).click();
    expect(await page.getByRole('status').innerText()).toBe('In 2, out 1');
    expect((await button(/^In/).boundingBox())?.height).toBeGreaterThan(300);
    expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true);
    expect(await everyFaultOf(page)).toEqual([]);
    await page.reload();
    await button('End').waitFor();
    await expect.poll(() => page.getByRole('status').innerText()).toBe('In 2, out 1');
    await button('End').click();
    await page.getByText('The counter saw every walk.').waitFor();
    expect(await page.getByText('Taken out of the figures: 16:19 to 16:22.').count()).toBe(1);
    expect(await faultsInEveryLook(page)).toEqual([]);
  });
});
