/** Who is there, as the API answers it (contract 6). */
import type { Preferences } from '../db/vocabulary/preferences.ts';

export interface Organisation {
  readonly name: string;
  readonly currency: string;
  readonly locale: string;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export interface Me {
  readonly user: { readonly name: string; readonly email: string } | null;
  readonly role: 'owner' | 'regional' | 'manager' | 'viewer';
  /** null until the set-up has named it. */
  readonly organisation: Organisation | null;
  readonly preferences?: Preferences;
}

/** What anyone may know before signing in. */
export interface PublicFacts {
  readonly demo?: Credentials;
  readonly setupOpen: boolean;
}

/** problem+json (RFC 9457). */
export interface Problem {
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly code?: string;
  readonly message?: string;
  readonly errors?: readonly unknown[];
}
