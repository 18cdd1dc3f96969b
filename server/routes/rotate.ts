import { AppError } from '../../db/vocabulary/errors.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { SecretHolder, SecretName } from '../../db/vocabulary/secrets.ts';
import type { ProfileFacts } from '../provision/profiles.ts';
import type { Services } from '../services.ts';

export interface RotationWish extends SecretHolder {
  readonly name: SecretName;
  readonly value?: string | undefined;
  readonly keepOldForSeconds: number;
}

/** 128 bits, as base64 or hexadecimal digits write them at the shortest. */
const shortestPath = 22;

/** Replaces a secret, where the profile has one of that name. */
export async function rotate(
  { db, settings, profiles, forgetCallers, now }: Services,
  scope: Scope,
  { wish, profile }: { readonly wish: RotationWish; readonly profile: string },
): Promise<{ secret: string }> {
  const fault = faultOf(wish, profiles.get(profile));
  if (fault !== null) throw new AppError('invalid', fault);
  const { secret } = await db.writes.rotateSecret(scope, { ...wish, now: now() });
  // What was just replaced is not remembered as right.
  if (wish.keepOldForSeconds === 0) forgetCallers();
  await settings.refresh();
  return { secret };
}

function faultOf({ name, value }: RotationWish, facts: ProfileFacts | undefined): string | null {
  if (name === 'mqtt') return null;
  const make = facts?.make ?? 'this profile';
  if (name === 'api') return facts?.apiHost == null ? `name: ${make} has no API that is asked.` : null;
  const proof = facts?.proof ?? null;
  if (proof === null) return `name: ${make} has no webhook.`;
  if (proof === 'signature' && value === undefined)
    return `value: ${make} makes the key it signs with; paste it as the value.`;
  if (proof === 'path' && value !== undefined && !isLongPath(value))
    return `value: nothing but this address proves the sender; leave it out to have one made, or take at least ${shortestPath} letters and digits.`;
  return null;
}

function isLongPath(value: string): boolean {
  return value.length >= shortestPath && /^[\w.~-]+$/.test(value);
}
