import {
  addedTallies,
  type CheckedStandard,
  type GivenAnswer,
  type ObservedValue,
  type ServiceTally,
  tallyService,
} from '../rollup/serviceTally.ts';
import { type StandardOf, standardsOf } from '../rollup/zones.ts';
import type { Sql } from '../sql/port.ts';
import { businessDateAt, endOfDate, startOfDate } from '../time/businessDate.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { readServiceFacts, type StoreSpan, type TimedServiceFacts } from './serviceFacts.ts';
import { readServiceDates, readServiceSumsOf } from './serviceRollups.ts';
import { type DateRun, otherRuns, readTrustedRuns } from './trustedRuns.ts';

export interface ServiceQuery extends DateRun {
  readonly settings: Settings;
  readonly storeIds: readonly string[];
}

/**
 * What was observed, answered and checked in each store over a period; stores that the scope may not see are left out. Dates that are
 * over come from rollups where these are trusted, everything else from facts.
 */
export async function readServiceSums(
  sql: Sql,
  scope: Scope,
  query: ServiceQuery,
): Promise<Map<string, ServiceTally[]>> {
  const stores = seenStores(scope, query);
  const standardOf = standardsOf(query.settings.standards);
  return sql.transaction(async (snapshot) => {
    const runs = await readTrustedRuns(snapshot, storeDates(stores, query));
    const kept = await readServiceSumsOf(
      snapshot,
      stores.map(({ id }, i) => ({ storeId: id, runs: runs[i] ?? [] })),
    );
    const rest = await readRest(snapshot, stores, { period: query, runs });
    return new Map(
      stores.map(({ id }, i) => {
        const facts = (rest.get(id) ?? []).flatMap((one) => tallyService(one, standardOf));
        return [id, addedTallies([...(kept[i] ?? []), ...facts])];
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
  const { settings, storeId } = query;
  const stores = seenStores(scope, { settings, storeIds: [storeId] });
  const [store] = stores;
  if (store === undefined) return new Map();
  return sql.transaction(async (snapshot) => {
    const runs = await readTrustedRuns(snapshot, storeDates(stores, query));
    const days = await readServiceDates(snapshot, storeId, runs[0] ?? []);
    const rest = (await readRest(snapshot, stores, { period: query, runs })).get(storeId) ?? [];
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

function storeDates(stores: readonly Store[], { from, to }: DateRun): (DateRun & { storeId: string })[] {
  return stores.map(({ id }) => ({ storeId: id, from, to }));
}

interface Trusted {
  readonly period: DateRun;
  /** By store, in their order. */
  readonly runs: readonly (readonly DateRun[])[];
}

/** The facts of dates that nothing trusted is there for, by store. */
async function readRest(
  sql: Sql,
  stores: readonly Store[],
  { period, runs }: Trusted,
): Promise<Map<string, TimedServiceFacts[]>> {
  const spans = stores.flatMap((store, i) => otherRuns(period, runs[i] ?? []).map((run) => spanOf(store, run)));
  const byStore = new Map<string, TimedServiceFacts[]>();
  for (const [i, facts] of (await readServiceFacts(sql, spans)).entries()) {
    const storeId = spans[i]?.storeId ?? '';
    byStore.set(storeId, [...(byStore.get(storeId) ?? []), facts]);
  }
  return byStore;
}

/** The instants of a run of dates. */
export function spanOf(store: Store, { from, to }: DateRun): StoreSpan {
  return { storeId: store.id, fromAt: startOfDate(store, from), toAt: endOfDate(store, to) };
}
