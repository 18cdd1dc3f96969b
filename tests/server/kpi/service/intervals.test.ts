import { describe, expect, it } from 'vitest';
import { studentAt975 } from '../../../../server/kpi/probability.ts';
import { checksInterval, csiInterval, npsInterval, type Scored } from '../../../../server/kpi/service/intervals.ts';
import { type Random, randomFrom } from '../../../flow/reckoning/random.ts';

const shops = 2000;

/** In what share of simulated shops the interval holds the truth. */
function coverage(truth: number, intervalOf: (random: Random) => readonly [number, number] | null): number {
  const random = randomFrom(20_260_301);
  let held = 0;
  for (let shop = 0; shop < shops; shop++) {
    const interval = intervalOf(random);
    if (interval !== null && interval[0] <= truth + 1e-9 && truth - 1e-9 <= interval[1]) held++;
  }
  return held / shops;
}

describe('Student’s quantiles', () => {
  it('are those of the tables, from one degree of freedom to very many', () => {
    const known: [number, number][] = [
      [1, 12.706],
      [8, 2.306],
      [9, 2.262],
      [15, 2.131],
      [30, 2.042],
      [120, 1.98],
      [1_000_000, 1.96],
    ];
    for (const [df, quantile] of known) expect(studentAt975(df)).toBeCloseTo(quantile, 3);
  });
});

describe('the interval of the net promoter score', () => {
  it('adds three quarters of a promoter and of a detractor to three answers', () => {
    // 5 promoters, 3 passives, 2 detractors: p̂ = 5.75/13, q̂ = 2.75/13, centre 3/13, variance 8.5/13 − 9/169 = 0.600592, error √(0.600592/13).
    const interval = npsInterval({ promoters: 5, detractors: 2, answers: 10 });
    expect(interval?.[0]).toBeCloseTo(23.0769 - 42.1271, 3);
    expect(interval?.[1]).toBeCloseTo(23.0769 + 42.1271, 3);
  });

  it('is not said of one answer, nor leaves the scale or its own figure out', () => {
    expect(npsInterval({ promoters: 1, detractors: 0, answers: 1 })).toBeNull();
    expect(npsInterval({ promoters: 2, detractors: 0, answers: 2 })?.[1]).toBe(100);
    expect(npsInterval({ promoters: 0, detractors: 5000, answers: 5000 })?.[0]).toBe(-100);
  });

  it('holds the truth in about 95 of 100 shops', () => {
    const shares: [promoters: number, detractors: number][] = [
      [0.52, 0.12],
      [0.3, 0.3],
      [0.1, 0.5],
      [0.8, 0.05],
    ];
    for (const [up, down] of shares) {
      for (const answers of [30, 200]) {
        const held = coverage(100 * (up - down), (random) => {
          const drawn = Array.from({ length: answers }, () => random.int(0, 9999) / 10_000);
          const promoters = drawn.filter((u) => u < up).length;
          const detractors = drawn.filter((u) => u >= up && u < up + down).length;
          return npsInterval({ promoters, detractors, answers });
        });
        expect(held, `${up} ${down} of ${answers}`).toBeGreaterThan(0.93);
        expect(held, `${up} ${down} of ${answers}`).toBeLessThan(0.98);
      }
    }
  });
});

/** Shares of the scores 1 to 10. */
const content = [0.02, 0, 0.01, 0, 0.02, 0.03, 0.07, 0.15, 0.3, 0.4];
const mixed = [0.02, 0.03, 0.05, 0.05, 0.1, 0.15, 0.2, 0.2, 0.1, 0.1];

function meanOf(shares: readonly number[]): number {
  return shares.reduce((sum, share, i) => sum + share * (i + 1), 0);
}

function scoreAt(shares: readonly number[], place: number): number {
  let left = place;
  const index = shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return index < 0 ? shares.length : index + 1;
}

