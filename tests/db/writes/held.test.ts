import { expect, test } from 'vitest';
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import { readDevices } from '../../../db/reads/devices.ts';
import type { SetAside } from '../../../db/reads/setAside.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Scope } from '../../../db/vocabulary/scope.ts';
import { decideHeld, type HeldWish } from '../../../db/writes/held.ts';
import type { RawMessage } from '../../../ingest/pipeline/message.ts';
import { clock, message, openHouse } from '../../ingest/house.ts';
import { manager, owner, regional, viewer } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';

const at = (time: string): number => Date.parse(`2026-03-19T${time}:00Z`);

function reading(time: string, totalIn: number): RawMessage {
  return message('counts', { at: new Date(at(time)).toISOString(), totalIn }, { to: 'arbat/sum-1' });
}

/** A leap of 700 people in ten minutes, between quiet ones; `sum-1` takes 60 a minute for possible. */
const readings = [reading('10:00', 0), reading('10:10', 700), reading('10:15', 701)];
const leap = { deviceId: 'sum-1', line: 'main', startAt: at('10:00'), endAt: at('10:10') };

async function decide(
  sql: Sql,
  decision: HeldWish['decision'],
  { scope = owner, ...more }: Partial<HeldWish> & { scope?: Scope } = {},
): Promise<void> {
  const settings = await loadSettings(sql, owner);
  await decideHeld(sql, scope, { settings, wish: { ...leap, decision, ...more }, now: clock });
}

async function listed(sql: Sql): Promise<Pick<SetAside, 'held' | 'dropped'>> {
  const settings = await loadSettings(sql, owner);
  const reports = await readDevices(sql, owner, { settings, storeIds: ['arbat'], now: clock });
  const found = reports.find((one) => one.deviceId === 'sum-1');
  if (found === undefined) throw new Error('the device is not there');
  return { held: found.held, dropped: found.dropped };
}

async function came(sql: Sql): Promise<unknown> {
  const [row] = await sql.all<{ n: number }>("select sum(count_in) as n from quarter_counts where device_id = 'sum-1'");
  const settings = await loadSettings(sql, owner);
  expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: clock })).toEqual([]);
  return row?.n;
}

describeOnBothDialects('a difference that is held', (open) => {
  const difference = { line: 'main', startAt: at('10:00'), endAt: at('10:10'), in: 700, out: null, passersBy: null };

  test('counts when it is accepted, not when it is dropped, and either can be said again', async () => {
    const { sql, send } = await openHouse(await open());
    await send(...readings);
    expect(await listed(sql)).toEqual({ held: [difference], dropped: [] });
    expect(await came(sql)).toBe(1);
    await decide(sql, 'accepted', { scope: manager });
    expect(await listed(sql)).toEqual({ held: [], dropped: [] });
    expect(await came(sql)).toBe(701);
    await decide(sql, 'dropped');
    expect(await listed(sql)).toEqual({ held: [], dropped: [difference] });
    expect(await came(sql)).toBe(1);
    await decide(sql, 'accepted');
    expect(await came(sql)).toBe(701);
  });

  test('is written down with who decided; the same again is not', async () => {
    const { sql, send } = await openHouse(await open());
    await send(...readings);
    await decide(sql, 'dropped', { scope: manager });
    await decide(sql, 'dropped', { scope: manager });
    const entries = await sql.all("select actor, action from audit_log where subject = 'held counts of device sum-1'");
    expect(entries).toEqual([{ actor: 'user:m', action: 'dropped' }]);
  });

  test('is judged anew when a late reading or a correction makes another of it', async () => {
    const { sql, send } = await openHouse(await open());
    await send(...readings);
    await decide(sql, 'accepted');
    await send(reading('10:10', 690));
    expect((await listed(sql)).held).toEqual([{ ...difference, in: 690 }]);
    expect(await came(sql)).toBe(11);
    await decide(sql, 'dropped');
    await send(reading('10:09', 5));
    expect((await listed(sql)).held).toEqual([{ ...difference, startAt: at('10:09'), in: 685 }]);
    expect(await came(sql)).toBe(16);
  });

  test('is decided by those who answer for the store; someone else’s device is not there', async () => {
    const { sql, send } = await openHouse(await open());
    await send(...readings);
    await expect(decide(sql, 'accepted', { scope: viewer })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(decide(sql, 'accepted', { scope: regional })).rejects.toMatchObject({ code: 'not_found' });
    await expect(decide(sql, 'accepted', { deviceId: 'sum-9' })).rejects.toMatchObject({ code: 'not_found' });
    expect(await came(sql)).toBe(1);
  });

  test('must be there: no other times, no other line, and nothing that was never held', async () => {
    const { sql, send } = await openHouse(await open());
    await send(...readings);
    await expect(decide(sql, 'accepted', { endAt: at('10:11') })).rejects.toMatchObject({ code: 'not_found' });
    await expect(decide(sql, 'accepted', { endAt: at('10:00') })).rejects.toMatchObject({ code: 'not_found' });
    await expect(decide(sql, 'accepted', { line: 'side' })).rejects.toMatchObject({ code: 'not_found' });
    const quiet = { startAt: at('10:10'), endAt: at('10:15') };
    await expect(decide(sql, 'dropped', quiet)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('people without a time are summed: those that came in, else those that went out, else passers-by', async () => {
    const { sql, send } = await openHouse(await open());
    const of = (day: number, totals: object): RawMessage =>
      message('counts', { at: `2026-03-${day}T10:00:00Z`, ...totals }, { to: 'arbat/sum-1' });
    await send(of(10, { totalIn: 1, totalOut: 1 }), of(12, { totalIn: 101, totalOut: 71 }), of(15, { totalOut: 74 }));
    const settings = await loadSettings(sql, owner);
    const [report] = (await readDevices(sql, owner, { settings, storeIds: ['arbat'], now: clock })).filter(
      (one) => one.deviceId === 'sum-1',
    );
    expect(report?.unplaced).toBe(103);
    expect(report?.unplacedDetail.map((one) => [one.in, one.out])).toEqual([
      [null, 3],
      [100, 70],
    ]);
  });
});
