import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ProvisionSecret } from './schema.ts';

/** Where secrets that are not written into the file come from. */
export interface SecretPlaces {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that a secret's `file` is named from. */
  readonly folder: string;
}

export type ReadSecret = { readonly secret: string } | { readonly fault: string };

/**
 * A secret's value from where the file says it is; a missing place is a fault, not an empty secret. `places` null: the file was sent over
 * HTTP, whose senders have no business in this machine's files and environment.
 */
export function readSecret(written: ProvisionSecret, places: SecretPlaces | null): ReadSecret {
  if (typeof written === 'string') return { secret: written };
  if (places === null)
    return {
      fault: 'env and file are read by the command line alone (lintel provision FILE): leave the secret out here',
    };
  if ('env' in written) {
    const secret = places.env[written.env];
    return secret ? { secret } : { fault: `the environment variable ${written.env} is not set` };
  }
  try {
    const secret = readFileSync(resolve(places.folder, written.file), 'utf8').trim();
    return secret ? { secret } : { fault: `the file ${written.file} is empty` };
  } catch {
    return { fault: `the file ${written.file} cannot be read` };
  }
}
