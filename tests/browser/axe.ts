import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { type Screen, screens } from './chromium.ts';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

export interface AxeInput {
  /** A selector of the part that is looked at; the whole page else. */
  readonly within?: string;
  /** Only these rules, by their ids; axe's own choice else, and the size of what is touched (WCAG 2.2). */
  readonly rules?: readonly string[];
}

/** What a change of the colour scheme alone can break. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Nothing moves any more: a text that still fades in has too little contrast. */
const settled = `Promise.allSettled(document.getAnimations()
  .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime)).map((one) => one.finished))`;

/** Everything axe finds on a page, one line each. Brought into a page once: six times as quick as its builder for Playwright. */
export async function everyFaultOf(page: Page, input: AxeInput = {}): Promise<string[]> {
  await page.evaluate(settled);
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const found = await faultsByAxe(page, input);
  if (!found.some((fault) => fault.startsWith('target-size'))) return found;
  // A bar that stays on the screen covers what scrolls below it: what is too small in one place alone is not too small.
  await page.evaluate('scrollBy(0, scrollY > 200 ? -160 : 160)');
  const again = new Set(await faultsByAxe(page, input));
  return found.filter((fault) => again.has(fault));
}

async function faultsByAxe(page: Page, { within, rules }: AxeInput): Promise<string[]> {
  const options = {
    resultTypes: ['violations'],
    ...(rules === undefined ? { rules: { 'target-size': { enabled: true } } } : { runOnly: rules }),
  };
  const context = within === undefined ? 'document' : JSON.stringify(within);
  // The shape of axe's own report (axe-core/axe.d.ts).
  const violations = (await page.evaluate(
    `axe.run(${context}, ${JSON.stringify(options)}).then((results) => results.violations)`,
  )) as Violation[];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

/** What is broader than the screen, which makes the page scroll sideways. */
async function overflowOf(page: Page): Promise<string[]> {
  const { width } = page.viewportSize() ?? screens.desk;
  const patience = Date.now() + 2000;
  for (;;) {
    const needed = Number(await page.evaluate('document.documentElement.scrollWidth'));
    if (needed <= width) return [];
    if (Date.now() > patience) return [`the page is ${needed} px wide`];
    // A chart follows the screen a frame or two later.
    await page.waitForTimeout(100);
  }
}

/** Whether the page scrolls sideways on a phone or a desk; it stays on the desk. */
export async function overflowOnEveryScreen(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const screen of ['phone', 'desk'] as const) {
    await page.setViewportSize(screens[screen]);
    faults.push(...(await overflowOf(page)).map((fault) => `${screen} ${fault}`));
  }
  return faults;
}

/** The page as it is, on a phone and a desk, dark and light, without loading it again; it stays on the desk, light. */
export async function faultsInEveryLook(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const look = async (screen: Screen, scheme: 'light' | 'dark', rules?: readonly string[]): Promise<void> => {
    await page.setViewportSize(screens[screen]);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const found = [...(await everyFaultOf(page, rules === undefined ? {} : { rules })), ...(await overflowOf(page))];
    faults.push(...found.map((fault) => `${screen} ${scheme} ${fault}`));
  };
  await look('phone', 'dark');
  // The same elements in other colours: only colours are looked at again.
  await look('phone', 'light', colourRules);
  await look('desk', 'dark', colourRules);
  await look('desk', 'light');
  return faults;
}
