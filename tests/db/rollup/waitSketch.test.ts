import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSketch,
  addSketchText,
  addWait,
  emptySketch,
  peopleIn,
  percentilesOf,
  sketchFrom,
  sketchText,
  type WaitSketch,
} from '../../../db/rollup/waitSketch.ts';

const buckets = 10_000;
const percents = [1, 10, 50, 90, 95, 99, 100];

/** The same numbers every time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sketchOf(waits: readonly number[]): WaitSketch {
  const sketch = emptySketch();
  for (const wait of waits) addWait(sketch, wait);
  return sketch;
}

/** Merged as they are kept, one after the other. */
function merged(parts: readonly (readonly number[])[]): WaitSketch {
  const sum = emptySketch();
  for (const part of parts) {
    const text = sketchText(sketchOf(part));
    if (text !== null) addSketchText(sum, text);
  }
  return sum;
}

function exact(waits: readonly number[], percent: number): number {
  const sorted = Float64Array.from(waits).sort();
  return sorted[Math.max(1, Math.ceil((percent * sorted.length) / 100)) - 1] ?? Number.NaN;
}

function expectWithinTwoPercent(parts: readonly (readonly number[])[]): void {
  const all = parts.flat();
  const found = percentilesOf(merged(parts), percents);
  percents.forEach((percent, i) => {
    const right = exact(all, percent);
    expect(
      Math.abs((found[i] ?? Number.NaN) - right),
      `p${percent} of ${all.length}: ${found[i]} for ${right}`,
    ).toBeLessThanOrEqual(0.02 * right);
  });
}

describe('percentiles of waits, after 10,000 buckets were merged, are within 2 % of exact', () => {
  const next = numbers(7);
  const bell = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const shapes: Record<string, () => number> = {
    'skewed, most of them short and a few very long': () => Math.round(60_000 * Math.exp(1.4 * bell())),
    constant: () => 180_000,
    'two-peaked, quick tills and slow ones': () =>
      Math.round(next() < 0.6 ? 40_000 + 8_000 * Math.abs(bell()) : 900_000 + 90_000 * Math.abs(bell())),
    'mostly nothing at all': () => (next() < 0.55 ? 0 : Math.round(-120_000 * Math.log(1 - next()))),
  };
  for (const [name, wait] of Object.entries(shapes)) {
    it(`${name}`, () => {
      expectWithinTwoPercent(Array.from({ length: buckets }, () => Array.from({ length: 12 }, wait)));
    });
  }

  it('real: people at an airport’s border control by the hour, or, where they are not at hand, gaps of a random walk', () => {
    const hours = borderControl() ?? walked(numbers(11));
    expect(hours.length).toBeGreaterThanOrEqual(buckets);
    expectWithinTwoPercent(hours);
  });
});

/** One list an hour: of everybody who came in it every fortieth, who waited for its average. null: the files are not at hand. */
function borderControl(): number[][] | null {
  const files = [2016, 2017, 2018].map((year) => `../shared/data/cbp_ord/ORD-${year}.csv`);
  if (!files.every((file) => existsSync(file))) return null;
  return files.flatMap((file) => {
    const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
    const names = head.trim().split(',');
    const [wait, people] = [names.indexOf('all_avg_wait'), names.indexOf('all_total')];
    return lines.map((line) => {
      const cells = line.split(',');
      return Array<number>(Math.ceil(Number(cells[people]) / 40)).fill(Number(cells[wait]) * 60_000);
    });
  });
}

function walked(next: () => number): number[][] {
  let level = 100_000;
  return Array.from({ length: buckets }, () => {
    level = Math.max(1000, level * (0.9 + 0.2 * next()));
    return Array.from({ length: 10 }, () => Math.round(level * next()));
  });
}

const waits = fc.array(fc.oneof(fc.nat(10_000_000), fc.constant(0)), { maxLength: 60 });

describe('a sketch of waits', () => {
  it('is to the last person the same in whatever order and parts it was put together', () => {
    fc.assert(
      fc.property(fc.array(waits, { maxLength: 8 }), (parts) => {
        const whole = sketchText(sketchOf(parts.flat()));
        expect(sketchText(merged(parts))).toBe(whole);
        expect(sketchText(merged([...parts].reverse()))).toBe(whole);
        const apart = emptySketch();
        for (const part of parts) addSketch(apart, sketchOf(part));
        expect(sketchText(apart)).toBe(whole);
        expect(peopleIn(apart)).toBe(parts.flat().length);
      }),
    );
  });

  it('is read as it was kept, also where classes between are empty and waits are parts of a millisecond', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 40 }), (list) => {
        const text = sketchText(sketchOf(list));
        expect(sketchText(sketchFrom(text))).toBe(text);
      }),
    );
  });

  it('goes by the nearest rank, and keeps a wait of nothing apart', () => {
    expect(percentilesOf(sketchOf([0, 0, 0, 600_000]), [50, 75])).toEqual([0, 0]);
    const [above = null] = percentilesOf(sketchOf([0, 0, 0, 600_000]), [76]);
    expect(above).toBeGreaterThan(594_000);
    expect(above).toBeLessThan(606_000);
    // Rank 57 of 60, where 0.95 × 60 would be a little more than 57.
    const sixty = Array.from({ length: 60 }, (_, i) => (i < 57 ? 0 : 1000));
    expect(percentilesOf(sketchOf(sixty), [95])).toEqual([0]);
  });

  it('of nobody has no percentile and is kept as nothing', () => {
    expect(percentilesOf(emptySketch(), [50])).toEqual([null]);
    expect(sketchText(emptySketch())).toBeNull();
    expect(sketchFrom(null)).toBeNull();
  });
});
