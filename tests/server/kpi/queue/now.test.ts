import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArrivalDay, arrivalsOfQuarters, arrivalsSoon } from '../../../../server/kpi/queue/arrivals.ts';
import { expectedWaitOf, lightOf, type QueueSight, staffingOf } from '../../../../server/kpi/queue/now.ts';
import { gapSums, serviceTimeOf } from '../../../../server/kpi/queue/serviceTime.ts';
import { waitingWith } from '../../../../server/kpi/queue/staffing.ts';

const minute = 60_000;
const quarter = 15 * minute;
const week = 7 * 24 * 60 * minute;

const sight = (more: Partial<QueueSight> = {}): QueueSight => ({
  targetSeconds: 180,
  targetShare: 0.8,
  length: 4,
  openTills: 2,
  service: { meanSeconds: 90, variation: 0.5, people: 100, from: 'visits' },
  arrivalsNow: 40,
  arrivalsSoon: 60,
  isOpen: true,
  isOpenSoon: true,
  ...more,
});

describe('who joins now', () => {
  it('waits for all before them, shared by the open tills', () => {
    expect(expectedWaitOf(sight())).toBe(180);
    expect(expectedWaitOf(sight({ openTills: 1 }))).toBe(360);
    expect(expectedWaitOf(sight({ length: 0, openTills: null, service: null }))).toBe(0);
  });

  it('is told nothing where the length, the tills or their pace are not known', () => {
    expect(expectedWaitOf(sight({ length: null }))).toBeNull();
    expect(expectedWaitOf(sight({ openTills: null }))).toBeNull();
    expect(expectedWaitOf(sight({ service: null }))).toBeNull();
    expect(lightOf(sight({ service: null }))).toBeNull();
  });

  it('sees green up to the target, yellow up to twice it, then red; red too where no till is open', () => {
    expect(lightOf(sight())).toBe('green');
    expect(lightOf(sight({ length: 5 }))).toBe('yellow');
    expect(lightOf(sight({ length: 8 }))).toBe('yellow');
    expect(lightOf(sight({ length: 9 }))).toBe('red');
    expect(lightOf(sight({ openTills: 0 }))).toBe('red');
    expect(lightOf(sight({ openTills: 0, length: 0 }))).toBe('green');
  });
});

describe('tills needed', () => {
  it('keep the target for those who come, now and in half an hour', () => {
    const { now, in30Minutes, why } = staffingOf(sight({ length: 0, arrivalsNow: 60, arrivalsSoon: 160 }));
    expect(why).toBeNull();
    expect(now?.serviceLevel).toBeGreaterThanOrEqual(0.8);
    expect(in30Minutes?.tills).toBeGreaterThan(now?.tills ?? 0);
  });

  it('with as many as are said, who joins the line that stands waits no longer than the target', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 200 }), (length, arrivalsNow) => {
        const given = sight({ length, arrivalsNow });
        const { now } = staffingOf(given);
        expect(expectedWaitOf({ ...given, openTills: now?.tills ?? null })).toBeLessThanOrEqual(180);
        const service = { meanSeconds: 90, variation: 0.5 };
        const waiting = waitingWith(now?.tills ?? 0, { arrivalsPerHour: arrivalsNow, service }, 180);
        expect(waiting?.serviceLevel).toBeGreaterThanOrEqual(0.8);
      }),
    );
  });

  it('more than are open while nobody waits exactly where the open ones keep less than the target', () => {
    const open = (openTills: number, arrivalsNow: number) => staffingOf(sight({ length: 0, openTills, arrivalsNow }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 300 }), (openTills, arrivalsNow) => {
        const { now, openServiceLevel } = open(openTills, arrivalsNow);
        expect((now?.tills ?? 0) > openTills).toBe((openServiceLevel ?? 1) < 0.8);
      }),
    );
    expect(open(1, 40).openServiceLevel).toBe(0);
    expect(open(0, 40).openServiceLevel).toBeNull();
  });

  it('none where the store is closed and nobody is there', () => {
    const closed = sight({ length: null, arrivalsNow: 0, arrivalsSoon: 0, isOpen: false, isOpenSoon: true });
    expect(staffingOf(closed).now?.tills).toBe(0);
    expect(staffingOf(closed).in30Minutes?.tills).toBe(1);
    expect(staffingOf({ ...closed, length: 2 }).now?.tills).toBe(1);
  });

  it('say why where they cannot be said', () => {
    const silent = { now: null, in30Minutes: null, openServiceLevel: null };
    expect(staffingOf(sight({ service: null }))).toEqual({ ...silent, why: 'noServiceTime' });
    expect(staffingOf(sight({ arrivalsNow: null }))).toMatchObject({ now: null, why: 'noArrivals' });
    expect(staffingOf(sight({ arrivalsSoon: null }))).toMatchObject({ in30Minutes: null, why: 'noHistory' });
    expect(staffingOf(sight({ arrivalsNow: 90_000 }))).toMatchObject({ now: null, why: 'tooMany' });
  });
});

