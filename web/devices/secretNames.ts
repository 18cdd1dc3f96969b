import type { Profile, SecretName } from './deviceTypes.ts';

/** The secrets that a device of a make has a use for. */
export function secretNamesOf({ profile, transports, proof, hasApi }: Profile): SecretName[] {
  const isNative = profile === 'native';
  return [
    ...(proof !== null && !isNative ? (['hook'] as const) : []),
    ...(hasApi ? (['api'] as const) : []),
    ...(isNative || transports.includes('mqtt') ? (['mqtt'] as const) : []),
  ];
}
