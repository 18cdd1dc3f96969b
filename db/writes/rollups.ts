import type { StandingInterval } from '../rollup/quarterRows.ts';
import type { StandingSale } from '../rollup/saleRows.ts';
import type { Sql } from '../sql/port.ts';
import type { Settings } from '../vocabulary/place.ts';

/** A stretch of a device's time, [fromAt, toAt) in epoch ms, whose facts changed; it is widened to whole buckets. */
export interface TouchedSpan {
  readonly deviceId: string;
  readonly fromAt: number;
  readonly toAt: number;
}

export interface AppendedInterval extends StandingInterval {
  readonly deviceId: string;
}

export interface AppendedSale extends StandingSale {
  readonly deviceId: string;
}

/**
 * Makes the quarter rows of the touched stretches again from count_intervals (those that are not overlap) and statuses, inside
 * the caller's transaction, after the facts and `is_overlap` were written. Touched are: every interval that came, went, changed or
 * turned (its whole length, the old one's too), and for a status the time from it to the next status (or now).
 */
export async function refreshCountQuarters(_sql: Sql, _settings: Settings, _touched: readonly TouchedSpan[]): Promise<void> {
  throw new Error('not built yet');
}

/**
 * Adds new intervals to the quarter rows without reading facts. Only for an interval that begins at or after every known end of
 * its device and line, of at most 1 h, on a device with one line and no `problem` from its start on. Several for one device are fine.
 */
export async function appendCountQuarters(
  _sql: Sql,
  _settings: Settings,
  _appended: readonly AppendedInterval[],
): Promise<void> {
  throw new Error('not built yet');
}

/**
 * Makes the sales rows of the touched buckets again from sales, inside the caller's transaction, after the facts were written.
 * Touched is the `at` of what came, of what it replaced (under its old device and time), and, for a void, of its original.
 */
export async function refreshSaleQuarters(_sql: Sql, _settings: Settings, _touched: readonly TouchedSpan[]): Promise<void> {
  throw new Error('not built yet');
}

/** Adds receipts whose keys are new, that are no voids, and that no void names; without reading facts. */
export async function appendSaleQuarters(_sql: Sql, _settings: Settings, _appended: readonly AppendedSale[]): Promise<void> {
  throw new Error('not built yet');
}

/**
 * Distrusts the daily tallies of the touched dates that are over, in the caller's transaction. To be called with everything that
 * was refreshed or appended, and also when what a device is judged by moves: first_report_at (from the new one to the old one, where
 * the device has no installedAt), last_report_at or complete_to of a batch feed (from the old one to the new one).
 */
export async function markStaleDays(
  _sql: Sql,
  _settings: Settings,
  _changed: { readonly touched: readonly TouchedSpan[]; readonly now: number },
): Promise<void> {
  throw new Error('not built yet');
}
