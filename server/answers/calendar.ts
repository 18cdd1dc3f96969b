import type { Sql } from '../../db/sql/port.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { HolidaysQuery } from '../contracts/holidays.ts';
import { holidayCountriesOf, holidaysOf } from './holidays.ts';
import { settingsOf } from './settingsOf.ts';
import { storeFor } from './stores.ts';

export async function holidaysJson(
  sql: Sql,
  scope: Scope,
  { storeId, query }: { readonly storeId: string; readonly query: HolidaysQuery },
): Promise<string> {
  const settings = await settingsOf(sql, scope);
  return JSON.stringify(await holidaysOf(settings, storeFor(scope, settings, storeId), query));
}

export async function holidayCountriesJson(_sql: Sql, _scope: Scope, _ask: object): Promise<string> {
  return JSON.stringify(await holidayCountriesOf());
}
