/** What the API answers (contract 5 and 6), as the dashboard reads it. Counts and money are null where they were not measured. */

import type { QueueBrief } from '../server/kpi/queue/schema.ts';
import type { ServiceBrief } from '../server/kpi/service/schema.ts';
import type { Check, HeldDifference } from './data/dataTypes.ts';
import type { DayFacts, Estimates } from './today/dayTypes.ts';

/** [low, high], 0…1. */
export type Interval = readonly [number, number];

export type StepName = 'passersBy' | 'entries' | 'purchases';

export interface Kpis {
  readonly passersBy: number | null;
  readonly entries: number | null;
  readonly exits: number | null;
  readonly purchases: number | null;
  readonly grossSalesMinor: number | null;
  readonly returnsMinor: number | null;
  readonly netSalesMinor: number | null;
  /** Where tax is given. */
  readonly netSalesExTaxMinor: number | null;
  readonly items: number | null;
  readonly unitsPerTransaction: number | null;
  readonly captureRate: number | null;
  readonly conversionRate: number | null;
  readonly averageCheckMinor: number | null;
  readonly salesPerVisitorMinor: number | null;
  readonly captureInterval: Interval | null;
  readonly conversionInterval: Interval | null;
  readonly coverage: Readonly<Record<StepName, number | null>>;
  readonly outsideHours: {
    readonly entries: number | null;
    readonly purchases: number | null;
    readonly netSalesMinor: number | null;
  };
  readonly otherChannels: { readonly transactions: number | null; readonly netSalesMinor: number | null };
  readonly flags: readonly string[];
}

/** What stands beside the funnel; null: there never was anything of it, absent: it was not asked for. */
export interface Beside {
  readonly queue?: QueueBrief | null | undefined;
  readonly service?: ServiceBrief | null | undefined;
}

/** KPIs that are one number, and so can be compared. */
export type FigureName = {
  [K in keyof Kpis]: Kpis[K] extends number | null ? K : never;
}[keyof Kpis];

/** Relative changes or values by KPI. */
export type Figures = Readonly<Partial<Record<FigureName, number | null>>>;

/** `start` and `end` carry the store's offset. */
export interface KpiStep extends Kpis {
  readonly start: string;
  readonly end: string;
}

export type QualityLevel = 'good' | 'fair' | 'poor' | 'none';

export interface QualityReason {
  readonly code: string;
  readonly step?: string | undefined;
  readonly device?: string | undefined;
  readonly name?: string | undefined;
  readonly since?: string | null | undefined;
  readonly until?: string | undefined;
  readonly coverage?: number | undefined;
  readonly text: string;
}

export interface Today extends Beside, DayFacts {
  readonly store: string;
  readonly name: string;
  readonly currency: string;
  readonly timezone: string;
  /** Business date, YYYY-MM-DD. */
  readonly date: string;
  readonly now: string;
  readonly isOpen: boolean;
  readonly opensAt?: string | null | undefined;
  readonly closesAt?: string | null | undefined;
  readonly total: Kpis;
  readonly hours: readonly KpiStep[];
  readonly usual: { readonly days: number; readonly values: Figures; readonly change: Figures } | null;
  readonly quality: { readonly level: QualityLevel; readonly reasons: readonly QualityReason[] };
  readonly firstMessageAt: string | null;
}

/** What a period is compared with. */
export interface Compared {
  readonly from: string;
  readonly to: string;
  readonly total: Kpis;
  readonly change: Figures;
}

export interface Region {
  readonly id: string;
  readonly name: string;
}

export interface Funnel {
  readonly store: string;
  readonly currency: string;
  readonly timezone: string;
  readonly from: string;
  readonly to: string;
  readonly total: Kpis;
  readonly series?: readonly (KpiStep & { readonly estimates?: Estimates | undefined })[] | undefined;
  /** Only where they were asked for. */
  readonly estimates?: Estimates | undefined;
  readonly comparison?: Compared | undefined;
}

export type Cause = 'late' | 'corrected' | 'accepted' | 'voided' | 'takenOut' | 'settings';

/** Differences of sums; null where there is no such figure. */
export interface Difference
  extends Pick<Kpis, 'passersBy' | 'entries' | 'exits' | 'purchases' | 'netSalesMinor' | 'outsideHours'> {}

