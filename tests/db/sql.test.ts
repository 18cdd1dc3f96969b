import { describe, expect, it } from 'vitest';
import { migrate } from '../../db/sql/migrate.ts';
import { openSql } from '../../db/sql/open.ts';
import { organisation } from '../../db/tables/sqlite.ts';
import { describeOnBothDialects, freshPlace } from './dialects.ts';

const upsert = {
  table: 'quarter_counts',
  columns: ['store_id', 'bucket', 'device_id', 'count_in'],
  types: ['text', 'bigint', 'text', 'bigint'],
  conflict:
    'on conflict (store_id, bucket, device_id) do update set count_in = quarter_counts.count_in + excluded.count_in',
};
const lookup = {
  table: 'quarter_counts',
  key: ['store_id', 'bucket', 'device_id'],
  keyTypes: ['text', 'bigint', 'text'],
  columns: ['count_in', 'bucket'],
};

describeOnBothDialects('a database', (open, dialect) => {
  it('answers integers, sums and counts as numbers, and missing values as null', async () => {
    const sql = await open();
    await sql.upsertMany(upsert, [
      ['arbat', 1_767_225_600_000, 'cam-1', 4_000_000_000],
      ['arbat', 1_767_226_500_000, 'cam-1', null],
    ]);
    const [sums] = await sql.all(
      'select sum(count_in) as total, count(*) as "rows", max(bucket) as last from quarter_counts',
    );
    expect(sums).toEqual({ total: 4_000_000_000, rows: 2, last: 1_767_226_500_000 });
    expect(await sql.values('select count_in, out_ms from quarter_counts order by bucket desc')).toEqual([
      [null, 0],
      [4_000_000_000, 0],
    ]);
  });

  it('adds to rows that are there and finds rows in the order of their keys', async () => {
    const sql = await open();
    const rows = [0, 1, 2].map((bucket) => ['arbat', bucket, 'cam-1', 10 + bucket]);
    await sql.upsertMany(upsert, rows);
    await sql.upsertMany(upsert, rows.slice(1));
    const keys = [
      ['arbat', 2, 'cam-1'],
      ['nowhere', 2, 'cam-1'],
      ['arbat', 0, 'cam-1'],
    ];
    expect(await sql.findMany(lookup, keys)).toEqual([
      { count_in: 24, bucket: 2 },
      undefined,
      { count_in: 10, bucket: 0 },
    ]);
    expect(await sql.findMany(lookup, [])).toEqual([]);
  });

  it('takes question marks in quotes for what they are', async () => {
    const sql = await open();
    expect(
      await sql.all(`select '?' as a, ? as "b?" from quarter_counts right join (select 1) one on true`, ['x']),
    ).toEqual([{ a: '?', 'b?': 'x' }]);
  });

  it('undoes everything when a transaction fails, and a part of it when a part fails', async () => {
    const sql = await open();
    const put = 'insert into rebuilds (store_id, requested_at) values (?, 1)';
    const failing = sql.transaction(async (inside) => {
      await inside.run(put, ['lost']);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await sql.transaction(async (inside) => {
      await inside.run(put, ['kept']);
      await inside
        .transaction(async (part) => {
          await part.run(put, ['lost']);
          throw new Error('no');
        })
        .catch(() => undefined);
    });
    expect(await sql.all('select store_id from rebuilds')).toEqual([{ store_id: 'kept' }]);
  });

  it('lets statements wait for the transaction that is under way', async () => {
    const sql = await open();
    const order: string[] = [];
    const transaction = sql.transaction(async (inside) => {
      await inside.run("insert into rebuilds (store_id, requested_at) values ('a', 1)");
      await new Promise((resolve) => setTimeout(resolve, 30));
      order.push('committed');
    });
    const rows = await sql.all('select store_id from rebuilds');
    order.push('read');
    await transaction;
    expect(rows).toHaveLength(1);
    expect(order).toEqual(['committed', 'read']);
  });

  it('is read through a second connection while it is written, and only as it was committed', async () => {
    const sql = await open();
    const reader = openSql(sql.place, { readonly: true });
    await sql.transaction(async (inside) => {
      await inside.run("insert into rebuilds (store_id, requested_at) values ('a', 1)");
      expect(await reader.all('select * from rebuilds')).toEqual([]);
    });
    expect(await reader.all('select * from rebuilds')).toHaveLength(1);
    const write = reader.transaction((inside) => inside.run("delete from rebuilds where store_id = 'a'"));
    await expect(write).rejects.toThrow(/may only be read/);
    await reader.close();
  });

  it('is queried through the query builder with the same code', async () => {
    const sql = await open();
    const chain = { id: 1, name: 'Ромашка', currency: 'RUB', locale: 'ru', holidays: null };
    await sql.orm.insert(organisation).values(chain);
    await sql.orm.update(organisation).set({ locale: 'en' });
    expect(await sql.orm.select().from(organisation)).toEqual([{ ...chain, locale: 'en' }]);
    expect(await sql.orm.delete(organisation).returning({ id: organisation.id })).toEqual([{ id: 1 }]);
  });

  it('is migrated once, also when two processes start at the same time', async () => {
    const { place, remove } = await freshPlace(dialect);
    const [one, two] = [openSql(place), openSql(place)];
    const applied = await Promise.all([migrate(one), migrate(two)]);
    expect(applied.flat()[0]).toBe('0000_init');
    expect(applied.filter((tags) => tags.length > 0)).toHaveLength(1);
    expect(await migrate(one)).toEqual([]);
    await Promise.all([one.close(), two.close()]);
    await remove();
  });

  it('is written by two processes in turn without an error', async () => {
    const sql = await open();
    const other = openSql(sql.place);
    await sql.run("insert into rebuilds (store_id, requested_at) values ('a', 0)");
    const addOne = (connection: Pick<typeof other, 'transaction'>): Promise<number> =>
      connection.transaction((inside) =>
        inside.run("update rebuilds set requested_at = requested_at + 1 where store_id = 'a'"),
      );
    await Promise.all(Array.from({ length: 40 }, (_, index) => addOne(index % 2 === 0 ? sql : other)));
    expect(await sql.all('select requested_at from rebuilds')).toEqual([{ requested_at: 40 }]);
    await other.close();
  });
});

describe('a database on PostgreSQL', () => {
  it('that loses its connection says so, and is there again with the next statement', async () => {
    const { place, remove } = await freshPlace('postgres');
    const [sql, other] = [openSql(place), openSql(place)];
    const [row] = await sql.all<{ pid: number }>('select pg_backend_pid() as pid');
    const broken = sql.transaction(async (inside) => {
      await other.all('select pg_terminate_backend(?)', [row!.pid]);
      await inside.all('select 1 as one');
    });
    await expect(broken).rejects.toMatchObject({ code: 'unavailable' });
    expect(await sql.all('select 1 as one')).toEqual([{ one: 1 }]);
    await Promise.all([sql.close(), other.close()]);
    await remove();
  });

  it('keeps a text with a NUL, which it has no letter for, with its stand-in', async () => {
    const { place, remove } = await freshPlace('postgres');
    const sql = openSql(place);
    expect(await sql.values('select cast(? as text)', ['a\0b'])).toEqual([['a\uFFFDb']]);
    await sql.close();
    await remove();
  });
});
