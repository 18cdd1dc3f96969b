import type {
  Direction,
  SaleType,
  ServiceLevel,
  Status,
  Survey,
  SurveyStage,
  VisitOutcome,
  WaitBin,
} from '../../db/vocabulary/event.ts';
import type { CountMode } from '../../db/vocabulary/place.ts';
import type { QuarantineReason } from '../../db/vocabulary/quality.ts';

/*
 * What an adapter finds in a vendor's message, in the vendor's own terms: which line, which direction, what amount. What it means in this
 * shop (in or out, which store, which clock, which currency) is settled afterwards, by the device's settings (settle/settle.ts).
 */

/**
 * A time as the message gives it: epoch ms, a wall clock without a zone (`2026-03-01T10:00:00`, read in the store's), or none, so that
 * the time of receipt counts.
 */
export type When = number | { readonly local: string } | 'received';

/**
 * An amount as the message gives it: in the currency's unit (a decimal text or a number), or in its hundredths or whatever is smallest.
 * `isRounded: false`: with more digits than the currency has, to be rounded to those.
 */
export type Money = { readonly major: string | number; readonly isRounded?: boolean } | { readonly minor: number };

interface OfClock {
  /** When a network server or gateway that keeps time received it, epoch ms: used where the device's own clock is not set. */
  readonly seenAt?: number;
  /** By which the same report is known again where its time is not to be trusted: a package number, a counter. Absent: its content. */
  readonly known?: string;
}

/** People by the vendor's names of directions: `fw`, `enter`, `a`; a name the device does not map counts nowhere. */
export type Channels = Readonly<Record<string, number>>;

/** Counted between two instants (a device in mode `interval` counts these). */
export interface FoundInterval extends OfClock {
  readonly kind: 'interval';
  readonly line: string;
  readonly startAt: When;
  readonly endAt: When;
  readonly channels: Channels;
  /** Sent again after an outage, by the vendor's own word: its time is right, however old. */
  readonly isHistory?: boolean;
}

/** Running totals (mode `cumulative` counts these). */
export interface FoundReading extends OfClock {
  readonly kind: 'reading';
  readonly line: string;
  readonly at: When;
  readonly channels: Channels;
  readonly isHistory?: boolean;
}

/** People at one instant (mode `event` counts these), also those of a period of which only the end is known. */
export interface FoundEvent extends OfClock {
  readonly kind: 'event';
  readonly line: string;
  readonly at: When;
  readonly channel: string;
  readonly count: number;
  /** By which a second delivery is known; '' where there is nothing. */
  readonly id: string;
}

export interface FoundStatus {
  readonly kind: 'status';
  readonly at: When;
  readonly state: Status['state'];
  /**
   * The vendor has no word for a device that went away. Then it is no sign that a device of mode `event` watches while it counts nobody,
   * for which `online` would stand until an `offline` that never comes.
   */
  readonly neverEnds?: boolean;
  readonly problem?: string | null;
  readonly battery?: number | null;
  readonly firmware?: string | null;
}

/** A receipt. Amounts are above 0 for returns too, as in Lintel's own messages. */
export interface FoundSale {
  readonly kind: 'sale';
  readonly id: string;
  readonly at: When;
  readonly type: SaleType;
  /** After discounts, with tax, without tips, gift-card loads and deposits. */
  readonly total: Money;
  readonly tax?: Money | null;
  readonly items?: number | null;
  readonly till?: string | null;
  /** ISO 4217; absent: the store's. */
  readonly currency?: string | null;
  /** `store` where absent; `pickup`, `delivery`, `online`, … count apart. */
  readonly channel?: string;
  /** Training, a draft, cancelled: kept, counts nowhere, until a later content says otherwise. */
  readonly isTraining?: boolean;
  readonly original?: string | null;
  /** Orders the contents of one id. */
  readonly updatedAt?: When | null;
}

export interface FoundZReport {
  readonly kind: 'zReport';
  readonly id: string;
  readonly closedAt: When;
  readonly openedAt?: When | null;
  readonly till?: string | null;
  readonly currency?: string | null;
  readonly salesCount?: number | null;
  readonly sales?: Money | null;
  readonly returnsCount?: number | null;
  readonly returns?: Money | null;
  /** Receipts of whatever kind, where it does not tell them apart. */
  readonly receiptsCount?: number | null;
  /** Orders the contents of one id. */
  readonly updatedAt?: When | null;
}

