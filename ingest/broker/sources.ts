import type { SourceSetting } from '../../db/settings/change.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { adapters } from '../adapters/registry.ts';
import { sourcePrefix } from '../pipeline/routes.ts';
import { type ExternalBroker, openExternalBroker, subscriptionsOf, type Told } from './external.ts';
import { covers } from './filters.ts';
import type { Intake } from './intake.ts';

/** How a source's broker is connected. Instants are epoch ms. */
export interface SourceState {
  readonly connected: boolean;
  /** Since when it is so. */
  readonly since: number;
  /** Why it is not, in a sentence that says what to do. */
  readonly problem: string | null;
  /** When a message of it came last, to this process. */
  readonly lastMessageAt: number | null;
}

export interface SourceBrokersParts {
  readonly intake: Intake;
  /** The same as long as DATA_DIR is; a source's id is put behind it. */
  readonly clientId: string;
  onTrouble(what: string, about: Readonly<Record<string, unknown>>): void;
  /** A source's broker is connected, or is not any more; told once for each change. */
  onChange(id: string, state: SourceState): void;
  /** What a source's broker tells others when this connection is lost; null: nothing. */
  willOf?(source: SourceSetting): Told | null;
}

/** The brokers that are read beside the main one. */
export interface SourceBrokers {
  /** Connects to what is new, and anew to what has changed; leaves what is gone. */
  set(sources: readonly SourceSetting[]): Promise<void>;
  /** By source; those that are no broker are not in it. */
  states(): ReadonlyMap<string, SourceState>;
  /** @throws AppError `unavailable` where that source's broker is not connected */
  tell(id: string, told: Told): Promise<void>;
  close(): Promise<void>;
}

const longestPauseMs = 60_000;

interface Open {
  readonly source: SourceSetting;
  readonly broker: ExternalBroker;
  state: SourceState;
}

export function openSourceBrokers(parts: SourceBrokersParts): SourceBrokers {
  const open = new Map<string, Open>();
  const close = async (id: string): Promise<void> => {
    const known = open.get(id);
    open.delete(id);
    await known?.broker.close();
  };
  return {
    async set(sources) {
      const wanted = new Map(sources.filter(isBroker).map((source) => [source.id, source]));
      for (const [id, { source }] of open)
        if (JSON.stringify(wanted.get(id)) !== JSON.stringify(source)) await close(id);
      for (const [id, source] of wanted) if (!open.has(id)) open.set(id, connect(parts, source));
    },
    states: () => new Map([...open].map(([id, { state }]) => [id, state])),
    async tell(id, told) {
      const known = open.get(id);
      if (known === undefined) throw new AppError('unavailable', 'There is no connection to this source.');
      await known.broker.tell(told);
    },
    close: async () => void (await Promise.all([...open.keys()].map(close))),
  };
}

function isBroker({ url }: SourceSetting): boolean {
  return /^(mqtts?|wss?):/.test(url) && URL.canParse(url);
}

/** What a source is read by: its own topics, else its profile's. */
export function sourceFilters({ topics, profile }: Pick<SourceSetting, 'topics' | 'profile'>): readonly string[] {
  if (topics.length > 0) return topics;
  return profile === 'native' ? subscriptionsOf(null) : (adapters.get(profile)?.topics ?? []);
}

function connect(parts: SourceBrokersParts, source: SourceSetting): Open {
  const filters = sourceFilters(source);
  let lastMessageAt: number | null = null;
  const set = (connected: boolean, problem: string | null): void => {
    const { state } = opened;
    if (state.connected === connected && state.problem === problem) return;
    const since = state.connected === connected ? state.since : Date.now();
    opened.state = { connected, since, problem, lastMessageAt };
    if (state.connected !== connected || state.problem === null) parts.onChange(source.id, opened.state);
  };
  const topicOf = storedTopic(source, filters);
  const will = parts.willOf?.(source) ?? null;
  const broker = openExternalBroker({
    url: source.url,
    clientId: `${parts.clientId}-${source.id}`,
    ...(source.username === null
      ? {}
      : { credentials: { username: source.username, password: source.password ?? '' } }),
    subscriptions: filters,
    topicOf(topic) {
      lastMessageAt = Date.now();
      opened.state = { ...opened.state, lastMessageAt };
      return topicOf(topic);
    },
    ...(will === null ? {} : { will }),
    longestPauseMs,
    intake: parts.intake,
    onTrouble: (what, about) => parts.onTrouble(what, { source: source.id, ...about }),
    onConnected: () => set(true, filters.length === 0 ? nothingToRead : null),
    onRefused: () => set(false, refusedTopics(filters)),
    onDisconnected: (error) => set(false, problemOf(source, error, opened.state)),
  });
  const opened: Open = { source, broker, state: { connected: false, since: Date.now(), problem: null, lastMessageAt } };
  return opened;
}

const nothingToRead = 'No topics are set up for it: say which to read, since its profile has none of its own.';

function refusedTopics(filters: readonly string[]): string {
  return `The broker refuses ${filters.join(', ')}: let this user read these topics, or set others.`;
}

/** What was subscribed to by earlier settings may still come: the broker keeps it with the session. */
function storedTopic({ id, profile }: SourceSetting, filters: readonly string[]): (topic: string) => string | null {
  return (topic) => {
    if (!filters.some((filter) => covers(filter, topic))) return null;
    return profile === 'native' ? (topic.startsWith('$') ? null : topic) : `${sourcePrefix}${id}/${topic}`;
  };
}

/** MQTT 3.1.1's words for a refused connection (3.2.2.3), and Node's for one that cannot be had. */
function problemOf({ url }: SourceSetting, error: Error | undefined, { problem }: SourceState): string {
  const { host } = new URL(url);
  const code = error !== undefined && 'code' in error ? error.code : undefined;
  if (code === 4 || code === 5) return `${host} does not let us in: check the user name and password of this source.`;
  if (typeof code === 'string')
    return `${host} cannot be reached (${code}): check the address, and that the broker runs.`;
  if (error !== undefined) return `${host}: ${error.message}.`;
  // The connection's end, after the error that says why.
  return problem ?? `${host} has ended the connection: check that it runs, and that nobody else has our client id.`;
}
