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

export interface CountItem {
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

/** Half open, epoch ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const quarter = 15 * 60_000;
