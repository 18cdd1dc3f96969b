import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type Chain, call, put, startChain } from '../server/chain.ts';
import { everyFaultOf } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { openAsOwner } from './signedIn.ts';

let browser: Browser;
let chain: Chain;
let page: Page;
let secret = '';

const minute = 60_000;
const last = Math.floor(Date.now() / minute) * minute;

beforeAll(async () => {
  [browser, chain] = await Promise.all([launchChromium(), startChain()]);
  await put(chain, '/api/v1/stores/arbat', {
    ...{ name: 'Arbat', timezone: 'UTC', currency: 'EUR' },
    queues: [{ id: 'tills', name: 'Checkout' }],
  });
  const { body } = await put(chain, '/api/v1/stores/arbat/devices/cam', { name: 'Camera', profile: 'xovis' });
  secret = body.secret;
  page = await openAsOwner(browser, chain);
});
afterAll(async () => {
  await browser?.close();
  await chain?.stop();
});

async function push(minutesAgo: number, waiting: number): Promise<number> {
  const to = last - minutesAgo * minute;
  const counts = [
    { id: 1, name: 'queue-length', value: waiting },
    { id: 2, name: 'outflow', value: 2 },
    { id: 3, name: 'queueing-time', value: 40, unit: 'seconds' },
  ];
  const records = [{ from: to - minute, to, samples: 1, samples_expected: 1, counts }];
  const logics = [{ id: 5, name: 'Queue 1', info: 'XLT_QUEUE_STATISTICS', geometries: [], records }];
  const sensor_info = { serial_number: '80:1F:12:A0:00:03', type: 'SINGLE_SENSOR' };
  const package_info = { version: '5.0', id: 900 - minutesAgo, agent_id: 1 };
  const answer = await fetch(`${chain.server.url}/api/v1/hooks/cam`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({ logics_data: { package_info, sensor_info, logics } }),
  });
  return answer.status;
}

async function served(): Promise<unknown> {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const path = `/api/v1/stores/arbat/queue?from=${day(last - 86_400_000)}&to=${day(last + 86_400_000)}&hours=all`;
  const { body } = await call(chain.server, path, { headers: bearer(chain.token) });
  return body.queues.map(({ queue, total }: { queue: string; total: { served: number } }) => [queue, total.served]);
}

it('a zone that a camera tells of becomes the queue that somebody chooses', { timeout: 90_000 }, async () => {
  await page.goto(`${chain.server.url}/devices/device?id=cam`);
  await page.getByRole('heading', { name: 'Camera', exact: true }).waitFor();
  // Once somebody watches, what comes is shown.
  await expect.poll(() => push(2, 3), { timeout: 20_000 }).toBe(200);
  await expect
    .poll(
      async () => {
        await push(2, 3);
        return page.getByRole('region', { name: 'Zones that are queues' }).count();
      },
      {
        timeout: 30_000,
        interval: 1000,
      },
    )
    .toBe(1);
  expect(await served()).toEqual([['tills', null]]);
  const choice = page.getByLabel('Zone Queue 1');
  expect(await choice.inputValue()).toBe('none');
  expect(await everyFaultOf(page)).toEqual([]);
  await choice.selectOption({ label: 'Checkout' });
  await page.getByRole('button', { name: 'Save the queues' }).click();
  await page.getByText('Saved. What comes from now on counts there.').waitFor();
  expect(await choice.inputValue()).toBe('queue tills');
  await expect
    .poll(
      async () => {
        await push(1, 4);
        return served();
      },
      { timeout: 20_000, interval: 1000 },
    )
    .toEqual([['tills', 2]]);
});
