import { describe, expect, it } from 'vitest';
import { type CheckFact, checksOf } from '../../../../server/kpi/service/checks.ts';

const question = {
  checklists: [
    { id: 'visit', name: 'Mystery visit', items: [{ id: 'greeting', text: 'Greeted within a minute' }] },
    { id: 'opening', name: 'Opening', items: [] },
  ],
  formatAt: (at: number) => `at ${at}`,
};

/** `+greeting -badge` */
function check(at: number, results: string, standard = 'visit'): CheckFact {
  const items = results.split(' ').map((one) => ({ item: one.slice(1), passed: one.startsWith('+') }));
  return { id: `c${at}`, at, standard, items };
}

describe('standards checks', () => {
  it('are the share of all items passed, by standard with the worst first', () => {
    const figures = checksOf(
      [check(3, '+lights -till', 'opening'), check(1, '+greeting +badge'), check(2, '+badge')],
      question,
    );
    expect(figures).toMatchObject({ checks: 3, items: 5, passed: 4, passedShare: 0.8 });
    expect(figures.standards).toEqual([
      { standard: 'opening', name: 'Opening', checks: 1, items: 2, passed: 1, passedShare: 0.5, lastAt: 'at 3' },
      { standard: 'visit', name: 'Mystery visit', checks: 2, items: 3, passed: 3, passedShare: 1, lastAt: 'at 2' },
    ]);
  });

  it('tell what failed twice or more, and how often in a row up to the latest', () => {
    const checks = [
      check(1, '-greeting -badge +floor'),
      check(2, '+greeting -badge -floor'),
      check(3, '-greeting +badge'),
      check(4, '-greeting -door'),
    ];
    expect(checksOf(checks.toReversed(), question).repeatedFailures).toEqual([
      { standard: 'visit', item: 'greeting', text: 'Greeted within a minute', failed: 3, checked: 4, inARow: 2 },
      { standard: 'visit', item: 'badge', text: 'badge', failed: 2, checked: 3, inARow: 0 },
    ]);
  });

  it('take an item looked at twice in one check for failed where it failed once', () => {
    const checks = [check(1, '-greeting +greeting'), check(2, '+greeting -greeting')];
    expect(checksOf(checks, question).repeatedFailures).toMatchObject([{ failed: 2, checked: 2, inARow: 2 }]);
  });

  it('have no share where there were none', () => {
    expect(checksOf([], question)).toEqual({
      ...{ checks: 0, items: 0, passed: 0, passedShare: null, interval: null, standards: [], repeatedFailures: [] },
    });
  });
});
