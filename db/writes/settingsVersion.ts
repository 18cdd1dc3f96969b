import type { Sql } from '../sql/port.ts';

/** Two changes at once on PostgreSQL come one after the other: the second waits here. */
export async function lockSettings(sql: Sql): Promise<void> {
  await sql.run(
    `insert into meta (key, value) values ('settings_version', '0')
     on conflict (key) do update set value = meta.value`,
  );
}

/** Every process reads the settings anew. */
export async function bumpVersion(sql: Sql): Promise<void> {
  await sql.run("update meta set value = cast(cast(value as bigint) + 1 as text) where key = 'settings_version'");
}
