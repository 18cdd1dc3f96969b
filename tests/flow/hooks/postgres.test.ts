import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openSql } from '../../../db/sql/open.ts';
import { freshPlace } from '../../db/dialects.ts';
import { startServer } from '../../setup/server.ts';
import { eventually } from '../shop.ts';
import { hooked, knownOf, requestTo, secretOf, setUpFeeds } from './feeds.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

test('while somebody holds the tables of PostgreSQL, vendors are answered in time, and all is stored afterwards', async () => {
  const fresh = await freshPlace('postgres');
  endings.push(fresh.remove);
  const all = await hooked();
  await setUpFeeds(fresh.place, all, ['slow-']);
  const server = await startServer({ DATABASE_URL: fresh.place.databaseUrl ?? '' });
  endings.push(() => server.stop());
  const sql = openSql(fresh.place);
  endings.push(() => sql.close());
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holder = openSql(fresh.place);
  endings.push(() => holder.close());
  const isHeld = await new Promise<boolean>((resolve, reject) => {
    holder
      .transaction(async (held) => {
        await held.run('lock table device_states, sales, count_intervals in exclusive mode');
        resolve(true);
        await released;
      })
      .catch(reject);
  });
  expect(isHeld).toBe(true);
  const answers = await Promise.all(
    all.map(async (one) => {
      const feed = `slow-${one.adapter.profile}`;
      const { url, init } = requestTo(server.url, one, { feed, secret: secretOf(feed) });
      const beganAt = performance.now();
      const { status } = await fetch(url, init);
      return { one, status, ms: performance.now() - beganAt };
    }),
  );
  const late = answers.filter(({ one, status, ms }) => status >= 300 || ms >= one.webhook.answerWithinMs);
  expect(late.map(({ one, status, ms }) => [one.adapter.profile, status, ms])).toEqual([]);
  const spool = join(server.dataDir, 'spool');
  expect(readdirSync(spool)).toHaveLength(all.length);
  release();
  await eventually(
    async () => readdirSync(spool),
    (files) => files.length === 0,
  );
  for (const { adapter } of all) {
    const { quarantine = [], ...facts } = await knownOf(sql, `slow-${adapter.profile}`);
    expect({ profile: adapter.profile, quarantine }).toEqual({ profile: adapter.profile, quarantine: [] });
    expect(Object.keys(facts)).not.toEqual([]);
  }
});
