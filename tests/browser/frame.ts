import type { Page } from 'playwright-core';

/** Another store, by the chooser on top of every page. */
export async function chooseStore(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Store: / }).click();
  await page.getByRole('dialog', { name: 'Store' }).getByRole('option', { name }).click();
}

/** A period by its name in the panel: `Last 7 days`. */
export async function choosePeriod(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Period: / }).click();
  await page.getByRole('dialog', { name: 'Period' }).getByRole('button', { name, exact: true }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of / }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
}
