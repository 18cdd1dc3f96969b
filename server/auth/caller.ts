import type { Role, Scope } from '../../db/vocabulary/scope.ts';

interface Identity {
  /** What the caller may see and do, and whom the audit log names. */
  readonly scope: Scope;
}

/** A person signed in to the dashboard. */
export interface PersonCaller extends Identity {
  readonly kind: 'person';
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly sessionId: string;
}

/** A program with a bearer token. */
export interface TokenCaller extends Identity {
  readonly kind: 'token';
  readonly tokenId: string;
}

/** A device or till with its own id and secret: it may report for itself, and nothing else. */
export interface DeviceCaller {
  readonly kind: 'device';
  /** null: a gateway, which reports for any device of its store. */
  readonly deviceId: string | null;
  readonly storeId: string;
}

export type Caller = PersonCaller | TokenCaller | DeviceCaller;

/** What a route asks of its caller; `correct`: to change what counts of a store's data. */
export type Access = 'read' | 'quarantine' | 'correct' | 'ingest' | 'owner';

const rolesWith: Readonly<Record<Access, readonly Role[]>> = {
  read: ['owner', 'regional', 'manager', 'viewer'],
  quarantine: ['owner', 'regional', 'manager'],
  correct: ['owner', 'regional', 'manager'],
  ingest: ['owner', 'regional', 'manager'],
  owner: ['owner'],
};

/** May this caller use such a route at all? Which stores it then sees is the scope's matter. */
export function hasAccess(caller: Caller, access: Access): boolean {
  if (caller.kind === 'device') return access === 'ingest';
  return rolesWith[access].includes(caller.scope.role);
}
