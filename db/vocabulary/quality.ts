/** Words for how far a figure can be trusted, and for what could not be accepted. */

export const steps = ['passersBy', 'entries', 'purchases'] as const;
/** A step of the funnel. */
export type Step = (typeof steps)[number];

export const quarantineReasons = [
  'malformed_json',
  'schema',
  'too_large',
  'unknown_store',
  'unknown_device',
  'unknown_kind',
  'bad_time',
  'future',
  'overlap',
  'bad_amount',
  'currency_mismatch',
] as const;
/** Why something sent could not be accepted; each is kept in quarantine with one of these. */
export type QuarantineReason = (typeof quarantineReasons)[number];

export const flags = [
  'low_coverage',
  'coarse',
  'conversion_over_100',
  'capture_over_100',
  'sales_without_entries',
  'entry_exit_imbalance',
  'partial',
] as const;
/** A warning that travels with a period's figures (docs/kpi.md says when each is raised). */
export type Flag = (typeof flags)[number];

/** Below this share of expected time observed, a step's figure takes no part in ranks, means and usuals. */
export const lowCoverageBelow = 0.7;
/** A bucket is valid for a step when each of the step's devices covered at least this share of it. */
export const validBucketCoverage = 0.8;
