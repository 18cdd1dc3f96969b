import { describe, expect, it } from 'vitest';
import { emptyTally } from '../../../../db/rollup/tally.ts';
import { type BranchSights, branchesToLookAt } from '../../../../server/kpi/day/branches.ts';
import type { Attention, Outage } from '../../../../server/kpi/day/schema.ts';
import { kpisOf } from '../../../../server/kpi/kpis.ts';

const quarter = 900_000;

/** A branch where so many came in and so many of them bought, all of the time covered. */
function branch(store: string, { entries = 1000, purchases = 250, coverage = 1 } = {}): BranchSights {
  const window = {
    ...emptyTally(),
    ...{ entriesSeen: 48, purchasesSeen: 48, entriesDoubled: 2 * entries, purchases },
    ...{ conversionPurchases: purchases, conversionEntriesDoubled: 2 * entries },
    ...{ entriesExpectedMs: 48 * quarter, entriesObservedMs: coverage * 48 * quarter },
    ...{ purchasesExpectedMs: 48 * quarter, purchasesObservedMs: 48 * quarter },
  };
  const kpis = kpisOf({ window, outside: emptyTally() }, { hours: 'open', isPartial: false });
  return { store, name: store, kpis, sums: window, attention: [] };
}

function outage(more: Partial<Outage> = {}): Outage {
  return {
    ...{ code: 'outage', cause: 'silent', step: 'entries', device: 'door', name: 'Door' },
    ...{ since: '2026-03-14T13:05:00+03:00', until: null, coverage: 0.8 },
    ...more,
  };
}

function fall(change: number): Attention {
  return { code: 'belowUsual', figure: 'entries', value: 300, usual: 400, low: 350, change };
}

const chain = ['a', 'b', 'c', 'd', 'e'].map((id) => branch(id));
const found = (more: readonly BranchSights[]) => branchesToLookAt([...chain, ...more]);
const order = (more: readonly BranchSights[]) => found(more).map(({ store }) => store);

describe('which branches need a look', () => {
  it('is none where nothing stands out of any and all convert alike', () => {
    expect(found([])).toEqual([]);
    expect(branchesToLookAt([])).toEqual([]);
  });

  it('begins with silent counters, since their figures cannot be believed, and ends with what is over', () => {
    const lost = { ...branch('lost'), attention: [outage({ cause: 'low_coverage', coverage: 0.5 })] };
    const fallen = { ...branch('fallen'), attention: [fall(-0.4)] };
    const silent = { ...branch('silent'), attention: [outage()] };
    const wrong = { ...branch('wrong'), attention: [{ code: 'implausible', flag: 'conversion_over_100' } as const] };
    expect(order([lost, fallen, wrong, silent])).toEqual(['silent', 'wrong', 'fallen', 'lost']);
  });

  it('puts a counter that fell silent before one that never spoke, and the greatest fall before smaller ones', () => {
    const never = { ...branch('a never'), attention: [outage({ cause: 'never_reported', since: null })] };
    const silent = { ...branch('z silent'), attention: [outage()] };
    const [little, much] = [fall(-0.2), fall(-0.5)].map((one, i) => ({ ...branch(`fall ${i}`), attention: [one] }));
    expect(order([never, silent, ...[little, much].flatMap((one) => one ?? [])])).toEqual([
      ...['z silent', 'a never', 'fall 1', 'fall 0'],
    ]);
  });

  it('tells equals in the order of their names, counted as people count', () => {
    const two = ['store 10', 'store 9'].map((id) => ({ ...branch(id), attention: [outage()] }));
    expect(order(two)).toEqual(['store 9', 'store 10']);
  });

  it('names who converts far below all together, behind what fell below its own usual', () => {
    const low = branch('low', { purchases: 150 });
    const fallen = { ...branch('fallen'), attention: [fall(-0.1)] };
    const [first, second] = found([low, fallen]);
    expect(first?.store).toBe('fallen');
    expect(second).toMatchObject({ store: 'low', attention: [{ code: 'belowOthers', value: 0.15 }] });
    const told = second?.attention[0];
    expect(told?.code === 'belowOthers' && told.rate).toBeCloseTo((6 * 250 + 150) / 7000, 6);
    expect(told?.code === 'belowOthers' && told.low).toBeGreaterThan(0.15);
  });

  it('is silent about a branch that is lower by no more than chance, or by the outer limits alone might be', () => {
    expect(found([branch('lower', { purchases: 225 })])).toEqual([]);
    expect(found([branch('small', { entries: 20, purchases: 2 })])).toEqual([]);
  });

  it('says a low conversion once: by the branch’s own days where these tell it', () => {
    const own = {
      code: 'belowUsual',
      figure: 'conversionRate',
      value: 0.15,
      usual: 0.25,
      low: 0.2,
      change: -0.4,
    } as const;
    const low = { ...branch('low', { purchases: 150 }), attention: [own] };
    expect(found([low])).toEqual([{ store: 'low', name: 'low', attention: [own] }]);
  });

  it('sets nothing beside the others that is hardly covered, and no branch beside itself', () => {
    expect(found([branch('dark', { purchases: 100, coverage: 0.5 })])).toEqual([]);
    expect(branchesToLookAt([branch('alone', { purchases: 1 })])).toEqual([]);
  });
});
