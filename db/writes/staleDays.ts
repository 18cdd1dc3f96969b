import type { TouchedSpan } from '../rollup/touched.ts';
import type { Sql } from '../sql/port.ts';
import { addDays, businessDateAt, endOfDate } from '../time/businessDate.ts';
import type { Device, Settings, Store } from '../vocabulary/place.ts';

export interface StaleDay {
  readonly storeId: string;
  readonly date: string;
}

export interface ChangedSpans {
  readonly touched: readonly TouchedSpan[];
  readonly now: number;
}

/** The dates that are over and whose figures the changed stretches may have moved. */
export function staleDaysOf(settings: Settings, { touched, now }: ChangedSpans): StaleDay[] {
  const days = new Map<string, StaleDay>();
  for (const span of touched) {
    const device = settings.devices.get(span.deviceId);
    const store = device === undefined ? undefined : settings.stores.get(device.storeId);
    if (device === undefined || store === undefined) continue;
    for (const date of datesOver(store, reach(device, span), now)) {
      days.set(`${store.id} ${date}`, { storeId: store.id, date });
    }
  }
  return [...days.values()];
}

/** The dates of a store's stretch that are over. */
export function staleDaysIn(
  store: Store,
  span: { readonly fromAt: number; readonly toAt: number },
  now: number,
): StaleDay[] {
  return datesOver(store, span, now).map((date) => ({ storeId: store.id, date }));
}

/** Notes days as stale. A row that is there is written again: that makes a job that clears it wait (see writes/daily.ts). */
export async function putStaleDays(sql: Sql, days: readonly StaleDay[]): Promise<void> {
  if (days.length === 0) return;
  const rows = days.map(({ storeId, date }) => [storeId, date]);
  // One order everywhere, so that two transactions never wait for each other.
  rows.sort((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1));
  await sql.upsertMany(
    {
      table: 'stale_days',
      columns: ['store_id', 'date'],
      types: ['text', 'text'],
      conflict: 'on conflict (store_id, date) do update set date = excluded.date',
    },
    rows,
  );
}

/** A message ends or begins a silence that may reach into the dates beside its own. */
function reach(device: Device, { deviceId, fromAt, toAt }: TouchedSpan): TouchedSpan {
  const isJudgedBySilence = device.mode === 'event' || device.measures.includes('sales');
  const ms = isJudgedBySilence ? device.silentAfterSeconds * 1000 : 0;
  return { deviceId, fromAt: fromAt - ms, toAt: toAt + ms };
}

function datesOver(store: Store, { fromAt, toAt }: Omit<TouchedSpan, 'deviceId'>, now: number): string[] {
  const dates: string[] = [];
  for (let date = businessDateAt(store, fromAt); endOfDate(store, date) <= now; date = addDays(date, 1)) {
    dates.push(date);
    if (endOfDate(store, date) >= toAt) break;
  }
  return dates;
}
