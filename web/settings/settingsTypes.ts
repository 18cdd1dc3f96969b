/** What the settings' routes answer (server/contracts/access.ts, settings.ts, stores.ts), as the pages read it. */
import type { Weekday } from '../api-types.ts';

export type Role = 'owner' | 'regional' | 'manager' | 'viewer';

export interface Grants {
  readonly role: Role;
  readonly stores: readonly string[];
  readonly regions: readonly string[];
}

export interface PersonLine extends Omit<Grants, 'role'> {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** null: may do nothing. */
  readonly role: Role | null;
}

/** Of a page where a password is chosen, once. */
export interface PasswordLink {
  readonly path: string;
  readonly expiresAt: string;
}

export interface TokenLine extends Grants {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
}

export interface RegionLine {
  readonly id: string;
  readonly name: string;
}

/** Openings by weekday; a missing one is closed. */
export type WeekText = Partial<Record<Weekday, readonly string[]>>;

/** One edition of opening hours, as the provision file has it. */
export interface Edition extends WeekText {
  /** First date it holds for; absent: from the beginning. */
  readonly from?: string;
  readonly exceptions?: Readonly<Record<string, readonly string[]>>;
}

/** What a store has several of, each called by a name. */
export interface NamedLine {
  readonly id: string;
  name: string;
}

export interface EntranceLine {
  readonly id: string;
  readonly name?: string;
  readonly kind: string;
  readonly countAs: 'in' | 'out' | 'average';
}

export interface QueueLine {
  readonly id: string;
  readonly name?: string;
  readonly targetSeconds: number;
  readonly targetShare?: number;
}

/** A store as in the provision file; what is absent is not said. */
export interface StoreFile {
  readonly id: string;
  readonly name: string;
  readonly region?: string | null;
  readonly tags?: readonly string[];
  readonly areaM2?: number | null;
  readonly opensOn?: string | null;
  readonly closesOn?: string | null;
  readonly timezone: string;
  readonly currency: string;
  readonly dayStartsAt: string;
  /** Absent or null: always open. */
  readonly openingHours?: Edition | readonly Edition[] | null;
  readonly passersByIncludesEntrants: boolean;
  readonly keepEmployees?: boolean;
  readonly holidays?: string | null;
  readonly entrances?: readonly EntranceLine[];
  readonly queues?: readonly QueueLine[];
  readonly devices?: readonly { readonly id: string }[];
}

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface FileChange {
  readonly action: 'added' | 'changed';
  readonly subject: string;
  readonly text: string;
  readonly fields?: readonly FieldChange[];
  readonly secret?: string;
}

export interface FileAnswer {
  readonly changes: readonly FileChange[];
  readonly warnings: readonly string[];
}

export interface BackupState {
  readonly state: 'none' | 'running' | 'ready' | 'failed';
  readonly finishedAt: string | null;
  readonly bytes: number | null;
  readonly expectedBytes: number | null;
  readonly fileName: string | null;
  readonly detail: string | null;
}

export interface LogLine {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface LogPage {
  readonly lines: readonly LogLine[];
  readonly next: string | null;
}
