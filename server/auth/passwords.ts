import { randomBytes } from 'node:crypto';
import { hashToken } from '../../db/secrets/secret.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { People } from './people.ts';

const linkHours = 48;

/** A link by which somebody chooses a password; only its hash is kept. */
export interface FreshLink {
  readonly path: string;
  readonly hash: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

export function freshPasswordLink(now: number): FreshLink {
  const code = randomBytes(18).toString('base64url');
  return { path: `/password?code=${code}`, hash: hashToken(code), expiresAt: now + linkHours * 3_600_000 };
}

/** A password that nobody knows, until one is chosen by a link. */
export function unknownPassword(): string {
  return randomBytes(32).toString('base64url');
}

/** Gives a person another password; whoever knew the one before is signed out. Answers their e-mail address. */
export async function setPassword(people: People, userId: string, password: string): Promise<string> {
  const { internalAdapter, password: passwords } = await people.$context;
  const person = await internalAdapter.findUserById(userId);
  if (person === null) throw new AppError('not_found', `There is no person "${userId}".`);
  await internalAdapter.updatePassword(userId, await passwords.hash(password));
  await internalAdapter.deleteUserSessions(userId);
  return person.email;
}
