import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MockServer, startMockServer } from '../web/mockServer.ts';
import { mockMonth } from '../web/mockTrends.ts';
import { faultsInEveryLook } from './axe.ts';
import { launchChromium, openPage } from './chromium.ts';

let browser: Browser;
let mock: MockServer;
let page: Page;
const month = `/trends?from=${mockMonth.from}&to=${mockMonth.to}`;
const show = async (path: string, title: string): Promise<void> => {
  await page.goto(`${mock.url}${path}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};
const searchOf = (): unknown => Object.fromEntries(new URL(page.url()).searchParams);
const chart = () => page.getByRole('slider', { name: /walk through it/ });

beforeAll(async () => {
  browser = await launchChromium();
  mock = await startMockServer({ isSetUp: true, isSignedIn: true });
  page = await openPage(browser);
});

afterAll(async () => {
  await browser?.close();
  await mock?.close();
});

it('a figure over time says its numbers in a sentence and as a table, with holidays and notes, and gaps as gaps', async () => {
  await show(month, 'Entries by day');
  await page.getByRole('img', { name: /Entries by day, .*5,800 in all/ }).waitFor();
  await page.getByText('Saturdays are the strongest').waitFor();
  await page.getByText('The same as a table').click();
  const row = (name: RegExp) => page.getByRole('row', { name }).innerText();
  expect(await row(/Saturday,? 8 March 2025/)).toMatch(/300\s+International Women’s Day/);
  expect(await row(/12 March 2025/)).toContain('No data');
  expect(await row(/20 March 2025/)).toContain('Road works');
});

it('nothing is amiss for people who see, hear or touch it, in light and dark, on a phone and a desk', async () => {
  expect(await faultsInEveryLook(page)).toEqual([]);
});

it('by keyboard a stretch is chosen and shown alone, and one step back undoes it', async () => {
  await show(month, 'Entries by day');
  await chart().press('Home');
  for (const _ of [1, 2, 3, 4]) await chart().press('Shift+ArrowRight');
  await chart().press('Enter');
  await expect.poll(searchOf).toEqual({ from: '2025-03-03', to: '2025-03-07' });
  await page.goBack();
  await expect.poll(searchOf).toEqual(mockMonth);
});

it('dragged over, the chart zooms in; pressed, a step opens down to the quarter of an hour', async () => {
  await show(month, 'Entries by day');
  const box = await page.locator('.plot').boundingBox();
  if (box === null) throw new Error('the chart has no place on the page');
  const along = (share: number): [number, number] => [box.x + 48 + (box.width - 70) * share, box.y + box.height / 2];
  await page.mouse.move(...along(0.01));
  await page.mouse.down();
  await page.mouse.move(...along(0.23), { steps: 4 });
  await page.mouse.up();
  await expect.poll(searchOf).toEqual({ from: '2025-03-03', to: '2025-03-09' });
  await page.getByRole('heading', { level: 1, name: 'Entries by day' }).waitFor();
  await chart().press('Home');
  await chart().press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Entries by hour' }).waitFor();
  await chart().press('Home');
  await chart().press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Entries by quarter of an hour' }).waitFor();
  expect(searchOf()).toEqual({ from: '2025-03-03', to: '2025-03-03', by: '15m' });
});

it('drawn over sideways by a finger, the chart zooms in; a finger drawn down scrolls the page', async () => {
  await show(month, 'Entries by day');
  const box = await page.locator('.plot').boundingBox();
  if (box === null) throw new Error('the chart has no place on the page');
  const [x, y] = [box.x + 55, box.y + box.height / 2];
  const device = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    device.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [{ x, y }]);
  for (const step of [1, 2, 3, 4]) await touch('touchMove', [{ x, y: y - step * 30 }]);
  await touch('touchEnd', []);
  await expect.poll(() => page.evaluate<number>('scrollY')).toBeGreaterThan(0);
  expect(searchOf()).toEqual(mockMonth);
  await page.evaluate('scrollTo(0, 0)');
  await touch('touchStart', [{ x, y }]);
  for (const step of [1, 2, 3, 4]) await touch('touchMove', [{ x: x + (step * (box.width - 70) * 0.22) / 4, y }]);
  await touch('touchEnd', []);
  await expect.poll(searchOf).toEqual({ from: '2025-03-03', to: '2025-03-09' });
});

it('another figure and what it is compared with are in the address', async () => {
  await show(month, 'Entries by day');
  await page.getByRole('combobox', { name: 'Figure' }).selectOption('Conversion');
  await page.getByRole('combobox', { name: 'Compared with' }).selectOption('A year before');
  await page.getByRole('heading', { level: 1, name: 'Conversion by day' }).waitFor();
  await expect.poll(searchOf).toEqual({ ...mockMonth, metric: 'conversionRate', compare: 'year' });
  await page.getByText('no more and no less than a year before').waitFor();
});

it('a note is written about the store that is shown, and changed', async () => {
  await show(month, 'Entries by day');
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByLabel('What happened').fill('Fair on the square');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const written = { from: mockMonth.to, to: mockMonth.to, text: 'Fair on the square', stores: ['arbat'] };
  expect(mock.received.get('POST /api/v1/notes')).toEqual(written);
  await page.getByRole('button', { name: 'Change the note “Road works”' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(mock.received.has('DELETE /api/v1/notes/n1')).toBe(true);
});
