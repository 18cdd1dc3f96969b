import type {
  Checklist,
  Device,
  MqttClient,
  Organisation,
  Region,
  Source,
  Standard,
  Store,
} from '../vocabulary/place.ts';

/** What one that connects is given: a secret someone chose, or a new one of ours in place of the present one. */
export interface SecretChange {
  readonly secret?: string | undefined;
  readonly renewSecret?: boolean | undefined;
}

/** What a vendor's device or a source is given besides. */
export interface VendorSecretChange {
  /** What the vendor's API wants to be shown. */
  readonly apiSecret?: string | undefined;
  /**
   * Of a webhook: `ours`, the vendor is told a secret, one is made where there is none, and a device's is the one by which it signs in to
   * the broker; `theirs`, the vendor makes it and `secret` repeats it. Absent: there is no webhook, and `secret` is for the broker alone.
   */
  readonly hookSecret?: 'ours' | 'theirs' | undefined;
}

/** A source with what it takes to sign in there. */
export interface SourceSetting extends Omit<Source, 'url'> {
  /** '' is a webhook alone. */
  readonly url: string;
  readonly password: string | null;
}

/**
 * What is to be so afterwards, each part whole. What is not named here stays as it is, and nothing is ever deleted: a
 * store's entrance that is missing here stays too.
 */
export interface SettingsChange {
  readonly organisation?: Organisation | undefined;
  readonly regions?: readonly Region[] | undefined;
  /** A store with its entrances and queues; its devices are named in `devices`. */
  readonly stores?: readonly Omit<Store, 'devices'>[] | undefined;
  readonly devices?: readonly (Device & SecretChange & VendorSecretChange)[] | undefined;
  readonly mqttClients?: readonly (MqttClient & SecretChange)[] | undefined;
  readonly standards?: readonly Standard[] | undefined;
  readonly checklists?: readonly Checklist[] | undefined;
  readonly sources?: readonly (SourceSetting & Pick<SecretChange, 'secret'> & VendorSecretChange)[] | undefined;
}

/** One field of a part, in its values; null where there was or is none, and in the place of secrets. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One thing that was changed, to be told. */
export interface Change {
  readonly action: 'added' | 'changed';
  /** `store arbat`, `device cam-1`, … */
  readonly subject: string;
  /** `store arbat: timezone UTC → Europe/Moscow` */
  readonly text: string;
  /** Of a part that was there. */
  readonly fields?: readonly FieldChange[];
  /** A secret of ours, told this once. */
  readonly secret?: string;
}
