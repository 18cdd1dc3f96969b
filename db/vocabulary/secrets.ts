/** Whose a vendor's secret is: a device's or a source's. */
export interface SecretHolder {
  readonly holderKind: 'device' | 'source';
  readonly holderId: string;
}

/** `hook`: proves what comes by webhook. `api`: is shown to the vendor's API. */
export type VendorSecretName = 'hook' | 'api';

/** `mqtt`: what a device signs in to the broker of this house with, or what we sign in to a source's broker with. */
export type SecretName = VendorSecretName | 'mqtt';
