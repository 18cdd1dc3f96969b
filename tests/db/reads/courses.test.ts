import { expect, it } from 'vitest';
import { readCourses } from '../../../db/reads/courses.ts';
import { readPeriods } from '../../../db/reads/funnel.ts';
import { emptyTally, type PeriodTally, type Tally } from '../../../db/rollup/tally.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { owner } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { at, interval, quarter } from '../rollup/shop.ts';
import { ask, later, makeAllDays, monday, sent, setUp, thursday } from './shopDatabase.ts';

const fields = ['entriesSeen', 'entriesDoubled', 'entriesExpectedMs', 'entriesObservedMs'] as const;
const days = [monday, '2026-03-03', '2026-03-04', thursday].map((date) => ({ from: date, to: date }));
const pairs = [
  { from: monday, to: '2026-03-03' },
  { from: '2026-03-04', to: thursday },
];

async function countAll(sql: Sql, settings: Settings): Promise<void> {
  const counts = days.map(({ from }, place) => {
    const start = at('10:00', from);
    return interval(start, start + quarter, { in: 10 + place });
  });
  await sent(sql, settings, { storeId: 'arbat', counts: { 'door-arbat': counts } });
}

/** Only the fields that a course reads. */
function few({ window, outside }: PeriodTally): PeriodTally {
  const pick = (of: Tally): Tally => ({
    ...emptyTally(),
    ...Object.fromEntries(fields.map((name) => [name, of[name]])),
  });
  return { window: pick(window), outside: pick(outside) };
}

describeOnBothDialects('the course of many stores', (open) => {
  it('is what their days add up to, whether or not these were made before, and of nobody else’s store', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await countAll(sql, settings);
    const query = { settings, storeIds: ['night', 'arbat'], fields, now: later };
    const expected = await readPeriods(sql, owner, ask(settings, { storeIds: ['night', 'arbat'], by: 'day' }));
    const byDay = expected.map(({ series }) => series.map(few));
    for (const state of ['no day made', 'all made', 'one stale']) {
      if (state === 'all made') await makeAllDays(sql, settings);
      if (state === 'one stale')
        await sql.run('insert into stale_days (store_id, date) values (?, ?)', ['arbat', '2026-03-03']);
      const courses = await readCourses(sql, owner, { ...query, steps: days });
      expect(
        courses.map(({ storeId }) => storeId),
        state,
      ).toEqual(['night', 'arbat']);
      expect(
        courses.map(({ tallies }) => tallies.map(few)),
        state,
      ).toEqual(byDay);
      const [, arbat] = await readCourses(sql, owner, { ...query, steps: pairs });
      expect(
        arbat?.tallies.map(({ window }) => window.entriesDoubled),
        state,
      ).toEqual([42, 50]);
    }
    const manager = { ...owner, role: 'manager', storeIds: ['night'], regionIds: [] } as const;
    const seen = await readCourses(sql, manager, { ...query, steps: days });
    expect(seen.map(({ storeId }) => storeId)).toEqual(['night']);
  });
});
