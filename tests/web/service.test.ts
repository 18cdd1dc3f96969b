import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Formats } from '../../web/format/formats.ts';
import { numberOf } from '../../web/format/numbers.ts';
import { latestFailures } from '../../web/service/latestFailures.ts';
import { hoursText, meanText, ownerText, pointsText, standardText } from '../../web/service/serviceText.ts';
import { draftOf, isOrdered, processIds, standardOf } from '../../web/service/standards/standardDraft.ts';
import type { Standard } from '../../web/service/standardTypes.ts';

const formats = new Formats('en-GB');

const wait: Standard = {
  process: 'checkout',
  processName: 'Checkout',
  criterion: 'wait-seconds',
  criterionName: 'Wait in the line',
  step: 'Queueing',
  unit: 's',
  owner: 'shift manager',
  level: 1,
  green: 120,
  yellow: 240,
  lowerIsBetter: true,
  weight: 1,
};
const known = processIds([wait]);

describe('words for service', () => {
  it('say a standard by its thresholds, and which side of them is the good one', () => {
    expect(standardText(wait, formats)).toBe('green up to 120\u00a0s, yellow up to 240\u00a0s');
    expect(standardText({ ...wait, unit: '%', green: 95, yellow: 80, lowerIsBetter: false }, formats)).toBe(
      'green from 95%, yellow from 80%',
    );
    expect(standardText({ ...wait, unit: 'yes/no' }, formats)).toBe('done each time');
    expect(standardText({ ...wait, green: null, yellow: null }, formats)).toBe('no standard: nothing is sorted');
  });

  it('say the mean of what was done or not as a share', () => {
    expect(meanText({ mean: 0.82, unit: 'yes/no' }, formats)).toBe('82%');
    expect(meanText({ mean: 45.25, unit: 's' }, formats)).toBe('45.3\u00a0s');
    expect(meanText({ mean: 99.44, unit: '%' }, formats)).toBe('99.4%');
    expect(meanText({ mean: 97.02, unit: '%' }, formats)).toBe('97%');
    expect(meanText({ mean: null, unit: 's' }, formats)).toBe('–');
  });

  it('name the role and its level', () => {
    expect(ownerText(wait)).toBe('shift manager (first line)');
    expect(ownerText({ owner: null, level: 3 })).toBe('management');
    expect(ownerText({ owner: null, level: null })).toBe('–');
  });

  it('give points a sign, and hours the unit that can be read', () => {
    expect([39.84, -12, 0, null].map((points) => pointsText(points, formats))).toEqual(['+39.8', '−12', '0', '–']);
    expect([0.5, 3.26, 60, null].map((hours) => hoursText(hours, formats))).toEqual([
      '30 min',
      '3.3 h',
      '2.5 days',
      '–',
    ]);
  });
});

describe('a number as people write it', () => {
  it('has a point or a comma, and is nothing where it is no number', () => {
    expect(['12', ' 3,5 ', '-0.25'].map(numberOf)).toEqual([12, 3.5, -0.25]);
    expect(['', 'abc', '1,2,3', '12 s', '.', '1e9'].map(numberOf)).toEqual([null, null, null, null, null, null]);
  });
});

describe('a standard that is being written', () => {
  it('comes out of the form as it went in', () => {
    const standards = fc.record({
      process: fc.stringMatching(/^[a-z]{1,9}$/),
      processName: fc.option(fc.stringMatching(/^[A-Z][a-z]{1,9}$/)),
      criterion: fc.stringMatching(/^[a-z]{1,9}$/),
      criterionName: fc.option(fc.stringMatching(/^[A-Z][a-z]{1,9}$/)),
      step: fc.constantFrom(null, 'Queueing'),
      unit: fc.constantFrom(null, 's', '%'),
      owner: fc.constantFrom(null, 'cashier'),
      level: fc.constantFrom(null, 1 as const, 2 as const, 3 as const),
      green: fc.integer({ min: -1000, max: 1000 }),
      yellow: fc.integer({ min: -1000, max: 1000 }),
      lowerIsBetter: fc.boolean(),
      weight: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(standards, (standard) => {
        expect(standardOf(draftOf(standard), known)).toEqual(standard);
      }),
    );
  });

  it('belongs to the process whose name it has, and else gets ids from its names', () => {
    const draft = { ...draftOf(null), criterionName: 'Приветствие', green: '1', yellow: '1' };
    expect(standardOf({ ...draft, processName: 'Checkout' }, known)).toMatchObject({
      process: 'checkout',
      criterion: 'privetstvie',
    });
    expect(standardOf({ ...draft, processName: 'Gift wrapping' }, known)).toMatchObject({ process: 'gift-wrapping' });
  });

  it('is none while a number is missing', () => {
    expect(standardOf({ ...draftOf(wait), green: '' }, known)).toBeNull();
  });

  it('has a yellow that is weaker than its green', () => {
    expect(isOrdered(wait)).toBe(true);
    expect(isOrdered({ ...wait, lowerIsBetter: false })).toBe(false);
    expect(isOrdered({ ...wait, yellow: 120, lowerIsBetter: false })).toBe(true);
  });
});

describe('what failed in the latest check', () => {
  const check = (standard: string, at: string, items: readonly [string, boolean][]) => ({
    ...{ id: `${standard}-${at}`, standard, name: `List ${standard}`, at, passed: null },
    items: items.map(([item, passed]) => ({ item, passed, text: `Text of ${item}` })),
  });

  it('is of each checklist by itself, whatever failed before, and each item once', () => {
    const checks = [
      check('hall', '2026-03-03', [
        ['clean', true],
        ['prices', false],
        ['prices', false],
      ]),
      check('till', '2026-03-02', [['float', true]]),
      check('hall', '2026-03-01', [['clean', false]]),
    ];
    expect(latestFailures(checks)).toEqual([
      { standard: 'hall', name: 'List hall', at: '2026-03-03', failed: [{ item: 'prices', text: 'Text of prices' }] },
      { standard: 'till', name: 'List till', at: '2026-03-02', failed: [] },
    ]);
    expect(latestFailures([])).toEqual([]);
  });
});
