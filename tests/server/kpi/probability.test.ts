import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differenceScore,
  noneCame,
  normalOfStudent,
  studentAt975,
  studentQuantile,
  upperTail,
} from '../../../server/kpi/probability.ts';

/** The sum of cosᵈᶠ⁻¹ from an angle up to a right one, by Simpson's rule. */
function cosinesFrom(angle: number, df: number): number {
  const steps = 4000;
  const width = (Math.PI / 2 - angle) / steps;
  const weighed = Array.from({ length: steps + 1 }, (_, i) => {
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    return weight * Math.max(0, Math.cos(angle + i * width)) ** (df - 1);
  });
  return (weighed.reduce((sum, one) => sum + one, 0) * width) / 3;
}

/** P(T > t) of Student's distribution by its own integral, x = √df · tan θ. */
function studentTail(t: number, df: number): number {
  return cosinesFrom(Math.atan(t / Math.sqrt(df)), df) / cosinesFrom(-Math.PI / 2, df);
}

describe('probabilities that checks go by', () => {
  it('of the normal distribution’s tail are those of the tables, also far out', () => {
    const known: [number, number][] = [
      [0, 0.5],
      [1.959963985, 0.025],
      [3.090232306, 1e-3],
      [4.753424309, 1e-6],
      [5.997807015, 1e-9],
    ];
    for (const [z, tail] of known) {
      expect(upperTail(z) / tail).toBeCloseTo(1, 6);
      expect(upperTail(-z)).toBeCloseTo(1 - tail, 7);
    }
  });

  it('of Student’s distribution come near the tables, and near the normal one with many days', () => {
    // t for P = 0.025 with 10 degrees of freedom, and P = 0.0005 with 27.
    expect(upperTail(normalOfStudent(2.228, 10))).toBeCloseTo(0.025, 3);
    expect(upperTail(normalOfStudent(3.69, 27)) / 0.0005).toBeCloseTo(1, 1);
    expect(normalOfStudent(-3, 10_000)).toBeCloseTo(-3, 2);
    expect(studentQuantile(4)).toBe(2.776);
    expect(studentQuantile(30)).toBe(2.306);
    expect(studentQuantile(0)).toBe(Number.POSITIVE_INFINITY);
  });

  it('of Student’s distribution leave a fortieth beyond, with however many days', () => {
    for (const df of [...Array.from({ length: 40 }, (_, i) => i + 1), 100, 1000]) {
      // The table has three digits after the point, the expansion beyond it more.
      expect(Math.abs(studentTail(studentAt975(df), df) - 0.025)).toBeLessThan(df <= 8 ? 5e-5 : 1e-6);
    }
  });

  it('that nobody came are Poisson’s where days are alike, and larger where they differ', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 1e-3, max: 2, noNaN: true }),
        (expected, variation) => {
          expect(noneCame(expected, 0)).toBe(Math.exp(-expected));
          expect(noneCame(expected, variation)).toBeGreaterThanOrEqual(Math.exp(-expected) * (1 - 1e-9));
          expect(noneCame(expected + 1, variation)).toBeLessThan(noneCame(expected, variation));
        },
      ),
    );
    expect(noneCame(20, 0.05)).toBeCloseTo((1 + 1) ** -20, 12);
  });

  it('that two counts of the same differ so much are even-handed', () => {
    expect(differenceScore(0, 0)).toBe(0);
    expect(differenceScore(100, 101)).toBe(0);
    expect(differenceScore(400, 500)).toBeCloseTo(3.3, 9);
    expect(differenceScore(500, 400)).toBe(differenceScore(400, 500));
  });
});
