import { firstDateOf, lastFinalDate } from '../rollup/finality.ts';
import type { PeriodTally, Tally } from '../rollup/tally.ts';
import type { Sql } from '../sql/port.ts';
import { addDays, daysBetween, endOfDate, startOfDate } from '../time/businessDate.ts';
import { openSpans } from '../time/opening.ts';
import { cutAt } from '../time/steps.ts';
import type { Settings, Store } from '../vocabulary/place.ts';
import { lowCoverageBelow } from '../vocabulary/quality.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';
import { readDays } from './days.ts';
import { readDayTallies } from './dayTallies.ts';
import { readKnown } from './known.ts';
import type { Known, Stretch } from './storeFacts.ts';

export interface UsualQuery {
  readonly settings: Settings;
  readonly storeId: string;
  readonly date: string;
  readonly now: number;
}

export interface UsualDay extends PeriodTally {
  readonly date: string;
}

/** So many well covered days are enough for a median, and no day further back than this is usual any more. */
const daysWanted = 8;
const weeksPerRound = 8;
const weeksAtMost = 26;

/**
 * Earlier open dates of the same weekday, the latest first, each up to the same local time where `date` is not over: at least the last
 * 8 that are well covered in every step, where there are so many within half a year. Empty for a store that the scope may not see.
 */
export async function readUsual(sql: Sql, scope: Scope, query: UsualQuery): Promise<UsualDay[]> {
  const store = query.settings.stores.get(query.storeId);
  if (store === undefined || !canSeeStore(scope, store)) return [];
  return sql.transaction(async (snapshot) =>
    readUsualDays(snapshot, store, { ...query, known: await readKnown(snapshot, [store], query.now) }),
  );
}

export interface UsualQuestion {
  readonly date: string;
  readonly now: number;
  readonly known: Known;
}

/** As `readUsual`, inside the caller's snapshot. */
export async function readUsualDays(sql: Sql, store: Store, question: UsualQuestion): Promise<UsualDay[]> {
  const days: UsualDay[] = [];
  const first = firstDateOf(store, question.known.reports);
  if (first === null) return days;
  for (let week = 1; week <= weeksAtMost; week += weeksPerRound) {
    const dates = Array.from({ length: weeksPerRound }, (_, i) => addDays(question.date, -7 * (week + i)));
    const open = dates.filter((date) => date >= first && isOpenOn(store, date));
    days.push(...(await dayTallies(sql, store, { ...question, dates: open })));
    const isBeforeFirst = addDays(question.date, -7 * (week + weeksPerRound)) < first;
    if (isBeforeFirst || days.filter(isWellCovered).length >= daysWanted) break;
  }
  return days;
}

async function dayTallies(
  sql: Sql,
  store: Store,
  { date, now, known, dates }: UsualQuestion & { readonly dates: readonly string[] },
): Promise<UsualDay[]> {
  const isOver = endOfDate(store, date) <= now;
  const trusted = isOver ? await trustedDays(sql, store, { known, now, dates }) : new Map<string, PeriodTally>();
  const stretches = dates
    .filter((one) => !trusted.has(one))
    .map(
      (one): Stretch => ({
        store,
        from: one,
        to: one,
        ...(isOver ? {} : { until: cutAt(store, now, daysBetween(one, date)) }),
      }),
    );
  const read = await readDayTallies(sql, stretches, { known, now });
  const days = new Map([...trusted, ...read.flatMap((byDate) => [...byDate])]);
  return dates.flatMap((one) => {
    const tally = days.get(one);
    return tally === undefined ? [] : [{ date: one, ...tally }];
  });
}

async function trustedDays(
  sql: Sql,
  store: Store,
  { known, now, dates }: { known: Known; now: number; dates: readonly string[] },
): Promise<Map<string, PeriodTally>> {
  const finalTo = lastFinalDate(store, known.reports, now);
  const wanted = dates.filter((date) => date <= finalTo).map((date) => ({ storeId: store.id, from: date, to: date }));
  return new Map((await readDays(sql, wanted)).flatMap((byDate) => [...byDate]));
}

function isOpenOn(store: Store, date: string): boolean {
  return openSpans(store, startOfDate(store, date), endOfDate(store, date)).length > 0;
}

function isWellCovered({ window }: UsualDay): boolean {
  const shares: readonly (readonly [keyof Tally, keyof Tally])[] = [
    ['passersByObservedMs', 'passersByExpectedMs'],
    ['entriesObservedMs', 'entriesExpectedMs'],
    ['purchasesObservedMs', 'purchasesExpectedMs'],
  ];
  const expected = shares.filter(([, of]) => window[of] > 0);
  return expected.length > 0 && expected.every(([seen, of]) => window[seen] >= lowCoverageBelow * window[of]);
}
