import type { SourceSetting } from '../../db/settings/change.ts';
import { wrongNetworks } from '../../db/settings/networks.ts';
import type { Connection, Device } from '../../db/vocabulary/place.ts';
import { filterFault, ownTopicFault } from './filters.ts';
import { isNative, type ProfileFacts, type Profiles } from './profiles.ts';
import type { ProvisionDevice, ProvisionSource } from './schema.ts';
import { nearestWord } from './strict.ts';

/** Something wrong with one key of a device or source. */
export interface KeyFault {
  readonly key: string;
  readonly message: string;
}

/** What a device's settings are judged by. */
export interface Surroundings {
  readonly profiles: Profiles;
  readonly sources: ReadonlyMap<string, Omit<SourceSetting, 'password'>>;
  readonly devices: ReadonlyMap<string, Device>;
}

/** A broker to read from, and not a vendor's API. */
export function isBrokerUrl(url: string): boolean {
  return /^(mqtts?|wss?):/.test(url);
}

export function missing(what: string, id: string, known: Iterable<string>): string {
  const nearest = nearestWord(id, [...known]);
  return `there is no ${what} "${id}"${nearest === undefined ? '' : `: did you mean "${nearest}"?`}`;
}

/** What only a vendor's device has. */
const vendorKeys = [
  'source',
  'topic',
  'topics',
  'address',
  'swap',
  'map',
  'options',
  'allowFrom',
  'apiSecret',
] as const;

/** What is written of a device that does not fit its profile. `device` is what it comes to, with what was there before. */
export function deviceFaults(written: Partial<ProvisionDevice>, device: Device, around: Surroundings): KeyFault[] {
  const facts = around.profiles.get(device.profile);
  if (facts === undefined)
    return [{ key: 'profile', message: missing('profile', device.profile, around.profiles.keys()) }];
  if (isNative(device.profile)) return nativeFaults(written, device);
  const { connection } = device;
  if (connection === null) return [{ key: 'profile', message: `set the profile "${device.profile}" again` }];
  const shared = around.sources.get(connection.source ?? '')?.options ?? {};
  return [
    ...(written.topic != null && written.topics !== undefined
      ? [{ key: 'topic', message: 'say either topic or topics' }]
      : []),
    ...modeFaults(device, facts),
    ...topicFaults(written, connection),
    ...wayFaults(device, facts, around),
    ...mapFaults(written),
    ...optionFaults(connection.options, facts, { shared, ofSource: false }),
  ];
}

function nativeFaults(written: Partial<ProvisionDevice>, { lines }: Device): KeyFault[] {
  const message = 'is for a vendor’s device: name its make as the profile, or leave it out';
  const odd = vendorKeys.filter((key) => written[key] !== undefined).map((key) => ({ key, message }));
  return lines.length > 0 ? odd : [...odd, { key: 'lines', message: 'must name at least one line' }];
}

function modeFaults({ mode, measures, profile }: Device, { modes, kind }: ProfileFacts): KeyFault[] {
  const sells = measures.includes('sales');
  if (kind === 'till' && (!sells || measures.length > 1))
    return [{ key: 'measures', message: `the profile "${profile}" is a till: it measures [sales]` }];
  if (kind === 'till') return [];
  if (sells) return [{ key: 'measures', message: `the profile "${profile}" is a counter: it measures no sales` }];
  if (modes.includes(mode)) return [];
  const offered = modes.length > 1 ? `one of ${modes.join(', ')}` : String(modes[0] ?? 'none');
  return [{ key: 'mode', message: `the profile "${profile}" does not count by ${mode}: take ${offered}` }];
}

function topicFaults(written: Partial<ProvisionDevice>, { source, topics }: Connection): KeyFault[] {
  const check = source === null ? ownTopicFault : filterFault;
  const key = written.topics === undefined ? 'topic' : 'topics';
  return topics.flatMap((topic) => {
    const message = check(topic);
    return message === undefined ? [] : [{ key, message: `"${topic}" ${message}` }];
  });
}

function wayFaults(device: Device, facts: ProfileFacts, around: Surroundings): KeyFault[] {
  const { source = null, topics = [] } = device.connection ?? {};
  if (source !== null) return sourceFaults(device, source, around);
  const hasOther = facts.proof !== null || facts.apiHost !== null || facts.transports.includes('file');
  if (topics.length > 0 || hasOther) return [];
  const way = 'comes by MQTT alone: name the topic it publishes to, or its source';
  return [{ key: 'profile', message: `the profile "${facts.profile}" ${way}` }];
}

