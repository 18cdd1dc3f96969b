import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareShiftFindings, shiftOf } from '../../../../server/kpi/checks/shareShift.ts';
import { makeDevice } from '../../../db/chain.ts';
import { dayOf } from '../dayOf.ts';
import { store, weeksOf } from './weeks.ts';

const dailyChance = 0.05 / 365 / 2;
const even = { own: 200, all: 400 };

describe('the share of an entrance', () => {
  it('that jumps from a half to two thirds is a shift', () => {
    const found = shiftOf([...Array(14).fill(even), { own: 267, all: 400 }], dailyChance);
    expect(found?.usual).toBe(0.5);
    expect(found?.share).toBeCloseTo(2 / 3, 2);
  });

  it('that scatters as much from day to day anyway is none', () => {
    const scattered = Array.from({ length: 14 }, (_, i) => ({ own: i % 2 === 0 ? 130 : 270, all: 400 }));
    expect(shiftOf([...scattered, { own: 267, all: 400 }], dailyChance)).toBeNull();
  });

  it('needs ten days, a hundred people and ten points of a hundred', () => {
    expect(shiftOf([...Array(9).fill(even), { own: 300, all: 400 }], dailyChance)).toBeNull();
    expect(shiftOf([...Array(14).fill(even), { own: 80, all: 90 }], dailyChance)).toBeNull();
    expect(shiftOf([...Array(14).fill(even), { own: 2360, all: 4000 }], dailyChance)).toBeNull();
  });

  it('of people who choose by chance alone shifts on less than one day in a thousand', () => {
    let looks = 0;
    let shifts = 0;
    const day = fc.array(fc.boolean(), { minLength: 150, maxLength: 150 });
    fc.assert(
      fc.property(fc.array(day, { minLength: 15, maxLength: 15 }), (days) => {
        const shares = days.map((people) => ({ own: people.filter(Boolean).length, all: people.length }));
        looks++;
        if (shiftOf(shares, dailyChance) !== null) shifts++;
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(looks).toBe(300);
    expect(shifts).toBe(0);
  });

  it('is told for each door of a shop that has two, and never for a shop with one', () => {
    const weeks = weeksOf(() => ({ door: () => 8 }));
    expect(shareShiftFindings(weeks)).toEqual([]);
    const side = makeDevice('side', 'shop', { entranceId: null, name: 'Side door' });
    const days = weeks.dates.map(({ date }, place) => dayOf(date, () => (place === 27 ? 40 : 8)));
    const two = { ...weeks, store: { ...store, devices: [...store.devices, side] } };
    const found = shareShiftFindings({
      ...two,
      devices: [...weeks.devices, { device: side, step: 'entries', days }],
    });
    expect(found.map(({ code, figures }) => [code, figures.entrance])).toEqual([
      ['share_shift', 'Door counter'],
      ['share_shift', 'Side door'],
    ]);
    expect(found[1]?.figures).toMatchObject({ usual: 0.5 });
  });
});
