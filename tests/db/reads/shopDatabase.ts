import type { PeriodsQuery } from '../../../db/reads/funnel.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { makeDailyTallies } from '../../../db/writes/daily.ts';
import { refreshCountQuarters, refreshSaleQuarters } from '../../../db/writes/rollups.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { makeDevice, makeStore, owner } from '../chain.ts';
import { at, everyDay, sale } from '../rollup/shop.ts';
import { putFacts, type Receipt, type SentFacts } from './sent.ts';

export const monday = '2026-03-02';
export const thursday = '2026-03-05';
export const later = at('12:00', '2026-03-09');

export async function setUp(sql: Sql): Promise<Settings> {
  const shop = { timezone: 'UTC', entrances: [], queues: [] };
  await applySettings(sql, owner, {
    organisation: { name: 'Shops', currency: 'EUR', locale: 'en' },
    stores: [
      makeStore('arbat', { ...shop, currency: 'EUR', openingHours: everyDay(['10:00-12:00']) }),
      makeStore('night', { ...shop, currency: 'EUR', openingHours: null }),
    ],
    devices: ['arbat', 'night'].flatMap((id) => [
      makeDevice(`door-${id}`, id, { entranceId: null }),
      makeDevice(`street-${id}`, id, { entranceId: null, measures: ['passersBy'] }),
      makeDevice(`till-${id}`, id, { entranceId: null, measures: ['sales'], reportsEverySeconds: null }),
    ]),
  });
  return loadSettings(sql, owner);
}

/** Writes facts and makes their rollups from them. */
export async function sent(sql: Sql, settings: Settings, facts: SentFacts): Promise<void> {
  await sql.transaction(async (inside) => {
    const touched = await putFacts(inside, facts);
    await refreshCountQuarters(inside, settings, touched.counts);
    await refreshSaleQuarters(inside, settings, touched.sales);
  });
}

export const receipt = (id: string, saleAt: number, more: Partial<Receipt> = {}): Receipt => {
  const { isVoided: _, ...plain } = sale(saleAt, 100);
  return { ...plain, id, ...more };
};

export function ask(settings: Settings, more: Partial<PeriodsQuery> = {}): PeriodsQuery {
  const question = { storeIds: ['arbat'], from: monday, to: thursday, by: 'none', hours: 'open', now: later } as const;
  return { settings, ...question, ...more };
}

export async function makeAllDays(sql: Sql, settings: Settings, now = later): Promise<number> {
  let made = 0;
  let cursor: string | null = null;
  do {
    const round = await makeDailyTallies(sql, owner, { settings, now, cursor });
    made += round.made;
    cursor = round.cursor;
  } while (cursor !== null);
  return made;
}
