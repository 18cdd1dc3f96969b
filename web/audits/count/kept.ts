import type { Me } from '../../access-types.ts';

/** What the counting page keeps on the phone: every tap is in storage before it is shown. Instants are epoch ms. */

export type Direction = 'in' | 'out';
export type Counts = 'both' | Direction;

/** A counter of entries, with its store; known from the last time there was a connection. */
export interface Place {
  readonly store: string;
  readonly storeName: string;
  readonly timezone: string;
  readonly device: string;
  readonly deviceName: string;
}

export interface Tap {
  readonly at: number;
  readonly direction: Direction;
}

/** A count that is going on, or is over and not yet kept or thrown away. */
export interface Running {
  readonly id: string;
  readonly place: Place;
  readonly counts: Counts;
  readonly startAt: number;
  /** null: it goes on. */
  readonly endAt: number | null;
  readonly taps: readonly Tap[];
}

/** A count that is over, on its way to the server or there. */
export interface Done {
  readonly id: string;
  readonly place: Place;
  readonly startAt: number;
  readonly endAt: number;
  readonly in: number | null;
  readonly out: number | null;
  readonly note: string | null;
  readonly state: 'waiting' | 'sent' | 'refused';
  /** Why it was not accepted. */
  readonly refusal: string | null;
}

/** What is known of the house while there is no connection to it. */
export interface House {
  readonly locale: string;
  /** undefined: kept before there were any. */
  readonly preferences?: Me['preferences'];
  readonly mayCount: boolean;
  readonly places: readonly Place[];
}

interface Kept {
  readonly house: House;
  readonly running: Running;
  readonly done: readonly Done[];
}

const prefix = 'lintel.count.';

/** null: nothing is kept, or this browser keeps nothing. */
export function readKept<Name extends keyof Kept>(name: Name): Kept[Name] | null {
  try {
    const text = localStorage.getItem(prefix + name);
    // Only keep() below writes under these names.
    return text === null ? null : (JSON.parse(text) as Kept[Name]);
  } catch {
    return null;
  }
}

/** null forgets it. Answers whether this browser could keep it. */
export function keep<Name extends keyof Kept>(name: Name, value: Kept[Name] | null): boolean {
  try {
    if (value === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
