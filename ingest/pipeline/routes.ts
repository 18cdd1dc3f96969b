import type { Device, Settings } from '../../db/vocabulary/place.ts';
import type { Adapter } from '../adapters/adapter.ts';
import { adapters } from '../adapters/registry.ts';

/** Prefix of what comes by a source's broker: `$source/{id}/{topic}`. */
export const sourcePrefix = '$source/';
/** Prefix of what comes by a webhook, a vendor's API or a file: `$hook/{feed}/{kind}`. */
export const hookPrefix = '$hook/';

/** A device that a message may be of, and how it is read for it. */
export interface Candidate {
  readonly device: Device;
  readonly adapter: Adapter;
  /** The device's options over its source's; one object for all that have the same. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What stands in the topic where the device's filter has `{address}`; null: nowhere. */
  readonly topicAddress: string | null;
}

/** Whose a message may be. */
export interface Claim {
  /** The topic at its broker, or the webhook's kind. */
  readonly topic: string;
  readonly candidates: readonly Candidate[];
  /** The device or source that brought it, by which it can be watched; `*`: nobody claims it. */
  readonly subject: string;
  /** How it may be read where there is no candidate; null: nobody knows. */
  readonly adapter: Adapter | null;
}

/** Whose messages are, by their topics; made once for a snapshot of the settings. */
export type Routes = (topic: string) => Claim;

const made = new WeakMap<Settings, Routes>();

export function routesOf(settings: Settings): Routes {
  const known = made.get(settings);
  if (known !== undefined) return known;
  const routes = makeRoutes(settings);
  made.set(settings, routes);
  return routes;
}

const noOptions: Readonly<Record<string, unknown>> = Object.freeze({});

interface Filter {
  readonly levels: readonly string[];
  readonly device: Device;
}

interface Index {
  /** By a source's id, or by that of the device whose messages they share. */
  readonly bySource: Map<string, Device[]>;
  /** Filters without wildcards. */
  readonly byTopic: Map<string, Device[]>;
  readonly filters: Filter[];
}

function makeRoutes(settings: Settings): Routes {
  const index: Index = { bySource: new Map(), byTopic: new Map(), filters: [] };
  for (const device of settings.devices.values()) addDevice(index, device);
  const optionsOf = makeOptionsOf(settings);
  const ofFeed = (feed: string, topic: string): Claim => {
    const device = settings.devices.get(feed);
    const source = settings.sources.get(feed);
    const devices = [...(device === undefined ? [] : [device]), ...(index.bySource.get(feed) ?? [])];
    const profile = device?.profile ?? source?.profile ?? '';
    const candidates = devices.flatMap((one) => candidateOf(optionsOf, one, topic));
    return { topic, candidates, subject: feed, adapter: adapters.get(profile) ?? null };
  };
  return remembering((topic) => {
    const prefix = [sourcePrefix, hookPrefix].find((known) => topic.startsWith(known));
    if (prefix !== undefined) {
      const end = topic.indexOf('/', prefix.length);
      const feed = topic.slice(prefix.length, end < 0 ? undefined : end);
      return ofFeed(feed, end < 0 ? '' : topic.slice(end + 1));
    }
    const levels = topic.split('/');
    const devices = [
      ...(index.byTopic.get(topic) ?? []),
      ...index.filters.filter((filter) => isMatched(filter.levels, levels)).map(({ device }) => device),
    ];
    const riding = devices.flatMap(({ id }) => index.bySource.get(id) ?? []);
    const candidates = [...new Set([...devices, ...riding])].flatMap((one) => candidateOf(optionsOf, one, topic));
    return { topic, candidates, subject: candidates[0]?.device.id ?? '*', adapter: null };
  });
}

/** So many topics are known again; devices say the same few over and over. */
const mostTopics = 5000;
/** What many devices may claim is looked up each time, so that what is remembered stays small. */
const mostCandidates = 10;

function remembering(route: Routes): Routes {
  const claims = new Map<string, Claim>();
  return (topic) => {
    const known = claims.get(topic);
    if (known !== undefined) return known;
    const claim = route(topic);
    if (claim.candidates.length > mostCandidates || topic.length > 500) return claim;
    if (claims.size >= mostTopics) claims.clear();
    claims.set(topic, claim);
    return claim;
  };
}

function addDevice({ bySource, byTopic, filters }: Index, device: Device): void {
  const { connection } = device;
  if (connection === null) return;
  if (connection.source !== null) {
    listIn(bySource, connection.source, device);
    return;
  }
  for (const filter of connection.topics) {
    const isPlain = !/[+#{]/.test(filter);
    if (isPlain) listIn(byTopic, filter, device);
    else filters.push({ levels: filter.split('/'), device });
  }
}

function listIn(lists: Map<string, Device[]>, key: string, device: Device): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [device]);
  else list.push(device);
}

function candidateOf(optionsOf: OptionsOf, device: Device, topic: string): Candidate[] {
  const adapter = adapters.get(device.profile);
  const { connection } = device;
  if (adapter === undefined || connection === null) return [];
  const levels = topic.split('/');
  const filters = connection.topics.map((filter) => filter.split('/'));
  const matched = filters.find((filter) => isMatched(filter, levels));
  // Of a source, a device may say which topics are its own.
  if (connection.source !== null && filters.length > 0 && matched === undefined) return [];
  const place = matched?.indexOf('{address}') ?? -1;
  const topicAddress = place < 0 ? null : (levels[place] ?? null);
  return [{ device, adapter, options: optionsOf(device), topicAddress }];
}

type Options = Readonly<Record<string, unknown>>;
type OptionsOf = (device: Device) => Options;

/** A device's options over its source's: made once, and one object for all devices that have the same, so that a message is read once for them. */
function makeOptionsOf(settings: Settings): OptionsOf {
  const byDevice = new Map<string, Options>();
  const alike = new Map<string, Options>();
  return (device) => {
    const known = byDevice.get(device.id);
    if (known !== undefined) return known;
    const shared = settings.sources.get(device.connection?.source ?? '')?.options;
    const merged = { ...shared, ...device.connection?.options };
    // Some formats are read by the device's mode, too.
    const text = `${device.mode} ${JSON.stringify(merged)}`;
    const options = alike.get(text) ?? (Object.keys(merged).length === 0 ? noOptions : merged);
    alike.set(text, options);
    byDevice.set(device.id, options);
    return options;
  };
}

/** MQTT's own rule, where a level in braces (`{address}`) stands for any one level too. */
export function isMatched(filter: readonly string[], levels: readonly string[]): boolean {
  for (const [place, level] of filter.entries()) {
    if (level === '#') return true;
    const other = levels[place];
    if (other === undefined) return false;
    if (level !== '+' && level !== other && !level.startsWith('{')) return false;
  }
  return filter.length === levels.length;
}

/** An address as it is compared: vendors write the same serial number with and without colons, large and small. */
export function plainAddress(address: string): string {
  return address.replace(/[:\-\s]/g, '').toLowerCase();
}
