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

/** A secret's value from where the file says it is; a missing place is a fault, not an empty secret. */
export function readSecret(written: ProvisionSecret, places: SecretPlaces): ReadSecret {
  if (typeof written === 'string') return { secret: written };
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
