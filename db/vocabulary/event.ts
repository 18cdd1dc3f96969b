/** What devices and tills send, once understood: events, and what becomes of them. All instants are epoch ms (UTC). */

/** People counted between two instants; a field that is absent was not measured, which is not 0. */
export interface CountInterval {
  readonly kind: 'interval';
  readonly startAt: number;
  readonly endAt: number;
  readonly line: string;
  readonly in: number | null;
  readonly out: number | null;
  readonly passersBy: number | null;
  readonly staffIn: number | null;
  readonly staffOut: number | null;
  readonly groups: number | null;
  readonly updatedAt: number | null;
}

/** What a cumulative counter showed at an instant: totals that go up, until they are reset. null: that total was not sent. */
export interface CountReading {
  readonly kind: 'reading';
  readonly at: number;
  readonly line: string;
  readonly totalIn: number | null;
  readonly totalOut: number | null;
  readonly totalPassersBy: number | null;
  readonly updatedAt: number | null;
}

export const directions = ['in', 'out', 'passerBy'] as const;
export type Direction = (typeof directions)[number];

/** People whom an event counter saw pass at one instant. */
export interface CountEvent {
  readonly kind: 'event';
  readonly at: number;
  readonly line: string;
  readonly direction: Direction;
  readonly count: number;
  /** '' where the device gives none. */
  readonly id: string;
  /** Which of those of one message that are alike but for their count, where they have no id: 0, 1, … */
  readonly place: number;
  readonly updatedAt: number | null;
}

export type SaleType = 'sale' | 'return' | 'exchange' | 'void';

/** A receipt; money in whole minor units of the store's currency. */
export interface Sale {
  readonly kind: 'sale';
  readonly id: string;
  readonly source: string;
  readonly at: number;
  readonly type: SaleType;
  readonly totalMinor: number;
  readonly taxMinor: number | null;
  readonly items: number | null;
  readonly till: string | null;
  /** Only where the store keeps employees. */
  readonly employee: string | null;
  readonly channel: string;
  readonly isTraining: boolean;
  readonly original: string | null;
  readonly updatedAt: number | null;
}

/** A batch feed's word that everything up to this business date (`YYYY-MM-DD`) has been delivered. */
export interface FeedCompletion {
  readonly kind: 'completion';
  readonly completeTo: string;
}

export interface Status {
  readonly kind: 'status';
  /** null: the time of receipt counts. */
  readonly at: number | null;
  readonly state: 'online' | 'offline';
  readonly problem: string | null;
  readonly battery: number | null;
  readonly firmware: string | null;
  readonly updatedAt: number | null;
}

/** What a till says of a whole shift when it ends; null: it does not say. Money in whole minor units. */
export interface ZReport {
  readonly kind: 'zReport';
  readonly id: string;
  readonly source: string;
  readonly till: string | null;
  /** null: the shift began when the one before ended. */
  readonly openedAt: number | null;
  readonly closedAt: number;
  readonly salesCount: number | null;
  readonly salesMinor: number | null;
  readonly returnsCount: number | null;
  readonly returnsMinor: number | null;
  /** Receipts of whatever kind, where it does not tell them apart. */
  readonly receiptsCount: number | null;
  readonly updatedAt: number | null;
}

/** Something a vendor's message only named: it is to be asked for at the vendor's API. */
export interface FetchWanted {
  readonly kind: 'fetch';
  /** The profile's word for what it is: `order`, `refund`, … */
  readonly resource: string;
  readonly key: string;
  /** As the vendor says it; '' where it does not. A later message with another one asks again. */
  readonly version: string;
}

export type IngestEvent =
  | CountInterval
  | CountReading
  | CountEvent
  | Sale
  | FeedCompletion
  | Status
  | ZReport
  | FetchWanted;

export const messageKinds = ['counts', 'sales', 'queue', 'service', 'status'] as const;
/** The last level of a native topic. */
export type MessageKind = (typeof messageKinds)[number];

/** What became of one item of a message. `duplicate` covers repeats and contents that a newer one already replaced. */
export type Fate = 'accepted' | 'duplicate' | 'corrected' | 'quarantined';
