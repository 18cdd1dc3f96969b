import type { Page } from 'playwright-core';

/** Everything that the Tab key should come to, numbered. */
const mark = `(() => {
  const all = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const groups = new Set();
  const isStop = (element) => {
    if (element.disabled || element.tabIndex < 0 || element.closest('[inert]') || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.type !== 'radio') return true;
    const others = [...document.querySelectorAll('input[type=radio]')].filter((one) => one.name === element.name && one.form === element.form);
    const stop = others.find((one) => one.checked) ?? others[0];
    return element === stop;
  };
  const stops = [...document.querySelectorAll(all)].filter(isStop);
  stops.forEach((element, place) => element.setAttribute('data-walked', String(place)));
  document.activeElement?.blur?.();
  return stops.length;
})()`;

/** Which one has the focus, and whether that can be seen. */
const look = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const isDrawn = (one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  // A control that is drawn by its label or by what stands beside it.
  const drawers = [element, element.closest('label'), element.nextElementSibling, element.parentElement];
  return {
    place: element.getAttribute('data-walked'),
    // The parts of a date or a time are the browser's own, and so is their focus.
    isSeen: /^(date|time|month|datetime-local)$/.test(element.type ?? '') || drawers.some(isDrawn),
    text: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60) || element.outerHTML.slice(0, 80),
  };
})()`;

interface Stop {
  readonly place: string | null;
  readonly isSeen: boolean;
  readonly text: string;
}

/** Goes through the page by Tab: what it does not come to, and where the focus cannot be seen. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const count = Number(await page.evaluate(mark));
  const seen = new Set<string>();
  const faults = new Set<string>();
  for (let press = 0; press < count * 1.5 + 10 && seen.size < count; press += 1) {
    await page.keyboard.press('Tab');
    // The shape `look` answers.
    const stop = (await page.evaluate(look)) as Stop | null;
    if (stop === null) continue;
    if (stop.place !== null) seen.add(stop.place);
    if (!stop.isSeen) faults.add(`the focus is not seen on: ${stop.text}`);
  }
  for (let place = 0; place < count; place += 1) {
    if (seen.has(String(place))) continue;
    const missed = await page
      .locator(`[data-walked="${place}"]`)
      .evaluateAll((all) => all.map(String))
      .catch(() => []);
    const html = await page.evaluate(
      `document.querySelector('[data-walked="${place}"]')?.outerHTML.slice(0, 120) ?? ''`,
    );
    if (missed.length > 0) faults.add(`Tab does not come to: ${html}`);
  }
  return [...faults];
}
