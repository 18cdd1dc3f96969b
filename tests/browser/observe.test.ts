import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Chain, call, put, startChain } from '../server/chain.ts';
import { everyFaultOf } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { keptByWorker, openPhone, signInFromForm } from './phone.ts';

let browser: Browser;
let chain: Chain;
let context: BrowserContext;
let phone: Page;

const dayMs = 86_400_000;
const dateIn = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

beforeAll(async () => {
  [browser, chain] = await Promise.all([launchChromium(), startChain()]);
  for (const [id, name] of [['arbat', 'Arbat'] as const, ['nevsky', 'Nevsky'] as const])
    await put(chain, `/api/v1/stores/${id}`, { name, timezone: 'Europe/Moscow' });
  const checkout = { process: 'checkout', processName: 'Checkout' };
  const wait = { criterion: 'wait-seconds', criterionName: 'Wait in the line', unit: 's', green: 120, yellow: 400 };
  const greeted = { criterion: 'greeted', criterionName: 'Greeted', unit: 'yes/no', green: 1, yellow: 1 };
  await put(chain, '/api/v1/standards', {
    standards: [
      { process: 'returns', criterion: 'refund-minutes', unit: 'min', green: 5, yellow: 10 },
      { ...checkout, ...wait },
      { ...checkout, ...greeted, lowerIsBetter: false },
    ],
  });
  ({ context, page: phone } = await openPhone(browser));
});

afterAll(async () => {
  await browser?.close();
  await chain?.stop();
});

const list = () => phone.getByRole('region', { name: 'On this phone' });
const observations = async (): Promise<number> => {
  const path = `/api/v1/stores/nevsky/service?from=${dateIn(-2)}&to=${dateIn(1)}`;
  const { body } = await call(chain.server, path, { headers: bearer(chain.token) });
  return body.processes
    .flatMap((one: { criteria: { observations: number }[] }) => one.criteria)
    .reduce((all: number, one: { observations: number }) => all + one.observations, 0);
};

describe('observing on a phone', { timeout: 120_000 }, () => {
  it('shows the light of each value at once, by number, clock or yes', async () => {
    await phone.goto(`${chain.server.url}/observe`);
    await signInFromForm(phone);
    await phone.getByLabel('Process').selectOption('checkout');
    await phone.getByLabel('Store').selectOption('Nevsky');
    await phone.getByRole('textbox', { name: 'Wait in the line' }).fill('450,5');
    await phone.getByRole('group', { name: 'Wait in the line' }).getByText('Red').waitFor();
    await phone.getByRole('group', { name: 'Greeted' }).getByRole('radio', { name: 'Yes' }).check();
    await phone.getByRole('group', { name: 'Greeted' }).getByText('Green', { exact: true }).waitFor();
    await phone.getByRole('button', { name: 'Start the clock: Wait in the line' }).tap();
    expect(await everyFaultOf(phone)).toEqual([]);
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('keeps nothing that cannot be, and asks once more for what is far from the standard', async () => {
    const wait = phone.getByRole('textbox', { name: 'Wait in the line' });
    const save = phone.getByRole('button', { name: 'Save, next customer' });
    await phone.getByRole('button', { name: 'Clear: Wait in the line' }).tap();
    await wait.fill('-5');
    await phone.getByText('This is never below 0: write 0 or more.').waitFor();
    await save.tap();
    await phone.getByText('Nothing was kept yet: correct “Wait in the line” first.').waitFor();
    expect(await everyFaultOf(phone)).toEqual([]);
    await wait.fill('99999999');
    const asked = phone.waitForEvent('dialog').then(async (dialog) => {
      await dialog.dismiss();
      return dialog.message();
    });
    await save.tap();
    expect(await asked).toMatch(/^Wait in the line\s+This is far from the standard: 99,999,999\ss\. Is it right\?$/);
    await phone.getByText('Nothing was kept yet').waitFor();
    await list().getByText('Nothing was filled in on this phone yet.').waitFor();
    await wait.fill('450,5');
    await phone.getByRole('button', { name: 'Start the clock: Wait in the line' }).tap();
  });

  it('goes on without a network, its clock running, and keeps what was observed', async () => {
    await keptByWorker(phone);
    await context.setOffline(true);
    await phone.reload();
    await phone.getByRole('button', { name: 'Save, next customer' }).tap();
    await phone.getByText('A clock is still running').waitFor();
    await phone.getByRole('button', { name: 'Stop the clock: Wait in the line' }).tap();
    await phone.getByRole('button', { name: 'Save, next customer' }).tap();
    await phone.getByText('2 observations kept.').waitFor();
    await list().getByText('Waiting for a connection').waitFor();
    await list()
      .getByText(/Wait in the line: [\d.]+\ss; Greeted: Yes/)
      .waitFor();
    await phone.getByText('No connection. What you fill in is kept on this phone').waitFor();
    expect(await observations()).toBe(0);
  });

  it('sends it when there is a connection again', async () => {
    await context.setOffline(false);
    await list().getByText('Sent', { exact: true }).waitFor();
    expect(await observations()).toBe(2);
  });
});
