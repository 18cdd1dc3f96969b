import { expect, test } from 'vitest';
import type { Sql } from '../../db/sql/port.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { message, openHouse } from './house.ts';

const day = (date: number, time = '10:00'): string => `2026-03-${String(date).padStart(2, '0')}T${time}:00Z`;

function receipt(id: string, at: string, more: Record<string, unknown> = {}) {
  return message('sales', { id, at, type: 'sale', total: 10, ...more });
}

async function heard(sql: Sql): Promise<{ first: string; last: string }> {
  const [state] = await sql.all<{ first: number; last: number }>(
    `select first_report_at as first, last_report_at as last from device_states where device_id = 'till-1'`,
  );
  return { first: new Date(state?.first ?? 0).toISOString(), last: new Date(state?.last ?? 0).toISOString() };
}

const iso = (text: string): string => new Date(text).toISOString();

describeOnBothDialects('a receipt whose time is corrected', (open) => {
  test('a till that dated its first receipt years back was not there for years', async () => {
    const { sql, send } = await openHouse(await open());
    await send(receipt('1', '2015-01-01T00:00:00Z'), receipt('2', day(5)));
    expect(await heard(sql)).toEqual({ first: iso('2015-01-01T00:00:00Z'), last: iso(day(5)) });
    await send(receipt('1', day(4), { updatedAt: day(6) }));
    expect(await heard(sql)).toEqual({ first: iso(day(4)), last: iso(day(5)) });
  });

  test('a batch feed has not delivered the date from which its last receipt was moved', async () => {
    const { sql, send } = await openHouse(await open());
    await send(receipt('1', day(3)), receipt('2', day(18)));
    await send(receipt('2', day(4)));
    expect(await heard(sql)).toEqual({ first: iso(day(3)), last: iso(day(4)) });
  });

  test('a receipt that another till sends again stays the first till’s', async () => {
    const { sql, send } = await openHouse(await open());
    await send(receipt('1', day(4), { source: 'pos' }));
    const again = receipt('1', day(4), { source: 'pos', updatedAt: day(6) });
    const [answer] = await send({ ...again, topic: 'lintel/v1/arbat/till-2/sales' });
    expect(answer?.items).toEqual([{ index: 0, fate: 'duplicate' }]);
    expect(await heard(sql)).toEqual({ first: iso(day(4)), last: iso(day(4)) });
  });

  test('what comes after its correction was never heard', async () => {
    const { sql, send } = await openHouse(await open());
    await send(receipt('1', day(4), { updatedAt: day(6) }));
    await send(receipt('1', day(18), { updatedAt: day(5) }), receipt('1', '2015-01-01T00:00:00Z'));
    expect(await heard(sql)).toEqual({ first: iso(day(4)), last: iso(day(4)) });
  });

  test('days whose silence the old time had broken are made anew, in the night before too', async () => {
    const { sql, send } = await openHouse(await open());
    await send(receipt('1', day(3)), receipt('2', day(9, '21:30')), receipt('3', day(12)));
    await sql.run('delete from stale_days', []);
    await send(receipt('2', day(5), { updatedAt: day(12) }));
    const stale = await sql.all<{ date: string }>('select date from stale_days order by date');
    expect(stale.map(({ date }) => date)).toEqual(expect.arrayContaining(['2026-03-05', '2026-03-09', '2026-03-10']));
  });
});