describe('who comes', () => {
  const now = 100 * week + 44 * quarter + minute;
  const dayOf = (weeksAgo: number, people: readonly number[]): ArrivalDay => {
    const startAt = 100 * week - weeksAgo * week;
    const quarters = people.map((count, i) => ({ bucket: startAt + i * quarter, people: count }));
    return { startAt, sameTimeAt: now - weeksAgo * week, quarters: quarters.filter((one) => one.people > 0) };
  };
  const even = (people: number): number[] => new Array<number>(96).fill(people);

  it('in half an hour as on the same weekdays before, times how busy today is so far', () => {
    const earlier = [1, 2, 3, 4].map((weeksAgo) => dayOf(weeksAgo, even(10)));
    const today = (people: number): ArrivalDay => dayOf(0, even(people).slice(0, 44));
    expect(arrivalsSoon(today(10), earlier)).toBeCloseTo(40, 9);
    expect(arrivalsSoon(today(15), earlier)).toBeCloseTo(60, 9);
    expect(arrivalsSoon(today(100), earlier)).toBeCloseTo(120, 9);
    expect(arrivalsSoon(today(1), earlier)).toBeCloseTo(40 / 3, 9);
  });

  it('a day without reports is no day without people, and one day is no mean', () => {
    const nothing = dayOf(2, []);
    expect(arrivalsSoon(dayOf(0, even(10)), [dayOf(1, even(10)), nothing, nothing])).toBeNull();
    expect(
      arrivalsSoon(dayOf(0, even(10).slice(0, 44)), [dayOf(1, even(10)), nothing, dayOf(3, even(20))]),
    ).toBeCloseTo(60 * (10 / 15), 9);
  });

  it('few people so far say nothing of a day', () => {
    const early = [1, 2].map((weeksAgo) => dayOf(weeksAgo, [...new Array<number>(43).fill(0), 9, 9, 9, 9]));
    expect(arrivalsSoon(dayOf(0, [...new Array<number>(43).fill(0), 18]), early)).toBeCloseTo(36, 9);
  });

  it('by a sensor’s own statistics only when both of the last quarters are there', () => {
    expect(arrivalsOfQuarters(dayOf(0, even(7).slice(0, 44)), now)).toBe(28);
    expect(arrivalsOfQuarters(dayOf(0, even(7).slice(0, 43)), now)).toBeNull();
  });
});

describe('how long a customer takes', () => {
  it('is not said of fewer than thirty', () => {
    expect(serviceTimeOf({ people: 29, seconds: 2900, squaredSeconds: 290_000 }, 'visits')).toBeNull();
    expect(serviceTimeOf({ people: 0, seconds: 0, squaredSeconds: 0 }, 'visits')).toBeNull();
    expect(serviceTimeOf({ people: 40, seconds: 0, squaredSeconds: 0 }, 'visits')).toBeNull();
  });

  it('has a mean and a variation', () => {
    const seconds = [...new Array<number>(20).fill(60), ...new Array<number>(20).fill(120)];
    const squaredSeconds = seconds.reduce((sum, one) => sum + one * one, 0);
    const time = serviceTimeOf({ people: 40, seconds: 3600, squaredSeconds }, 'visits');
    expect(time).toMatchObject({ meanSeconds: 90, people: 40, from: 'visits' });
    expect(time?.variation).toBeCloseTo(1 / 9, 9);
  });

  it('by receipts: what follows at the same till while somebody waits, not over a break', () => {
    const receipts = [
      { till: '1', at: 0 },
      { till: '1', at: 80_000 },
      { till: '1', at: 200_000 },
      // Nobody waits any more.
      { till: '1', at: 20 * minute },
      { till: '1', at: 21 * minute },
      // The till was closed for half an hour.
      { till: '2', at: minute },
      { till: '2', at: 31 * minute },
      { till: '3', at: minute },
    ];
    const lengths = [
      { at: 0, length: 3 },
      { at: 2 * minute, length: 0 },
    ];
    expect(gapSums({ receipts, lengths })).toEqual({ people: 2, seconds: 200, squaredSeconds: 80 ** 2 + 120 ** 2 });
    expect(gapSums({ receipts, lengths: [] }).people).toBe(0);
  });
});
