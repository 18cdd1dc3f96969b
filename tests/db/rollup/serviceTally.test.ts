import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedTallies, type ServiceFacts, tallyService } from '../../../db/rollup/serviceTally.ts';
import { standardsOf, zoneOf } from '../../../db/rollup/zones.ts';
import { makeStandard } from '../../server/kpi/service/tallied.ts';

const standardOf = standardsOf([
  makeStandard('hotline', 'answer'),
  makeStandard('checkout', 'minutes', { green: 3, yellow: 5 }),
]);

describe('the zones of a standard', () => {
  it('take a value at a threshold for the better one, whichever way is better', () => {
    const lower = { green: 30, yellow: 60, lowerIsBetter: true };
    expect([0, 30, 30.1, 60, 60.1].map((value) => zoneOf(lower, value))).toEqual([
      'green',
      'green',
      'yellow',
      'yellow',
      'red',
    ]);
    const higher = { green: 0.9, yellow: 0.8, lowerIsBetter: false };
    expect([1, 0.9, 0.89, 0.8, 0.79].map((value) => zoneOf(higher, value))).toEqual([
      'green',
      'green',
      'yellow',
      'yellow',
      'red',
    ]);
  });

  it('keep processes and criteria apart whatever their names', () => {
    const of = standardsOf([makeStandard('a b', 'c'), makeStandard('a', 'b c', { green: 1 })]);
    expect([of('a b', 'c')?.green, of('a', 'b c')?.green, of('a', 'b')]).toEqual([30, 1, undefined]);
  });
});

const text = fc.constantFrom('hotline', 'checkout', 'zoo');
const facts = fc.record({
  observations: fc.array(
    fc.record({
      process: text,
      criterion: fc.constantFrom('answer', 'minutes'),
      value: fc.integer({ min: -9, max: 99 }),
    }),
  ),
  answers: fc.array(
    fc.record({
      survey: fc.constantFrom('nps' as const, 'csat' as const, 'csi' as const),
      score: fc.integer({ min: 1, max: 5 }),
      criterion: fc.constantFrom(null, 'speed'),
      stage: fc.constantFrom(null, 'before' as const),
    }),
  ),
  checks: fc.array(
    fc.record({ standard: text, items: fc.array(fc.record({ item: text, passed: fc.boolean() }), { maxLength: 4 }) }),
  ),
});

function byKey(tallies: ReturnType<typeof tallyService>): unknown[] {
  return tallies.map((one) => JSON.stringify(one)).toSorted();
}

describe('sums of service', () => {
  it('count what falls into each zone, and of what has no standard only how much there was', () => {
    const observations = [
      { process: 'hotline', criterion: 'answer', value: 30 },
      { process: 'hotline', criterion: 'answer', value: 61 },
      { process: 'zoo', criterion: 'answer', value: 1 },
    ];
    expect(tallyService({ observations, answers: [], checks: [] }, standardOf)).toEqual([
      {
        kind: 'observation',
        process: 'hotline',
        criterion: 'answer',
        stage: '',
        answers: 2,
        total: 91,
        squares: 0,
        good: 1,
        middling: 0,
        bad: 1,
      },
      {
        kind: 'observation',
        process: 'zoo',
        criterion: 'answer',
        stage: '',
        answers: 1,
        total: 1,
        squares: 0,
        good: 0,
        middling: 0,
        bad: 0,
      },
    ]);
  });

  it('are the same of a whole as of its parts added, in any order', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const both: ServiceFacts = {
          observations: [...a.observations, ...b.observations],
          answers: [...a.answers, ...b.answers],
          checks: [...a.checks, ...b.checks],
        };
        const parts = [tallyService(a, standardOf), tallyService(b, standardOf)];
        const whole = byKey(tallyService(both, standardOf));
        expect(byKey(addedTallies(parts.flat()))).toEqual(whole);
        expect(byKey(addedTallies(parts.toReversed().flat()))).toEqual(whole);
      }),
    );
  });

  it('add up: zones to observations with a standard, promoters, passives and detractors to answers, items to items', () => {
    fc.assert(
      fc.property(facts, (some) => {
        for (const tally of tallyService(some, standardOf)) {
          const sorted = tally.good + tally.middling + tally.bad;
          const isSorted = tally.kind !== 'observation' || standardOf(tally.process, tally.criterion) !== undefined;
          if (tally.kind === 'observation') expect(sorted).toBe(isSorted ? tally.answers : 0);
          if (tally.kind === 'nps' || tally.kind === 'check') expect(sorted).toBe(tally.answers);
          if (tally.kind === 'csat') expect(sorted).toBeLessThanOrEqual(tally.answers);
          if (tally.kind === 'csi') expect(sorted).toBe(0);
        }
      }),
    );
  });
});
