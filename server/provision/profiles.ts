import type { CountMode, Device, Measure } from '../../db/vocabulary/place.ts';
import type { AdapterExample, AdapterOption } from '../../ingest/adapters/adapter.ts';
import type { ChannelMeaning } from '../../ingest/adapters/finding.ts';
import type { Proof } from '../../ingest/adapters/webhook.ts';

/** What there is to know of a profile without reading a message: from the registry of adapters (compose/profiles.ts). */
export interface ProfileFacts {
  readonly profile: string;
  readonly make: string;
  readonly models: readonly string[];
  readonly kind: 'device' | 'till';
  readonly transports: readonly ('mqtt' | 'http' | 'poll' | 'file')[];
  readonly reads: readonly string[];
  readonly leavesOut: readonly string[];
  readonly steps: readonly string[];
  readonly learntFrom: readonly string[];
  readonly money: readonly string[];
  readonly examples: readonly AdapterExample[];
  readonly measures: readonly Measure[];
  /** The first is the default; empty for tills. */
  readonly modes: readonly CountMode[];
  readonly channels: ChannelMeaning;
  readonly options: readonly AdapterOption[];
  /** Width of its totals, by what the options say of the model; null: they never end. */
  counterBits(options: Readonly<Record<string, unknown>>): 16 | 32 | null;
  /** By what its webhook is authentic; null: it has none. */
  readonly proof: Proof | null;
  /** MQTT filters of a source that names none. */
  readonly topics: readonly string[];
  /** Where its API is asked; null: it has none that is asked. */
  readonly apiHost: string | null;
}

/** By their name. */
export type Profiles = ReadonlyMap<string, ProfileFacts>;

/** Speaks Lintel's own language on its own topic, and so has no connection. */
export function isNative(profile: string): boolean {
  return profile === 'native' || profile === 'import';
}

const own = {
  models: [],
  kind: 'device',
  leavesOut: [],
  learntFrom: [],
  money: [],
  examples: [],
  measures: ['entries'],
  modes: ['interval', 'cumulative', 'event'],
  channels: {},
  options: [],
  counterBits: () => null,
  proof: null,
  topics: [],
  apiHost: null,
} as const;

/** Lintel's own language, over MQTT and HTTP, and files in it. */
export const nativeProfiles: readonly ProfileFacts[] = [
  {
    ...own,
    profile: 'native',
    make: 'Lintel’s own messages',
    topics: ['lintel/v1/#'],
    transports: ['mqtt', 'http'],
    reads: [
      'Counts of an interval, running totals, or single crossings: entries, exits, passers-by, staff, groups.',
      'Receipts: sales, returns, exchanges, voids.',
      'The state of the device.',
    ],
    steps: [
      'Connect to {broker} as the user {device}, with the secret as the password.',
      'Publish JSON to {topic} with QoS 1, or send it by HTTP POST to {hook} with the same user and password.',
    ],
  },
  {
    ...own,
    profile: 'import',
    make: 'A table of receipts (CSV, Excel)',
    kind: 'till',
    transports: ['file'],
    reads: [
      'Receipts and counts of a table: you point at the column that holds the time, the total and the number, and Lintel remembers it.',
    ],
    steps: ['Import the file under Devices → Import a file, or on the command line with lintel import.'],
  },
];

/** What a device of a profile is before anyone says otherwise. */
export function profileDefaults(
  facts: ProfileFacts,
): Pick<Device, 'mode' | 'measures' | 'lines' | 'counterBits' | 'clock' | 'connection'> {
  if (isNative(facts.profile))
    return {
      mode: 'interval',
      measures: ['entries'],
      lines: ['main'],
      counterBits: null,
      clock: 'utc',
      connection: null,
    };
  return {
    mode: facts.modes[0] ?? 'interval',
    measures: facts.measures,
    lines: [],
    counterBits: facts.counterBits({}),
    clock: 'utc',
    connection: { source: null, topics: [], address: null, swap: false, map: [], options: {} },
  };
}

/** How the secret of a webhook comes about, as the settings keep it; undefined: there is no webhook. */
export function hookSecretOf(facts: ProfileFacts | undefined): 'ours' | 'theirs' | undefined {
  if (facts === undefined || facts.proof === null) return undefined;
  return facts.proof === 'signature' ? 'theirs' : 'ours';
}
