import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DaySlots, deviceDays } from '../../../db/rollup/daySlots.ts';
import { estimateOf } from '../../../server/kpi/estimates.ts';
import { estimateGap } from '../../../server/kpi/gapEstimate.ts';
import { demoFacts } from '../demoFacts.ts';
import { countIn, dayOf, endSlot, firstSlot, weeksBefore, withGap } from './dayOf.ts';

const date = '2026-03-02';
const always = { startAt: 0, endAt: Number.MAX_SAFE_INTEGER };
const noonGap = [48, 49, 50, 51];
/** Busier towards the evening. */
const usualAt = (slot: number): number => slot - firstSlot + 5;

function estimate(target: DaySlots, past: readonly DaySlots[], measured: number | null = 0) {
  return estimateOf([{ date: target.date, gap: estimateGap(target, past) }], always, measured);
}

describe('what a gap hides', () => {
  it('is what the same weekday usually has in these quarters, where the day is as busy as usual', () => {
    const target = withGap(dayOf(date, usualAt), noonGap);
    const found = estimate(target, weeksBefore(date, 8, usualAt), 500);
    const hidden = noonGap.reduce((sum, slot) => sum + usualAt(slot), 0);
    expect(found).toMatchObject({ estimated: hidden, value: 500 + hidden, gapSeconds: 3600, reason: null });
    expect(found?.share).toBeCloseTo(hidden / (500 + hidden), 12);
  });

  it('is twice as much on a day that is twice as busy, as far as the earlier weeks bear it out', () => {
    const past = weeksBefore(date, 8, (slot, week) => usualAt(slot) * (week % 2 === 0 ? 2 : 1));
    const busy = withGap(
      dayOf(date, (slot) => 2 * usualAt(slot)),
      noonGap,
    );
    const hidden = noonGap.reduce((sum, slot) => sum + 2 * usualAt(slot), 0);
    expect(Math.abs((estimate(busy, past)?.estimated ?? 0) - hidden)).toBeLessThan(0.05 * hidden);
  });

  it('does not follow the morning where mornings never told anything about afternoons', () => {
    const isEarly = (slot: number): boolean => slot < 48;
    const past = weeksBefore(date, 8, (slot, week) => (isEarly(slot) ? (week % 2 === 0 ? 30 : 2) : 10));
    const target = withGap(
      dayOf(date, (slot) => (isEarly(slot) ? 30 : 10)),
      Array.from({ length: endSlot - 48 }, (_, i) => 48 + i),
    );
    expect(estimate(target, past)?.estimated).toBeGreaterThan(200);
    expect(estimate(target, past)?.estimated).toBeLessThan(300);
  });

  it('is only the part of a quarter that is missing', () => {
    const target = withGap(dayOf(date, usualAt), noonGap, 0.5);
    const hidden = noonGap.reduce((sum, slot) => sum + usualAt(slot), 0);
    expect(estimate(target, weeksBefore(date, 8, usualAt))).toMatchObject({
      estimated: Math.round(hidden / 2),
      gapSeconds: 1800,
    });
  });

  it('is nothing where nothing is missing', () => {
    expect(estimate(dayOf(date, usualAt), weeksBefore(date, 8, usualAt))).toBeNull();
  });

  it('cannot be told with fewer than four weeks that cover the same quarters', () => {
    const target = withGap(dayOf(date, usualAt), noonGap);
    const unknown = { estimated: null, value: null, low: null, high: null, reason: 'too_little_history' };
    expect(estimate(target, weeksBefore(date, 3, usualAt))).toMatchObject({ ...unknown, gapSeconds: 3600 });
    const holed = weeksBefore(date, 8, usualAt).map((day, i) => (i < 5 ? withGap(day, [49]) : day));
    expect(estimate(target, holed)).toMatchObject(unknown);
  });

  it('is unknown as a whole where one device of two is unknown', () => {
    const target = withGap(dayOf(date, usualAt), noonGap);
    const gaps = [weeksBefore(date, 8, usualAt), []].map((past) => ({ date, gap: estimateGap(target, past) }));
    expect(estimateOf(gaps, always, 10)).toMatchObject({ estimated: null, gapSeconds: 7200 });
  });

  it('of steps adds up to that of the day, and has bounds around it', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 9 * 96, maxLength: 9 * 96 });
    const gaps = fc.uniqueArray(fc.integer({ min: firstSlot, max: endSlot - 1 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(counts, gaps, (values, gap) => {
        const at = (slot: number, week: number): number => values[week * 96 + slot] ?? 0;
        const target = withGap(
          dayOf(date, (slot) => at(slot, 0)),
          gap,
        );
        const known = [{ date, gap: estimateGap(target, weeksBefore(date, 8, at)) }];
        const whole = estimateOf(known, always, 0);
        const parts = gap.map((slot) => {
          const startAt = target.startsAt[slot] ?? 0;
          return estimateOf(known, { startAt, endAt: startAt + 1 }, 0)?.estimated ?? 0;
        });
        const sum = parts.reduce((total, part) => total + part, 0);
        expect(Math.abs(sum - (whole?.estimated ?? 0))).toBeLessThanOrEqual(gap.length / 2 + 0.5);
        expect(whole?.low).toBeLessThanOrEqual(whole?.estimated ?? -1);
        expect(whole?.high).toBeGreaterThanOrEqual(whole?.estimated ?? Number.POSITIVE_INFINITY);
        expect(whole?.gapSeconds).toBe(gap.length * 900);
      }),
      { numRuns: 60 },
    );
  });
});