export interface RestatedChange extends Difference {
  readonly cause: Cause;
  /** null: no device alone. */
  readonly device: string | null;
  readonly deviceName: string | null;
  readonly changes: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

export interface RestatedDay {
  readonly date: string;
  readonly reportedAt: string;
  readonly reported: Kpis;
  readonly restated: Kpis;
  readonly difference: Difference;
  readonly changes: readonly RestatedChange[];
}

export interface Restatements {
  readonly currency: string;
  readonly reportedFrom: string | null;
  readonly days: readonly RestatedDay[];
}

export type CompareRank = Readonly<Record<'conversionRate' | 'captureRate' | 'netSalesMinor', number | null>>;

export interface ComparedStore extends Kpis, Beside {
  readonly store: string;
  readonly name: string;
  readonly region: string | null;
  readonly currency: string;
  readonly timezone: string;
  readonly rank: CompareRank;
  readonly comparison?: Compared | undefined;
  /** Of which conversion is: entries over the buckets valid for entries and purchases. */
  readonly conversionEntries: number | null;
}

export interface Compare extends Beside {
  readonly from: string;
  readonly to: string;
  /** null: several, and no money in `total`. */
  readonly currency: string | null;
  readonly money?:
    | Readonly<Record<string, { readonly averageCheckMinor: number | null; readonly netSalesMinor: number | null }>>
    | undefined;
  readonly total: Kpis;
  readonly comparison?: Compared | undefined;
  readonly stores: readonly ComparedStore[];
}

export interface StoreSummary {
  readonly id: string;
  readonly name: string;
  readonly region?: string | null;
  readonly tags?: readonly string[];
  readonly opensOn?: string | null;
  readonly closesOn?: string | null;
  readonly timezone: string;
  readonly currency: string;
  /** `HH:MM`. */
  readonly dayStartsAt: string;
  /** What its devices measure now. */
  readonly measures: readonly Measure[];
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** `null` from the API, or no openingHours in a request: always open. */
export type OpeningHours = Partial<Record<Weekday, readonly string[]>>;

/** The provision file's store, without devices. */
export interface StoreSettings {
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
  readonly currency: string;
  readonly openingHours?: OpeningHours;
  readonly entrances: readonly { readonly id: string; readonly kind: string; readonly countAs: string }[];
}

export type Measure = 'entries' | 'passersBy' | 'queue' | 'sales' | 'service';

/** The provision file's device. */
export interface DeviceSettings {
  readonly id: string;
  readonly name?: string;
  readonly profile: string;
  readonly mode?: 'interval' | 'cumulative' | 'event';
  readonly measures: readonly Measure[];
  readonly entrance?: string;
  readonly feed?: 'live' | 'batch';
}

export interface DeviceAccess {
  readonly secret?: string;
  readonly topic: string;
  readonly username: string;
  readonly mqtt: { readonly host: string; readonly port: number; readonly tls: boolean };
}

export interface DeviceReport {
  readonly id: string;
  readonly store: string;
  readonly name: string;
  readonly profile: string;
  readonly mode: string;
  readonly entrance: string | null;
  readonly installedAt: string | null;
  readonly measures: readonly Measure[];
  readonly lastSeen: string | null;
  /** The time its last report speaks of. */
  readonly lastReport: string | null;
  readonly state: string | null;
  readonly problem: string | null;
  /** Observed of expected time over the last 24 hours. */
  readonly coverage: number | null;
  readonly removedAt: string | null;
  readonly battery: number | null;
  readonly firmware: string | null;
  readonly corrections: number;
  readonly quarantined: number;
  /** People of differences of its totals over more than a day; in no figure. */
  readonly unplaced: number;
  readonly unplacedDetail: readonly HeldDifference[];
  readonly held: readonly HeldDifference[];
  readonly dropped: readonly HeldDifference[];
  readonly checks: readonly Check[];
}

export interface QuarantineItem {
  readonly id: number;
  readonly receivedAt: string;
  readonly topic: string;
  readonly reason: string;
  readonly detail: string | null;
  readonly device: string | null;
  readonly count: number;
  readonly body: unknown;
}

export interface QuarantinePage {
  readonly items: readonly QuarantineItem[];
  readonly next: string | null;
  /** How many were let go, because a device sent too many. */
  readonly letGo: number;
}

export interface RetryAnswer {
  readonly retried: number;
  readonly accepted: number;
  readonly refused: number;
}

/** Event `device` of the live stream: a device's message has arrived. */
export interface DeviceHeard {
  readonly store: string;
  readonly device: string;
  readonly at: string;
  readonly state: string | null;
}
