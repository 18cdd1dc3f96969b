import type { SourceSetting } from '../../db/settings/change.ts';
import type {
  Checklist,
  Connection,
  Device,
  Entrance,
  LineRule,
  Organisation,
  Queue,
  Region,
  Standard,
  Store,
} from '../../db/vocabulary/place.ts';
import { readOpeningHours } from './hours.ts';
import { isNative, type Profiles, profileDefaults } from './profiles.ts';
import {
  minutesOf,
  type ProvisionDevice,
  type ProvisionFile,
  type ProvisionSource,
  type ProvisionStore,
} from './schema.ts';

/** What a written part says wins; what it leaves out stays as it is, or is the default where there was nothing. */

const undefinedOr = <T>(written: T | undefined, present: T): T => (written === undefined ? present : written);

export function mergeOrganisation(
  written: NonNullable<ProvisionFile['organisation']>,
  present: Organisation,
): Organisation {
  return {
    name: written.name ?? present.name,
    currency: written.currency ?? present.currency,
    locale: written.locale ?? present.locale,
    holidays: undefinedOr(written.holidays, present.holidays ?? null),
  };
}

export function mergeRegion(written: { id: string; name?: string | undefined }, present: Region | undefined): Region {
  return { id: written.id, name: written.name ?? present?.name ?? written.id };
}

/** Those present in their order, changed where written, then the new ones: nothing is ever deleted. */
function mergeById<T extends { readonly id: string }, W extends { id: string }>(
  written: readonly W[] | undefined,
  present: readonly T[],
  merge: (part: W, before: T | undefined) => T,
): T[] {
  const byId = new Map(present.map((part) => [part.id, part]));
  for (const part of written ?? []) byId.set(part.id, merge(part, byId.get(part.id)));
  return [...byId.values()];
}

function mergeEntrance(
  written: NonNullable<ProvisionStore['entrances']>[number],
  present: Entrance | undefined,
): Entrance {
  return {
    id: written.id,
    name: written.name ?? present?.name ?? written.id,
    kind: written.kind ?? present?.kind ?? 'street',
    countAs: written.countAs ?? present?.countAs ?? 'in',
  };
}

function mergeQueue(written: NonNullable<ProvisionStore['queues']>[number], present: Queue | undefined): Queue {
  return {
    id: written.id,
    name: written.name ?? present?.name ?? written.id,
    targetSeconds: written.targetSeconds ?? present?.targetSeconds ?? 180,
    targetShare: written.targetShare ?? present?.targetShare ?? 0.8,
  };
}

/** A store of which nothing is said yet. */
export function newStore(id: string, currency: string): Store {
  return {
    id,
    name: id,
    regionId: null,
    tags: [],
    areaM2: null,
    opensOn: null,
    closesOn: null,
    timezone: 'UTC',
    currency,
    dayStartsAtMinutes: 0,
    openingHours: null,
    passersByIncludesEntrants: true,
    keepEmployees: false,
    holidays: null,
    entrances: [],
    queues: [],
    devices: [],
  };
}

/** A store with its entrances and queues; its devices are merged apart (`mergeDevice`). */
export function mergeStore(written: ProvisionStore, present: Store | undefined, organisation: Organisation): Store {
  const base = present ?? newStore(written.id, organisation.currency);
  return {
    ...base,
    name: written.name ?? base.name,
    regionId: undefinedOr(written.region, base.regionId),
    tags: written.tags ?? base.tags,
    areaM2: undefinedOr(written.areaM2, base.areaM2),
    opensOn: undefinedOr(written.opensOn, base.opensOn),
    closesOn: undefinedOr(written.closesOn, base.closesOn),
    timezone: written.timezone ?? base.timezone,
    currency: written.currency ?? base.currency,
    dayStartsAtMinutes:
      written.dayStartsAt === undefined ? base.dayStartsAtMinutes : (minutesOf(written.dayStartsAt) ?? 0),
    openingHours: written.openingHours === undefined ? base.openingHours : readOpeningHours(written.openingHours),
    passersByIncludesEntrants: written.passersByIncludesEntrants ?? base.passersByIncludesEntrants,
    keepEmployees: written.keepEmployees ?? base.keepEmployees,
    holidays: undefinedOr(written.holidays, base.holidays),
    entrances: mergeById(written.entrances, base.entrances, mergeEntrance),
    queues: mergeById(written.queues, base.queues, mergeQueue),
  };
}

export function newDevice(id: string, storeId: string): Device {
  return {
    id,
    storeId,
    name: id,
    profile: 'native',
    mode: 'interval',
    measures: ['entries'],
    lines: ['main'],
    entranceId: null,
    reportsEverySeconds: null,
    silentAfterSeconds: 7200,
    feed: 'live',
    clock: 'utc',
    counterBits: null,
    maxPerMinute: 300,
    installedAt: null,
    removedAt: null,
    connection: null,
  };
}

