import { readPeriods } from '../../../db/reads/funnel.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import type { StandingReading } from '../../../db/rollup/differences.ts';
import type { StandingEvent } from '../../../db/rollup/quarterRows.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { CountAs, Device, Settings, Store } from '../../../db/vocabulary/place.ts';
import { refreshCountQuarters, refreshSaleQuarters } from '../../../db/writes/rollups.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { kpisOf } from '../../../server/kpi/kpis.ts';
import type { Kpis } from '../../../server/kpi/schema.ts';
import { makeDevice, makeStore, owner } from '../chain.ts';
import { everyDay } from '../rollup/shop.ts';
import { putFacts, type SentFacts } from './sent.ts';
import { monday } from './shopDatabase.ts';

export interface OneShop {
  readonly devices: readonly Device[];
  readonly countAs?: CountAs;
  readonly store?: Partial<Store>;
}

/** A shop in UTC, open 10:00 to 12:00, with one street door `main`, and what its devices sent. */
export async function openShop(
  sql: Sql,
  { devices, countAs = 'in', store = {} }: OneShop,
  facts: Omit<SentFacts, 'storeId'>,
): Promise<Settings> {
  const shop = { timezone: 'UTC', currency: 'EUR', queues: [], openingHours: everyDay(['10:00-12:00']), ...store };
  await applySettings(sql, owner, {
    stores: [makeStore('shop', { ...shop, entrances: [{ id: 'main', name: 'Main', kind: 'street', countAs }] })],
    devices,
  });
  const settings = await loadSettings(sql, owner);
  await sql.transaction(async (inside) => {
    const touched = await putFacts(inside, { storeId: 'shop', ...facts });
    await refreshCountQuarters(inside, settings, touched.counts);
    await refreshSaleQuarters(inside, settings, touched.sales);
  });
  return settings;
}

export const counter = (id: string, more: Partial<Device> = {}): Device => makeDevice(id, 'shop', more);
export const till = (more: Partial<Device> = {}): Device =>
  makeDevice('till', 'shop', { entranceId: null, measures: ['sales'], reportsEverySeconds: null, ...more });

export const shown = (at: number, totalIn: number, more: Partial<StandingReading> = {}): StandingReading => ({
  line: 'main',
  at,
  totalIn,
  totalOut: null,
  totalPassersBy: null,
  ...more,
});
export const passed = (at: number, more: Partial<StandingEvent> = {}): StandingEvent => ({
  line: 'main',
  at,
  direction: 'in',
  count: 1,
  ...more,
});

export interface Asked {
  readonly now: number;
  readonly from?: string;
  readonly to?: string;
  readonly until?: number;
}

export interface Answered {
  readonly total: Kpis;
  /** By `HH:MM` of its start, quarters of an hour of the whole day. */
  readonly quarters: Readonly<Record<string, Kpis>>;
}

/** What the shop shows of a day, in all and by quarters of an hour. */
export async function figuresOf(sql: Sql, settings: Settings, asked: Asked): Promise<Answered> {
  const { now, from = monday, to = from, until } = asked;
  const question = { settings, storeIds: ['shop'], from, to, hours: 'all', now } as const;
  const cuts = until === undefined ? {} : { cuts: { shop: until } };
  const [day] = await readPeriods(sql, owner, { ...question, by: 'none', ...cuts });
  const [fine] = await readPeriods(sql, owner, { ...question, by: '15m', ...cuts });
  if (day === undefined || fine === undefined) throw new Error('the shop was asked for and not answered');
  const context = { hours: 'all', isPartial: false } as const;
  return {
    total: kpisOf(day.total, { ...context, hours: 'open' }),
    quarters: Object.fromEntries(
      fine.series.map((step) => [
        new Date(step.startAt).toISOString().slice(11, 16),
        kpisOf(step, { ...context, isWithinDay: true }),
      ]),
    ),
  };
}
