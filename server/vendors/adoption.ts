import type { UnknownSender } from '../../db/reads/adoption.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import type { Profiles } from '../provision/profiles.ts';
import type { Decoding } from './decoding.ts';

/** Somebody who sends and is not set up. */
export interface Unknown {
  /** The source or the device by whose way it came; null: the main broker. */
  readonly source: string | null;
  readonly topic: string;
  /** The vendor's name of the device; null: its messages say none. */
  readonly address: string | null;
  /** Of a message in Lintel's own language: what its topic names. */
  readonly store: string | null;
  readonly device: string | null;
  readonly guess: { readonly profile: string; readonly make: string } | null;
  readonly count: number;
  /** Epoch ms. */
  readonly lastAt: number;
  /** The latest message, without personal data, at most 4 KiB; null: it is too large. */
  readonly sample: string | null;
}

export interface AdoptionInput {
  readonly senders: readonly UnknownSender[];
  readonly settings: Settings;
  readonly profiles: Profiles;
  readonly decoding: Decoding;
  /** Lets others have the thread between two messages. */
  breathe(): Promise<void>;
}

const mostSample = 4096;

/** Who sends and is not set up, the latest first, each once: by its address where its messages name one, else by its topic. */
export async function unknownSenders(input: AdoptionInput): Promise<Unknown[]> {
  const found = new Map<string, Unknown>();
  const taken = takenAddresses(input.settings);
  for (const sender of input.senders) {
    for (const unknown of unknownsOf(sender, { ...input, taken })) {
      const { source, store, device, address, topic } = unknown;
      const name = address === null ? (device === null ? topic : '') : plain(address);
      const key = JSON.stringify([source, store, device, name]);
      const known = found.get(key);
      // Rows come with the latest first.
      found.set(key, known === undefined ? unknown : { ...known, count: known.count + unknown.count });
    }
    await input.breathe();
  }
  return [...found.values()];
}

function plain(address: string): string {
  return address.replace(/[:\-\s]/g, '').toLowerCase();
}

/** Addresses of devices that are set up, by the way their messages come: one message may be of several. */
function takenAddresses({ devices }: Settings): Set<string> {
  const taken = new Set<string>();
  for (const { id, connection } of devices.values()) {
    if (connection === null || connection.address === null) continue;
    for (const way of [connection.source ?? '', id]) taken.add(`${way} ${plain(connection.address)}`);
  }
  return taken;
}

interface Looking extends AdoptionInput {
  readonly taken: ReadonlySet<string>;
}

function unknownsOf(sender: UnknownSender, { settings, profiles, decoding, taken }: Looking): Unknown[] {
  const { count, lastAt } = sender;
  const sample = sender.body?.slice(0, mostSample) ?? null;
  const [, way, feed, rest = ''] = /^\$(source|hook)\/([^/]*)\/?(.*)$/s.exec(sender.topic) ?? [];
  const base = { source: feed ?? null, topic: way === undefined ? sender.topic : rest, count, lastAt, sample };
  if (sender.topic.startsWith('lintel/v1/')) {
    const { store, device } = sender;
    return [{ ...base, address: null, store, device, guess: guessOf('native', profiles) }];
  }
  const own = settings.devices.get(feed ?? '')?.profile ?? settings.sources.get(feed ?? '')?.profile;
  const body = parsed(sender.body);
  const guessed = body === undefined ? null : decoding.guess(body, base.topic);
  const profile = guessed ?? own ?? null;
  const message = { body, topic: base.topic, at: lastAt };
  const names = profile === null || body === undefined ? [] : decoding.namesIn(profile, message);
  const isTaken = (name: string): boolean => taken.has(`${base.source ?? ''} ${plain(name)}`);
  const open = names.filter((all) => !all.some(isTaken)).map(([address = '']) => address);
  const addresses = [...new Set(open)].filter((address) => address !== '');
  // What nobody names is known by its topic; what only known devices are in is no stranger's.
  const named: (string | null)[] = addresses.length > 0 ? addresses : names.length > open.length ? [] : [null];
  const guess = profile === null ? null : guessOf(profile, profiles);
  return named.map((address) => ({ ...base, address, store: null, device: null, guess }));
}

function guessOf(profile: string, profiles: Profiles): Unknown['guess'] {
  const make = profiles.get(profile)?.make;
  return make === undefined ? null : { profile, make };
}

/** Kept as JSON, or as the text that was sent. */
function parsed(body: string | null): unknown {
  if (body === null) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