/** Epoch ms of a written instant, which always carries its offset. */
function instant(written: string | null | undefined, present: number | null): number | null {
  if (written === undefined) return present;
  return written === null ? null : Date.parse(written.replace(' ', 'T'));
}

interface Present {
  readonly present: Device | undefined;
  readonly profiles: Profiles;
}

/** What a device is where nothing is written: as it was, or as its profile has it where that is new. */
function deviceBase(written: ProvisionDevice, storeId: string, { present, profiles }: Present): Device {
  const profile = written.profile ?? present?.profile ?? 'native';
  const known = present ?? newDevice(written.id, storeId);
  const isSame = profile === known.profile || (isNative(profile) && isNative(known.profile));
  const facts = profiles.get(profile);
  return { ...known, profile, ...(isSame || facts === undefined ? {} : profileDefaults(facts)) };
}

export function mergeDevice(written: ProvisionDevice, storeId: string, around: Present): Device {
  const base = deviceBase(written, storeId, around);
  const connection = base.connection === null ? null : mergeConnection(written, base.connection);
  const bits = (options: Connection['options'] | undefined): 16 | 32 | null =>
    around.profiles.get(base.profile)?.counterBits(options ?? {}) ?? null;
  // What only followed the options before follows them still.
  const ownBits = base.counterBits === bits(base.connection?.options) ? bits(connection?.options) : base.counterBits;
  return {
    ...base,
    name: written.name ?? base.name,
    mode: written.mode ?? base.mode,
    measures: written.measures ?? base.measures,
    lines: written.lines ?? base.lines,
    entranceId: undefinedOr(written.entrance, base.entranceId),
    reportsEverySeconds: undefinedOr(written.reportsEvery, base.reportsEverySeconds),
    silentAfterSeconds: written.silentAfter ?? base.silentAfterSeconds,
    feed: written.feed ?? base.feed,
    clock: written.clock ?? base.clock,
    counterBits: undefinedOr(written.counterBits, ownBits),
    maxPerMinute: written.maxPerMinute ?? base.maxPerMinute,
    installedAt: instant(written.installedAt, base.installedAt),
    removedAt: instant(written.removedAt, base.removedAt),
    connection,
  };
}

function mergeConnection(written: ProvisionDevice, base: Connection): Connection {
  const one = written.topic === undefined ? base.topics : written.topic === null ? [] : [written.topic];
  return {
    source: undefinedOr(written.source, base.source),
    topics: written.topics ?? one,
    address: undefinedOr(written.address, base.address),
    swap: written.swap ?? base.swap,
    map: written.map?.map(lineRule) ?? base.map,
    options: mergeOptions(written, base.options),
  };
}

function lineRule({ line, ...rule }: NonNullable<ProvisionDevice['map']>[number]): LineRule {
  const said = Object.entries(rule).filter(([, value]) => value !== undefined && value !== false);
  // What is left out is left out: the rest is LineRule's own fields, each as the schema has it.
  return { line, ...Object.fromEntries(said) } as LineRule;
}

/** By their names, in the order of the alphabet, so that the same options are the same text; null takes one away. */
function mergeOptions(
  { options, allowFrom }: Pick<ProvisionDevice, 'options' | 'allowFrom'>,
  present: Connection['options'],
): Connection['options'] {
  const said = { ...present, ...options, ...(allowFrom === undefined ? {} : { allowFrom }) };
  const kept = Object.entries(said).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A source as it is to be; `url` is '' for a webhook alone. The secrets that are written are read elsewhere. */
export function mergeSource(written: ProvisionSource, present: SourceSetting | undefined): SourceSetting {
  return {
    id: written.id,
    profile: written.profile ?? present?.profile ?? 'native',
    url: written.url === undefined ? (present?.url ?? '') : (written.url ?? ''),
    username: undefinedOr(written.username, present?.username ?? null),
    password: present?.password ?? null,
    topics: written.topics ?? present?.topics ?? [],
    options: mergeOptions(written, present?.options ?? {}),
  };
}

export function mergeStandard(
  written: NonNullable<ProvisionFile['standards']>[number],
  present: Standard | undefined,
): Standard {
  return {
    process: written.process,
    criterion: written.criterion,
    green: written.green,
    yellow: written.yellow,
    lowerIsBetter: written.lowerIsBetter ?? present?.lowerIsBetter ?? true,
    weight: written.weight ?? present?.weight ?? 1,
    processName: undefinedOr(written.processName, present?.processName ?? null),
    criterionName: undefinedOr(written.criterionName, present?.criterionName ?? null),
    step: undefinedOr(written.step, present?.step ?? null),
    unit: undefinedOr(written.unit, present?.unit ?? null),
    owner: undefinedOr(written.owner, present?.owner ?? null),
    level: undefinedOr(written.level, present?.level ?? null),
  };
}

export function mergeChecklist(
  written: NonNullable<ProvisionFile['checklists']>[number],
  present: Checklist | undefined,
): Checklist {
  return {
    id: written.id,
    name: written.name ?? present?.name ?? written.id,
    items: written.items ?? present?.items ?? [],
  };
}
