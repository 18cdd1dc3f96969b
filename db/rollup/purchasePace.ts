import { bucketMs, type Span } from '../time/opening.ts';
import { lookoutOf, type WatchedFacts } from './lookout.ts';
import { sightOf } from './watch.ts';

/** How many people stood in a queue over a bucket, as far as that is known. */
export interface HeldLength {
  readonly bucket: number;
  readonly queue: string;
  readonly lengthMs: number;
  readonly knownMs: number;
}

/** Purchases and people waiting over the same time: that in which a length is known and the tills were heard. */
export interface PurchasePace {
  purchases: number;
  knownMs: number;
  /** People waiting on average, all queues together. */
  waiting: number;
}

export interface PaceInput {
  readonly facts: WatchedFacts;
  /** In order, of whole buckets. */
  readonly steps: readonly Span[];
  readonly lengths: readonly HeldLength[];
  readonly hours: 'open' | 'all';
}

/** The pace of each step. */
export function purchasePaces(input: PaceInput): PurchasePace[] {
  const { plan } = input.facts;
  const byBucket = bucketsOf(input.lengths);
  const sums = input.steps.map(() => new PaceSum());
  const lookout = lookoutOf(input.facts);
  let step = 0;
  for (let i = 0; i < plan.count; i++) {
    const bucket = plan.startAt + i * bucketMs;
    while (step < input.steps.length && (input.steps[step] as Span).endAt <= bucket) step++;
    const { isValid } = sightOf(lookout.purchases, bucket, lookout.horizon);
    let purchases = 0;
    for (const watch of lookout.purchases) purchases += watch.rows.at(bucket)?.purchases ?? 0;
    const isAsked = input.hours === 'all' || plan.isInWindow[i] === 1;
    const lengths = byBucket.get(bucket);
    if (isAsked && isValid && lengths !== undefined) sums[step]?.add(lengths, purchases);
  }
  return sums.map((sum) => sum.pace());
}

function bucketsOf(lengths: readonly HeldLength[]): Map<number, HeldLength[]> {
  const buckets = new Map<number, HeldLength[]>();
  for (const length of lengths) {
    const list = buckets.get(length.bucket);
    if (list === undefined) buckets.set(length.bucket, [length]);
    else list.push(length);
  }
  return buckets;
}

class PaceSum {
  #purchases = 0;
  #knownMs = 0;
  readonly #byQueue = new Map<string, { lengthMs: number; knownMs: number }>();

  add(lengths: readonly HeldLength[], purchases: number): void {
    const knownMs = Math.min(bucketMs, Math.max(...lengths.map((one) => one.knownMs)));
    this.#knownMs += knownMs;
    this.#purchases += (purchases * knownMs) / bucketMs;
    for (const length of lengths) {
      const sum = this.#byQueue.get(length.queue) ?? { lengthMs: 0, knownMs: 0 };
      sum.lengthMs += length.lengthMs;
      sum.knownMs += length.knownMs;
      this.#byQueue.set(length.queue, sum);
    }
  }

  pace(): PurchasePace {
    let waiting = 0;
    for (const { lengthMs, knownMs } of this.#byQueue.values()) if (knownMs > 0) waiting += lengthMs / knownMs;
    return { purchases: this.#purchases, knownMs: this.#knownMs, waiting };
  }
}
