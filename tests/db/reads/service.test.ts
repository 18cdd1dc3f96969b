import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import { compareService } from '../../../db/reads/compareService.ts';
import { readServiceDays, readServiceSums } from '../../../db/reads/serviceDays.ts';
import { readRequests, readServiceStanding } from '../../../db/reads/serviceStanding.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import { addedTallies, type ServiceTally } from '../../../db/rollup/serviceTally.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { datesBetween } from '../../../db/time/businessDate.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { makeStandard } from '../../server/kpi/service/tallied.ts';
import { makeStore, manager, owner } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { at, hour, interval, quarter } from '../rollup/shop.ts';
import { answered, checked, observed, type SentService, sendService } from './serviceFacts.ts';
import { later, makeAllDays, monday, sent, setUp, thursday } from './shopDatabase.ts';

const standard = makeStandard('hotline', 'answer');

/** A shop whose door counted once, on a Monday if nothing else is said, so that there are days of it, and a standard. */
async function openShop(sql: Sql, first = at('10:00')): Promise<Settings> {
  await setUp(sql);
  await applySettings(sql, owner, { standards: [standard] });
  const settings = await loadSettings(sql, owner);
  const counts = { 'door-arbat': [interval(first, first + quarter, { in: 4 })] };
  await sent(sql, settings, { storeId: 'arbat', counts });
  return settings;
}

const period = { from: monday, to: '2026-03-09' };

async function sums(sql: Sql, settings: Settings, of: { from: string; to: string } = period): Promise<ServiceTally[]> {
  const found = await readServiceSums(sql, owner, { settings, storeIds: ['arbat'], ...of });
  return sorted(found.get('arbat') ?? []);
}

