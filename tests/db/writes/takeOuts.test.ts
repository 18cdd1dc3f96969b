import { expect, it } from 'vitest';
import { readAudit } from '../../../db/reads/audit.ts';
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import { readPeriods } from '../../../db/reads/funnel.ts';
import { readTakenOut } from '../../../db/reads/takenOut.ts';
import { readTakeOuts } from '../../../db/reads/takeOuts.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { makeTakeOut, revertTakeOut } from '../../../db/writes/takeOuts.ts';
import { manager, owner, regional, viewer } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { ask, later, monday, receipt, sent, setUp } from '../reads/shopDatabase.ts';
import { at, hour, interval, minute, quarter } from '../rollup/shop.ts';

/** Eight quarters of ten people in and nine out, and one of three hours before; a receipt of 1.00 every quarter. */
const facts = {
  storeId: 'arbat',
  counts: {
    'door-arbat': [
      interval(at('06:50'), at('09:50'), { in: 7, out: 100 }),
      ...Array.from({ length: 8 }, (_, i) => {
        const startAt = at('10:00') + i * quarter;
        return interval(startAt, startAt + quarter, { in: 10, out: 9, staffIn: 1 });
      }),
    ],
  },
  sales: { 'till-arbat': Array.from({ length: 8 }, (_, i) => receipt(`r${i}`, at('10:07') + i * quarter)) },
};

const wish = {
  storeId: 'arbat',
  deviceId: 'door-arbat',
  fromAt: at('10:30'),
  toAt: at('11:00'),
  reason: 'test_walk',
  note: null,
};

async function stocked(sql: Sql): Promise<Settings> {
  const settings = await setUp(sql);
  await sent(sql, settings, facts);
  return settings;
}

async function dayOf(sql: Sql, settings: Settings) {
  const question = ask(settings, { from: monday, to: monday, hours: 'all' });
  const [periods] = await readPeriods(sql, owner, question);
  const { window, outside } = periods?.total ?? {};
  return {
    entries: ((window?.entriesDoubled ?? 0) + (outside?.entriesDoubled ?? 0)) / 2,
    exits: (window?.exits ?? 0) + (outside?.exits ?? 0),
    purchases: window?.purchases,
    observedMs: window?.entriesObservedMs,
  };
}

function differences(sql: Sql, settings: Settings): Promise<unknown[]> {
  return compareRollups(sql, owner, { settings, storeId: 'arbat', now: later });
}

describeOnBothDialects('a take-out', (open) => {
  it('leaves its span out of every figure, shows it apart, and gives it back when it is reverted', async () => {
    const sql = await open();
    const settings = await stocked(sql);
    const before = await dayOf(sql, settings);
    expect(before).toEqual({ entries: 79, exits: 172, purchases: 8, observedMs: 2 * hour });
    const { id } = await makeTakeOut(sql, manager, { settings, wish, now: later });
    expect(await dayOf(sql, settings)).toEqual({ entries: 61, exits: 154, purchases: 8, observedMs: 1.5 * hour });
    expect(await readTakenOut(sql, owner, { settings, takeOuts: [wish] })).toEqual([
      { in: 20, out: 18, passersBy: null, purchases: null, netSalesMinor: null },
    ]);
    const key = { settings, storeId: 'arbat', id, now: later };
    await revertTakeOut(sql, manager, key);
    await revertTakeOut(sql, manager, key);
    expect(await dayOf(sql, settings)).toEqual(before);
    expect(await readTakeOuts(sql, viewer, { settings, storeId: 'arbat' })).toEqual([
      { ...wish, id, madeBy: 'user:m', madeAt: later, revertedBy: 'user:m', revertedAt: later },
    ]);
    const lines = (await readAudit(sql, owner, {})).lines.filter((line) => line.subject.startsWith('take-out'));
    expect(lines.map(({ action, actor }) => ({ action, actor }))).toEqual([
      { action: 'reverted', actor: 'user:m' },
      { action: 'added', actor: 'user:m' },
    ]);
  });

  it('takes the part of a long interval that lies in it, to the person, and rollups stay what facts make of them', async () => {
    const sql = await open();
    const settings = await stocked(sql);
    const spans = [
      { ...wish, fromAt: at('07:05'), toAt: at('07:11') },
      { ...wish, fromAt: at('09:33'), toAt: at('10:03') },
      { ...wish, fromAt: at('09:40'), toAt: at('11:59') },
    ];
    for (const one of spans) {
      const before = await dayOf(sql, settings);
      const { id } = await makeTakeOut(sql, owner, { settings, wish: one, now: later });
      expect(await differences(sql, settings)).toEqual([]);
      const [apart] = await readTakenOut(sql, owner, { settings, takeOuts: [one] });
      expect((await dayOf(sql, settings)).exits + (apart?.out ?? 0)).toBe(before.exits);
      await revertTakeOut(sql, owner, { settings, storeId: 'arbat', id, now: later });
      expect(await differences(sql, settings)).toEqual([]);
      expect(await dayOf(sql, settings)).toEqual(before);
    }
  });

  it('of a till leaves out what was sold in it', async () => {
    const sql = await open();
    const settings = await stocked(sql);
    const till = { ...wish, deviceId: 'till-arbat', toAt: at('11:07') };
    await makeTakeOut(sql, owner, { settings, wish: till, now: later });
    expect((await dayOf(sql, settings)).purchases).toBe(6);
    expect(await readTakenOut(sql, owner, { settings, takeOuts: [till] })).toEqual([
      { in: null, out: null, passersBy: null, purchases: 2, netSalesMinor: 200 },
    ]);
  });

  it('is over, no longer than 31 days, and of a device of the store', async () => {
    const sql = await open();
    const settings = await stocked(sql);
    const make = (more: Partial<typeof wish>) =>
      makeTakeOut(sql, owner, { settings, wish: { ...wish, ...more }, now: later });
    for (const more of [{ toAt: wish.fromAt }, { toAt: later + minute }, { fromAt: wish.toAt - 32 * 24 * hour }]) {
      await expect(make(more)).rejects.toMatchObject({ code: 'invalid' });
    }
    for (const more of [{ deviceId: 'door-night' }, { storeId: 'none' }]) {
      await expect(make(more)).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await readTakeOuts(sql, owner, { settings, storeId: 'arbat' })).toEqual([]);
  });

  it('of someone else’s store is not found, and a viewer only looks', async () => {
    const sql = await open();
    const settings = await stocked(sql);
    const { id } = await makeTakeOut(sql, owner, { settings, wish, now: later });
    const key = { settings, storeId: 'arbat', id, now: later };
    await expect(makeTakeOut(sql, regional, { settings, wish, now: later })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(revertTakeOut(sql, regional, key)).rejects.toMatchObject({ code: 'not_found' });
    await expect(readTakenOut(sql, regional, { settings, takeOuts: [wish] })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(readTakeOuts(sql, regional, key)).rejects.toMatchObject({ code: 'not_found' });
    await expect(makeTakeOut(sql, viewer, { settings, wish, now: later })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(revertTakeOut(sql, viewer, key)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(revertTakeOut(sql, owner, { ...key, storeId: 'night' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