function sourceFaults(
  device: Device,
  source: string,
  { sources, devices }: Pick<Surroundings, 'sources' | 'devices'>,
): KeyFault[] {
  const known = sources.get(source);
  if (known !== undefined) {
    const isBroker = isBrokerUrl(known.url);
    if (isBroker || known.profile === device.profile) return [];
    const message = `the source "${source}" is of the profile "${known.profile}", not of "${device.profile}"`;
    return [{ key: 'source', message }];
  }
  const host = devices.get(source);
  if (host === undefined || source === device.id)
    return [{ key: 'source', message: missing('source', source, sources.keys()) }];
  if (host.connection === null || host.connection.source !== null)
    return [{ key: 'source', message: `the device "${source}" brings no messages of a vendor by itself` }];
  if (host.profile === device.profile) return [];
  return [{ key: 'source', message: `the device "${source}" is of the profile "${host.profile}"` }];
}

function mapFaults({ map }: Partial<ProvisionDevice>): KeyFault[] {
  const seen = new Set<string>();
  return (map ?? []).flatMap(({ line }) => {
    if (!seen.has(line)) {
      seen.add(line);
      return [];
    }
    return [{ key: 'map', message: `the line "${line}" has two rules` }];
  });
}

/** Options that are no adapter's: who may send, and of sources where the vendor's API is and Home Assistant's discovery. */
const sharedOptions: readonly string[] = ['allowFrom', 'host', 'discovery', 'pollEverySeconds'];

interface OptionsAround {
  readonly shared: Readonly<Record<string, unknown>>;
  readonly ofSource: boolean;
}

function optionFaults(
  options: Readonly<Record<string, unknown>>,
  { options: known, profile }: ProfileFacts,
  { shared, ofSource }: OptionsAround,
): KeyFault[] {
  const names = known.map((option) => option.name);
  const unknown = Object.keys(options)
    .filter((name) => !names.includes(name) && !sharedOptions.includes(name))
    .map((name) => `${missing('option', name, names)} (profile "${profile}")`);
  const wrong = known.flatMap((option) => {
    const value = options[option.name];
    if (value === undefined || option.choices === undefined || option.choices.includes(String(value))) return [];
    return [`${option.name} must be one of ${option.choices.join(', ')}`];
  });
  const absent = known
    .filter((option) => option.isRequired && !ofSource && options[option.name] === undefined)
    .filter((option) => shared[option.name] === undefined)
    .map((option) => `the profile "${profile}" needs ${option.name}: ${option.explanation}`);
  return [...unknown, ...wrong, ...absent, ...allowFault(options['allowFrom'])].map((message) => ({
    key: 'options',
    message,
  }));
}

/** Usually said beside the options; written among them it must be the same. */
function allowFault(allowFrom: unknown): string[] {
  if (allowFrom === undefined) return [];
  const isList = Array.isArray(allowFrom) && wrongNetworks(allowFrom).length === 0;
  return isList ? [] : ['allowFrom must be a list of addresses or ranges, such as ["192.0.2.0/24"]'];
}

/** What does not fit together in a source. */
export function sourceFaultsOf(
  source: Omit<SourceSetting, 'password'>,
  written: Partial<ProvisionSource>,
  { profiles, devices }: Surroundings,
): KeyFault[] {
  const { profile, url, topics } = source;
  const makes = [...profiles.keys()].filter((name) => name !== 'import');
  const facts = profile === 'import' ? undefined : profiles.get(profile);
  if (facts === undefined) return [{ key: 'profile', message: missing('profile', profile, makes) }];
  const faults: KeyFault[] = topics.flatMap((topic) => {
    const message = filterFault(topic);
    return message === undefined ? [] : [{ key: 'topics', message: `"${topic}" ${message}` }];
  });
  if (devices.has(source.id))
    faults.push({ key: 'id', message: `"${source.id}" is the id of a device already: both name a feed` });
  const isBroker = isBrokerUrl(url);
  if (isBroker && topics.length === 0 && facts.topics.length === 0)
    faults.push({
      key: 'url',
      message: `name the topics to subscribe to: the profile "${profile}" has none of its own`,
    });
  if (!isBroker && url !== '' && facts.apiHost === null)
    faults.push({ key: 'url', message: `the profile "${profile}" has no API that is asked: leave url out` });
  if (url === '' && facts.proof === null && facts.apiHost === null)
    faults.push({
      key: 'url',
      message: `the profile "${profile}" has no webhook: name the broker its messages come by`,
    });
  if (!isBroker && written.password !== undefined)
    faults.push({ key: 'password', message: 'is for brokers; what the vendor’s API wants to be shown is apiSecret' });
  return [...faults, ...optionFaults(source.options, facts, { shared: {}, ofSource: true })];
}
