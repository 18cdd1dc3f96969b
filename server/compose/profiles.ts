import type { Adapter } from '../../ingest/adapters/adapter.ts';
import { adapters } from '../../ingest/adapters/registry.ts';
import { nativeProfiles, type ProfileFacts, type Profiles } from '../provision/profiles.ts';

/** The registry of adapters as the rest of the server has it: what is known of each profile, without the code that reads. */
export function knownProfiles(): Profiles {
  const all = [...nativeProfiles, ...[...adapters.values()].map(profileFacts)];
  return new Map(all.map((facts) => [facts.profile, facts]));
}

/** What is known of one adapter. */
export function profileFacts(adapter: Adapter): ProfileFacts {
  const { profile, about, measures, modes, channels, options, topics, webhook, api } = adapter;
  return {
    profile,
    ...about,
    money: about.money ?? [],
    examples: about.examples ?? [],
    measures,
    modes,
    channels,
    options,
    counterBits: (given) =>
      adapter.counterBitsOf === undefined ? (adapter.counterBits ?? null) : adapter.counterBitsOf(given),
    proof: webhook?.proof ?? null,
    topics,
    apiHost: api?.host ?? null,
  };
}
