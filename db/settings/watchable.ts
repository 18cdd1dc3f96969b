import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { requireOwner } from './owner.ts';
import { requireOwnDevice, requireStaff } from './reach.ts';

/** What is watched where nobody claims what comes. */
const nobodysSubject = '*';

/** Lets staff watch the devices of their stores; sources, and what nobody claims, are of no store and so the owner's. */
export function requireWatchable(scope: Scope, settings: Settings, subject: string): void {
  requireStaff(scope, 'watch what devices send');
  if (subject === nobodysSubject) requireOwner(scope, 'watch what nobody claims');
  else if (scope.role !== 'owner' || !settings.sources.has(subject)) requireOwnDevice(scope, settings, subject);
}
