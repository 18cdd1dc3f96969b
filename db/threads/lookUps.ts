import type { Reads } from './reads.ts';

/**
 * Reads of a row or a few by their key, which others wait for: who calls, what is set up. They have a reader thread of their
 * own, so that no comparison of a thousand stores stands in their way.
 */
const lookUps: readonly string[] = [
  'authenticateClient',
  'findToken',
  'hasDueFetches',
  'readGrants',
  'readReadiness',
  'readSecretsThere',
  'readSettingsSince',
  'readSetup',
  'readVendorSecrets',
] satisfies (keyof Reads)[];

export function isLookUp(name: string): boolean {
  return lookUps.includes(name);
}
