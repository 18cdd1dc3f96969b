import { expect, it } from 'vitest';
import { readAudit } from '../../../db/reads/audit.ts';
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import { readPeriods } from '../../../db/reads/funnel.ts';
import { readTakeOuts } from '../../../db/reads/takeOuts.ts';
import { readWalkTests } from '../../../db/reads/walkTests.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { revertTakeOut } from '../../../db/writes/takeOuts.ts';
import { endWalkTest, settleWalkTests, startWalkTest } from '../../../db/writes/walkTests.ts';
import { manager, owner, regional, viewer } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import { ask, later, monday, sent, setUp } from '../reads/shopDatabase.ts';
import { at, interval, minute } from '../rollup/shop.ts';

const deviceId = 'door-arbat';
/** One person in and out in every minute, and five walks each way in two of them. */
const minutes = (from: string, count: number, walks: readonly number[] = []) =>
  Array.from({ length: count }, (_, i) => {
    const startAt = at(from) + i * minute;
    const people = 1 + (walks.includes(i) ? 5 : 0);
    return interval(startAt, startAt + minute, { in: people, out: people });
  });

async function entriesOf(sql: Sql, settings: Settings): Promise<number> {
  const question = ask(settings, { from: monday, to: monday, hours: 'all' });
  const [periods] = await readPeriods(sql, owner, question);
  const { window, outside } = periods?.total ?? {};
  return ((window?.entriesDoubled ?? 0) + (outside?.entriesDoubled ?? 0)) / 2;
}

const clock = (time: string, seconds = 0) => at(time) + seconds * 1000;

describeOnBothDialects('a walk test', (open) => {
  const walked = { walkedIn: 10, walkedOut: 10 };

  async function walk(sql: Sql, settings: Settings): Promise<string> {
    const { id } = await startWalkTest(sql, manager, { settings, deviceId, now: clock('10:05', 20) });
    await endWalkTest(sql, manager, { settings, deviceId, id, ...walked, now: clock('10:06', 40) });
    return id;
  }

  it('takes its walks out by itself, whole reports of them, and gives them back when that is undone', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await sent(sql, settings, { storeId: 'arbat', counts: { [deviceId]: minutes('10:00', 20, [5, 6]) } });
    expect(await entriesOf(sql, settings)).toBe(30);
    const id = await walk(sql, settings);
    expect(await entriesOf(sql, settings)).toBe(18);
    const [test] = await readWalkTests(sql, viewer, { settings, deviceId, id, now: later });
    expect(test).toMatchObject({ ...walked, seen: { in: 12, out: 12 }, isComplete: true, madeBy: 'user:m' });
    expect(test?.takeOut).toMatchObject({ startAt: at('10:05'), endAt: at('10:07'), isReverted: false });
    const takeOutId = test?.takeOutId ?? '';
    await revertTakeOut(sql, manager, { settings, storeId: 'arbat', id: takeOutId, now: later });
    await settleWalkTests(sql, owner, { settings, now: later });
    expect(await entriesOf(sql, settings)).toBe(30);
    expect((await readWalkTests(sql, viewer, { settings, deviceId, now: later }))[0]?.takeOut?.isReverted).toBe(true);
  });

  it('waits for the report that its end falls into, and keeps to the reports that come instead of those expected', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    await sent(sql, settings, { storeId: 'arbat', counts: { [deviceId]: minutes('10:00', 5) } });
    const id = await walk(sql, settings);
    const now = clock('10:06', 50);
    const asked = { settings, deviceId, id, now };
    expect(await readWalkTests(sql, manager, asked)).toMatchObject([
      { isComplete: false, seen: { in: null }, takeOut: { startAt: at('10:05'), endAt: at('10:07') } },
    ]);
    const long = interval(at('10:05'), at('10:10'), { in: 14, out: 13 });
    // The stand-in for ingest writes what is known of a device anew.
    await sql.run('delete from device_states');
    await sent(sql, settings, { storeId: 'arbat', counts: { [deviceId]: [long] } });
    expect(await settleWalkTests(sql, owner, { settings, now: at('10:10') })).toBe(1);
    expect(await settleWalkTests(sql, owner, { settings, now: at('10:11') })).toBe(0);
    expect(await entriesOf(sql, settings)).toBe(5);
    expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: later })).toEqual([]);
    const standing = await readTakeOuts(sql, owner, { settings, storeId: 'arbat' });
    expect(standing).toMatchObject([{ reason: 'test_walk', fromAt: at('10:05'), toAt: at('10:10') }]);
    expect(await readWalkTests(sql, manager, asked)).toMatchObject([
      { isComplete: true, seen: { in: 14, out: 13 }, takeOut: { id: standing[0]?.id, endAt: at('10:10') } },
    ]);
  });

  it('that is ended twice is ended once, and one in which nobody walked takes nothing out', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const id = await walk(sql, settings);
    await endWalkTest(sql, manager, { settings, deviceId, id, walkedIn: 1, walkedOut: 0, now: later });
    expect(await readWalkTests(sql, manager, { settings, deviceId, id, now: later })).toMatchObject([walked]);
    const empty = await startWalkTest(sql, manager, { settings, deviceId, now: later });
    await endWalkTest(sql, manager, { settings, deviceId, id: empty.id, walkedIn: 0, walkedOut: 0, now: later + 1 });
    const tests = await readWalkTests(sql, manager, { settings, deviceId, now: later });
    expect(tests.map(({ takeOut }) => takeOut === null)).toEqual([true, false]);
    const { lines } = await readAudit(sql, owner, {});
    const about = lines.filter((line) => line.subject.startsWith('walk test')).map((line) => line.action);
    expect(about).toEqual(['ended', 'started', 'ended', 'started']);
  });

  it('is of a counter of entries of one’s own store, and not for viewers', async () => {
    const sql = await open();
    const settings = await setUp(sql);
    const start = (device: string, scope = manager) =>
      startWalkTest(sql, scope, { settings, deviceId: device, now: later });
    await expect(start('till-arbat')).rejects.toMatchObject({ code: 'invalid' });
    await expect(start('door-night')).rejects.toMatchObject({ code: 'not_found' });
    await expect(start('none')).rejects.toMatchObject({ code: 'not_found' });
    await expect(start(deviceId, viewer)).rejects.toMatchObject({ code: 'forbidden' });
    const { id } = await start(deviceId);
    const end = { settings, deviceId, id, ...walked, now: later };
    await expect(endWalkTest(sql, regional, end)).rejects.toMatchObject({ code: 'not_found' });
    await expect(endWalkTest(sql, manager, { ...end, id: 'none' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(settleWalkTests(sql, manager, { settings, now: later })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readWalkTests(sql, regional, { settings, deviceId, now: later })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
