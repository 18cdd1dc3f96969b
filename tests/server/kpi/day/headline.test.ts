import { describe, expect, it } from 'vitest';
import { headlineOf } from '../../../../server/kpi/day/headline.ts';
import { standingOf } from '../../../../server/kpi/day/standing.ts';
import { kpisOf } from '../../../../server/kpi/kpis.ts';
import { day, goodHour, period, tally } from '../tallied.ts';

const open = { isPast: false, isOpen: true, opensAt: 8, hours: [{ endAt: 20 }] };
const nobody = { passersBy: null, entries: null, purchases: null };

describe('what the sentence at the top speaks of', () => {
  it('leads with who came in, else with who bought, else with who passed', () => {
    expect(headlineOf(day(), open)).toEqual({ state: 'counted', step: 'entries', isOver: false });
    expect(headlineOf(day({ entries: null }), open).step).toBe('purchases');
    expect(headlineOf(day({ entries: null, purchases: null }), open).step).toBe('passersBy');
  });

  it('knows a store that has not opened yet from one where nobody came and one where nothing is known', () => {
    const closed = { ...open, isOpen: false };
    expect(headlineOf(day({ entries: 0 }), { ...closed, opensAt: 9 })).toMatchObject({
      state: 'notBegun',
      isOver: false,
    });
    expect(headlineOf(day({ entries: 0 }), open).state).toBe('counted');
    expect(headlineOf(day(nobody), open)).toMatchObject({ state: 'nothing', step: null });
    expect(headlineOf(day(nobody), { ...closed, hours: [] }).state).toBe('closed');
  });

  it('is who came all the same where somebody did before the opening or on a closed day', () => {
    const closed = { ...open, isOpen: false, opensAt: 9 };
    expect(headlineOf(day({ entries: 1 }), closed).state).toBe('counted');
    expect(headlineOf(day({ entries: 3 }), { ...closed, hours: [] }).state).toBe('counted');
  });

  it('is of the whole day once the last opening is over', () => {
    expect(headlineOf(day(), { ...open, isOpen: false, opensAt: 30 }).isOver).toBe(true);
    expect(headlineOf(day(), { ...open, isOpen: false, opensAt: 20 }).isOver).toBe(true);
    expect(headlineOf(day(), { ...open, isOpen: false, opensAt: null }).isOver).toBe(true);
    expect(headlineOf(day(), { ...open, isOpen: false, opensAt: 12 }).isOver).toBe(false);
    expect(headlineOf(day(), { ...open, isPast: true, isOpen: false, opensAt: null }).isOver).toBe(true);
  });
});

/** A day of so many visitors and purchases. */
function dayWith(people: number, bought: number, changes: Parameters<typeof tally>[0] = {}) {
  const sums = {
    ...goodHour,
    ...{ entriesDoubled: 2 * people, captureEntriesDoubled: 2 * people },
    ...{ purchases: bought, conversionPurchases: bought, conversionEntriesDoubled: 2 * people },
    ...changes,
  };
  return { kpis: kpisOf(period(sums), { hours: 'open', isPartial: false }), sums: tally(sums) };
}

const mondays = [400, 380, 410, 395, 405, 390].map((people) => dayWith(people, Math.round(people / 4)));

describe('how a day stands to what is usual', () => {
  it('lies within its range, above or below it', () => {
    const { entries, conversionRate } = standingOf(dayWith(412, 104), mondays);
    expect(entries).toMatchObject({ value: 412, usual: 397.5, verdict: 'within', days: 6, reason: null });
    expect(entries.change).toBeCloseTo(412 / 397.5 - 1);
    expect(conversionRate.verdict).toBe('within');
    expect(standingOf(dayWith(600, 150), mondays).entries.verdict).toBe('above');
    expect(standingOf(dayWith(400, 50), mondays).conversionRate.verdict).toBe('below');
  });

  it('says why where nothing can be said', () => {
    const half = { entriesObservedMs: 1_800_000 };
    const reasonOf = (people: number, days = mondays, sums = {}) => standingOf(dayWith(people, people / 4, sums), days);
    expect(reasonOf(400, mondays.slice(0, 3)).entries.reason).toBe('noUsual');
    expect(reasonOf(400, mondays, half).entries).toMatchObject({ verdict: null, change: null, reason: 'lowCoverage' });
    expect(reasonOf(400, mondays, half).conversionRate.reason).toBe('lowCoverage');
    expect(reasonOf(8).conversionRate.reason).toBe('tooFew');
    expect(reasonOf(400, mondays, { entriesSeen: 0 }).entries.reason).toBe('unknown');
  });

  it('takes four days for enough, and counts that never differ for certain but for chance, which money is not', () => {
    const same = Array.from({ length: 4 }, () => dayWith(400, 100));
    const { passersBy, entries, purchases, netSalesMinor } = standingOf(dayWith(400, 100), same);
    expect([passersBy, entries, purchases].map(({ verdict }) => verdict)).toEqual(['within', 'within', 'within']);
    expect(netSalesMinor.reason).toBe('tooFew');
  });

  it('judges shares by people, not by the doubled counts that they are kept as', () => {
    const street = (people: number, outside: number) =>
      dayWith(people, people / 4, { passersByDoubled: 2 * outside, capturePassersByDoubled: 2 * outside });
    const days = Array.from({ length: 4 }, () => street(100, 400));
    const [few, enough] = [standingOf(street(4, 16), days), standingOf(street(8, 32), days)];
    expect([few.captureRate.reason, enough.captureRate.reason]).toEqual(['tooFew', null]);
    // 8 of 32: chance alone gives 0.1875 / 32, the median of four days π/2 · 0.1875 / 400 / 4 more.
    expect(enough.captureRate.range?.[1]).toBeCloseTo(
      0.25 + 3.182 * Math.sqrt(0.1875 / 32 + (Math.PI / 8) * (0.1875 / 400)),
      4,
    );
  });

  it('leaves days out that were hardly covered, and is made of the last eight', () => {
    const dark = dayWith(10, 2, { entriesObservedMs: 0 });
    expect(standingOf(dayWith(400, 100), [dark, ...mondays]).entries.days).toBe(6);
    expect(standingOf(dayWith(400, 100), [...mondays, ...mondays]).entries.days).toBe(8);
  });
});
