import { expect, it } from 'vitest';
import { readAdjustedPeriods } from '../../../db/reads/adjustedPeriods.ts';
import { readPeriods } from '../../../db/reads/funnel.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { addDays } from '../../../db/time/businessDate.ts';
import type { Settings, Store } from '../../../db/vocabulary/place.ts';
import { owner } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { at, interval, quarter } from '../rollup/shop.ts';
import { ask, later, makeAllDays, monday, receipt, sent, setUp, thursday } from './shopDatabase.ts';

/** From Monday to Thursday, ten quarters around the opening with a growing number of people; Tuesday morning is missing. */
const dates = [0, 1, 2, 3].map((days) => addDays(monday, days));
const isMissing = (date: string, place: number): boolean => date === dates[1] && place < 4;
const starts = dates.flatMap((date, day) =>
  Array.from({ length: 10 }, (_, i) => ({
    startAt: at('09:45', date) + i * quarter,
    people: 5 + day + i,
    date,
    place: i,
  })),
);
const facts = {
  storeId: 'arbat',
  counts: {
    'door-arbat': starts
      .filter(({ date, place }) => !isMissing(date, place))
      .map(({ startAt, people }) => interval(startAt, startAt + quarter, { in: people, staffIn: 1, out: people - 1 })),
    'street-arbat': starts.map(({ startAt }) => interval(startAt, startAt + quarter, { passersBy: 50 })),
  },
  sales: {
    'till-arbat': starts.map(({ startAt }, i) => receipt(`r${i}`, startAt + 60_000)),
  },
};

async function stocked(sql: Sql): Promise<{ settings: Settings; store: Store }> {
  const settings = await setUp(sql);
  await sent(sql, settings, facts);
  const store = settings.stores.get('arbat');
  if (store === undefined) throw new Error('the shop is not there');
  return { settings, store };
}

const period = { from: monday, to: thursday, now: later };

describeOnBothDialects('figures adjusted by audits', (open) => {
  it('are the measured ones where every counter saw everyone, at every step', async () => {
    const sql = await open();
    const { settings, store } = await stocked(sql);
    await makeAllDays(sql, settings);
    const factors = new Map([['door-arbat', { in: 1 }]]);
    for (const by of ['none', '15m', 'hour', 'day', 'week', 'month'] as const) {
      const adjusted = await readAdjustedPeriods(sql, owner, { ...period, store, by, factors });
      const [measured] = await readPeriods(sql, owner, ask(settings, { ...period, by, hours: 'all' }));
      const plain = ({ window, outside }: { window: object; outside: object }) => ({ window, outside });
      expect(plain(adjusted.total.tally)).toEqual(plain(measured!.total));
      expect(adjusted.series.map(({ startAt, endAt, tally }) => ({ startAt, endAt, ...plain(tally) }))).toEqual(
        measured!.series.map((step) => ({ startAt: step.startAt, endAt: step.endAt, ...plain(step) })),
      );
      expect(adjusted.total.unspoken).toEqual([]);
    }
  });

  it('grow with the factor of the direction that the entrance counts, staff too, and nothing else does', async () => {
    const sql = await open();
    const { store } = await stocked(sql);
    const of = async (factors: Map<string, { in?: number; out?: number }>) =>
      (await readAdjustedPeriods(sql, owner, { ...period, store, by: 'none', factors })).total;
    const plain = (await of(new Map([['door-arbat', { in: 1 }]]))).tally.window;
    const grown = (await of(new Map([['door-arbat', { in: 1.25, out: 3 }]]))).tally.window;
    expect(grown.entriesDoubled).toBeCloseTo(1.25 * plain.entriesDoubled, 9);
    expect(grown.conversionEntriesDoubled).toBeCloseTo(1.25 * plain.conversionEntriesDoubled, 9);
    expect(grown.captureEntriesDoubled).toBeCloseTo(1.25 * plain.captureEntriesDoubled, 9);
    for (const same of ['passersByDoubled', 'purchases', 'conversionPurchases', 'entriesObservedMs'] as const) {
      expect(grown[same]).toBe(plain[same]);
    }
  });

  it('name the counters that no audit speaks for, of each step in which they counted', async () => {
    const sql = await open();
    const { store } = await stocked(sql);
    const factors = new Map([['door-arbat', { out: 2 }]]);
    const { total, series } = await readAdjustedPeriods(sql, owner, {
      ...{ store, from: monday, to: addDays(thursday, 1), now: later },
      by: 'day',
      factors,
    });
    expect(total.unspoken).toEqual(['door-arbat']);
    expect(series.map(({ unspoken }) => unspoken.length)).toEqual([1, 1, 1, 1, 0]);
  });
});
