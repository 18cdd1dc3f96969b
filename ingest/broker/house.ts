import type { Aedes, Client } from 'aedes';
import type { MqttIdentity } from '../../db/reads/credentials.ts';
import type { Intake, UnderWay } from './intake.ts';
import type { Lane } from './lane.ts';
import type { ListenAddress } from './listen.ts';
import type { MayRetain } from './retaining.ts';

export interface EmbeddedBrokerParts {
  readonly addresses: readonly ListenAddress[];
  /** Where messages are stored. */
  readonly intake: Intake;
  /** Who has this user name and secret; null: nobody. */
  identify(username: string, secret: string): Promise<MqttIdentity | null>;
  /** Grows when a secret, a device or a client may have changed. */
  settingsVersion(): Promise<number>;
  /** A publish outside what its client may, which closed the connection. */
  onRefused(username: string, topic: string): void;
  /** What is not the sender's to know: lost connections, wrong secrets. */
  onTrouble(what: string, about: Readonly<Record<string, unknown>>): void;
}

/** A connection to the embedded broker. */
export interface Guest {
  readonly lane: Lane;
  username: string;
  secret: string;
  /** null until it has said who it is. */
  identity: MqttIdentity | null;
  /** The longest silence of a client that lives; 0: any. */
  silentAfterMs: number;
}

/** What the parts of the embedded broker share. */
export interface House {
  readonly parts: EmbeddedBrokerParts;
  readonly broker: Aedes;
  readonly guests: Map<Client, Guest>;
  /** Those guests that may subscribe. */
  readonly readers: Set<Guest>;
  readonly underWay: UnderWay;
  readonly state: { isClosing: boolean };
  readonly mayRetain: MayRetain;
}
