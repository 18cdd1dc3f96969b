import type { ServiceLevel } from './event.ts';

/** Places and the things installed in them: what the provision file describes (docs: provision file). */

/** `["10:00-22:00"]`: openings that begin on that weekday; one may pass midnight. An empty list is a closed day. */
export type DayOpenings = readonly string[];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** One edition of a store's opening hours; a missing weekday is closed. */
export interface OpeningHoursEdition {
  /** First business date this edition holds for; absent means from the beginning. */
  readonly from?: string;
  readonly week: Partial<Record<Weekday, DayOpenings>>;
  /** By date (`YYYY-MM-DD`) on which an opening begins. */
  readonly exceptions: Readonly<Record<string, DayOpenings>>;
}

export interface Organisation {
  readonly name: string;
  readonly currency: string;
  readonly locale: string;
  /** As of a store; for stores that say nothing. */
  readonly holidays?: string | null;
}

export interface Region {
  readonly id: string;
  readonly name: string;
}

/** What of the two directions an entrance counts as its entries. */
export type CountAs = 'in' | 'out' | 'average';

export interface Entrance {
  readonly id: string;
  readonly name: string;
  /** `street` entrances count as entries of the store; any other kind does not. */
  readonly kind: string;
  readonly countAs: CountAs;
}

export interface Queue {
  readonly id: string;
  readonly name: string;
  /** Nobody should wait longer than this. */
  readonly targetSeconds: number;
  /** … and this share of those served is not to: what the number of tills is worked out for. */
  readonly targetShare: number;
}

/** A queue of a store; one that nobody set up goes by its own id and the usual target. */
export function queueOf(store: Pick<Store, 'queues'> | undefined, id: string): Queue {
  return store?.queues.find((queue) => queue.id === id) ?? { id, name: id, targetSeconds: 180, targetShare: 0.8 };
}

export type Measure = 'entries' | 'passersBy' | 'queue' | 'sales' | 'service';
export type CountMode = 'interval' | 'cumulative' | 'event';

/** What one line (zone, register, scenario) of a vendor's device counts as; the rest of its lines count as the profile says. */
export interface LineRule {
  /** As the device names it. */
  readonly line: string;
  /** The line of Lintel that it counts at; absent: its own name. */
  readonly as?: string;
  /** Nothing of it counts. */
  readonly ignore?: boolean;
  /** Its in and out are the other way round, beside what the device's `swap` says. */
  readonly swap?: boolean;
  /** By the vendor's name of a direction: what it counts as here. */
  readonly channels?: Readonly<Record<string, 'in' | 'out' | 'passersBy' | 'ignore'>>;
}

/** How a vendor's device reaches Lintel, and how what it says is to be taken. */
export interface Connection {
  /**
   * The source (further broker, account, webhook) that its messages come by, or the id of another device whose messages it shares (two
   * lines of one camera); null: the main broker, or its own webhook.
   */
  readonly source: string | null;
  /** MQTT filters of its topics, where `{address}` may stand for a level that names the device. */
  readonly topics: readonly string[];
  /** By which its messages name it: serial number, EUI, location, register; null: all that come by its topics or webhook. */
  readonly address: string | null;
  /** in and out are the other way round. */
  readonly swap: boolean;
  readonly map: readonly LineRule[];
  /** What the profile asks for besides: a model, paths of a generic device, who may send, … */
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Device {
  readonly id: string;
  readonly storeId: string;
  readonly name: string;
  readonly profile: string;
  readonly mode: CountMode;
  readonly measures: readonly Measure[];
  /** Lines whose reports together make the device observed, default `['main']`; empty: whatever lines it has (a vendor's device). */
  readonly lines: readonly string[];
  /** Absent: counts at one street entrance that counts `in`. */
  readonly entranceId: string | null;
  /** Seconds between reports; null: the length of its latest interval, at least 60. */
  readonly reportsEverySeconds: number | null;
  readonly silentAfterSeconds: number;
  readonly feed: 'live' | 'batch';
  /** `local`: timestamps without an offset are read in the store's zone. */
  readonly clock: 'utc' | 'local';
  readonly counterBits: 16 | 32 | null;
  readonly maxPerMinute: number;
  /** Epoch ms; null: its earliest report. */
  readonly installedAt: number | null;
  readonly removedAt: number | null;
  /** null: speaks Lintel's own language on its own topic. */
  readonly connection: Connection | null;
}

export interface Store {
  readonly id: string;
  readonly name: string;
  readonly regionId: string | null;
  readonly tags: readonly string[];
  readonly areaM2: number | null;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly timezone: string;
  readonly currency: string;
  /** Minutes after local midnight at which a business date begins; a multiple of 15. */
  readonly dayStartsAtMinutes: number;
  /** null: always open. In ascending order of `from`. */
  readonly openingHours: readonly OpeningHoursEdition[] | null;
  readonly passersByIncludesEntrants: boolean;
  readonly keepEmployees: boolean;
  /** Whose public holidays are marked: `RU`, `DE-BY`, `none`; null: the organisation's, else those of the time zone's country. */
  readonly holidays: string | null;
  readonly entrances: readonly Entrance[];
  readonly queues: readonly Queue[];
  readonly devices: readonly Device[];
}

/** A traffic-light standard of one process and criterion; thresholds are inclusive. */
export interface Standard {
  readonly process: string;
  readonly criterion: string;
  /** What people read; null: the id itself. */
  readonly processName: string | null;
  readonly criterionName: string | null;
  /** The step of the process's scenario that it measures, as people read it. */
  readonly step: string | null;
  /** What a value is counted in: `s`, `min`, `%`, … */
  readonly unit: string | null;
  /** The role that answers for it. */
  readonly owner: string | null;
  /** Whose it is to mend: 1 first line, 2 specialist, 3 management. */
  readonly level: ServiceLevel | null;
  readonly green: number;
  readonly yellow: number;
  readonly lowerIsBetter: boolean;
  readonly weight: number;
}

/** What is looked at in a mystery visit or self-audit; its id is the `standard` of the checks made by it. */
export interface Checklist {
  readonly id: string;
  readonly name: string;
  readonly items: readonly ChecklistItem[];
}

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
}

/**
 * An MQTT client that is not a device: a gateway publishes for its store, and on its filters, a reader subscribes to its filters.
 */
export interface MqttClient {
  readonly id: string;
  readonly kind: 'gateway' | 'reader';
  readonly storeId: string | null;
  readonly filters: readonly string[];
}

/** Something that messages of several devices come by: a further MQTT broker, a vendor's account, a webhook. */
export interface Source {
  readonly id: string;
  readonly profile: string;
  /** mqtt, mqtts, ws or wss: a broker to read from. http or https: a vendor's API. null: only a webhook. */
  readonly url: string | null;
  readonly username: string | null;
  /** What is subscribed to at a broker; empty: what the profile says. */
  readonly topics: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** Everything that is set up, as one immutable snapshot; `version` grows with every change. */
export interface Settings {
  readonly version: number;
  readonly organisation: Organisation;
  readonly regions: readonly Region[];
  readonly stores: ReadonlyMap<string, Store>;
  readonly devices: ReadonlyMap<string, Device>;
  readonly standards: readonly Standard[];
  readonly checklists: readonly Checklist[];
  readonly mqttClients: ReadonlyMap<string, MqttClient>;
  readonly sources: ReadonlyMap<string, Source>;
}
