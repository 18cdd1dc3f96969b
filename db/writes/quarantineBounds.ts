import type { Sql } from '../sql/port.ts';

/** How many rows a device may have in quarantine; the oldest of more are let go and counted. */
export const keptPerDevice = 1000;
/** How many of those may have a body of more than 8 KiB: a device that sends large nonsense fills no disk. */
export const largeKeptPerDevice = 50;
/** How many rows there may be in all, whoever sent them: the names of devices that are not set up have no bound. */
export const keptInAll = 100_000;
export const largeBodyLength = 8192;

interface Oldest {
  readonly id: number;
  readonly topic: string;
}

/** Lets the oldest rows of a device go, above what it may have, and counts them by topic. `hasLarge`: large ones were added. */
export async function letGo(sql: Sql, deviceId: string, hasLarge: boolean): Promise<void> {
  await letGoOf(sql, deviceId, { most: keptPerDevice, minLength: 0 });
  if (hasLarge) await letGoOf(sql, deviceId, { most: largeKeptPerDevice, minLength: largeBodyLength + 1 });
}

async function letGoOf(
  sql: Sql,
  deviceId: string,
  { most, minLength }: { readonly most: number; readonly minLength: number },
): Promise<void> {
  const ofDevice = `from quarantine where device_id = ? ${minLength > 0 ? 'and length(body) >= ?' : ''}`;
  const params = minLength > 0 ? [deviceId, minLength] : [deviceId];
  const [row] = await sql.all<{ count: number }>(`select count(*) as count ${ofDevice}`, params);
  const tooMany = (row?.count ?? 0) - most;
  if (tooMany <= 0) return;
  const oldest = `select id, topic ${ofDevice} order by last_at, id limit ?`;
  await letGoRows(sql, await sql.all(oldest, [...params, tooMany]));
}

/**
 * Lets the oldest rows of all go, above what there may be; counted by store, and together for stores that are not set up, so that
 * the counts have a bound as well.
 */
export async function letGoInAll(sql: Sql, most: number): Promise<void> {
  const [row] = await sql.all<{ count: number }>('select count(*) as count from quarantine');
  const tooMany = (row?.count ?? 0) - most;
  if (tooMany <= 0) return;
  const oldest = await sql.all<{ id: number; store: string | null }>(
    `select q.id, s.id as store from quarantine q left join stores s on s.id = q.store_id
     order by q.last_at, q.id limit ?`,
    [tooMany],
  );
  const topicOf = (store: string | null): string => (store === null ? '#' : `lintel/v1/${store}/#`);
  await letGoRows(
    sql,
    oldest.map(({ id, store }) => ({ id, topic: topicOf(store) })),
  );
}

async function letGoRows(sql: Sql, rows: readonly Oldest[]): Promise<void> {
  if (rows.length === 0) return;
  const byTopic = new Map<string, number>();
  for (const { id, topic } of rows) {
    await sql.run('delete from quarantine where id = ?', [id]);
    byTopic.set(topic, (byTopic.get(topic) ?? 0) + 1);
  }
  const conflict = 'on conflict (topic) do update set count = quarantine_let_go.count + excluded.count';
  const counted = { table: 'quarantine_let_go', columns: ['topic', 'count'], types: ['text', 'bigint'], conflict };
  await sql.upsertMany(counted, [...byTopic]);
}
