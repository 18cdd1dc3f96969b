import { expect, test } from 'vitest';
import { datesBetween } from '../../db/time/businessDate.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { message, openHouse } from './house.ts';

const at = '2026-03-10T10:00:00Z';

const first = {
  interval: message('counts', { start: at, end: '2026-03-10T10:01:00Z', in: 1 }),
  reading: message('counts', { at, totalIn: 100 }),
  event: message('counts', { at, direction: 'in' }),
  receipt: message('sales', { id: '1', at, type: 'sale', total: 10 }),
};

describeOnBothDialects('the first report of a device, of days gone by', (open) => {
  test.each(Object.entries(first))(
    'has it expected from then on: dates since are made anew (%s)',
    async (_, report) => {
      const { sql, send } = await openHouse(await open());
      await send(report);
      const rows = await sql.all<{ date: string }>('select date from stale_days order by date');
      expect(rows.map((row) => row.date)).toEqual(expect.arrayContaining(datesBetween('2026-03-10', '2026-03-19')));
    },
  );
});
