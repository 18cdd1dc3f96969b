import type { PeriodTally } from '../../db/rollup/tally.ts';
import type { Store } from '../../db/vocabulary/place.ts';
import type { CompareAnswer, CompareQuery } from '../contracts/funnel.ts';
import { changeOf } from '../kpi/change.ts';
import { kpisOf } from '../kpi/kpis.ts';
import { ranksOf } from '../kpi/ranks.ts';
import type { Kpis } from '../kpi/schema.ts';
import { type StoreTally, totalOf } from '../kpi/total.ts';
import { type BesideStores, nothingBeside } from './beside.ts';
import { comparedWith, earlierPeriod, isOver, type ReadPeriods, type ReadStore } from './funnel.ts';

export interface CompareQuestion extends Omit<CompareQuery, 'figures'> {
  /** Those asked for that the caller may see, in the order to answer. */
  readonly stores: readonly Store[];
  readonly now: number;
  /** What stands beside the funnels; absent: nothing. */
  readonly beside?: BesideStores;
}

interface Line {
  readonly store: Store;
  readonly periods: ReadStore;
  readonly kpis: Kpis;
}

/** Stores beside each other over one period, with their ranks and their sum. */
export async function compareOf(read: ReadPeriods, question: CompareQuestion): Promise<CompareAnswer> {
  const { stores, from, to, hours, now, beside } = question;
  const storeIds = stores.map((store) => store.id);
  const lines = linesOf(question, await read({ storeIds, from, to, by: 'none', hours, now }));
  const isPartial = stores.some((store) => !isOver(store, to, now));
  const total = totalOf(tallied(lines), { hours, isPartial });
  const currencies = new Set(stores.map((store) => store.currency));
  const ranks = ranksOf(
    lines.map((line) => line.kpis),
    currencies.size < 2,
  );
  const earlier = await earlierLines(read, question);
  return {
    from,
    to,
    currency: currencies.size === 1 ? ([...currencies][0] ?? null) : null,
    total,
    ...(total.money === undefined ? {} : { money: total.money }),
    ...(earlier === null ? {} : { comparison: earlier.total(total) }),
    ...(beside?.total ?? nothingBeside),
    stores: lines.map(({ store, periods, kpis }, i) => ({
      store: store.id,
      name: store.name,
      region: store.regionId,
      currency: store.currency,
      timezone: store.timezone,
      ...kpis,
      ...(beside?.byStore.get(store.id) ?? nothingBeside),
      conversionEntries: kpis.conversionRate === null ? null : conversionEntriesOf(periods.total, hours),
      rank: ranks[i] ?? { conversionRate: null, captureRate: null, netSalesMinor: null },
      ...(earlier === null ? {} : { comparison: earlier.store(store.id, kpis) }),
      ...(periods.reported === undefined ? {} : { reported: periods.reported }),
    })),
  };
}

function conversionEntriesOf({ window, outside }: PeriodTally, hours: CompareQuestion['hours']): number {
  const doubled = window.conversionEntriesDoubled + (hours === 'all' ? outside.conversionEntriesDoubled : 0);
  return doubled / 2;
}

function linesOf({ stores, to, hours, now }: CompareQuestion, answered: readonly ReadStore[]): Line[] {
  const byStore = new Map(answered.map((periods) => [periods.storeId, periods]));
  return stores.flatMap((store) => {
    const periods = byStore.get(store.id);
    if (periods === undefined) return [];
    return [{ store, periods, kpis: kpisOf(periods.total, { hours, isPartial: !isOver(store, to, now) }) }];
  });
}

function tallied(lines: readonly Line[]): StoreTally[] {
  return lines.map(({ store, periods }) => ({ storeId: store.id, currency: store.currency, tally: periods.total }));
}

type Compared = NonNullable<CompareAnswer['comparison']>;

interface Earlier {
  total(now: Kpis): Compared;
  store(storeId: string, now: Kpis): Compared;
}

async function earlierLines(read: ReadPeriods, question: CompareQuestion): Promise<Earlier | null> {
  const { stores, from, to, hours, now, compare } = question;
  if (compare === 'none') return null;
  const earlier = earlierPeriod(stores, { from, to, now, compare });
  const answered = await read({ storeIds: stores.map((store) => store.id), ...earlier, by: 'none', hours, now });
  const lines = new Map(linesOf(question, answered).map((line) => [line.store.id, line]));
  const dates = { from: earlier.from, to: earlier.to };
  return {
    total: (total) => {
      const then = totalOf(tallied([...lines.values()]), { hours, isPartial: false });
      return { ...dates, total: then, change: changeOf(total, then) };
    },
    store: (storeId, total) => {
      const line = lines.get(storeId);
      if (line === undefined) throw new Error(`no tallies of the store ${storeId}`);
      return comparedWith(line.periods.total, dates, { total, hours });
    },
  };
}
