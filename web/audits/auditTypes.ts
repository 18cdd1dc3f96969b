/** What the API answers about counts by hand and take-outs, as the dashboard reads it. */
import type { Interval } from '../api-types.ts';

/** One direction, counted by hand and by the device. */
export interface ComparedDirection {
  readonly manual: number;
  /** Parts of a person where it is a share by time. */
  readonly device: number;
  /** 1 − |device − manual| / manual. */
  readonly accuracy: number;
  readonly interval: Interval;
}

export interface Audit {
  readonly id: string;
  readonly device: string;
  readonly start: string;
  readonly end: string;
  readonly in: number | null;
  readonly out: number | null;
  readonly note: string | null;
  readonly state: 'compared' | 'waiting' | 'gap';
  /** false: the device's figure is a share by time. */
  readonly aligned: boolean;
  readonly expiresAt: string;
  readonly expired: boolean;
  readonly accuracy: { readonly in: ComparedDirection | null; readonly out: ComparedDirection | null };
}

/** All audits of a device that hold, together. */
export interface DirectionTogether extends ComparedDirection {
  readonly audits: number;
  readonly factor: number | null;
}

export interface Audits {
  readonly devices: readonly {
    readonly device: string;
    readonly name: string;
    readonly in: DirectionTogether | null;
    readonly out: DirectionTogether | null;
  }[];
  readonly audits: readonly Audit[];
}

/** A count by hand as it is sent. */
export interface NewAudit {
  readonly id: string;
  readonly device: string;
  readonly start: string;
  readonly end: string;
  readonly in: number | null;
  readonly out: number | null;
  readonly note: string | null;
  /** What this device's clock shows. */
  readonly sentAt: string;
}

export interface TakeOut {
  readonly id: string;
  readonly device: string;
  readonly start: string;
  readonly end: string;
  readonly reason: string;
  readonly note: string | null;
  readonly revertedAt: string | null;
  readonly counts: {
    readonly in: number | null;
    readonly out: number | null;
    readonly passersBy: number | null;
    readonly purchases: number | null;
    readonly netSalesMinor: number | null;
  };
}

export interface NewTakeOut {
  readonly device: string;
  readonly start: string;
  readonly end: string;
  readonly reason: string;
  readonly note: string | null;
}

/** Beside the measured figures; null where a counter has counted that no audit speaks for. */
export interface AdjustedFigures {
  /** People, in parts. */
  readonly entriesAdjusted: number | null;
  readonly captureRateAdjusted: number | null;
  readonly conversionRateAdjusted: number | null;
  readonly salesPerVisitorAdjustedMinor: number | null;
  readonly withoutAudit: readonly string[];
}
