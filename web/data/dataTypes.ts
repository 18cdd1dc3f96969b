/** What the API answers about checks and devices, as the dashboard reads it. */

export type Severity = 'high' | 'medium' | 'low';

/** Something that does not fit together; instants carry the store's offset. */
export interface Check {
  readonly code: string;
  readonly severity: Severity;
  readonly since: string | null;
  /** null: it goes on. */
  readonly until: string | null;
  readonly text: string;
  /** What to do about it. */
  readonly action: string;
}

export interface StoreCheck extends Check {
  readonly store: string;
  /** null: it concerns the store. */
  readonly device: string | null;
}

/** A difference between two readings that is too large to be believed; null: that total was not sent. */
export interface HeldDifference {
  readonly line: string;
  readonly start: string;
  readonly end: string;
  readonly in: number | null;
  readonly out: number | null;
  readonly passersBy: number | null;
}

export type HeldDecision = 'accept' | 'drop';
