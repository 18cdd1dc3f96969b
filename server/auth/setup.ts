import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { NewPerson } from './people.ts';

/** What the first set-up needs of the database and of better-auth. */
export interface SetupInput {
  /** Is there an owner? Then it is closed, for good. */
  hasOwner(): Promise<boolean>;
  readCodeHash(): Promise<string | null>;
  saveCodeHash(hash: string): Promise<void>;
  /** Makes the person and their ownership; throws `conflict` where there is an owner by now. */
  createOwner(person: NewPerson): Promise<void>;
}

/** The way in for the first owner: a one-time code, printed when the server starts, kept as its hash. */
export interface SetupDoor {
  isOpen(): Promise<boolean>;
  /** A fresh code, in place of any printed before; null once there is an owner. */
  newCode(): Promise<string | null>;
  /** @throws conflict when closed, forbidden for a wrong code. */
  enter(code: string, person: NewPerson): Promise<void>;
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}

export function openSetup({ hasOwner, readCodeHash, saveCodeHash, createOwner }: SetupInput): SetupDoor {
  /** Ownership never ends, so that the answer is kept once it is yes. */
  let isClosed = false;
  /** Two visitors with the same link: the second waits, and finds it closed. */
  let turn: Promise<unknown> = Promise.resolve();

  const isOpen = async (): Promise<boolean> => {
    isClosed ||= await hasOwner();
    return !isClosed;
  };

  const enter = async (code: string, person: NewPerson): Promise<void> => {
    if (!(await isOpen())) throw new AppError('conflict', 'Set-up is done; sign in instead.');
    const kept = await readCodeHash();
    const isRight = kept !== null && timingSafeEqual(Buffer.from(kept, 'hex'), hashOf(code));
    if (!isRight)
      throw new AppError('forbidden', 'This set-up code is not valid; use the link the server printed last.');
    await createOwner(person);
  };

  return {
    isOpen,
    newCode: async () => {
      if (!(await isOpen())) return null;
      const code = randomBytes(16).toString('base64url');
      await saveCodeHash(hashOf(code).toString('hex'));
      return code;
    },
    enter: (code, person) => {
      const mine = turn.catch(() => {}).then(() => enter(code, person));
      turn = mine;
      return mine;
    },
  };
}
