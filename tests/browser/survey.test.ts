import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shopEn } from '../../server/standards/templates/words/shopEn.ts';
import { shopFa } from '../../server/standards/templates/words/shopFa.ts';
import { shopRu } from '../../server/standards/templates/words/shopRu.ts';
import { bearer, type Chain, call, put, startChain } from '../server/chain.ts';
import { everyFaultOf } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { keptByWorker, openPhone } from './phone.ts';

let browser: Browser;
let chain: Chain;
let context: BrowserContext;
let page: Page;
let url: string;
let key: string;

const settings = '/api/v1/stores/arbat/survey-page';
const questions = [
  { survey: 'nps' },
  { survey: 'csat' },
  { survey: 'csi', criterion: 'checkout' },
  { survey: 'csi', criterion: 'advice', text: 'How helpful was our advice?' },
  { survey: 'csi', criterion: 'cleanliness' },
];

beforeAll(async () => {
  [browser, chain] = await Promise.all([launchChromium(), startChain()]);
  await put(chain, '/api/v1/stores/arbat', { name: 'Arbat', timezone: 'Europe/Moscow' });
  const { body } = await put(chain, settings, { isOpen: true, locale: 'en', questions });
  key = body.key;
  url = `${chain.server.url}/s/${key}`;
  ({ context, page } = await openPhone(browser));
});

afterAll(async () => {
  await browser?.close();
  await chain?.stop();
});

async function answered(): Promise<number> {
  return (await call(chain.server, settings, { headers: bearer(chain.token) })).body.answersIn30Days;
}

const button = (name: string) => page.getByRole('button', { name });
const score = (question: string | RegExp, name: string | RegExp) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name, exact: true });

describe('the public survey page on a phone', { timeout: 120_000 }, () => {
  it('asks its questions without an account, in the store’s language', async () => {
    await page.goto(url);
    await page.getByRole('heading', { name: 'How was your visit?' }).waitFor();
    expect(await page.locator('legend').allInnerTexts()).toEqual([
      'How likely are you to recommend us to friends or family?',
      'How satisfied are you with your visit?',
      'How good was: checkout?',
      'How helpful was our advice?',
      shopEn.csi['cleanliness'],
    ]);
    expect(await everyFaultOf(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await context.cookies()).toEqual([]);
  });

  it('has scores for a thumb: none smaller than 44 px', async () => {
    for (const label of await page.locator('fieldset label').all()) {
      const box = await label.boundingBox();
      expect(box?.width).toBeGreaterThanOrEqual(44);
      expect(box?.height).toBeGreaterThanOrEqual(44);
    }
  });

  it('speaks Russian, and Persian from right to left', async () => {
    await button('Русский').tap();
    await page.getByRole('heading', { name: 'Как прошёл ваш визит?' }).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
    expect((await page.locator('legend').allInnerTexts()).slice(3)).toEqual([
      'How helpful was our advice?',
      shopRu.csi['cleanliness'],
    ]);
    await button('فارسی').tap();
    await page.getByRole('heading', { name: 'بازدید شما چطور بود؟' }).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('html').getAttribute('lang')).toBe('fa');
    expect((await page.locator('legend').allInnerTexts()).at(-1)).toBe(shopFa.csi['cleanliness']);
    const left = async (name: RegExp): Promise<number> =>
      (await score(/چقدر احتمال/, name).boundingBox())?.x ?? Number.NaN;
    expect(await left(/^۰/)).toBeGreaterThan(await left(/^۵$/));
    expect(await everyFaultOf(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await button('English').tap();
  });

  it('sends nothing before a question is answered', async () => {
    await button('Send').tap();
    await page.getByText('Choose an answer to at least one question.').waitFor();
    expect(await answered()).toBe(0);
  });

  it('opens without a network, and keeps what was chosen', async () => {
    await keptByWorker(page);
    await context.setOffline(true);
    await page.reload();
    await score(/recommend/, '9').check();
    await score(/satisfied/, 'Satisfied').check();
    await page.getByLabel('Anything you would like to add?').fill('The fitting room was closed.');
    await page.reload();
    expect(await score(/recommend/, '9').isChecked()).toBe(true);
    expect(await score(/satisfied/, 'Satisfied').isChecked()).toBe(true);
  });

  it('keeps an answer that could not be sent', async () => {
    await button('Send').tap();
    await page.getByRole('heading', { name: 'Your answer is kept on this phone' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Your answer is kept on this phone' }).waitFor();
    expect(await everyFaultOf(page)).toEqual([]);
    expect(await answered()).toBe(0);
  });

  it('sends it once by itself when the network is back', async () => {
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'Thank you!' }).waitFor();
    expect(await everyFaultOf(page)).toEqual([]);
    expect(await answered()).toBe(1);
  });

  it('takes one answer a visit: a second one of the same phone stands in place of the first', async () => {
    await page.reload();
    await button('Change my answer').tap();
    expect(await score(/recommend/, '9').isChecked()).toBe(true);
    await score(/recommend/, /^10/).check();
    await button('Send').tap();
    await page.getByRole('heading', { name: 'Thank you!' }).waitFor();
    expect(await answered()).toBe(1);
  });

  it('takes another phone’s answer beside it', async () => {
    const other = await openPhone(browser);
    await other.page.goto(`${url}?stage=after`);
    await other.page.getByRole('radio', { name: /^0, / }).check();
    await other.page.getByRole('button', { name: 'Send' }).tap();
    await other.page.getByRole('heading', { name: 'Thank you!' }).waitFor();
    await other.context.close();
    expect(await answered()).toBe(2);
  });

  it('says that it is closed once the store has closed it', async () => {
    await put(chain, settings, { isOpen: false });
    const other = await openPhone(browser);
    await other.page.goto(url);
    await other.page.getByRole('heading', { name: 'This page is closed' }).waitFor();
    expect(await everyFaultOf(other.page)).toEqual([]);
    await other.context.close();
  });
});
