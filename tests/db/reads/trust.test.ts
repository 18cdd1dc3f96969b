import { expect, it } from 'vitest';
import { readCheckWeeks, readLateFacts } from '../../../db/reads/checkFacts.ts';
import { readEstimateFacts } from '../../../db/reads/estimateFacts.ts';
import { readPeriods } from '../../../db/reads/funnel.ts';
import { readOccupancy } from '../../../db/reads/occupancyFacts.ts';
import { readReceipts } from '../../../db/reads/receipts.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { addDays } from '../../../db/time/businessDate.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import type { Scope } from '../../../db/vocabulary/scope.ts';
import { checksAnswerOf, findChecks } from '../../../server/answers/checks.ts';
import { withEstimates } from '../../../server/answers/estimates.ts';
import { funnelOf } from '../../../server/answers/funnel.ts';
import { occupancyAnswerOf } from '../../../server/answers/occupancy.ts';
import { owner } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { at, interval, quarter } from '../rollup/shop.ts';
import { makeAllDays, monday, receipt, sent, setUp } from './shopDatabase.ts';

const stranger: Scope = { actor: 'user:s', role: 'viewer', storeIds: ['night'], regionIds: [] };
const weeks = 6;
/** 12:30, after closing of the last Monday. */
const now = at('12:30');
const quarters = ['10:00', '10:15', '10:30', '10:45', '11:00', '11:15', '11:30', '11:45'];
const ins = [4, 8, 12, 10, 10, 8, 6, 2];

/** Six Mondays and the present one, open 10:00 to 12:00; the last quarters' people leave at 12:00. `gap`: of the present one. */
async function sendMondays(sql: Sql, gap: readonly string[] = []): Promise<Settings> {
  const settings = await setUp(sql);
  const dates = Array.from({ length: weeks + 1 }, (_, i) => addDays(monday, -7 * i));
  const door = dates.flatMap((date) =>
    quarters
      .filter((clock) => date !== monday || !gap.includes(clock))
      .map((clock) => {
        const i = quarters.indexOf(clock);
        const counts = { in: ins[i] ?? 0, out: i === 0 ? 0 : (ins[i - 1] ?? 0) };
        return interval(at(clock, date), at(clock, date) + quarter, counts);
      }),
  );
  const closing = dates.map((date) => interval(at('12:00', date), at('12:15', date), { in: 0, out: 2 }));
  const sales = dates.map((date) => receipt(`r-${date}`, at('11:10', date)));
  await sent(sql, settings, {
    storeId: 'arbat',
    counts: { 'door-arbat': [...door, ...closing] },
    sales: { 'till-arbat': sales },
  });
  await makeAllDays(sql, settings, now);
  return settings;
}

describeOnBothDialects('what trust is judged by', (open) => {
  it('is read for stores that the caller may see, and for no others', async () => {
    const sql = await open();
    const settings = await sendMondays(sql);
    const query = { settings, storeIds: ['arbat'], now };
    expect(await readCheckWeeks(sql, stranger, query)).toEqual([]);
    expect(await readLateFacts(sql, stranger, query)).toEqual([]);
    const one = { settings, storeId: 'arbat', now };
    expect(await readEstimateFacts(sql, stranger, { ...one, dates: [monday], weeks: 8 })).toEqual([]);
    expect(await readOccupancy(sql, stranger, { ...one, date: null })).toBeNull();
    const [facts] = await readCheckWeeks(sql, owner, query);
    expect(facts?.plan.dates).toHaveLength(29);
    expect(facts?.plan.dates.at(-1)?.date).toBe(monday);
    expect(
      (await readEstimateFacts(sql, owner, { ...one, dates: [monday], weeks: 2 })).map(({ plan }) => plan.dates),
    ).toHaveLength(3);
  });

  it('are the receipts of a device’s last hours, one for each time something came', async () => {
    const sql = await open();
    const settings = await sendMondays(sql);
    const device = settings.devices.get('door-arbat');
    if (device === undefined) throw new Error('the shop has a door');
    const receipts = await readReceipts(sql, [{ device, lastReportAt: at('12:15') }]);
    expect(receipts.map(({ latestAt }) => latestAt).sort()).toEqual(
      [...quarters, '12:00'].map((clock) => at(clock) + quarter),
    );
    expect(receipts.every(({ receivedAt, latestAt }) => receivedAt === latestAt)).toBe(true);
  });

  it('gives an estimate beside the measured figures, the same ones as without it', async () => {
    const sql = await open();
    const settings = await sendMondays(sql, ['10:30', '10:45']);
    const store = settings.stores.get('arbat');
    if (store === undefined) throw new Error('the shop is set up');
    const question = { from: monday, to: monday, by: 'hour', compare: 'none', hours: 'open', store, now } as const;
    const answer = await funnelOf((one) => readPeriods(sql, owner, { ...one, settings }), question);
    const estimated = await withEstimates(sql, owner, { ...question, settings, answer });
    expect(estimated.total).toEqual(answer.total);
    expect(estimated.total.entries).toBe(38);
    expect(estimated.estimates?.entries).toMatchObject({ estimated: 22, value: 60, gapSeconds: 1800, reason: null });
    expect(estimated.series?.map((step) => step.estimates?.entries?.estimated ?? null)).toEqual(
      estimated.series?.map((step) => (step.start.includes('T10:00') ? 22 : null)),
    );
  });

  it('tells who is inside through the day, corrected by earlier closings', async () => {
    const sql = await open();
    const settings = await sendMondays(sql);
    const store = settings.stores.get('arbat');
    if (store === undefined) throw new Error('the shop is set up');
    const day = await occupancyAnswerOf(sql, owner, { settings, store, date: null, now: at('11:00') });
    const inWindow = day.series.map(({ people }) => people);
    expect(inWindow.slice(-4)).toEqual([4, 8, 12, 10]);
    const closed = await occupancyAnswerOf(sql, owner, { settings, store, date: null, now: at('13:00') });
    expect(closed.now).toMatchObject({ people: null, reason: 'closed' });
    expect(closed.peak).toMatchObject({ people: 12 });
  });

  it('finds a door that fell silent in opening hours, in words, with what to do', async () => {
    const sql = await open();
    const settings = await sendMondays(sql, quarters.slice(4));
    await sql.run(`update device_states set last_report_at = ? where device_id = 'door-arbat'`, [at('11:00')]);
    const store = settings.stores.get('arbat');
    if (store === undefined) throw new Error('the shop is set up');
    const found = await findChecks(sql, owner, {
      settings: await loadSettings(sql, owner),
      stores: [store],
      now: at('11:45'),
    });
    const silence = checksAnswerOf(found, 'en').checks.find(({ code }) => code === 'silence');
    expect(silence).toMatchObject({ store: 'arbat', device: 'door-arbat', severity: 'medium', until: null });
    expect(silence?.text).toBe('Nothing has come from door-arbat since 2026-03-02 11:00, 45 minutes of opening time.');
    expect(silence?.action).toContain('Check its power');
  });
});
