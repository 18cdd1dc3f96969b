import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import { readPeriods } from '../../../db/reads/funnel.ts';
import { openSql } from '../../../db/sql/open.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { markStaleDays, refreshCountQuarters } from '../../../db/writes/rollups.ts';
import { owner } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { at, interval, quarter } from '../rollup/shop.ts';
import { putFacts } from './sent.ts';
import { ask, later, makeAllDays, sent, setUp } from './shopDatabase.ts';

const report = (clock: string, count: number) => interval(at(clock), at(clock) + quarter, { in: count });

/** A late report in a transaction that stays open for a while after everything was written. */
async function reportLate(sql: Sql, settings: Settings, clock: string): Promise<void> {
  await sql.transaction(async (inside) => {
    await inside.run('delete from device_states');
    const touched = await putFacts(inside, { storeId: 'arbat', counts: { 'door-arbat': [report(clock, 9)] } });
    await inside.run('update device_states set first_report_at = ?', [at('10:00')]);
    await refreshCountQuarters(inside, settings, touched.counts);
    await markStaleDays(inside, settings, { touched: touched.counts, now: later });
    await sleep(150);
  });
}

describeOnBothDialects('several processes', (open) => {
  it('never trust a daily tally that a late message was not in, whichever ends first', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await sent(sql, settings, { storeId: 'arbat', counts: { 'door-arbat': [report('10:00', 4)] } });
    const other = openSql(sql.place);
    try {
      for (const [i, clock] of ['10:15', '10:30', '10:45'].entries()) {
        const ingest = reportLate(other, settings, clock);
        await sleep(20 * i);
        await Promise.all([ingest, makeAllDays(sql, settings)]);
        const [shop] = await readPeriods(sql, owner, ask(settings));
        expect(shop?.total.window.entriesDoubled).toBe(8 + 18 * (i + 1));
        expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: later })).toEqual([]);
      }
      await makeAllDays(sql, settings);
      expect(await sql.all('select * from stale_days')).toEqual([]);
      const [shop] = await readPeriods(sql, owner, ask(settings));
      expect(shop?.total.window.entriesDoubled).toBe(62);
    } finally {
      await other.close();
    }
  });
});
