import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareRollups } from '../../../db/reads/compareRollups.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import { rebuildRollups } from '../../../db/writes/rebuild.ts';
import { clock } from '../../ingest/house.ts';
import { batches, messagesOf, shuffled } from '../../ingest/traffic.ts';
import { owner } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';
import {
  deeds,
  doOnce,
  expectExplained,
  freshDays,
  makeDays,
  openReporting,
  otherSettings,
  report,
  reportedRows,
  restatements,
} from './reported.ts';

describeOnBothDialects('a day that was reported, whatever comes', (open, dialect) => {
  const numRuns = dialect === 'sqlite' ? 12 : 4;

  it('keeps what it showed, and every later difference adds up by its causes, whatever comes', async () => {
    const seen = new Set<string>();
    const property = fc.asyncProperty(
      messagesOf(30, 120),
      fc.record({
        sizes: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
        early: fc.nat({ max: 100 }),
        seed: fc.integer(),
        deeds: fc.array(fc.constantFrom(...deeds), { minLength: 1, maxLength: 6 }),
      }),
      async (messages, { sizes, early, seed, deeds: done }) => {
        const house = await openReporting(open);
        const settings = await loadSettings(house.sql, owner);
        const inTime = messages.slice(0, Math.floor((messages.length * early) / 100));
        await house.send(...inTime);
        await report(house.sql);
        const rows = await reportedRows(house.sql);
        for (const [i, batch] of batches(shuffled([...messages, ...inTime], seed), sizes).entries()) {
          await house.send(...batch);
          await doOnce(house.sql, settings, done[i % done.length] ?? 'nothing');
          if (batch.length % 3 === 0) await makeDays(house.sql, settings);
          await report(house.sql);
        }
        const days = await restatements(house.sql);
        expect(days.map(({ date }) => date)).toEqual(['2026-03-17', '2026-03-18', '2026-03-19']);
        for (const day of days) {
          expectExplained(day);
          for (const { cause } of day.changes) seen.add(cause);
        }
        expect(await reportedRows(house.sql)).toEqual(rows);
        expect(await compareRollups(house.sql, owner, { settings, storeId: 'arbat', now: clock })).toEqual([]);
        await rebuildRollups(house.sql, owner, { settings, storeId: 'arbat', now: clock });
        expect(await restatements(house.sql)).toEqual(days);
      },
    );
    await fc.assert(property, { numRuns, endOnFailure: true });
    expect(seen).toContain('late');
    // Without other settings nothing is left over for them to explain.
    expect(seen).not.toContain('settings');
  }, 300_000);

  it('is restated as a house shows it that was sent everything at once', async () => {
    const property = fc.asyncProperty(messagesOf(30, 120), fc.integer(), async (messages, seed) => {
      const house = await openReporting(open);
      await house.send(...messages.slice(0, messages.length >> 1));
      await report(house.sql);
      const rest = shuffled(messages, seed);
      for (const batch of batches(rest, [7, 20])) await house.send(...batch);
      const fresh = await freshDays(open, [...messages.slice(0, messages.length >> 1), ...rest]);
      for (const day of await restatements(house.sql)) expect(day.restated).toEqual(fresh.get(day.date));
    });
    await fc.assert(property, { numRuns: Math.ceil(numRuns / 2), endOnFailure: true });
  }, 300_000);

  it('explains what other settings changed as such, before and after the rollups were made again', async () => {
    const property = fc.asyncProperty(
      messagesOf(30, 80),
      fc.nat({ max: 100 }),
      fc.boolean(),
      async (messages, early, areDaysMade) => {
        const house = await openReporting(open);
        const split = Math.floor((messages.length * early) / 100);
        await house.send(...messages.slice(0, split));
        await report(house.sql);
        const rows = await reportedRows(house.sql);
        await otherSettings(house.sql);
        if (areDaysMade) await makeDays(house.sql, await loadSettings(house.sql, owner));
        await house.send(...messages.slice(split));
        const before = await restatements(house.sql);
        await makeDays(house.sql, await loadSettings(house.sql, owner));
        const after = await restatements(house.sql);
        const fresh = await freshDays(open, messages, otherSettings);
        for (const day of [...before, ...after]) expectExplained(day);
        for (const day of after) expect(day.restated).toEqual(fresh.get(day.date));
        expect(await reportedRows(house.sql)).toEqual(rows);
      },
    );
    await fc.assert(property, { numRuns: Math.ceil(numRuns / 2), endOnFailure: true });
  }, 300_000);
});
