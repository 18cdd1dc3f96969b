import { countQuarters, type QuarterCountRow } from '../rollup/quarterRows.ts';
import { type QuarterSaleRow, saleQuarters } from '../rollup/saleRows.ts';
import { type TouchedSpan, wholeBuckets } from '../rollup/touched.ts';
import type { Sql } from '../sql/port.ts';
import type { Device, Settings, Store } from '../vocabulary/place.ts';
import { readCountFacts } from './countFacts.ts';
import { type KnownReports, readSales } from './facts.ts';
import { readTakeOutSpans } from './takeOutSpans.ts';

export interface Installed {
  readonly store: Store;
  readonly device: Device;
}

const pieceMs = 24 * 60 * 60_000;

/** What the quarter rows of counts of the touched stretches must be, by the facts. */
export async function countRowsFromFacts(
  sql: Sql,
  settings: Settings,
  touched: readonly TouchedSpan[],
): Promise<QuarterCountRow[]> {
  const spans = wholeBuckets(touched);
  const factsOf = await readCountFacts(sql, settings.devices, spans);
  return spans.flatMap((span) => {
    const found = installed(settings, span.deviceId);
    return found === undefined ? [] : countQuarters({ ...found, ...span, ...factsOf(span.deviceId) });
  });
}

/** What the quarter rows of sales of the touched stretches must be, by the facts. */
export async function saleRowsFromFacts(
  sql: Sql,
  settings: Settings,
  touched: readonly TouchedSpan[],
): Promise<QuarterSaleRow[]> {
  const spans = wholeBuckets(touched).flatMap((span) => {
    const storeId = settings.devices.get(span.deviceId)?.storeId;
    return storeId === undefined ? [] : [{ ...span, storeId }];
  });
  const sales = await readSales(sql, spans);
  const takeOuts = await readTakeOutSpans(sql, spans);
  return [...new Map(spans.map((span) => [span.deviceId, span.storeId]))].flatMap(([deviceId, storeId]) =>
    saleQuarters({ storeId, deviceId, sales: sales.get(deviceId) ?? [], takeOuts: takeOuts.get(deviceId) ?? [] }),
  );
}

/** The days of a device's facts, from `fromAt` on, cut at whole days of UTC; none where it never reported. */
export function piecesOf(
  device: Device,
  reports: KnownReports | undefined,
  range: { readonly fromAt?: number; readonly toAt?: number },
): TouchedSpan[] {
  const first = reports?.firstReportAt ?? null;
  const last = reports?.lastReportAt ?? null;
  if (first === null || last === null) return [];
  const startAt = Math.max(first, range.fromAt ?? first);
  const endAt = Math.min(last + 1, range.toAt ?? last + 1);
  const pieces: TouchedSpan[] = [];
  for (let fromAt = Math.floor(startAt / pieceMs) * pieceMs; fromAt < endAt; fromAt += pieceMs) {
    pieces.push({ deviceId: device.id, fromAt, toAt: fromAt + pieceMs });
  }
  return pieces;
}

/** A device with its store; undefined where it is not set up. */
export function installed(settings: Settings, deviceId: string): Installed | undefined {
  const device = settings.devices.get(deviceId);
  const store = device === undefined ? undefined : settings.stores.get(device.storeId);
  return device === undefined || store === undefined ? undefined : { store, device };
}
