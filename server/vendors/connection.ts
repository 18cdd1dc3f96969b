import type { SecretThere } from '../../db/reads/secretsThere.ts';
import type { Device, Settings, Source } from '../../db/vocabulary/place.ts';
import type { Language } from '../../db/vocabulary/preferences.ts';
import type { SecretHolder } from '../../db/vocabulary/secrets.ts';
import type { ProfileFacts } from '../provision/profiles.ts';
import { isBrokerUrl } from '../provision/vendorFaults.ts';
import { say } from '../words/say.ts';

/** Where devices connect, as whoever sets one up must enter it. */
export interface Broker {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** Where the house is reached. */
export interface Reached {
  /** `https://footfall.example`, without a slash at its end. */
  readonly origin: string;
  readonly broker: Broker;
}

/** Which of a holder's secrets there are. */
export interface SecretsOf {
  readonly hasHookSecret: boolean;
  readonly hasApiSecret: boolean;
  /** Former ones that hold for a while longer; epoch ms. */
  readonly former: readonly { readonly name: SecretThere['name']; readonly endsAt: number }[];
}

export function secretsOf(all: readonly SecretThere[], { holderKind, holderId }: SecretHolder): SecretsOf {
  const own = all.filter((one) => one.holderKind === holderKind && one.holderId === holderId);
  const has = (name: SecretThere['name']): boolean => own.some((one) => one.name === name);
  return {
    hasHookSecret: has('hook'),
    hasApiSecret: has('api'),
    former: own.flatMap(({ name, endsAt }) => (endsAt === null ? [] : [{ name, endsAt }])),
  };
}

/** The device or source at whose webhook a device's messages arrive; null: they come by a broker. */
export function feedOf(
  device: Device,
  { devices, sources }: Pick<Settings, 'devices' | 'sources'>,
): SecretHolder | null {
  const source = device.connection?.source ?? null;
  if (source === null) return { holderKind: 'device', holderId: device.id };
  const known = sources.get(source);
  if (known !== undefined) return isBrokerUrl(known.url ?? '') ? null : { holderKind: 'source', holderId: source };
  return devices.has(source) ? { holderKind: 'device', holderId: source } : null;
}

/** The address that is entered at the vendor's; where nothing but it proves the sender, the secret is its last part. */
export function hookUrl(feed: string, facts: Pick<ProfileFacts, 'proof'>, { origin }: Reached): string | null {
  if (facts.proof === null) return null;
  const base = `${origin}/api/v1/hooks/${feed}`;
  return facts.proof === 'path' ? `${base}/{secret}` : base;
}

/** Topics of a device that speaks Lintel's own language, by what it measures. */
export function ownTopics({ id, storeId, measures }: Pick<Device, 'id' | 'storeId' | 'measures'>): string[] {
  const isCounter = measures.includes('entries') || measures.includes('passersBy');
  // Nobody counts and sells by one device; one that measures nothing yet is most likely a counter.
  const sells = measures.includes('sales');
  const others = (['queue', 'service'] as const).filter((kind) => measures.includes(kind));
  const first = sells ? ['sales'] : isCounter || others.length === 0 ? ['counts'] : [];
  return [...first, ...others].map((kind) => `lintel/v1/${storeId}/${id}/${kind}`);
}

/** Topics of a device on the broker of this house, with what stands for its address put in. */
export function topicsOf(device: Device): string[] {
  const { connection } = device;
  if (connection === null) return ownTopics(device);
  // Those of a source are on its broker.
  if (connection.source !== null) return [];
  return connection.topics.map((topic) => topic.replace('{address}', connection.address ?? '{address}'));
}

/** What is put into a profile's steps. */
export interface StepWords {
  readonly hook: string | null;
  readonly topic: string | null;
  /** false: none can be set up where none is, as at a webhook; default true. */
  readonly mayHaveTopic?: boolean;
  readonly broker: Broker;
  readonly device: string;
  readonly language: Language;
}

/** A profile's steps in the reader's language with what is to be entered; `{secret}` stays, since it is known only while it is shown. */
export function filledSteps(steps: readonly string[], words: StepWords): string[] {
  const { hook, topic, device, language } = words;
  const { host, port, tls } = words.broker;
  const filling: Readonly<Record<string, string>> = {
    hook: hook ?? say('the address of the webhook', language),
    topic: topic ?? say('(set a topic below first)', language),
    broker: `${host}:${port}${tls ? ' (TLS)' : ''}`,
    device,
  };
  const said = steps.map((step) => say(step, language));
  const possible = topic === null ? withoutTopic(said, words) : said;
  return possible.map((step) =>
    step.replace(/\{(hook|topic|broker|device)\}/g, (whole, word: string) => filling[word] ?? whole),
  );
}

/** The half of a step that is by MQTT: from its “; or” to the end. */
const byMqtt: Readonly<Record<Language, RegExp>> = {
  en: /; or [^;]*\{topic\}[^;]*\.$/,
  ru: /; или [^;]*\{topic\}[^;]*\.$/,
  fa: /؛ یا [^؛]*\{topic\}[^؛]*\.$/,
};

/** Steps where no topic is set up: their half by MQTT says so, or is left out where there can be none. */
function withoutTopic(
  steps: readonly string[],
  { language, mayHaveTopic = true }: Pick<StepWords, 'language' | 'mayHaveTopic'>,
): string[] {
  const instead = mayHaveTopic ? say('; for MQTT set a topic below first.', language) : '.';
  const halved = steps.map((step) => step.replace(byMqtt[language], instead));
  return mayHaveTopic ? halved : halved.filter((step) => !step.includes('{topic}'));
}

/** The feeds's own way of a source: its webhook, unless it is a broker. */
export function sourceHookUrl(
  source: Pick<Source, 'id' | 'url'>,
  facts: ProfileFacts | undefined,
  reached: Reached,
): string | null {
  if (facts === undefined || isBrokerUrl(source.url ?? '')) return null;
  return hookUrl(source.id, facts, reached);
}
