import { expect, test } from 'vitest';
import type { Sql } from '../../db/sql/port.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { message, openHouse } from './house.ts';

const interval = (minute: number, people: number): object => ({
  start: `2026-03-20T09:0${minute}:00Z`,
  end: `2026-03-20T09:0${minute + 1}:00Z`,
  in: people,
});

/** A database that stumbles over intervals of 13 people. */
function stumbling(sql: Sql, error: Error): Sql {
  return {
    ...sql,
    transaction: (work) => sql.transaction((inside) => work(stumbling(inside, error))),
    upsertMany: async (upsert, rows) => {
      if (upsert.table === 'count_intervals' && rows.some((row) => row.includes(13))) throw error;
      await sql.upsertMany(upsert, rows);
    },
  };
}

describeOnBothDialects('what cannot be stored', (open) => {
  test('a message that Lintel stumbles over goes to quarantine whole, is told, and holds up no other', async () => {
    const sql = await open();
    const { pipeline } = await openHouse(sql);
    const messages = [1, 13, 3, 4].map((people, place) => message('counts', interval(place, people)));
    const fates = await pipeline.ingest(stumbling(sql, new TypeError('a bug')), owner, messages);
    expect(fates.map((fate) => ('items' in fate ? fate.items[0]?.fate : 'failed'))).toEqual([
      'accepted',
      'quarantined',
      'accepted',
      'accepted',
    ]);
    expect(fates[1]).toMatchObject({ fault: { message: 'a bug' } });
    const [kept] = await sql.all<{ reason: string; body: string }>('select reason, body from quarantine');
    expect(JSON.parse(kept?.body ?? '')).toEqual(interval(1, 13));
    expect(await sql.all('select sum(count_in) as n from quarter_counts')).toEqual([{ n: 8 }]);
  });

  test('where the database is at fault nothing is stored, none of it goes to quarantine, and all of it can come again', async () => {
    const sql = await open();
    const { pipeline } = await openHouse(sql);
    const messages = [1, 13, 3].map((people, place) => message('counts', interval(place, people)));
    const full = new AppError('unavailable', 'The disk is full.');
    await expect(pipeline.ingest(stumbling(sql, full), owner, messages)).rejects.toBe(full);
    expect(await sql.all('select * from quarantine')).toEqual([]);
    expect(await sql.all('select * from count_intervals')).toEqual([]);
    const fates = await pipeline.ingest(sql, owner, messages);
    expect(fates.map((fate) => ('items' in fate ? fate.items[0]?.fate : 'failed'))).toEqual(Array(3).fill('accepted'));
  });
});
