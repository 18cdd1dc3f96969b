import type { Browser, Page } from 'playwright-core';
import { renderSVG } from 'uqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shopRu } from '../../server/standards/templates/words/shopRu.ts';
import { bearer, type Chain, call, newToken, put, startChain } from '../server/chain.ts';
import { faultsInEveryLook } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { openPhone } from './phone.ts';
import { openAsOwner } from './signedIn.ts';

let browser: Browser;
let chain: Chain;
let page: Page;

beforeAll(async () => {
  [browser, chain] = await Promise.all([launchChromium(), startChain()]);
  await put(chain, '/api/v1/organisation', { name: 'Romashka', currency: 'EUR', locale: 'en-GB' });
  await put(chain, '/api/v1/stores/arbat', { name: 'Arbat', timezone: 'Europe/Moscow' });
  const init = { method: 'POST', headers: bearer(chain.token), body: { template: 'shop', locale: 'en' } };
  await call(chain.server, '/api/v1/standards/template', init);
  page = await openAsOwner(browser, chain);
  await page.goto(chain.server.url);
  await page.getByRole('link', { name: 'Service', exact: true }).click();
});

afterAll(async () => {
  await browser?.close();
  await chain?.stop();
});

describe('the survey page’s settings', { timeout: 120_000 }, () => {
  it('open the page with the questions of one’s own, and give a code to print', async () => {
    await page.goto(`${chain.server.url}/service/survey?store=arbat`);
    await page.getByText('Save the page to get its address').waitFor();
    await page.getByLabel('The page is open').check();
    await page.getByLabel('Language it begins in').selectOption('ru');
    const proposed = page.getByRole('group', { name: 'Question 3' }).getByLabel('In your words');
    expect(await proposed.getAttribute('placeholder')).toBe(shopRu.csi['staff']);
    expect(await proposed.inputValue()).toBe('');
    await page.getByRole('group', { name: 'Question 1' }).getByLabel('In your words').fill('Посоветуете нас друзьям?');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('img', { name: 'Code of the survey page of Arbat' }).waitFor();
    await page.waitForFunction("document.querySelector('.poster img').naturalWidth > 0");
    expect(await faultsInEveryLook(page)).toEqual([]);
    const href = (await page.getByRole('link', { name: 'Open the page' }).getAttribute('href')) ?? '';
    const customer = await openPhone(browser);
    await customer.page.goto(href);
    await customer.page.getByText('Посоветуете нас друзьям?').waitFor();
    await customer.page.getByRole('group', { name: shopRu.csi['staff'] ?? '' }).waitFor();
    await customer.context.close();
  });

  it('give a code of its own to what is asked after a contact', async () => {
    await page.getByLabel('When it asks').selectOption('After a contact');
    const [href, src] = await Promise.all([
      page.getByRole('link', { name: 'Open the page' }).getAttribute('href'),
      page.locator('.poster img').getAttribute('src'),
    ]);
    expect(href).toMatch(/\/s\/[^/]+\?stage=after$/);
    const { body } = await call(chain.server, src ?? '', { headers: bearer(chain.token) });
    expect(body).toBe(renderSVG(href ?? '', { ecc: 'M', border: 4 }));
  });

  it('prints the code alone', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Save' }).isVisible()).toBe(false);
    expect(await page.locator('.poster img').isVisible()).toBe(true);
    for (const format of ['A4', 'Letter'])
      for (const landscape of [false, true]) {
        const sheets = (await page.pdf({ format, landscape })).toString('latin1').match(/\/Type\s*\/Page\b/g);
        expect({ format, landscape, sheets: sheets?.length }).toEqual({ format, landscape, sheets: 1 });
      }
    await page.emulateMedia({ media: 'screen' });
  });

  it('print no code of a page that is closed', async () => {
    expect(await page.getByRole('button', { name: 'Print' }).isEnabled()).toBe(true);
    await page.getByLabel('The page is open').uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The page is closed: tick').waitFor();
    expect(await page.getByRole('button', { name: 'Print' }).isDisabled()).toBe(true);
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it('are only looked at by a viewer', async () => {
    const { token } = await newToken(chain, { role: 'viewer', stores: ['arbat'] });
    const refused = await call(chain.server, '/api/v1/stores/arbat/survey-page', {
      method: 'PUT',
      headers: bearer(token),
      body: { isOpen: false },
    });
    expect(refused.status).toBe(403);
  });
});