/** People waiting in a queue at an instant; `queue` by the vendor's name, which the device's lines map to a queue of the store. */
export interface FoundQueueSample extends OfClock {
  readonly kind: 'queueSample';
  readonly queue: string;
  readonly at: When;
  readonly length: number;
  readonly open?: number | null;
}

/** One person's way through a queue, as far as this message knows it. */
export interface FoundQueueVisit extends OfClock {
  readonly kind: 'queueVisit';
  readonly id: string;
  readonly queue?: string | null;
  readonly joinedAt?: When | null;
  readonly calledAt?: When | null;
  readonly leftAt?: When | null;
  readonly outcome?: VisitOutcome | null;
  readonly updatedAt?: When | null;
}

/** A sensor's own statistics of a stretch of time. */
export interface FoundQueueStatistic extends OfClock {
  readonly kind: 'queueStatistic';
  readonly queue: string;
  readonly startAt: When;
  readonly endAt: When;
  readonly served: number;
  readonly abandoned?: number | null;
  readonly meanWaitSeconds?: number | null;
  readonly waitBins?: readonly WaitBin[] | null;
}

/** An answer to a question: nps 0–10, csat 1–5, csi 1–10. */
export interface FoundSurvey {
  readonly kind: 'survey';
  readonly id: string;
  readonly at: When;
  readonly survey: Survey;
  readonly score: number;
  readonly criterion?: string | null;
  readonly stage?: SurveyStage | null;
  readonly comment?: string | null;
  readonly updatedAt?: When | null;
}

/** A request or complaint, as far as this message knows it. */
export interface FoundRequest {
  readonly kind: 'request';
  readonly id: string;
  readonly openedAt?: When | null;
  readonly answeredAt?: When | null;
  readonly resolvedAt?: When | null;
  readonly level?: ServiceLevel | null;
  readonly category?: string | null;
  readonly updatedAt?: When | null;
}

/** The message only names it: it must be asked for. */
export interface FoundFetch {
  readonly kind: 'fetch';
  readonly resource: string;
  readonly key: string;
  readonly version?: string;
}

/**
 * Understood, and nothing of it counts: `test` (simulated, dummy), `alive` (a heartbeat, a status of no use), `other` (a reading that is
 * not about people at a door or sales), `repeat` (by the vendor's own word), `draft`.
 */
export interface FoundAside {
  readonly kind: 'aside';
  readonly why: 'test' | 'alive' | 'other' | 'repeat' | 'draft';
  readonly detail: string;
}

/** Part of the message that cannot be accepted. */
export interface FoundFault {
  readonly kind: 'fault';
  readonly reason: QuarantineReason;
  readonly detail: string;
  /** Devices of this mode only would have counted it; for others it is kept for liveness as the rest of its kind. Absent: for all. */
  readonly mode?: CountMode;
}

export type Finding =
  | FoundInterval
  | FoundReading
  | FoundEvent
  | FoundStatus
  | FoundSale
  | FoundZReport
  | FoundFetch
  | FoundQueueSample
  | FoundQueueVisit
  | FoundQueueStatistic
  | FoundSurvey
  | FoundRequest
  | FoundAside
  | FoundFault;

/** What one message says of one device. */
export interface Report {
  /** The vendor's name of the device, register or location; '' where the message does not say. */
  readonly address: string;
  /** Other names it goes by in the same message, by which a device may be set up too: `door-1` beside an EUI, a MAC beside a serial number. */
  readonly alsoKnownAs?: readonly string[];
  readonly findings: readonly Finding[];
}

/** A device's default reading of a vendor's directions. */
export type ChannelMeaning = Readonly<Record<string, Direction | 'ignore'>>;

export function aside(why: FoundAside['why'], detail: string): FoundAside {
  return { kind: 'aside', why, detail };
}

export function fault(reason: QuarantineReason, detail: string): FoundFault {
  return { kind: 'fault', reason, detail };
}
