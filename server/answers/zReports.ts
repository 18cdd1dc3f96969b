import { readShifts, type Shift } from '../../db/reads/zReports.ts';
import type { Sql } from '../../db/sql/port.ts';
import { addDays, businessDateAt, endOfDate, startOfDate } from '../../db/time/businessDate.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Settings, Store } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { ZReportsAnswer, ZReportsQuery } from '../contracts/zReports.ts';
import { compareShift } from '../kpi/shifts.ts';

export interface ZReportsQuestion {
  readonly settings: Settings;
  readonly store: Store;
  readonly query: ZReportsQuery;
  readonly now: number;
}

/** The shifts of a store's tills that ended on the dates asked for: what each till said, and what arrived. */
export async function zReportsOf(
  sql: Sql,
  scope: Scope,
  { settings, store, query, now }: ZReportsQuestion,
): Promise<ZReportsAnswer> {
  const to = query.to ?? businessDateAt(store, now);
  const from = query.from ?? addDays(to, -6);
  const span = { fromAt: startOfDate(store, from), toAt: endOfDate(store, to) };
  const shifts = await readShifts(sql, scope, { settings, storeIds: [store.id], ...span });
  const { id, currency } = store;
  return { store: id, currency, from, to, shifts: shifts.map((shift) => lineOf(store, shift)).reverse() };
}

function lineOf(store: Store, { report, startAt, arrived }: Shift): ZReportsAnswer['shifts'][number] {
  const { id, deviceId, till, closedAt, salesCount, salesMinor, returnsCount, returnsMinor, receiptsCount } = report;
  const said = { salesCount, salesMinor, returnsCount, returnsMinor, receiptsCount };
  return {
    id,
    device: deviceId,
    till,
    start: formatInstant(store.timezone, startAt),
    end: formatInstant(store.timezone, closedAt),
    said,
    arrived,
    ...compareShift(said, arrived),
  };
}
