import type { Logger } from 'pino';
import type { Database } from '../db/threads/database.ts';
import type { Remote } from '../db/threads/protocol.ts';
import type { Settings } from '../db/vocabulary/place.ts';
import type { SourceState } from '../ingest/broker/sources.ts';
import type { HookDoor } from '../ingest/hooks/door.ts';
import type { MessageFate, RawMessage } from '../ingest/pipeline/message.ts';
import type { RefusedLately } from '../ingest/refusals.ts';
import type { IngestWrites } from '../ingest/writer.ts';
import type { Answers } from './answers/answers.ts';
import type { Allow, Identify } from './auth/guard.ts';
import type { People } from './auth/people.ts';
import type { SetupDoor } from './auth/setup.ts';
import type { Backups } from './backups.ts';
import type { Imports } from './imports.ts';
import type { LiveHub } from './live/hub.ts';
import type { Telemetry } from './metrics.ts';
import type { Profiles } from './provision/profiles.ts';
import type { Decoding } from './vendors/decoding.ts';
import type { SourceTrial, TrialStep } from './vendors/trial.ts';

/** The settings of the moment, kept on the main thread. */
export interface SettingsMirror {
  readonly current: Settings;
  /** Reads them anew if they have changed; awaited after a change of our own, so that the next request sees it. */
  refresh(): Promise<Settings>;
}

/** Where devices of this house connect, for whoever sets one up; null host: the one the request came to. */
export interface MqttAddress {
  readonly host: string | null;
  readonly port: number;
  readonly tls: boolean;
}

/** Shown on the demo's sign-in page. */
export interface DemoAccount {
  readonly email: string;
  readonly password: string;
}

/** Where vendors' requests come in. */
export interface Hooks {
  readonly door: HookDoor;
  /** From where a request comes, seen through the proxies that are trusted. */
  senderOf(peer: string, forwardedFor: string | undefined): string;
  /** Settles when the settings are those of the moment, or after a moment where the database does not answer. */
  refreshed(): Promise<void>;
}

/** Everything routes are made of; main.ts puts it together. */
export interface Services {
  readonly log: Logger;
  readonly db: Database<IngestWrites>;
  /** Figures, worked out and written as text by reader threads. */
  readonly answers: Remote<Answers>;
  readonly settings: SettingsMirror;
  /** What is known of each make's format. */
  readonly profiles: Profiles;
  /** Reads messages by the makes' formats, and stores nothing. */
  readonly decoding: Decoding;
  /** Tries a source out as it is set up; answers within ten seconds. */
  trySource(trial: SourceTrial): Promise<TrialStep[]>;
  /** Files that people send, read in threads of their own. */
  readonly imports: Imports;
  readonly backups: Backups;
  readonly people: People;
  readonly setup: SetupDoor;
  readonly identify: Identify;
  readonly allow: Allow;
  /** After a token is revoked or a session ends: whoever calls is looked up anew. */
  forgetCallers(): void;
  readonly live: LiveHub;
  readonly telemetry: Telemetry;
  /** Stores a message and answers when it is committed; null: this process does not ingest. */
  readonly submit: ((message: RawMessage) => Promise<MessageFate>) | null;
  /** null: this process does not ingest. */
  readonly hooks: Hooks | null;
  /** How the sources' brokers are connected that this process reads; empty where it reads none. */
  sourceStates(): ReadonlyMap<string, SourceState>;
  /** What this process refused of a device or source in the last hour; null: nothing, or it takes nothing in. */
  refusedOf(feed: string): RefusedLately | null;
  readonly mqttAddress: MqttAddress;
  /** From where a request comes, seen through the proxies that are trusted, or those on this machine where none is said. */
  senderOf(peer: string, forwardedFor: string | undefined): string;
  readonly publicUrl: string | null;
  readonly demo: DemoAccount | null;
  /** Why nothing can be stored at the moment, or null; known without asking the database. */
  outage(): string | null;
  /** Why this process is not ready yet; empty: it is. */
  notReady(): Promise<string[]>;
  /** Fires when the server stops, so that streams end. */
  readonly stop: AbortSignal;
  now(): number;
}
