import mqtt from 'mqtt';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { openAsOwner } from '../browser/signedIn.ts';
import type { Chain } from '../server/chain.ts';
import { secret, startLargeChain, startTraffic } from './traffic.ts';

const messages = 200;
const budgetMs = 500;

let browser: Browser;
let chain: Chain;
let page: Page;

beforeAll(async () => {
  [browser, chain] = await Promise.all([launchChromium(), startLargeChain()]);
  page = await openAsOwner(browser, chain);
});

afterAll(async () => {
  await browser?.close();
  await chain?.stop();
});

interface Sight {
  /** Epoch ms. */
  readonly at: number;
  readonly purchases: number;
}

/** Notes each number of purchases in the first frame that shows it. */
const watch = `
  window.sights = [];
  let last = 0;
  const look = () => {
    const digits = document.querySelector('[data-figure="purchases"]')?.textContent.replace(/[^0-9]/g, '') ?? '';
    if (Number(digits) !== last) window.sights.push({ at: Date.now(), purchases: (last = Number(digits)) });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** One receipt after the other, beginning a second ago; answers when each was published, in epoch ms. */
async function publishAll(): Promise<number[]> {
  const till = { username: 'till-0', password: secret };
  const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${chain.server.mqttPort}`, till);
  const sentAt: number[] = [];
  for (let place = 0; place < messages; place += 1) {
    const at = new Date(Date.now() - 1000).toISOString();
    const body = JSON.stringify({ id: `r-${place}`, at, type: 'sale', total: '10.00', items: 1 });
    sentAt.push(Date.now());
    void client.publishAsync('lintel/v1/store-0/till-0/sales', body, { qos: 1 });
    // Never in step with what the server does at intervals.
    await new Promise((resolve) => setTimeout(resolve, 30 + ((place * 37) % 61)));
  }
  await expect.poll(async () => (await sights()).at(-1)?.purchases, { timeout: 10_000 }).toBe(messages);
  await client.endAsync();
  return sentAt;
}

async function sights(): Promise<Sight[]> {
  // What `watch` collects.
  return (await page.evaluate('window.sights')) as Sight[];
}

it('from publish to the changed figure on the screen it takes less than half a second, while a thousand messages a second arrive', {
  timeout: 90_000,
}, async () => {
  await page.goto(`${chain.server.url}/?store=store-0`);
  const traffic = await startTraffic(chain, 20);
  await page.getByText('Live', { exact: true }).waitFor();
  await page.locator('[data-figure="entries"]').getByText(/[1-9]/).waitFor();
  await page.evaluate(watch);
  const sentAt = await publishAll();
  const seen = await sights();
  const took = sentAt.map((at, place) => (seen.find(({ purchases }) => purchases > place)?.at ?? Number.NaN) - at);
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  const perSecond = await traffic.over();
  process.stderr.write(
    `publish to screen: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms; ${Math.round(perSecond)} messages a second\n`,
  );
  expect(perSecond).toBeGreaterThan(950);
  expect(at(0.95)).toBeLessThan(budgetMs);
});
