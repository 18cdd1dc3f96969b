import type { FetchState } from '../../db/reads/fetches.ts';
import type { LastHeard } from '../../db/reads/lastHeard.ts';
import type { SourceSetting } from '../../db/settings/change.ts';
import type { Device } from '../../db/vocabulary/place.ts';
import type { Language } from '../../db/vocabulary/preferences.ts';
import type { SourceState } from '../../ingest/broker/sources.ts';
import type { SourceAnswer } from '../contracts/vendors.ts';
import type { Profiles } from '../provision/profiles.ts';
import { isBrokerUrl } from '../provision/vendorFaults.ts';
import { say } from '../words/say.ts';
import { filledSteps, type Reached, type SecretsOf, sourceHookUrl } from './connection.ts';

export interface SourceLinesInput {
  readonly sources: readonly SourceSetting[];
  /** Those whose messages come by a source. */
  readonly devices: readonly Device[];
  readonly heard: readonly Pick<LastHeard, 'device' | 'at'>[];
  readonly fetches: readonly FetchState[];
  readonly profiles: Profiles;
  readonly states: ReadonlyMap<string, SourceState>;
  readonly reached: Reached;
  /** Of its sentences. */
  readonly language: Language;
  secretsOf(source: string): SecretsOf;
}

const sayOrNull = (sentence: string | null, language: Language): string | null =>
  sentence === null ? null : say(sentence, language);
const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Every source as it is set up, and how it is. */
export function sourceLines(input: SourceLinesInput): SourceAnswer[] {
  const { profiles, reached, language } = input;
  return input.sources.map((source) => {
    const { id, profile, username, topics, options, password } = source;
    const { allowFrom, ...rest } = options;
    const facts = profiles.get(profile);
    const hook = sourceHookUrl(source, facts, reached);
    const words = {
      hook,
      topic: (topics.length > 0 ? topics : (facts?.topics ?? [])).join(', ') || null,
      mayHaveTopic: isBrokerUrl(source.url ?? ''),
      broker: reached.broker,
    };
    const { former, ...has } = input.secretsOf(id);
    return {
      id,
      profile,
      url: source.url === '' ? null : source.url,
      username,
      topics: [...topics],
      options: rest,
      // The schema of the settings lets nothing but a list of texts in.
      allowFrom: Array.isArray(allowFrom) ? allowFrom.map(String) : [],
      hasPassword: password !== null,
      hookUrl: hook,
      proof: hook === null ? null : (facts?.proof ?? null),
      ...has,
      former: former.map(({ name, endsAt }) => ({ name, endsAt: new Date(endsAt).toISOString() })),
      steps: filledSteps(facts?.steps ?? [], { ...words, device: id, language }),
      state: stateOf(source, input),
    };
  });
}

function stateOf(source: SourceSetting, input: SourceLinesInput): SourceAnswer['state'] {
  const asked = input.fetches.find(({ feed }) => feed === source.id);
  const fetches = { waiting: asked?.waiting ?? 0, failed: asked?.failed ?? 0 };
  const lastMessageAt = lastOf(source, input);
  if (isBrokerUrl(source.url)) {
    const state = input.states.get(source.id);
    const away = 'It is not read by this process: look at the process that ingests.';
    const problem = sayOrNull(state === undefined ? away : state.problem, input.language);
    const since = instant(state?.since ?? null);
    return { connected: state?.connected ?? false, since, problem, lastMessageAt, fetches };
  }
  const hasApi = input.profiles.get(source.profile)?.apiHost != null;
  const { hasHookSecret, hasApiSecret } = input.secretsOf(source.id);
  const missing =
    hasApi && !hasApiSecret
      ? 'The secret of the vendor’s API is missing: enter it.'
      : !hasHookSecret && !hasApi
        ? 'The webhook has no secret yet: make one, or paste the vendor’s.'
        : null;
  const problem = sayOrNull(asked?.error ?? missing, input.language);
  return {
    connected: problem === null,
    since: instant(asked?.pollSucceededAt ?? null),
    problem,
    lastMessageAt,
    fetches,
  };
}

/** As this process heard it, or as its devices were heard by any. */
function lastOf({ id }: SourceSetting, { devices, heard, states }: SourceLinesInput): string | null {
  const own = new Set(devices.filter(({ connection }) => connection?.source === id).map((device) => device.id));
  const times = heard.filter(({ device }) => own.has(device)).map(({ at }) => at);
  const last = Math.max(states.get(id)?.lastMessageAt ?? 0, ...times);
  return last === 0 ? null : new Date(last).toISOString();
}
