import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compareRollups } from '../../db/reads/compareRollups.ts';
import { readPeriods } from '../../db/reads/funnel.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import { migrate } from '../../db/sql/migrate.ts';
import { openSql } from '../../db/sql/open.ts';
import type { Sql } from '../../db/sql/port.ts';
import { openSpans } from '../../db/time/opening.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { applySettings } from '../../db/writes/settings.ts';
import { openFeed } from '../../server/cli/feed.ts';
import { demoStores } from '../../server/demo/chain.ts';
import { demoPlaces, tellOlder, tellRecent } from '../../server/demo/history.ts';
import { demoSettings } from '../../server/demo/provision.ts';
import { storyOf } from '../../server/demo/story.ts';

const scope = systemScope('test');
const dayMs = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'lintel-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function demoDatabase(installedAt: number): Promise<Sql> {
  const sql = openSql({ databaseUrl: undefined, dataDir: mkdtempSync(join(folder, 'data-')) });
  await migrate(sql);
  await applySettings(sql, scope, demoSettings(installedAt));
  return sql;
}

describe('the demo chain', () => {
  it('has twelve stores in four time zones with three currencies, one of them without an outside counter', () => {
    expect(demoStores.length).toBe(12);
    expect(new Set(demoStores.map((store) => store.timezone)).size).toBe(4);
    expect(new Set(demoStores.map((store) => store.currency)).size).toBe(3);
    expect(demoStores.filter((store) => !store.hasStreetCounter).map((store) => store.id)).toEqual(['khimki']);
  });

  it('has at least two stores open at any hour of any day of the week', async () => {
    const sql = await demoDatabase(0);
    const stores = [...(await loadSettings(sql, scope)).stores.values()];
    await sql.close();
    for (let hour = 0; hour < 14 * 24; hour += 1) {
      const at = Date.UTC(2026, 9, 19, hour, 30);
      const open = stores.filter((store) => openSpans(store, at, at + 1).length > 0).map((store) => store.id);
      expect({ at: new Date(at).toISOString(), isAlive: open.length >= 2 }).toEqual({
        at: new Date(at).toISOString(),
        isAlive: true,
      });
    }
  });

  it('tells the same history every time, whichever part is told first, with rollups that agree with the facts', async () => {
    const now = Date.UTC(2026, 10, 2, 12);
    const whole = { startAt: now - 9 * dayMs, endAt: now };
    const told = async (parts: 'recent' | 'older first'): Promise<unknown> => {
      const sql = await demoDatabase(whole.startAt);
      const settings = await loadSettings(sql, scope);
      const history = { feed: openFeed(sql, settings), places: demoPlaces(settings).slice(6, 8), story: storyOf(now) };
      const middle = now - 2 * dayMs;
      const older = { ...history, span: { startAt: whole.startAt, endAt: middle }, goOn: async () => true };
      if (parts === 'older first') await tellOlder(older);
      await tellRecent(history, { startAt: middle, endAt: now });
      if (parts === 'recent') await tellOlder(older);
      const storeIds = history.places.map((place) => place.demo.id);
      for (const storeId of storeIds) expect(await compareRollups(sql, scope, { settings, storeId, now })).toEqual([]);
      const query = {
        settings,
        storeIds,
        from: '2026-10-24',
        to: '2026-11-02',
        by: 'day',
        hours: 'open',
        now,
      } as const;
      const periods = await readPeriods(sql, scope, query);
      await sql.close();
      return periods;
    };
    const periods = await told('recent');
    expect(periods).toEqual(await told('older first'));
    expect(periods).toMatchObject([{ total: { window: { purchases: expect.any(Number) } } }, {}]);
  });

  it('has an outage, a counter that went missing and one that was covered', () => {
    const { silences, troubles } = storyOf(Date.UTC(2026, 10, 2));
    expect(silences.map(({ deviceId }) => deviceId)).toEqual([
      'hamburg-door',
      'hamburg-street',
      'hamburg-till',
      'munich-street',
    ]);
    expect(troubles).toMatchObject([{ deviceId: 'los-angeles-street', problem: 'covered' }]);
  });
});