/** Answers of customers to several questions; with `alike` a customer's answers are the same mood. */
function asked(
  random: Random,
  of: { shares: readonly number[]; customers: number; questions: number; alike: number },
): Scored[] {
  const questions = Array.from({ length: of.questions }, () => ({ weight: 1, answers: 0, total: 0, squares: 0 }));
  for (let customer = 0; customer < of.customers; customer++) {
    const mood = random.int(0, 9999) / 10_000;
    for (const question of questions) {
      const place = random.int(0, 99) < of.alike ? mood : random.int(0, 9999) / 10_000;
      const score = scoreAt(of.shares, place);
      question.answers += 1;
      question.total += score;
      question.squares += score * score;
    }
  }
  return questions;
}

describe('the interval of the satisfaction index', () => {
  it('of one question is its mean and Student’s, with one answer at the ends of the scale', () => {
    // 8, 8, 9, 10: mean 8.75, Σ(s − mean)² = 2.75, with 20.25 added 23, s = √(23/4), t(4) = 2.776.
    const interval = csiInterval([{ weight: 1, answers: 4, total: 35, squares: 64 + 64 + 81 + 100 }]);
    expect(interval?.[0]).toBeCloseTo(0.875 - (2.776 * Math.sqrt(23 / 4)) / 2 / 10, 10);
    expect(interval?.[1]).toBe(1);
  });

  it('is not said of one answer, and of equal answers does not make certain', () => {
    expect(csiInterval([{ weight: 1, answers: 1, total: 9, squares: 81 }])).toBeNull();
    expect(csiInterval([])).toBeNull();
    expect(csiInterval([{ weight: 1, answers: 3, total: 30, squares: 300 }])?.[0]).toBeLessThan(0.9);
  });

  it('holds the truth in about 95 of 100 shops, of one question', () => {
    for (const shares of [content, mixed]) {
      for (const customers of [30, 150]) {
        const held = coverage(meanOf(shares) / 10, (random) =>
          csiInterval(asked(random, { shares, customers, questions: 1, alike: 0 })),
        );
        expect(held).toBeGreaterThan(0.93);
        expect(held).toBeLessThan(0.985);
      }
    }
  });

  it('holds it in at least 95 where each customer answers several, whether or not they answer them alike', () => {
    for (const alike of [0, 60, 100]) {
      const held = coverage(meanOf(mixed) / 10, (random) =>
        csiInterval(asked(random, { shares: mixed, customers: 40, questions: 4, alike })),
      );
      expect(held, `${alike} % alike`).toBeGreaterThan(0.945);
    }
  });
});

describe('the interval of the share of items passed', () => {
  it('is not said of one check, nor of checks without items', () => {
    expect(checksInterval([{ items: 20, passed: 18 }])).toBeNull();
    expect(
      checksInterval([
        { items: 20, passed: 18 },
        { items: 0, passed: 0 },
      ]),
    ).toBeNull();
  });

  it('is wider where checks differ than where the same items are passed evenly', () => {
    const width = (passes: readonly number[]): number => {
      const interval = checksInterval(passes.map((passed) => ({ items: 20, passed })));
      return (interval?.[1] ?? 0) - (interval?.[0] ?? 0);
    };
    expect(width([20, 20, 20, 10, 10, 10])).toBeGreaterThan(1.5 * width([15, 15, 15, 15, 15, 15]));
  });

  it('holds the truth in about 95 of 100 shops, also where good and bad days make the items of a check alike', () => {
    for (const spread of [0, 15]) {
      for (const checks of [8, 30]) {
        const held = coverage(0.75, (random) =>
          checksInterval(
            Array.from({ length: checks }, () => {
              const chance = 75 + (random.chance(0.5) ? spread : -spread);
              return {
                items: 15,
                passed: Array.from({ length: 15 }, () => random.int(0, 99)).filter((u) => u < chance).length,
              };
            }),
          ),
        );
        expect(held, `${spread} ${checks}`).toBeGreaterThan(0.925);
      }
    }
  });
});
