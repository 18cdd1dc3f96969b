import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedTallies } from '../../../../db/rollup/serviceTally.ts';
import { csatOf, csiOf, npsOf, voiceOf } from '../../../../server/kpi/service/voice.ts';
import { makeStandard, scores, tallied } from './tallied.ts';

describe('the voice of the customer', () => {
  it('takes 9 and 10 for promoters, 7 and 8 for passives, 0 to 6 for detractors', () => {
    const nps = npsOf(tallied({ answers: scores('nps', [10, 9, 9, 8, 7, 6, 0]) }));
    expect(nps).toMatchObject({ answers: 7, promoters: 3, passives: 2, detractors: 2 });
    expect(nps.nps).toBeCloseTo(100 / 7, 10);
  });

  it('takes 4 and 5 of 5 for satisfied', () => {
    expect(csatOf(tallied({ answers: scores('csat', [5, 4, 3, 1]) }))).toMatchObject({
      ...{ csat: 0.5, satisfied: 2, answers: 4 },
      interval: [expect.closeTo(0.15004, 5), expect.closeTo(0.84996, 5)],
    });
  });

  it('weighs the criteria of the index as the standards say, first by those of the process csi', () => {
    const standards = [
      makeStandard('checkout', 'speed', { weight: 9 }),
      makeStandard('csi', 'speed', { weight: 2, criterionName: 'How quick we are' }),
      makeStandard('consultation', 'advice', { weight: 3 }),
    ];
    const answers = [
      ...scores('csi', [8, 6], { criterion: 'speed' }),
      ...scores('csi', [10], { criterion: 'advice' }),
      ...scores('csi', [5]),
    ];
    const csi = csiOf(tallied({ answers }), standards);
    // (2·8 + 2·6 + 3·10 + 1·5) / (2·20 + 3·10 + 1·10)
    expect(csi.csi).toBeCloseTo(63 / 80, 12);
    expect(csi.answers).toBe(4);
    expect(csi.criteria).toEqual([
      { criterion: null, name: null, weight: 1, mean: 5, answers: 1 },
      { criterion: 'advice', name: null, weight: 3, mean: 10, answers: 1 },
      { criterion: 'speed', name: 'How quick we are', weight: 2, mean: 7, answers: 2 },
    ]);
  });

  it('is told apart before and after a contact, and in all', () => {
    const answers = [...scores('nps', [0, 10], { stage: 'before' }), ...scores('nps', [10]), ...scores('csat', [5])];
    const { nps, csat, csi } = voiceOf(tallied({ answers }), []);
    expect(nps.all).toMatchObject({ answers: 3, promoters: 2, detractors: 1 });
    expect(nps.before).toMatchObject({ nps: 0, answers: 2 });
    expect(nps.after).toBeNull();
    expect(csat.before).toBeNull();
    expect(csi.all).toEqual({ csi: null, interval: null, answers: 0, criteria: [] });
  });

  it('has no figure without answers, and no interval of one', () => {
    expect(npsOf([])).toMatchObject({ nps: null, interval: null, answers: 0 });
    expect(csatOf(tallied({ answers: scores('csat', [5]) }))).toMatchObject({ csat: 1, interval: null });
    const unweighed = [makeStandard('csi', 'speed', { weight: 0 })];
    const answers = scores('csi', [3, 4], { criterion: 'speed' });
    expect(csiOf(tallied({ answers }), unweighed)).toMatchObject({ csi: null, interval: null, answers: 2 });
  });

  it('is the same from days put together as from all answers at once', () => {
    const score = fc.record({ survey: fc.constant('nps' as const), score: fc.nat(10) });
    const answer = fc.oneof(
      score,
      fc.record({ survey: fc.constant('csat' as const), score: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ survey: fc.constant('csi' as const), score: fc.integer({ min: 1, max: 10 }) }),
    );
    const given = fc.record({
      day: fc.nat(4),
      answer,
      criterion: fc.constantFrom(null, 'speed', 'advice'),
      stage: fc.constantFrom(null, 'before' as const, 'after' as const),
    });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 60 }), (all) => {
        const answers = all.map((one) => ({ ...one.answer, criterion: one.criterion, stage: one.stage }));
        const days = [0, 1, 2, 3, 4].flatMap((day) =>
          tallied({ answers: answers.filter((_, i) => all[i]?.day === day) }),
        );
        const standards = [makeStandard('csi', 'speed', { weight: 3 })];
        const [whole, merged] = [tallied({ answers }), addedTallies(days)].map((tallies) =>
          voiceOf(tallies, standards),
        );
        expect(merged).toEqual(whole);
        const { nps } = whole ?? {};
        const { promoters = 0, passives = 0, detractors = 0, answers: count } = nps?.all ?? {};
        expect(promoters + passives + detractors).toBe(count);
        expect((nps?.before?.answers ?? 0) + (nps?.after?.answers ?? 0)).toBeLessThanOrEqual(count ?? 0);
      }),
    );
  });

  it('of the San Francisco airport’s survey of 2017 is 39.84, of 2,746 answers', () => {
    const file = '../shared/data/sfo_survey/sfo_2017_survey_subset.csv';
    // The published answers where they are at hand; else their distribution, as published with them. 11 is a blank.
    const counts = [17, 6, 8, 19, 18, 144, 130, 291, 677, 564, 872];
    const given = existsSync(file)
      ? readFileSync(file, 'utf8').split('\n').slice(1).flatMap(netPromoter)
      : counts.flatMap((count, score) => Array<number>(count).fill(score));
    const nps = npsOf(tallied({ answers: scores('nps', given) }));
    expect(nps).toMatchObject({ answers: 2746, promoters: 1436, passives: 968, detractors: 342 });
    expect(nps.nps).toBeCloseTo(39.8398, 4);
    expect(nps.interval?.map((end) => Math.round(end * 100) / 100)).toEqual([37.18, 42.41]);
  });
});

/** The sixth column, where somebody answered. */
function netPromoter(line: string): number[] {
  const cell = line.split(',')[5] ?? '';
  return cell === '' || cell === '11' ? [] : [Number(cell)];
}
