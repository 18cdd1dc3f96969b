import type { GapEstimate } from './gapEstimate.ts';

/** Measured and estimated together, beside the measured figure; null figures: it cannot be estimated, `reason` says why. */
export interface Estimate {
  /** Time inside opening hours that no report covers, over the step's devices. */
  readonly gapSeconds: number;
  /** What is missing, and its 95 % interval. */
  readonly estimated: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Measured plus estimated, and the share of it that is estimated. */
  readonly value: number | null;
  readonly share: number | null;
  readonly reason: 'too_little_history' | null;
}

/** What one device is estimated to have missed of one business date. */
export interface DeviceGap {
  readonly date: string;
  readonly gap: GapEstimate;
}

interface Span {
  readonly startAt: number;
  readonly endAt: number;
}

/**
 * What all devices of a step missed within [startAt, endAt), beside what they measured; null where nothing is missing. Devices' errors
 * of one date are added (the date was busier for all of them), those of different dates are independent.
 */
export function estimateOf(
  gaps: readonly DeviceGap[],
  { startAt, endAt }: Span,
  measured: number | null,
): Estimate | null {
  let gapMs = 0;
  let count = 0;
  let isKnown = true;
  const errors = new Map<string, number>();
  for (const { date, gap } of gaps) {
    if (gap.kind === 'none') continue;
    const inside = gap.missing.filter(({ at }) => at >= startAt && at < endAt);
    gapMs += sum(inside.map(({ missingMs }) => missingMs));
    if (inside.length === 0) continue;
    if (gap.kind === 'unknown') {
      isKnown = false;
      continue;
    }
    const part = sum(gap.missing.flatMap((one) => (one.at >= startAt && one.at < endAt ? [one.count] : [])));
    count += part;
    errors.set(date, (errors.get(date) ?? 0) + gap.reach * Math.sqrt(gap.dispersion * part));
  }
  if (gapMs === 0) return null;
  const gapSeconds = Math.round(gapMs / 1000);
  if (!isKnown) return unknownEstimate(gapSeconds);
  return knownEstimate({ gapSeconds, count, error: Math.hypot(...errors.values()), measured: measured ?? 0 });
}

/** There is a gap and too little to go by. */
export function unknownEstimate(gapSeconds: number): Estimate {
  const nothing = { estimated: null, low: null, high: null, value: null, share: null };
  return { gapSeconds, ...nothing, reason: 'too_little_history' };
}

interface Known {
  readonly gapSeconds: number;
  readonly count: number;
  readonly error: number;
  readonly measured: number;
}

/** Estimates are whole people: more digits would promise what they cannot keep. */
function knownEstimate({ gapSeconds, count, error, measured }: Known): Estimate {
  const estimated = Math.round(count);
  const value = measured + estimated;
  return {
    gapSeconds,
    estimated,
    low: Math.max(0, Math.floor(count - error)),
    high: Math.ceil(count + error),
    value,
    share: value > 0 ? estimated / value : null,
    reason: null,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
