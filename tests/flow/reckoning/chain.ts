/** What a reckoning starts from: stores as the provision file says them, and items as they were sent. Nothing of the server's own types. */

type Hours = readonly string[];

export interface Openings {
  /** First date they hold for; none: from the beginning. */
  readonly from?: string;
  /** By weekday: `mon`, `tue`, … */
  readonly [weekday: string]: Hours | string | Readonly<Record<string, Hours>> | undefined;
  readonly exceptions?: Readonly<Record<string, Hours>>;
}

export interface DoorSpec {
  readonly id: string;
  readonly kind?: string;
  readonly countAs?: 'in' | 'out' | 'average';
}

export interface DeviceSpec {
  readonly id: string;
  readonly mode?: 'interval' | 'cumulative' | 'event';
  readonly counterBits?: 16 | 32;
  readonly maxPerMinute?: number;
  readonly measures: readonly ('entries' | 'passersBy' | 'sales')[];
  readonly lines?: readonly string[];
  readonly entrance?: string;
  readonly reportsEvery?: number;
  readonly silentAfter?: number;
  readonly feed?: 'live' | 'batch';
  readonly installedAt?: string;
  readonly removedAt?: string;
}

export interface StoreSpec {
  readonly id: string;
  readonly timezone: string;
  readonly currency: string;
  readonly dayStartsAt?: string;
  readonly openingHours?: Openings | readonly Openings[];
  readonly passersByIncludesEntrants?: boolean;
  readonly entrances?: readonly DoorSpec[];
  readonly devices: readonly DeviceSpec[];
}

export interface IntervalItem {
  readonly start: string;
  readonly end: string;
  readonly in?: number;
  readonly out?: number;
  readonly passersBy?: number;
  readonly staffIn?: number;
  readonly staffOut?: number;
  readonly line?: string;
  readonly updatedAt?: string;
}

export interface ReadingItem {
  readonly at: string;
  readonly totalIn?: number;
  readonly totalOut?: number;
  readonly totalPassersBy?: number;
  readonly line?: string;
  readonly updatedAt?: string;
}

export interface EventItem {
  readonly at: string;
  readonly direction: 'in' | 'out' | 'passerBy';
  readonly count?: number;
  readonly id?: string;
  readonly line?: string;
  readonly updatedAt?: string;
}

export type CountItem = IntervalItem | ReadingItem | EventItem;

export const isInterval = (item: CountItem): item is IntervalItem => 'start' in item;
export const isEvent = (item: CountItem): item is EventItem => 'direction' in item;
export const isReading = (item: CountItem): item is ReadingItem => !isInterval(item) && !isEvent(item);

export interface SaleItem {
  readonly id: string;
  readonly at: string;
  readonly type: 'sale' | 'return' | 'exchange' | 'void';
  readonly total: string | number;
  readonly tax?: string | number;
  readonly items?: number;
  readonly source?: string;
  readonly original?: string;
  readonly training?: boolean;
  readonly channel?: string;
  readonly completeTo?: string;
  readonly updatedAt?: string;
}

export interface StatusItem {
  readonly state: 'online' | 'offline';
  readonly at: string;
  readonly problem?: string;
}

export type Sent =
  | { readonly store: string; readonly device: string; readonly kind: 'counts'; readonly item: CountItem }
  | { readonly store: string; readonly device: string; readonly kind: 'sales'; readonly item: SaleItem }
  | { readonly store: string; readonly device: string; readonly kind: 'status'; readonly item: StatusItem };

/** Items of one device and kind that are sent together. */
export type Parcel = readonly Sent[];

/** Half open, epoch ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const quarter = 15 * 60_000;

/** A span of a device that somebody took out by hand. */
export interface TakeOut extends Stretch {
  readonly device: string;
}

export type People = Readonly<Partial<Record<'in' | 'out' | 'passersBy', number>>>;

/** What somebody decided about a difference that was held: of one line and span, as large as it then was. */
export interface Decision extends Stretch {
  readonly device: string;
  readonly line: string;
  readonly people: People;
  readonly decision: 'accept' | 'drop';
}

/** All that happened to a store, in order of receipt. */
export interface Happened {
  readonly parcels: readonly Parcel[];
  readonly takeOuts?: readonly TakeOut[];
  readonly decisions?: readonly Decision[];
}
