import { expect, it } from 'vitest';
import type { Sql } from '../../db/sql/port.ts';
import { addDays } from '../../db/time/businessDate.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import { answers } from '../../server/answers/answers.ts';
import { type AttentionAnswer, attentionAnswer } from '../../server/contracts/attention.ts';
import { type TodayAnswer, todayAnswer } from '../../server/contracts/funnel.ts';
import { manager, owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { makeAllDays, receipt, sent, setUp } from '../db/reads/shopDatabase.ts';
import { at, interval, minute, quarter } from '../db/rollup/shop.ts';

const monday = '2026-03-02';

interface Trade {
  readonly date: string;
  /** Each quarter of an hour. */
  readonly people: number;
  /** From 9:30, half an hour before the opening; absent: 12, to half an hour after it. */
  readonly quarters?: number;
  readonly purchases: number;
}

/** What door and till tell of a day. */
function traded({ date, people, purchases, quarters = 12 }: Trade) {
  const starts = Array.from({ length: quarters }, (_, i) => at('09:30', date) + i * quarter);
  const apart = Math.floor((quarters * quarter - 20 * minute) / purchases);
  return {
    counts: starts.map((startAt) => interval(startAt, startAt + quarter, { in: people })),
    sales: Array.from({ length: purchases }, (_, i) => receipt(`${date} ${i}`, at('09:40', date) + i * apart)),
  };
}

/** Nine usual Mondays of about 240 visitors and 60 purchases, and one more day. */
async function shopWith(sql: Sql, day: Trade): Promise<Settings> {
  const settings = await setUp(sql);
  const usual = Array.from({ length: 9 }, (_, week) => ({
    date: addDays(monday, -7 * (week + 1)),
    people: 20 + (week % 3) - 1,
    purchases: 60 + (week % 2),
  }));
  const days = [...usual, day].map(traded);
  await sent(sql, settings, {
    storeId: 'arbat',
    counts: { 'door-arbat': days.flatMap(({ counts }) => counts) },
    sales: { 'till-arbat': days.flatMap(({ sales }) => sales) },
  });
  await makeAllDays(sql, settings, at('09:00'));
  return settings;
}

async function dayOf(sql: Sql, now: number, date?: string): Promise<TodayAnswer> {
  return todayAnswer.parse(JSON.parse(await answers.todayJson(sql, owner, { storeId: 'arbat', now, date })));
}

describeOnBothDialects('a day at its top', (open) => {
  it('says how many came so far, beside a usual Monday by now, and where nothing stands out says nothing', async () => {
    const sql = await open();
    await shopWith(sql, { date: monday, people: 21, purchases: 46, quarters: 9 });
    const day = await dayOf(sql, at('11:45'));
    expect(day.headline).toEqual({ state: 'counted', step: 'entries', isOver: false });
    expect(day.isPast).toBe(false);
    expect(day.standing.entries).toMatchObject({ verdict: 'within', days: 8, reason: null });
    expect(day.standing.entries.change).toBeCloseTo(day.usual?.change.entries ?? 0, 3);
    expect(day.standing.conversionRate.verdict).toBe('within');
    expect(day.standing.passersBy).toMatchObject({ value: null, reason: 'unknown' });
    expect(day.attention.filter(({ code }) => code !== 'outage')).toEqual([]);
  });

  it('points at conversion where it fell below what is usual by more than chance', async () => {
    const sql = await open();
    await shopWith(sql, { date: monday, people: 20, purchases: 20 });
    const { attention, standing } = await dayOf(sql, at('12:00', '2026-03-03'), monday);
    expect(standing.conversionRate.verdict).toBe('below');
    expect(attention[0]).toMatchObject({ code: 'belowUsual', figure: 'conversionRate' });
  });

  it('is answered of a day that is over as a whole, and of no day that has not begun', async () => {
    const sql = await open();
    await shopWith(sql, { date: monday, people: 20, purchases: 60 });
    const now = at('12:00', '2026-03-03');
    const day = await dayOf(sql, now, addDays(monday, -7));
    expect(day).toMatchObject({ date: '2026-02-23', isPast: true, isOpen: false, occupancy: null });
    expect(day.headline).toEqual({ state: 'counted', step: 'entries', isOver: true });
    expect(day.total.entries).toBe(12 * 19);
    expect(day.hours.map(({ entries }) => entries)).toHaveLength(4);
    await expect(dayOf(sql, now, '2026-03-04')).rejects.toThrow('2026-03-04 has not begun');
    await expect(answers.todayJson(sql, manager, { storeId: 'night', now, date: monday })).rejects.toThrow();
  });

  it('puts a door that fell silent first, and compares nothing that is hardly covered', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await sent(sql, settings, {
      storeId: 'arbat',
      counts: { 'door-arbat': [interval(at('10:00'), at('10:15'), { in: 3 })] },
    });
    const { attention, standing } = await dayOf(sql, at('11:00'));
    expect(attention[0]).toMatchObject({ code: 'outage', cause: 'silent', device: 'door-arbat', step: 'entries' });
    expect(attention.filter((one) => one.code === 'outage' && one.step === 'entries')).toHaveLength(1);
    expect(standing.entries.reason).toBe('lowCoverage');
    const past = await dayOf(sql, at('11:00', '2026-03-05'), monday);
    expect(past.attention[0]).toMatchObject({ code: 'outage', cause: 'low_coverage', step: 'entries', device: null });
  });
});

