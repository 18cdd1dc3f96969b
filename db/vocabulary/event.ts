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

/** How many people waited in a queue at an instant; holds until the next of the same device and queue, for at most 10 minutes. */
export interface QueueSample {
  readonly kind: 'queueSample';
  readonly queue: string;
  readonly at: number;
  readonly length: number;
  /** Tills open; null: not said. */
  readonly open: number | null;
  readonly updatedAt: number | null;
}

export const visitOutcomes = ['served', 'abandoned'] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

/** One person's way through a queue; null: this message does not say, which takes nothing away that another said. */
export interface QueueVisit {
  readonly kind: 'queueVisit';
  readonly id: string;
  readonly queue: string | null;
  readonly joinedAt: number | null;
  readonly calledAt: number | null;
  readonly leftAt: number | null;
  readonly outcome: VisitOutcome | null;
  readonly updatedAt: number | null;
}

/** People by how long they waited, `toSeconds` excluded unless it is null (no end). */
export type WaitBin = readonly [fromSeconds: number, toSeconds: number | null, people: number];

/** What a sensor worked out by itself over a stretch of time; null: it does not say. */
export interface QueueStatistic {
  readonly kind: 'queueStatistic';
  readonly queue: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly served: number;
  readonly abandoned: number | null;
  readonly meanWaitSeconds: number | null;
  readonly waitBins: readonly WaitBin[] | null;
  readonly updatedAt: number | null;
}

/** A value of one criterion of a process, to be sorted into green, yellow or red by its standard. */
export interface Observation {
  readonly kind: 'observation';
  readonly id: string;
  readonly at: number;
  readonly process: string;
  readonly criterion: string;
  readonly value: number;
  readonly updatedAt: number | null;
}

/** Highest and lowest score of each survey. */
export const surveyScores = { nps: [0, 10], csat: [1, 5], csi: [1, 10] } as const;
export type Survey = keyof typeof surveyScores;
export const surveyStages = ['before', 'after'] as const;
export type SurveyStage = (typeof surveyStages)[number];

export interface SurveyAnswer {
  readonly kind: 'survey';
  readonly id: string;
  readonly at: number;
  readonly survey: Survey;
  readonly score: number;
  readonly criterion: string | null;
  readonly stage: SurveyStage | null;
  /** Without e-mail addresses and telephone numbers. */
  readonly comment: string | null;
  readonly updatedAt: number | null;
}

/** 1 first line, 2 specialist, 3 management. */
export type ServiceLevel = 1 | 2 | 3;

/** A request or complaint; null: this message does not say, which takes nothing away that another said. */
export interface ServiceRequest {
  readonly kind: 'request';
  readonly id: string;
  readonly openedAt: number | null;
  readonly answeredAt: number | null;
  readonly resolvedAt: number | null;
  readonly level: ServiceLevel | null;
  readonly category: string | null;
  readonly updatedAt: number | null;
}

export interface CheckedItem {
  readonly item: string;
  readonly passed: boolean;
}

/** A mystery visit or self-audit by a checklist. */
export interface StandardsCheck {
  readonly kind: 'check';
  readonly id: string;
  readonly at: number;
  readonly standard: string;
  readonly items: readonly CheckedItem[];
  readonly updatedAt: number | null;
}

export type QueueEvent = QueueSample | QueueVisit | QueueStatistic;
export type ServiceEvent = Observation | SurveyAnswer | ServiceRequest | StandardsCheck;

export type IngestEvent =
  | CountInterval
  | CountReading
  | CountEvent
  | Sale
  | FeedCompletion
  | Status
  | ZReport
  | FetchWanted
  | QueueEvent
  | ServiceEvent;

export const messageKinds = ['counts', 'sales', 'queue', 'service', 'status'] as const;
/** The last level of a native topic. */
export type MessageKind = (typeof messageKinds)[number];

/** What became of one item of a message. `duplicate` covers repeats and contents that a newer one already replaced. */
export type Fate = 'accepted' | 'duplicate' | 'corrected' | 'quarantined';
