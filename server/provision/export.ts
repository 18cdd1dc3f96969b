import { stringify } from 'yaml';
import type { SourceSetting } from '../../db/settings/change.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Connection, Device, Entrance, Queue, Settings, Standard, Store } from '../../db/vocabulary/place.ts';
import { writeOpeningHours } from './hours.ts';
import { mergeDevice } from './merge.ts';
import type { Profiles } from './profiles.ts';

type Written = Record<string, unknown>;

/** Leaves out what reading would put there anyway. */
function without(written: Written, defaults: Written): Written {
  const same = (key: string, value: unknown): boolean => JSON.stringify(value) === JSON.stringify(defaults[key]);
  return Object.fromEntries(Object.entries(written).filter(([key, value]) => value !== undefined && !same(key, value)));
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function instantText(at: number | null, zone: string): string | null {
  return at === null ? null : formatInstant(zone, at);
}

function writeEntrance({ id, name, kind, countAs }: Entrance): Written {
  return { id, ...(name === id ? {} : { name }), kind, countAs };
}

function writeQueue({ id, name, targetSeconds, targetShare }: Queue): Written {
  return { id, ...(name === id ? {} : { name }), targetSeconds, ...(targetShare === 0.8 ? {} : { targetShare }) };
}

function writeStandard(standard: Standard): Written {
  return Object.fromEntries(Object.entries(standard).filter(([, value]) => value !== null));
}

/** A device in the provision file's form, without its secrets. */
export function writeDevice(device: Device, { zone, profiles }: { zone: string; profiles: Profiles }): Written {
  const form = (part: Device): Written => ({
    name: part.name === part.id ? undefined : part.name,
    profile: part.profile,
    mode: part.mode,
    measures: part.measures,
    ...writeConnection(part.connection),
    lines: part.lines,
    entrance: part.entranceId,
    reportsEvery: part.reportsEverySeconds,
    silentAfter: part.silentAfterSeconds,
    feed: part.feed,
    clock: part.clock,
    counterBits: part.counterBits,
    maxPerMinute: part.maxPerMinute,
    installedAt: instantText(part.installedAt, zone),
    removedAt: instantText(part.removedAt, zone),
  });
  const { profile, mode, measures, feed, ...rest } = form(device);
  const said = { profile, ...(device.measures.includes('sales') ? { measures, feed } : { mode, measures }) };
  const left = device.measures.includes('sales') ? { mode } : { feed };
  return { id: device.id, ...said, ...without({ ...left, ...rest }, form(unsaid(device, profiles))) };
}

/** What the same device would be if nothing but its profile and options were said. */
function unsaid({ id, storeId, profile, connection }: Device, profiles: Profiles): Device {
  const options = connection === null ? {} : { options: connection.options };
  const plain = mergeDevice({ id, profile, ...options }, storeId, { present: undefined, profiles });
  return { ...plain, connection: plain.connection === null ? null : { ...plain.connection, options: {} } };
}

function writeConnection(connection: Connection | null): Written {
  if (connection === null) return {};
  const { topics, map, options } = connection;
  const { allowFrom, ...rest } = options;
  return {
    source: connection.source,
    ...(topics.length === 1 ? { topic: topics[0] } : { topics: topics.length === 0 ? undefined : topics }),
    address: connection.address,
    swap: connection.swap,
    map,
    options: Object.keys(rest).length === 0 ? undefined : { ...rest },
    allowFrom,
  };
}

/** A store in the provision file's form; `undefined` keys are those it has nothing to say about. */
export function writeStore(store: Store, profiles: Profiles): Written {
  const devices = store.devices.map((device) => writeDevice(device, { zone: store.timezone, profiles }));
  const written: Written = {
    id: store.id,
    name: store.name,
    region: store.regionId ?? undefined,
    tags: store.tags.length > 0 ? store.tags : undefined,
    areaM2: store.areaM2 ?? undefined,
    opensOn: store.opensOn ?? undefined,
    closesOn: store.closesOn ?? undefined,
    timezone: store.timezone,
    currency: store.currency,
    dayStartsAt: clock(store.dayStartsAtMinutes),
    openingHours: writeOpeningHours(store.openingHours) ?? undefined,
    passersByIncludesEntrants: store.passersByIncludesEntrants,
    keepEmployees: store.keepEmployees ? true : undefined,
    holidays: store.holidays ?? undefined,
    entrances: store.entrances.length > 0 ? store.entrances.map(writeEntrance) : undefined,
    queues: store.queues.length > 0 ? store.queues.map(writeQueue) : undefined,
    devices: store.devices.length > 0 ? devices : undefined,
  };
  return without(written, {});
}

/** A source in the provision file's form, without its secrets. */
export function writeSource(source: Omit<SourceSetting, 'password'>): Written {
  const { id, profile, url, username, topics, options } = source;
  const { allowFrom, ...rest } = options;
  return without(
    {
      id,
      profile,
      url: url === '' ? undefined : url,
      username: username ?? undefined,
      topics: topics.length > 0 ? topics : undefined,
      options: Object.keys(rest).length > 0 ? rest : undefined,
      allowFrom,
    },
    {},
  );
}

/** What a provision file is written from. */
export interface Exported {
  readonly settings: Settings;
  readonly sources: readonly SourceSetting[];
  readonly profiles: Profiles;
}

/** Everything that is set up as a provision file, without a single secret: provisioning it anywhere gives the same settings. */
export function writeProvision({ settings, sources, profiles }: Exported): string {
  const clients = [...settings.mqttClients.values()].map(({ id, kind, storeId, filters }) => ({
    id,
    kind,
    ...(storeId === null ? {} : { store: storeId }),
    ...(filters.length > 0 ? { filters } : {}),
  }));
  const some = (list: readonly unknown[]): readonly unknown[] | undefined => (list.length > 0 ? list : undefined);
  const file: Written = {
    organisation: without({ ...settings.organisation }, { holidays: null }),
    regions: some(settings.regions),
    sources: some(sources.map(writeSource)),
    stores: some([...settings.stores.values()].map((store) => writeStore(store, profiles))),
    mqttClients: some(clients),
    standards: some(settings.standards.map(writeStandard)),
    checklists: some(settings.checklists),
  };
  return stringify(without(file, {}), { lineWidth: 120, compat: 'yaml-1.1', aliasDuplicateObjects: false });
}
