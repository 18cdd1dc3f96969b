import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import type { StandingReading } from '../../../db/rollup/differences.ts';
import type { StandingEvent } from '../../../db/rollup/quarterRows.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { rebuildRollups } from '../../../db/writes/rebuild.ts';
import { refreshCountQuarters, refreshSaleQuarters } from '../../../db/writes/rollups.ts';
import { owner } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { passed, shown } from '../reads/oneShop.ts';
import { putFacts, type SentFacts } from '../reads/sent.ts';
import { later, receipt, setUp } from '../reads/shopDatabase.ts';
import { at, hour, interval, minute, quarter } from '../rollup/shop.ts';

const start = at('00:00');
const minutes = fc.nat(4 * 24 * 60);
const instant = minutes.map((one) => start + one * minute);

const readings = fc
  .uniqueArray(fc.record({ at: instant, totalIn: fc.nat(900), totalOut: fc.option(fc.nat(90)) }), {
    maxLength: 25,
    selector: (one) => one.at,
  })
  .map((list): StandingReading[] => list.map((one) => shown(one.at, one.totalIn, { totalOut: one.totalOut })));

const events = fc.array(
  fc.record({ at: instant, direction: fc.constantFrom('in', 'out', 'passerBy'), count: fc.nat(9) }),
  { maxLength: 25 },
);

/** End to end, from a minute to a day long. */
const intervals = fc
  .array(fc.record({ gap: fc.nat(300), length: fc.integer({ min: 1, max: 1440 }), in: fc.nat(99) }), { maxLength: 8 })
  .map((parts) => {
    let end = start;
    return parts.map((part) => {
      const from = end + part.gap * minute;
      end = from + part.length * minute;
      return interval(from, end, { in: part.in, out: part.in });
    });
  });

const spans = fc.array(
  fc.tuple(instant, fc.integer({ min: 1, max: 3000 })).map(([startAt, length]) => {
    return { startAt, endAt: startAt + length * minute };
  }),
  { maxLength: 3 },
);

const facts = fc
  .record({ readings, events, intervals, spans, sales: fc.array(instant, { maxLength: 10 }) })
  .map((of): SentFacts => {
    const told: StandingEvent[] = of.events.map((one) => passed(one.at, one));
    return {
      storeId: 'arbat',
      counts: { 'door-arbat': of.intervals },
      readings: { 'door-arbat': of.readings, 'street-arbat': of.readings.map((one) => ({ ...one, line: 'side' })) },
      events: { 'street-arbat': told },
      sales: { 'till-arbat': of.sales.map((one, i) => receipt(`r${i}`, one)) },
      takeOuts: {
        'door-arbat': unlike(of.spans),
        'street-arbat': unlike(of.spans),
        'till-arbat': unlike(of.spans).slice(0, 1),
      },
    };
  });

/** No two that begin at once. */
function unlike<Part extends { readonly startAt: number }>(parts: readonly Part[]): Part[] {
  return [...new Map(parts.map((one) => [one.startAt, one])).values()];
}

async function rollups(sql: Sql): Promise<unknown[]> {
  return [
    await sql.all('select * from quarter_counts order by store_id, device_id, bucket'),
    await sql.all('select * from quarter_sales order by store_id, device_id, bucket'),
    await sql.all('select * from set_aside order by device_id, line, end_at, start_at'),
  ];
}

async function empty(sql: Sql): Promise<void> {
  const sent = 'count_intervals count_readings reading_days count_events sales take_outs device_states';
  for (const table of `${sent} quarter_counts quarter_sales set_aside stale_days`.split(' ')) {
    await sql.run(`delete from ${table}`);
  }
}

function differences(sql: Sql, settings: Settings): Promise<unknown[]> {
  return compareRollups(sql, owner, { settings, storeId: 'arbat', now: later });
}

describeOnBothDialects('rollups made again from facts', (open) => {
  it('are the same whatever part of the time is made again', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const property = fc.asyncProperty(facts, fc.array(instant, { maxLength: 6 }), async (sent, places) => {
      await empty(sql);
      await putFacts(sql, sent);
      await rebuildRollups(sql, owner, { settings, storeId: 'arbat', now: later });
      expect(await differences(sql, settings)).toEqual([]);
      const made = await rollups(sql);
      const touched = places.flatMap((fromAt) =>
        ['door-arbat', 'street-arbat', 'till-arbat'].map((deviceId) => ({ deviceId, fromAt, toAt: fromAt + 1 })),
      );
      await refreshCountQuarters(sql, settings, touched);
      await refreshSaleQuarters(sql, settings, touched);
      expect(await rollups(sql)).toEqual(made);
      const all = ['door-arbat', 'street-arbat'].map((deviceId) => {
        return { deviceId, fromAt: start - quarter, toAt: start + 9 * 24 * hour };
      });
      await refreshCountQuarters(sql, settings, all);
      expect(await rollups(sql)).toEqual(made);
    });
    await fc.assert(property, { numRuns: sql.dialect === 'sqlite' ? 25 : 6 });
  }, 120_000);

  it('find what is set aside and the days of readings again', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const jump = [shown(at('10:00'), 0), shown(at('10:01'), 9_000), shown(at('10:00', '2026-03-05'), 9_001)];
    await putFacts(sql, { storeId: 'arbat', readings: { 'door-arbat': jump } });
    await rebuildRollups(sql, owner, { settings, storeId: 'arbat', now: later });
    const why = await sql.all('select count_in as "in", why from set_aside order by end_at');
    expect(why).toEqual([
      { in: 9_000, why: 'held' },
      { in: 1, why: 'unplaced' },
    ]);
    await sql.run("delete from set_aside where why = 'held'");
    await sql.run('update set_aside set count_in = 5');
    expect(await differences(sql, settings)).toMatchObject([
      { table: 'set_aside', found: null },
      { table: 'set_aside', expected: expect.stringContaining('"in":1'), found: expect.stringContaining('"in":5') },
    ]);
    await sql.run('delete from reading_days');
    const found = await compareRollups(sql, owner, { settings, storeId: 'arbat', now: later });
    expect(found.map((one) => one.table)).toContain('reading_days');
    await rebuildRollups(sql, owner, { settings, storeId: 'arbat', now: later });
    expect(await differences(sql, settings)).toEqual([]);
    expect(await sql.all('select count_in as "in", why from set_aside order by end_at')).toEqual(why);
  });
});
