import { requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import type { ZReport } from '../vocabulary/event.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { columnsAs, soughtIn, type WantedColumns, wantedRows } from './wanted.ts';

/** A Z report as it stands. */
export interface ZReportFact extends Omit<ZReport, 'kind'> {
  readonly storeId: string;
  readonly deviceId: string;
  readonly receivedAt: number;
}

export type ZReportKey = Pick<ZReportFact, 'storeId' | 'source' | 'id'>;

export const zReportFields = [
  'storeId',
  'source',
  'id',
  'deviceId',
  'till',
  'openedAt',
  'closedAt',
  'salesCount',
  'salesMinor',
  'returnsCount',
  'returnsMinor',
  'receiptsCount',
  'updatedAt',
  'receivedAt',
] as const satisfies readonly (keyof ZReportFact)[];

/** The standing Z reports of the keys; those that are not there are left out. */
export async function findZReports(sql: Sql, keys: readonly ZReportKey[]): Promise<ZReportFact[]> {
  if (keys.length === 0) return [];
  const where = 'z.store_id = wanted.store_id and z.source = wanted.source and z.id = wanted.id';
  return sql.all(
    `with ${wantedRows(sql, { store_id: 'text', source: 'text', id: 'text' })}
    select ${columnsAs('z', zReportFields)} from wanted cross join ${soughtIn(sql, 'z_reports', { name: 'z', where })}`,
    [JSON.stringify(keys.map(({ storeId, source, id }) => [storeId, source, id]))],
  );
}

/** What of a till's receipts arrived between two instants; money in whole minor units. */
export interface ArrivedReceipts {
  /** Those that were voided since are among them: they did arrive. */
  readonly salesCount: number;
  readonly salesMinor: number;
  readonly returnsCount: number;
  readonly returnsMinor: number;
}

/** A till's shift: what it said at its end, and what arrived. */
export interface Shift {
  readonly report: ZReportFact;
  /** When it began: what the till says, else the end of the one before, else 24 hours before its end (no shift may be longer). */
  readonly startAt: number;
  readonly arrived: ArrivedReceipts;
}

export interface ShiftQuery {
  readonly settings: Settings;
  readonly storeIds: readonly string[];
  /** Shifts that ended in [fromAt, toAt). */
  readonly fromAt: number;
  readonly toAt: number;
}

const longestShiftMs = 24 * 3_600_000;

/** Shifts of stores of the caller's that ended in a stretch, in order of their end; training does not count as arrived. */
export async function readShifts(sql: Sql, scope: Scope, query: ShiftQuery): Promise<Shift[]> {
  const { settings, storeIds, fromAt, toAt } = query;
  for (const storeId of storeIds) requireStore(scope, settings, storeId);
  if (storeIds.length === 0) return [];
  const reports = await sql.all<ZReportFact & { readonly previousAt: number | null }>(
    `with ${wantedRows(sql, { store_id: 'text', from_at: 'bigint', to_at: 'bigint' })}
    select ${columnsAs('z', zReportFields)}, (select max(p.closed_at) from z_reports p where p.store_id = z.store_id
      and p.source = z.source and p.till is not distinct from z.till and p.closed_at < z.closed_at) as "previousAt"
    from wanted cross join z_reports z
    where z.store_id = wanted.store_id and z.closed_at >= wanted.from_at and z.closed_at < wanted.to_at
    order by z.closed_at, z.source, z.id`,
    [JSON.stringify(storeIds.map((storeId) => [storeId, fromAt, toAt]))],
  );
  const begun = reports.map(({ previousAt, ...report }) => ({ report, startAt: startOf(report, previousAt) }));
  const arrived = await readArrived(sql, begun);
  return begun.map((shift, place) => ({ ...shift, arrived: arrived.get(place) ?? nothing }));
}

const nothing: ArrivedReceipts = { salesCount: 0, salesMinor: 0, returnsCount: 0, returnsMinor: 0 };

function startOf({ openedAt, closedAt }: ZReportFact, previousAt: number | null): number {
  return openedAt ?? previousAt ?? closedAt - longestShiftMs;
}

/** By the shift's place. An exchange that was paid for is a sale, any other a return of its size. */
async function readArrived(
  sql: Sql,
  shifts: readonly Omit<Shift, 'arrived'>[],
): Promise<ReadonlyMap<number, ArrivedReceipts>> {
  if (shifts.length === 0) return new Map();
  const isSale = `(s.type = 'sale' or (s.type = 'exchange' and s.total_minor > 0))`;
  const isReturn = `(s.type = 'return' or (s.type = 'exchange' and s.total_minor <= 0))`;
  const count = (is: string): string => `cast(sum(case when ${is} then 1 else 0 end) as bigint)`;
  const money = (is: string): string => `cast(sum(case when ${is} then abs(s.total_minor) else 0 end) as bigint)`;
  const where = `s.store_id = wanted.store_id and s.at > wanted.start_at and s.at <= wanted.end_at
    and s.source = wanted.source and (wanted.till is null or s.till is null or s.till = wanted.till) and s.is_training = 0`;
  const columns: WantedColumns = {
    store_id: 'text',
    source: 'text',
    till: 'text',
    start_at: 'bigint',
    end_at: 'bigint',
    place: 'bigint',
  };
  const rows = await sql.all<ArrivedReceipts & { readonly place: number }>(
    `with ${wantedRows(sql, columns)}
    select wanted.place, ${count(isSale)} as "salesCount", ${money(isSale)} as "salesMinor",
      ${count(isReturn)} as "returnsCount", ${money(isReturn)} as "returnsMinor"
    from wanted cross join ${soughtIn(sql, 'sales', { name: 's', where })} group by wanted.place`,
    [
      JSON.stringify(
        shifts.map(({ report: { storeId, source, till, closedAt }, startAt }, place) => {
          return [storeId, source, till, startAt, closedAt, place];
        }),
      ),
    ],
  );
  return new Map(rows.map(({ place, ...arrived }) => [place, arrived]));
}
