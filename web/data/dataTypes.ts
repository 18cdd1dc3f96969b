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

/** Why nothing was heard of a device. */
export type GapReason = 'taken_out' | 'problem' | 'offline' | 'lintel_away' | 'never_reported' | 'silent';

/** Opening time in which a device was not observed. */
export interface Gap {
  readonly start: string;
  /** It may have begun before the time that was asked for. */
  readonly isFromBefore: boolean;
  /** null: nothing has come since. */
  readonly end: string | null;
  readonly why: GapReason;
  /** As the device named it. */
  readonly problem: string | null;
  readonly missingSeconds: number;
}

/** How much of each hour a device was observed; shares are of what was expected, null where nothing was. */
export interface DeviceHours {
  readonly id: string;
  readonly name: string;
  readonly measures: readonly string[];
  readonly isJudged: boolean;
  readonly coverage: number | null;
  readonly days: readonly { readonly date: string; readonly coverage: number | null }[];
  /** One for each of the answer's hours. */
  readonly shares: readonly (number | null)[];
  /** The latest first. */
  readonly gaps: readonly Gap[];
}

export interface ClockHour {
  readonly start: string;
  readonly end: string;
  readonly date: string;
  readonly isOpen: boolean;
}

export interface Coverage {
  readonly store: string;
  readonly timezone: string;
  readonly from: string;
  readonly to: string;
  readonly hours: readonly ClockHour[];
  readonly devices: readonly DeviceHours[];
}