type Asked = { readonly from: string; readonly to: string; readonly store?: string[]; readonly scope?: Scope };

async function lookedAt(sql: Sql, now: number, { scope = owner, ...query }: Asked): Promise<AttentionAnswer> {
  const bytes = await answers.attentionJson(sql, scope, { query, now });
  return attentionAnswer.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

describeOnBothDialects('branches that need a look', (open) => {
  const tuesday = at('12:00', '2026-03-03');
  const day = { from: monday, to: monday };

  it('are judged as their own day is: by the same weekdays, with the same words', async () => {
    const sql = await open();
    await shopWith(sql, { date: monday, people: 20, purchases: 20 });
    const { looked, judged, stores } = await lookedAt(sql, tuesday, day);
    expect([looked, judged]).toEqual([2, 1]);
    expect(stores.map(({ store }) => store)).toEqual(['arbat']);
    expect(stores[0]?.attention).toEqual((await dayOf(sql, tuesday, monday)).attention);
    expect(stores[0]?.attention[0]).toMatchObject({ code: 'belowUsual', figure: 'conversionRate' });
  });

  it('are judged so far while the day runs, and are none where it goes as usual', async () => {
    const sql = await open();
    await shopWith(sql, { date: monday, people: 20, purchases: 22, quarters: 5 });
    const { stores, judged } = await lookedAt(sql, at('10:45'), { ...day, store: ['arbat'] });
    expect(judged).toBe(1);
    expect(stores.flatMap(({ attention }) => attention).filter(({ code }) => code === 'belowUsual')).toEqual([]);
  });

  it('are judged over a week by the weeks before it, and over half a year by no usual at all', async () => {
    const sql = await open();
    await shopWith(sql, { date: monday, people: 5, purchases: 15 });
    const week = await lookedAt(sql, tuesday, { from: '2026-02-24', to: monday, store: ['arbat'] });
    expect(week.judged).toBe(0);
    expect(week.stores[0]?.attention[0]).toMatchObject({ code: 'outage', cause: 'low_coverage' });
    const half = await lookedAt(sql, tuesday, { from: '2025-09-01', to: monday, store: ['arbat'] });
    expect(half).toMatchObject({ looked: 1, judged: 0 });
  });

  it('leave out the day that runs where others are before it, but not how its devices are now', async () => {
    const sql = await open();
    await shopWith(sql, { date: monday, people: 20, purchases: 60 });
    const asked = await lookedAt(sql, at('15:00'), { from: '2026-02-24', to: monday, store: ['arbat'] });
    expect(asked).toMatchObject({ from: '2026-02-24', to: '2026-03-01' });
    expect(asked.stores[0]?.attention[0]).toMatchObject({ code: 'outage', cause: 'silent', device: 'door-arbat' });
  });

  it('are not told what Lintel itself missed: it missed it of all of them', async () => {
    const sql = await open();
    await shopWith(sql, { date: monday, people: 20, purchases: 60 });
    const runs = [at('08:00'), at('10:15'), at('10:45'), tuesday];
    await sql.run('insert into ingest_runs (started_at, alive_at) values (?, ?), (?, ?)', runs);
    const causes = ({ attention }: Pick<TodayAnswer, 'attention'>) =>
      attention.flatMap((one) => (one.code === 'outage' ? one.cause : []));
    expect(causes(await dayOf(sql, tuesday, monday))).toContain('ingest_gap');
    expect((await lookedAt(sql, tuesday, day)).stores).toEqual([]);
  });

  it('say first whose counter is silent, and are only those that one may see', async () => {
    const sql = await open();
    const settings = await shopWith(sql, { date: monday, people: 20, purchases: 60 });
    await sent(sql, settings, {
      storeId: 'night',
      counts: { 'door-night': [interval(at('09:00'), at('09:15'), { in: 3 })] },
    });
    const { stores } = await lookedAt(sql, at('15:00'), day);
    expect(stores[0]).toMatchObject({ store: 'arbat' });
    expect(stores[0]?.attention[0]).toMatchObject({ code: 'outage', cause: 'silent', device: 'door-arbat' });
    expect(stores.map(({ store }) => store)).toContain('night');
    const own = await lookedAt(sql, at('15:00'), { ...day, scope: manager });
    expect(own.stores.map(({ store }) => store)).toEqual(['arbat']);
    await expect(lookedAt(sql, tuesday, { ...day, store: ['night'], scope: manager })).rejects.toThrow(
      'no store "night"',
    );
  });
});
