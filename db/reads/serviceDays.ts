import {
  addedTallies,
  type CheckedStandard,
  type GivenAnswer,
  type ObservedValue,
  type ServiceTally,
  serviceTallyFields,
  tallyService,
} from '../rollup/serviceTally.ts';
import { type StandardOf, standardsOf } from '../rollup/zones.ts';
import type { Sql, SqlValue } from '../sql/port.ts';
import { businessDateAt, endOfDate, startOfDate } from '../time/businessDate.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import type { StoreDates } from './days.ts';
import { readServiceFacts, type StoreSpan, type TimedServiceFacts } from './serviceFacts.ts';
import { readUntrustedRuns } from './trustedRuns.ts';
import { soughtIn, wantedRows } from './wanted.ts';

export interface ServiceQuery {
  readonly settings: Settings;
  readonly storeIds: readonly string[];
  /** Business dates, both included. */
  readonly from: string;
  readonly to: string;
}

/**
 * What was observed, answered and checked in each store over a period; stores that the scope may not see are left out. Dates that are
 * over come from service_days where these are trusted, everything else from facts.
 */
export async function readServiceSums(
  sql: Sql,
  scope: Scope,
  query: ServiceQuery,
): Promise<Map<string, ServiceTally[]>> {
  const { settings, from, to } = query;
  const stores = seenStores(scope, query);
  const standardOf = standardsOf(settings.standards);
  return sql.transaction(async (snapshot) => {
    const kept = await readKept(snapshot, wantedOf(stores, query), 'sums');
    const rest = await readRest(snapshot, stores, { from, to });
    return new Map(
      stores.map((store, i) => {
        const facts = (rest.get(store.id) ?? []).flatMap((one) => tallyService(one, standardOf));
        return [store.id, addedTallies([...(kept[i] ?? []).map(({ tally }) => tally), ...facts])];
      }),
    );
  });
}

/** The same of one store, by date; dates without anything are left out. */
export async function readServiceDays(
  sql: Sql,
  scope: Scope,
  query: Omit<ServiceQuery, 'storeIds'> & { readonly storeId: string },
): Promise<Map<string, ServiceTally[]>> {
  const { settings, storeId, from, to } = query;
  const [store] = seenStores(scope, { settings, storeIds: [storeId] });
  const days = new Map<string, ServiceTally[]>();
  if (store === undefined) return days;
  return sql.transaction(async (snapshot) => {
    const [kept = []] = await readKept(snapshot, wantedOf([store], query), 'days');
    for (const { date, tally } of kept) days.set(date, [...(days.get(date) ?? []), tally]);
    const rest = (await readRest(snapshot, [store], { from, to })).get(storeId) ?? [];
    const standardOf = standardsOf(settings.standards);
    for (const facts of rest) {
      for (const [date, tallies] of talliesByDate(store, facts, standardOf)) days.set(date, tallies);
    }
    return days;
  });
}

/** The sums of facts by business date. */
export function talliesByDate(
  store: Store,
  facts: TimedServiceFacts,
  standardOf: StandardOf,
): Map<string, ServiceTally[]> {
  const byDate = new Map<string, Day>();
  const dayOf = (at: number): Day => {
    const date = businessDateAt(store, at);
    const day = byDate.get(date) ?? { observations: [], answers: [], checks: [] };
    byDate.set(date, day);
    return day;
  };
  for (const fact of facts.observations) dayOf(fact.at).observations.push(fact);
  for (const fact of facts.answers) dayOf(fact.at).answers.push(fact);
  for (const fact of facts.checks) dayOf(fact.at).checks.push(fact);
  return new Map([...byDate].map(([date, day]) => [date, tallyService(day, standardOf)]));
}

interface Day {
  readonly observations: ObservedValue[];
  readonly answers: GivenAnswer[];
  readonly checks: CheckedStandard[];
}

function seenStores(scope: Scope, { settings, storeIds }: Pick<ServiceQuery, 'settings' | 'storeIds'>): Store[] {
  return storeIds.flatMap((id) => {
    const store = settings.stores.get(id);
    return store !== undefined && canSeeStore(scope, store) ? [store] : [];
  });
}

function wantedOf(stores: readonly Store[], { from, to }: { from: string; to: string }): StoreDates[] {
  return stores.map(({ id }) => ({ storeId: id, from, to }));
}

interface KeptRow {
  /** '' in sums. */
  readonly date: string;
  readonly tally: ServiceTally;
}

/** From service_days, of dates that are trusted: a row there was made with its date's daily tallies. */
async function readKept(sql: Sql, wanted: readonly StoreDates[], as: 'sums' | 'days'): Promise<KeptRow[][]> {
  const lists: KeptRow[][] = wanted.map(() => []);
  const isSummed = as === 'sums';
  const fields = serviceTallyFields.map((field) => (isSummed ? `sum(d.${field})` : `d.${field}`));
  const key = 'd.kind, d.process, d.criterion, d.stage';
  const rows = await sql.values(
    `with ${wantedRows(sql, { place: 'bigint', store_id: 'text', lo: 'text', hi: 'text' })}
    select wanted.place, ${isSummed ? "''" : 'd.date'}, ${key}, ${fields.join(', ')}
    from wanted cross join ${soughtIn(sql, 'service_days', {
      name: 'd',
      where: `d.store_id = wanted.store_id and d.date >= wanted.lo and d.date <= wanted.hi
        and not exists (select 1 from stale_days s where s.store_id = d.store_id and s.date = d.date)`,
    })} ${isSummed ? `group by wanted.place, ${key}` : ''}`,
    [JSON.stringify(wanted.map(({ storeId, from, to }, place) => [place, storeId, from, to]))],
  );
  for (const [place, date, ...row] of rows) {
    lists[Number(place)]?.push({ date: String(date), tally: tallyOf(row) });
  }
  return lists;
}

/** From the values of kind, process, criterion, stage and serviceTallyFields; the casts hold because only these are ever written. */
function tallyOf(row: readonly SqlValue[]): ServiceTally {
  const [kind, process, criterion, stage] = row;
  const [answers = 0, total = 0, squares = 0, good = 0, middling = 0, bad = 0] = row.slice(4).map(Number);
  return {
    kind: kind as ServiceTally['kind'],
    process: String(process),
    criterion: String(criterion),
    stage: stage as ServiceTally['stage'],
    ...{ answers, total, squares, good, middling, bad },
  };
}

/** The facts of dates that nothing trusted is there for, by store. */
async function readRest(
  sql: Sql,
  stores: readonly Store[],
  period: { from: string; to: string },
): Promise<Map<string, TimedServiceFacts[]>> {
  const runs = await readUntrustedRuns(sql, wantedOf(stores, period));
  const spans = stores.flatMap((store, i) => (runs[i] ?? []).map((run) => spanOf(store, run)));
  const byStore = new Map<string, TimedServiceFacts[]>();
  for (const [i, facts] of (await readServiceFacts(sql, spans)).entries()) {
    const storeId = spans[i]?.storeId ?? '';
    byStore.set(storeId, [...(byStore.get(storeId) ?? []), facts]);
  }
  return byStore;
}

/** The instants of a run of dates. */
export function spanOf(store: Store, { from, to }: { from: string; to: string }): StoreSpan {
  return { storeId: store.id, fromAt: startOfDate(store, from), toAt: endOfDate(store, to) };
}
