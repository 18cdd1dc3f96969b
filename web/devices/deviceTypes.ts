/** What the API answers about makes, connections and what arrives, as the dashboard reads it. */
import type { Measure } from '../api-types.ts';

export type Mode = 'interval' | 'cumulative' | 'event';
export type Meaning = 'in' | 'out' | 'passersBy' | 'ignore';
export type Proof = 'signature' | 'token' | 'path';

export interface ProfileOption {
  readonly name: string;
  readonly label: string;
  readonly explanation: string;
  readonly isRequired: boolean;
  readonly choices?: readonly string[] | undefined;
}

/** A make that Lintel understands, and what there is to say about it. */
export interface Profile {
  readonly profile: string;
  readonly make: string;
  readonly kind: 'device' | 'till';
  readonly models: readonly string[];
  readonly transports: readonly ('mqtt' | 'http' | 'poll' | 'file')[];
  readonly reads: readonly string[];
  readonly leavesOut: readonly string[];
  readonly steps: readonly string[];
  readonly learntFrom: readonly string[];
  readonly modes: readonly Mode[];
  readonly measures: readonly Measure[];
  readonly channels: Readonly<Record<string, string>>;
  readonly options: readonly ProfileOption[];
  /** null: it does not come by HTTP. */
  readonly proof: Proof | null;
  readonly topics: readonly string[];
  /** Its vendor can be asked, with an API secret. */
  readonly hasApi: boolean;
  /** Devices ready to copy. */
  readonly examples?: readonly ProfileExample[] | undefined;
}

export interface ProfileExample {
  readonly title: string;
  readonly explanation: string;
  readonly learntFrom: string;
  readonly device: {
    readonly mode?: Mode | undefined;
    readonly topics?: readonly string[] | undefined;
    readonly options?: Readonly<Record<string, unknown>> | undefined;
  };
}

export interface LineRule {
  readonly line: string;
  readonly as?: string | undefined;
  readonly ignore?: boolean | undefined;
  readonly swap?: boolean | undefined;
  readonly channels?: Readonly<Record<string, Meaning>> | undefined;
}

/** A device in the provision file's form; what is absent is as the profile has it. */
export interface DeviceForm {
  readonly id: string;
  readonly name?: string | undefined;
  readonly profile?: string | undefined;
  readonly mode?: Mode | undefined;
  readonly measures?: readonly Measure[] | undefined;
  readonly lines?: readonly string[] | undefined;
  readonly entrance?: string | null | undefined;
  readonly reportsEvery?: number | null | undefined;
  readonly feed?: 'live' | 'batch' | undefined;
  readonly clock?: 'utc' | 'local' | undefined;
  readonly source?: string | null | undefined;
  readonly topic?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly address?: string | null | undefined;
  readonly swap?: boolean | undefined;
  readonly map?: readonly LineRule[] | undefined;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}

export interface Entrance {
  readonly id: string;
  readonly name?: string | undefined;
  readonly kind?: string | undefined;
  readonly countAs?: string | undefined;
}

/** A store with what is installed in it, in the provision file's form. */
/** A queue of a store that a zone may be. */
export interface StoreQueue {
  readonly id: string;
  readonly name?: string | undefined;
}

export interface StoreForm {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly timezone: string;
  readonly entrances?: readonly Entrance[] | undefined;
  readonly queues?: readonly StoreQueue[] | undefined;
  readonly devices?: readonly DeviceForm[] | undefined;
}

/** Where a device sends to. */
export interface ConnectionFacts {
  /** By which it sends, so that nothing is entered at it; null: it sends by itself. */
  readonly sentBy: { readonly kind: 'device' | 'source'; readonly id: string } | null;
  readonly hookUrl: string | null;
  readonly topics: readonly string[];
  readonly broker: { readonly host: string | null; readonly port: number; readonly tls: boolean } | null;
  readonly username: string | null;
  readonly steps: readonly string[];
  readonly proof: Proof | null;
  readonly hasHookSecret: boolean;
  readonly hasApiSecret: boolean;
  /** The vendor can be asked, with an API secret. */
  readonly hasApi: boolean;
}

export type SecretName = 'mqtt' | 'hook' | 'api';

export interface SecretWish {
  readonly name: SecretName;
  readonly value?: string;
  readonly keepOldForSeconds?: number;
}

export interface Understood {
  readonly what: string;
  readonly text: string;
}

export interface SeenMessage {
  readonly id: number;
  readonly receivedAt: string;
  readonly topic: string;
  readonly raw: string;
  readonly understood: readonly Understood[];
}

export interface WatchPage {
  readonly messages: readonly SeenMessage[];
  readonly endsAt: string | null;
  /** Of the last hour. */
  readonly refused: { readonly count: number; readonly lastAt: string; readonly sentence: string } | null;
}

/** Of a finding of an adapter, what the pages look at; its other fields go by its kind. */
export interface PreviewFinding {
  readonly kind: string;
  readonly line?: string | undefined;
  readonly channels?: Readonly<Record<string, number>> | undefined;
  readonly channel?: string | undefined;
  readonly count?: number | undefined;
  readonly till?: string | null | undefined;
  /** Of findings of queues: the zone's name, and how many waited. */
  readonly queue?: string | null | undefined;
  readonly length?: number | undefined;
}

export interface PreviewReport {
  readonly address: string;
  readonly findings: readonly PreviewFinding[];
}

export interface PreviewAsk {
  readonly profile: string;
  readonly device?: string;
  readonly topic?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly mode?: Mode;
  readonly body: unknown;
}

export interface PreviewAnswer {
  readonly reports: readonly PreviewReport[];
  readonly understood: readonly Understood[];
}

export interface Offer {
  readonly source: string | null;
  readonly topic: string;
  readonly address: string | null;
  readonly store: string | null;
  readonly device: string | null;
  readonly guess: { readonly profile: string; readonly make: string } | null;
  readonly count: number;
  readonly lastAt: string;
  /** null: it is too large. */
  readonly sample: string | null;
}

export interface SourceForm {
  readonly id: string;
  readonly profile: string;
  readonly url?: string | null | undefined;
  readonly username?: string | null | undefined;
  readonly password?: string | undefined;
  readonly apiSecret?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}

export interface SourceReport extends SourceForm {
  /** Where the vendor's cloud sends to, with `{secret}` where that is part of it; null: it comes by a broker. */
  readonly hookUrl: string | null;
  readonly proof: Proof | null;
  readonly steps: readonly string[];
  readonly state: {
    readonly connected: boolean;
    readonly since: string | null;
    readonly problem: string | null;
    readonly lastMessageAt: string | null;
    readonly fetches: { readonly waiting: number; readonly failed: number };
  };
}

export interface TestAnswer {
  readonly ok: boolean;
  readonly steps: readonly { readonly ok: boolean; readonly text: string }[];
}