/** One hidden stretch of a known date: what it hid, what was made of it, and what two simpler ways make of it. */
interface Trial {
  readonly truth: number;
  readonly estimated: number;
  readonly isInside: boolean;
  /** The same hours a week before. */
  readonly lastWeek: number;
  /** The rest of the day spread evenly over the gap. */
  readonly spread: number;
}

/** Hides so many quarters of every known date of a demo store's door, each time others. */
function trials(store: string, length: number): Trial[] {
  const [door] = deviceDays(demoFacts(store, { from: '2026-01-12', to: '2026-04-12' })).filter(
    ({ step }) => step === 'entries',
  );
  const days = door?.days ?? [];
  return days.slice(56).flatMap((day, i) => {
    const open = [...day.isOpen.keys()].filter((slot) => day.isOpen[slot] === 1);
    if (open.length <= length) return [];
    const first = (i * 7) % (open.length - length);
    const hidden = open.slice(first, first + length);
    const past = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((week) => days[56 + i - 7 * week] ?? []);
    const found = estimate(withGap(day, hidden), past);
    const truth = countIn(day, hidden);
    const rest = open.filter((slot) => !hidden.includes(slot));
    const { estimated, low, high } = found ?? {};
    return [
      {
        truth,
        estimated: estimated ?? Number.NaN,
        isInside: truth >= (low ?? Number.NaN) && truth <= (high ?? Number.NaN),
        lastWeek: countIn(past[0] as DaySlots, hidden),
        spread: (countIn(day, rest) / rest.length) * length,
      },
    ];
  });
}

function errorOf(all: readonly Trial[], figure: (trial: Trial) => number): number {
  const wrong = all.reduce((sum, trial) => sum + Math.abs(figure(trial) - trial.truth), 0);
  return wrong / all.reduce((sum, { truth }) => sum + truth, 0);
}

describe('estimates of known hours that were hidden', () => {
  const stores = ['arbat', 'hamburg', 'los-angeles', 'sheremetyevo'];
  const threeHours = stores.flatMap((store) => trials(store, 12));

  it('are off by less than 10 %, where last week’s hours and an even spread are off by half as much again', () => {
    expect(threeHours.length).toBeGreaterThan(100);
    const error = errorOf(threeHours, ({ estimated }) => estimated);
    expect(error).toBeLessThan(0.1);
    expect(errorOf(threeHours, ({ lastWeek }) => lastWeek)).toBeGreaterThan(1.5 * error);
    expect(errorOf(threeHours, ({ spread }) => spread)).toBeGreaterThan(1.5 * error);
  });

  it('have bounds that hold the truth about nineteen times of twenty', () => {
    const inside = threeHours.filter(({ isInside }) => isInside).length / threeHours.length;
    expect(inside).toBeGreaterThan(0.89);
    // Bounds that always hold would say nothing.
    expect(inside).toBeLessThan(1);
  });

  it('lean neither way', () => {
    const sum = (figure: (trial: Trial) => number): number => threeHours.reduce((all, one) => all + figure(one), 0);
    expect(Math.abs(sum(({ estimated }) => estimated) / sum(({ truth }) => truth) - 1)).toBeLessThan(0.03);
  });
});