function sorted(tallies: readonly ServiceTally[]): ServiceTally[] {
  const key = ({ kind, process, criterion, stage }: ServiceTally) => JSON.stringify([kind, process, criterion, stage]);
  return tallies.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const send = (sql: Sql, settings: Settings, facts: SentService) =>
  sendService(sql, { settings, storeId: 'arbat', now: later }, facts);

const zones = (tallies: readonly ServiceTally[]) =>
  tallies.filter(({ kind }) => kind === 'observation').map(({ good, middling, bad }) => [good, middling, bad]);

/** Months alone, with days before and after, cut, none whole, and what has not begun. */
const periods = [
  ['2026-02-01', '2026-02-28'],
  ['2026-02-01', '2026-03-31'],
  ['2026-01-01', '2026-04-30'],
  ['2026-01-31', '2026-04-01'],
  ['2026-02-02', '2026-03-30'],
  ['2026-02-11', '2026-02-11'],
  ['2026-03-31', '2026-04-10'],
  ['2026-05-01', '2026-05-02'],
] as const;

describeOnBothDialects('service by days', (open) => {
  it('is the same from finished days as from facts, and dates without devices’ reports count too', async () => {
    const sql = await open();
    const settings = await openShop(sql);
    await send(sql, settings, {
      observations: [observed('a', at('09:00'), 30), observed('b', at('11:00', thursday), 70)],
      answers: [answered('c', at('11:00'), 9), answered('d', at('11:00', '2026-02-01'), 0)],
      checks: [checked('e', at('12:00', thursday), [true, false, true])],
    });
    const whole = { from: '2026-01-01', to: '2026-03-09' };
    const fromFacts = await sums(sql, settings, whole);
    // The seven since the door's first report, and the one before it that was told of.
    expect(await makeAllDays(sql, settings)).toBe(8);
    expect(await sql.all('select distinct date from service_days order by date')).toEqual([
      { date: '2026-02-01' },
      { date: monday },
      { date: thursday },
    ]);
    expect(await sums(sql, settings, whole)).toEqual(fromFacts);
    expect(fromFacts.map(({ kind, answers, total, good, bad }) => [kind, answers, total, good, bad])).toEqual([
      ['check', 3, 1, 2, 1],
      ['nps', 2, 9, 1, 1],
      ['observation', 2, 100, 1, 1],
    ]);
  });

  it('is made again where something is late, or moved to another date', async () => {
    const sql = await open();
    const settings = await openShop(sql);
    await send(sql, settings, { observations: [observed('a', at('09:00'), 30)] });
    await makeAllDays(sql, settings);
    await send(sql, settings, { observations: [observed('late', at('10:00'), 99)] });
    expect(zones(await sums(sql, settings))).toEqual([[1, 0, 1]]);
    expect(await makeAllDays(sql, settings)).toBe(1);
    expect(zones(await sums(sql, settings))).toEqual([[1, 0, 1]]);
    const store = settings.stores.get('arbat');
    if (store === undefined) throw new Error('the store is set up');
    await send(sql, settings, {
      observations: [observed('late', at('10:00', thursday), 99), observed('a', at('09:00'), 30)],
    });
    expect(zones(await sums(sql, settings, { from: monday, to: monday }))).toEqual([[1, 0, 0]]);
    await makeAllDays(sql, settings);
    expect(zones(await sums(sql, settings, { from: monday, to: monday }))).toEqual([[1, 0, 0]]);
    expect(zones(await sums(sql, settings, { from: thursday, to: thursday }))).toEqual([[0, 0, 1]]);
  });

  it('is sorted anew, the past too, when a threshold changes, a standard is set, or the other way is better', async () => {
    const sql = await open();
    const before = await openShop(sql);
    await send(sql, before, {
      observations: [30, 45, 90].flatMap((value, i) => [
        observed(`a${i}`, at('09:00') + i, value),
        { ...observed(`b${i}`, at('09:00') + i, value), process: 'delivery', criterion: 'minutes' },
      ]),
    });
    await makeAllDays(sql, before);
    expect(zones(await sums(sql, before))).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
    const standards = [
      { ...standard, green: 50 },
      makeStandard('delivery', 'minutes', { green: 45, yellow: 40, lowerIsBetter: false }),
    ];
    await applySettings(sql, owner, { standards });
    const after = await loadSettings(sql, owner);
    const wanted = [
      [2, 0, 1],
      [2, 0, 1],
    ];
    expect(zones(await sums(sql, after))).toEqual(wanted);
    // The job goes by the database's standards, also where it was given settings of before.
    await makeAllDays(sql, before);
    expect(zones(await sums(sql, after))).toEqual(wanted);
    expect(await sql.all('select * from stale_days')).toEqual([]);
  });

  it('differs from no facts while the server goes on taking them', async () => {
    const sql = await open();
    const settings = await openShop(sql);
    await send(sql, settings, { observations: [observed('a', at('09:00'), 30)] });
    await makeAllDays(sql, settings);
    // Something late comes before each look at the facts.
    let n = 0;
    const atWork: Sql = Object.assign(Object.create(sql), {
      transaction: async (work: (inside: Sql) => Promise<unknown>) => {
        n++;
        await send(sql, settings, { observations: [observed(`late-${n}`, at('10:00'), 99)] });
        return sql.transaction(work);
      },
    });
    const store = settings.stores.get('arbat');
    if (store === undefined) throw new Error('the store is set up');
    expect(await compareService(atWork, settings, { store, limit: 9 })).toEqual([]);
    expect(n).toBe(2);
  });

  it('belongs to the business date of the store', async () => {
    const sql = await open();
    await applySettings(sql, owner, {
      organisation: { name: 'Shops', currency: 'EUR', locale: 'en' },
      stores: [makeStore('arbat', { timezone: 'Asia/Tehran', dayStartsAtMinutes: 180, currency: 'EUR' })],
      standards: [standard],
    });
    const settings = await loadSettings(sql, owner);
    // 02:59 and 03:00 of the third in Tehran, UTC+3:30.
    await send(sql, settings, { observations: [observed('a', at('23:29'), 1), observed('b', at('23:30'), 2)] });
    const days = await readServiceDays(sql, owner, { settings, storeId: 'arbat', ...period });
    expect([...days].map(([date, [tally]]) => [date, tally?.total])).toEqual([
      [monday, 1],
      ['2026-03-03', 2],
    ]);
  });

  it('by day adds up to the whole, whatever is finished and whatever stale', async () => {
    const fact = fc.record({
      date: fc.constantFrom('2026-02-27', monday, '2026-03-03', thursday, '2026-03-08', '2026-03-09'),
      hours: fc.nat(23),
      value: fc.integer({ min: 0, max: 99 }),
      isLate: fc.boolean(),
    });
    const sql = await open();
    const settings = await openShop(sql);
    await fc.assert(
      fc.asyncProperty(fc.array(fact, { maxLength: 12 }), async (all) => {
        for (const table of ['observations', 'service_days', 'stale_days', 'daily_tallies'])
          await sql.run(`delete from ${table}`);
        const facts = all.map(({ date, hours, value }, i) =>
          observed(`o${i}`, at('00:00', date) + hours * hour, value),
        );
        await send(sql, settings, { observations: facts.filter((_, i) => all[i]?.isLate !== true) });
        await makeAllDays(sql, settings);
        await send(sql, settings, { observations: facts.filter((_, i) => all[i]?.isLate === true) });
        const whole = { from: '2026-02-20', to: '2026-03-09' };
        const total = await sums(sql, settings, whole);
        const days = await readServiceDays(sql, owner, { settings, storeId: 'arbat', ...whole });
        expect(sorted(addedTallies([...days.values()].flat()))).toEqual(total);
        expect(total.reduce((sum, one) => sum + one.total, 0)).toBe(all.reduce((sum, one) => sum + one.value, 0));
        expect(total.reduce((sum, one) => sum + one.good, 0)).toBe(all.filter(({ value }) => value <= 30).length);
      }),
      { numRuns: 15 },
    );
  });

  it('of any period is what its facts are, from whole months, days and what is late', async () => {
    const sql = await open();
    const settings = await openShop(sql, at('10:00', '2026-01-30'));
    const now = at('12:00', '2026-04-10');
    const dates = datesBetween('2026-01-30', '2026-04-09');
    const facts = dates.flatMap((date, day) =>
      [0, 1].map((i) => ({ date, ...observed(`${date}-${i}`, at('09:00', date) + i, (day * 37 + i * 11) % 100) })),
    );
    const sendAll = (some: readonly (typeof facts)[number][]) =>
      sendService(sql, { settings, storeId: 'arbat', now }, { observations: some.map(({ date: _, ...one }) => one) });
    const late = facts.filter(({ id }) => id === '2026-02-11-0' || id === '2026-03-31-1');
    const expectSums = async (there: readonly (typeof facts)[number][]): Promise<void> => {
      for (const [from, to] of periods) {
        const inside = there.filter(({ date }) => date >= from && date <= to);
        const expected = { answers: inside.length, total: inside.reduce((sum, { value }) => sum + value, 0) };
        const green = inside.filter(({ value }) => value <= 30).length;
        expect(await sums(sql, settings, { from, to }), `${from} to ${to}`).toMatchObject(
          inside.length === 0 ? [] : [{ ...expected, good: green }],
        );
      }
    };
    await sendAll(facts.filter((one) => !late.includes(one)));
    await makeAllDays(sql, settings, now);
    expect(await sql.all('select month from service_months order by month')).toMatchObject([
      ...['2026-01', '2026-02', '2026-03', '2026-04'].map((month) => ({ month })),
    ]);
    await expectSums(facts.filter((one) => !late.includes(one)));
    await sendAll(late);
    await expectSums(facts);
    await makeAllDays(sql, settings, now);
    await expectSums(facts);
    expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now })).toEqual([]);
    await sql.run("update service_days set good = good + 1 where date = '2026-03-05'");
    await sql.run("delete from service_days where date = '2026-03-06'");
    const wrong = await compareRollups(sql, owner, { settings, storeId: 'arbat', now });
    expect(wrong.map(({ table, where }) => `${table} ${where}`)).toEqual([
      'service_days 2026-03-05',
      'service_days 2026-03-06',
      'service_months 2026-03',
    ]);
  });

  it('of someone else’s store is nothing', async () => {
    const sql = await open();
    const settings = await openShop(sql);
    await send(sql, settings, { observations: [observed('a', at('09:00'), 30)] });
    const scope = { ...manager, storeIds: ['night'] };
    const asked = { settings, storeIds: ['arbat', 'night'], ...period };
    expect(await readServiceSums(sql, scope, asked)).toEqual(new Map([['night', []]]));
    expect(await readServiceStanding(sql, scope, asked)).toEqual(new Map());
    expect(await readServiceDays(sql, scope, { ...asked, storeId: 'arbat' })).toEqual(new Map());
    expect(await readRequests(sql, scope, { settings, storeId: 'arbat', fromAt: 0, toAt: later })).toEqual([]);
  });

  it('knows requests by what happened in the period, and all that are open', async () => {
    const sql = await open();
    const settings = await openShop(sql);
    const request = { answeredAt: null, resolvedAt: null, level: null, levels: 0, category: null };
    await send(sql, settings, {
      requests: [
        { ...request, id: 'open long since', openedAt: at('10:00', '2026-01-01') },
        { ...request, id: 'answered', openedAt: at('10:00', '2026-02-20'), answeredAt: at('10:00'), resolvedAt: later },
        { ...request, id: 'over', openedAt: at('10:00', '2026-02-20'), resolvedAt: at('11:00', '2026-02-20') },
        { ...request, id: 'never opened', openedAt: null },
      ],
    });
    const found = await readRequests(sql, owner, {
      settings,
      storeId: 'arbat',
      fromAt: at('00:00'),
      toAt: at('23:00'),
    });
    expect(found.map(({ openedAt }) => openedAt).toSorted()).toEqual(
      [at('10:00', '2026-01-01'), at('10:00', '2026-02-20'), null].toSorted(),
    );
    expect(found.map(({ answeredAt }) => answeredAt)).toContain(at('10:00'));
    const standing = await readServiceStanding(sql, owner, { settings, storeIds: ['arbat', 'night'] });
    expect(standing).toEqual(new Map([['arbat', { openRequests: 1 }]]));
  });
});
