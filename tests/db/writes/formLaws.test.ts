import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadSettings } from '../../../db/reads/settings.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { systemScope } from '../../../db/vocabulary/scope.ts';
import { saveObservations } from '../../../db/writes/observations.ts';
import { savePageAnswers } from '../../../db/writes/pageAnswers.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { saveSurveyPage } from '../../../db/writes/surveyPages.ts';
import { manager, owner, smallChain } from '../chain.ts';
import { describeOnBothDialects } from '../dialects.ts';

const hour = 3_600_000;
const now = Date.parse('2026-03-10T12:00:00Z');
const storeId = 'arbat';
const visitor = systemScope('survey');

const observations = Array.from({ length: 8 }, (_, n) => ({
  id: `observed-${n}`,
  at: now - n * 9 * hour,
  process: 'hotline',
  criterion: 'answer-seconds',
  value: n * 10,
}));
/** Batches as phones send them: some again, some together with others, in any order. */
const batches = fc
  .array(fc.subarray(observations, { minLength: 1 }), { maxLength: 6 })
  .chain((some) => fc.shuffledSubarray([...some, observations], { minLength: some.length + 1 }));

/** Visits of three phones, each more than four hours from the next, with retries that come a moment apart. */
const visits = fc.uniqueArray(fc.record({ phone: fc.nat(2), day: fc.nat(5), score: fc.nat(10) }), {
  minLength: 1,
  maxLength: 6,
  selector: ({ phone, day }) => `${phone} ${day}`,
});
const sendings = visits.chain((list) =>
  fc
    .array(fc.record({ visit: fc.constantFrom(...list), lateMs: fc.nat(5000) }), { maxLength: 8 })
    .map((more) => [...list.map((visit) => ({ visit, lateMs: 0 })), ...more])
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
);

async function empty(sql: Sql): Promise<void> {
  for (const table of ['observations', 'survey_answers', 'survey_visits']) await sql.run(`delete from ${table}`);
}

describeOnBothDialects('what phones send again', (open, dialect) => {
  const numRuns = dialect === 'sqlite' ? 40 : 8;

  it('is kept once, in whatever order and company it comes', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const settings = await loadSettings(sql, owner);
    const law = fc.asyncProperty(batches, async (sent) => {
      await empty(sql);
      let kept = 0;
      for (const batch of sent)
        kept += (await saveObservations(sql, manager, { settings, storeId, observations: batch, sentAt: null, now }))
          .kept;
      expect(kept).toBe(observations.length);
      const rows = await sql.all('select id, at, process, criterion, value from observations order by id');
      expect(rows).toEqual(observations);
    });
    await fc.assert(law, { numRuns });
  });

  it('is one answer a phone a visit, in whatever order visits and retries come', async () => {
    const sql = await open();
    await applySettings(sql, owner, smallChain());
    const settings = await loadSettings(sql, owner);
    const whenNew = {
      isOpen: true,
      locale: 'en',
      questions: [{ survey: 'nps', criterion: null, text: null } as const],
    };
    const page = { settings, storeId, change: {}, whenNew, renew: false, now };
    const { key } = await saveSurveyPage(sql, manager, page);
    const law = fc.asyncProperty(sendings, async (sent) => {
      await empty(sql);
      for (const { visit, lateMs } of sent) {
        const answers = [{ survey: 'nps', criterion: null, score: visit.score, comment: null } as const];
        const at = now - visit.day * 24 * hour - lateMs;
        const phone = `phone ${visit.phone}`;
        await savePageAnswers(sql, visitor, { settings, key, phone, stage: null, answers, at, now });
      }
      const scores = (await sql.all<{ score: number }>('select score from survey_answers')).map(({ score }) => score);
      const wanted = new Map(sent.map(({ visit }) => [`${visit.phone} ${visit.day}`, visit.score]));
      expect(scores.sort()).toEqual([...wanted.values()].sort());
    });
    await fc.assert(law, { numRuns });
  });
});
