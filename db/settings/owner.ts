import { AppError } from '../vocabulary/errors.ts';
import { canChangeSettings, type Scope } from '../vocabulary/scope.ts';

/** Lets an owner and the house itself go on; others hear that they may not `what` (`change the settings`). */
export function requireOwner(scope: Scope, what: string): void {
  if (!canChangeSettings(scope)) throw new AppError('forbidden', `Only an owner may ${what}.`);
}
