import { minuteMs } from '../../db/time/calendar.ts';
import { localParts } from '../../db/time/zone.ts';
import type { DemoPlace } from './demand.ts';
import type { Stretch } from './people.ts';
import { randomFor } from './random.ts';
import { demoTemplate } from './serviceValues.ts';

type Item = Readonly<Record<string, unknown>>;

/** What a shop fails again and again. */
const weaknesses: Readonly<Record<string, readonly string[]>> = {
  tverskaya: ['fitting-rooms-empty', 'second-till-opened'],
  arbat: ['price-tags'],
  hamburg: ['counter-unobstructed', 'plan-of-the-shift'],
  'los-angeles': ['floor-clean'],
};

/** Self-audits before opening on Mondays and Thursdays, and a mystery visit on the 7th and 21st of the month. */
export function checkItems({ demo, demandAt }: DemoPlace, { startAt, endAt }: Stretch): Item[] {
  const { date, minutes, weekday } = localParts(demo.timezone, startAt);
  const isAlwaysOpen = demo.tags.includes('airport');
  const opens = isAlwaysOpen ? minutes === 9 * 60 : !demandAt(startAt).isOpen && demandAt(endAt).isOpen;
  const items: Item[] = [];
  // By the minute, so that a stretch of seconds says the same.
  const at = Math.floor((isAlwaysOpen ? startAt : endAt) / minuteMs) * minuteMs;
  if (opens && (weekday === 0 || weekday === 3)) items.push(checkOf(demo.id, { date, at, standard: 'shop-opening' }));
  const isVisited = date.endsWith('-07') || date.endsWith('-21');
  if (isVisited && minutes === 15 * 60) {
    const arrivedAt = Math.floor(startAt / minuteMs) * minuteMs;
    items.push(checkOf(demo.id, { date, at: arrivedAt, standard: 'shop-mystery-visit' }));
  }
  return items;
}

interface Checked {
  readonly date: string;
  readonly at: number;
  readonly standard: string;
}

function checkOf(storeId: string, { date, at, standard }: Checked): Item {
  const random = randomFor('check', storeId, standard, date);
  const list = demoTemplate.checklists.find(({ id }) => id === standard);
  const items = (list?.items ?? []).map(({ id }) => {
    const share = weaknesses[storeId]?.includes(id) === true ? 0.45 : 0.95;
    return { item: id, passed: random() < share };
  });
  return { id: `${standard}-${date}`, at: new Date(at).toISOString(), standard, items };
}
