import { DDSketch } from '@datadog/sketches-js';

/*
 * Waits counted by the classes of a DDSketch (Masson, Rim, Lee: "DDSketch: a fast and fully-mergeable quantile sketch with
 * relative-error guarantees", VLDB 2019), whose mapping is the library's. Only the counts are kept: sums and differences of them are
 * exact, whatever their order, so that a year is the sum of its months to the last person.
 */

/** How many waits fell into each of the sketch's classes, by the class's key; waits of 0 under `zero`. */
export interface WaitSketch {
  zero: number;
  readonly classes: Map<number, number>;
}

/** A class's value is no further than this, as a share, from any wait in it. */
const relativeAccuracy = 0.01;

const { mapping } = new DDSketch({ relativeAccuracy });

export function emptySketch(): WaitSketch {
  return { zero: 0, classes: new Map() };
}

/** Counts people who waited so long (ms); what is 0 or less is 0. */
export function addWait(sketch: WaitSketch, waitMs: number, people = 1): void {
  if (waitMs <= 0) {
    sketch.zero += people;
    return;
  }
  const key = mapping.key(waitMs);
  sketch.classes.set(key, (sketch.classes.get(key) ?? 0) + people);
}

/** Adds `more` into `sum`, in place. */
export function addSketch(sum: WaitSketch, more: WaitSketch): void {
  sum.zero += more.zero;
  for (const [key, people] of more.classes) sum.classes.set(key, (sum.classes.get(key) ?? 0) + people);
}

/** Takes `less`, which is part of it, out of `sum`, in place. */
export function subtractSketch(sum: WaitSketch, less: WaitSketch): void {
  sum.zero -= less.zero;
  for (const [key, people] of less.classes) {
    const left = (sum.classes.get(key) ?? 0) - people;
    if (left === 0) sum.classes.delete(key);
    else sum.classes.set(key, left);
  }
}

/** How many people are in it. */
export function peopleIn(sketch: WaitSketch): number {
  let people = sketch.zero;
  for (const some of sketch.classes.values()) people += some;
  return people;
}

/**
 * Waits in ms by nearest rank, one for each of `percents` (whole, above 0): the smallest that so many percent of the people did not
 * exceed, within 1 %. null: nobody is in it.
 */
export function percentilesOf(sketch: WaitSketch, percents: readonly number[]): (number | null)[] {
  const people = peopleIn(sketch);
  if (people === 0) return percents.map(() => null);
  const keys = [...sketch.classes.keys()].sort((a, b) => a - b);
  return percents.map((percent) => {
    // Percent times people is whole, so that a rank that is whole stays so.
    const rank = Math.max(1, Math.ceil((percent * people) / 100));
    let below = sketch.zero;
    if (rank <= below) return 0;
    for (const key of keys) {
      below += sketch.classes.get(key) ?? 0;
      if (rank <= below) return mapping.value(key);
    }
    throw new Error('a rank lies beyond everybody');
  });
}

/**
 * As it is kept: a JSON list of the people who waited 0, the lowest class, then for each class from there on its people, where a
 * negative number says that so many classes are empty. null: nobody is in it.
 */
export function sketchText(sketch: WaitSketch | null): string | null {
  if (sketch === null || (sketch.zero === 0 && sketch.classes.size === 0)) return null;
  const keys = [...sketch.classes.keys()].sort((a, b) => a - b);
  const list = [sketch.zero];
  let next: number | null = null;
  for (const key of keys) {
    if (next === null) list.push(key);
    else if (key > next) list.push(next - key);
    list.push(sketch.classes.get(key) ?? 0);
    next = key + 1;
  }
  return `[${list.join(',')}]`;
}

/** Adds a sketch as it is kept into `sum`, in place; quicker than to read it first. */
export function addSketchText(sum: WaitSketch, text: string): void {
  // The guarantee: only sketchText writes these columns.
  const list = JSON.parse(text) as number[];
  sum.zero += list[0] ?? 0;
  const { classes } = sum;
  let key = list[1] ?? 0;
  for (let i = 2; i < list.length; i++) {
    const people = list[i] as number;
    if (people < 0) key -= people;
    else {
      classes.set(key, (classes.get(key) ?? 0) + people);
      key++;
    }
  }
}

/** A sketch as it is kept. */
export function sketchFrom(text: string | null): WaitSketch | null {
  if (text === null) return null;
  const sketch = emptySketch();
  addSketchText(sketch, text);
  return sketch;
}
