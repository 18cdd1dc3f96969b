import type { SqlValue } from '../sql/port.ts';
import { columnName } from '../tables/rollups.ts';
import type {
  Checklist,
  Device,
  Entrance,
  MqttClient,
  Organisation,
  Queue,
  Region,
  Standard,
  Store,
} from '../vocabulary/place.ts';
import type { SourceSetting } from './change.ts';

/** How one kind of setting is told and kept. */
export interface PartKind<Part> {
  /** `store`, as in `store arbat`. */
  readonly word: string;
  readonly table: string;
  readonly key: readonly string[];
  readonly fields: readonly (keyof Part & string)[];
  /** Fields whose change makes kept rollups wrong. */
  readonly counting: readonly (keyof Part & string)[];
  /** Whether the order in which they are named is kept. */
  readonly hasPosition: boolean;
}

/** A part that lives in a store. */
export type InStore<Part> = Part & { readonly storeId: string };

const organisation: PartKind<Organisation & { readonly id: number }> = {
  word: 'organisation',
  table: 'organisation',
  key: ['id'],
  fields: ['id', 'name', 'currency', 'locale', 'holidays'],
  counting: [],
  hasPosition: false,
};

const region: PartKind<Region> = {
  word: 'region',
  table: 'regions',
  key: ['id'],
  fields: ['id', 'name'],
  counting: [],
  hasPosition: true,
};

const store: PartKind<Store> = {
  word: 'store',
  table: 'stores',
  key: ['id'],
  fields: [
    'id',
    'name',
    'regionId',
    'tags',
    'areaM2',
    'opensOn',
    'closesOn',
    'timezone',
    'currency',
    'dayStartsAtMinutes',
    'openingHours',
    'passersByIncludesEntrants',
    'keepEmployees',
    'holidays',
  ],
  counting: ['timezone', 'dayStartsAtMinutes', 'openingHours', 'passersByIncludesEntrants', 'opensOn', 'closesOn'],
  hasPosition: true,
};

const entrance: PartKind<InStore<Entrance>> = {
  word: 'entrance',
  table: 'entrances',
  key: ['storeId', 'id'],
  fields: ['storeId', 'id', 'name', 'kind', 'countAs'],
  counting: ['kind', 'countAs'],
  hasPosition: true,
};

const queue: PartKind<InStore<Queue>> = {
  word: 'queue',
  table: 'queues',
  key: ['storeId', 'id'],
  fields: ['storeId', 'id', 'name', 'targetSeconds', 'targetShare'],
  counting: ['targetSeconds'],
  hasPosition: true,
};

const device: PartKind<Device> = {
  word: 'device',
  table: 'devices',
  key: ['id'],
  fields: [
    'id',
    'storeId',
    'name',
    'profile',
    'mode',
    'measures',
    'lines',
    'entranceId',
    'reportsEverySeconds',
    'silentAfterSeconds',
    'feed',
    'clock',
    'counterBits',
    'maxPerMinute',
    'installedAt',
    'removedAt',
    'connection',
  ],
  counting: [
    'mode',
    'measures',
    'lines',
    'entranceId',
    'reportsEverySeconds',
    'silentAfterSeconds',
    'feed',
    'counterBits',
    'maxPerMinute',
    'installedAt',
    'removedAt',
  ],
  hasPosition: true,
};

const mqttClient: PartKind<MqttClient> = {
  word: 'MQTT client',
  table: 'mqtt_clients',
  key: ['id'],
  fields: ['id', 'kind', 'storeId', 'filters'],
  counting: [],
  hasPosition: false,
};

const standard: PartKind<Standard> = {
  word: 'standard',
  table: 'standards',
  key: ['process', 'criterion'],
  fields: [
    'process',
    'criterion',
    'green',
    'yellow',
    'lowerIsBetter',
    'weight',
    'processName',
    'criterionName',
    'step',
    'unit',
    'owner',
    'level',
  ],
  counting: ['green', 'yellow', 'lowerIsBetter'],
  hasPosition: true,
};

const checklist: PartKind<Checklist> = {
  word: 'checklist',
  table: 'checklists',
  key: ['id'],
  fields: ['id', 'name', 'items'],
  counting: [],
  hasPosition: true,
};

const source: PartKind<SourceSetting> = {
  word: 'source',
  table: 'sources',
  key: ['id'],
  fields: ['id', 'url', 'username', 'password', 'profile', 'topics', 'options'],
  counting: [],
  hasPosition: false,
};

export const partKinds = {
  organisation,
  region,
  store,
  entrance,
  queue,
  device,
  mqttClient,
  standard,
  checklist,
  source,
};

/** As the column holds it: flags 0 and 1, lists and objects as JSON. */
export function columnValue(value: unknown): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return (value ?? null) as SqlValue;
}

/** Inserts or replaces one part; its position is kept when it is there already. */
export function upsertText<Part>(kind: PartKind<Part>): string {
  const columns = kind.fields.map(columnName);
  const changed = columns.filter((column) => !kind.key.map(columnName).includes(column));
  const all = kind.hasPosition ? [...columns, 'position'] : columns;
  const set = changed.map((column) => `${column} = excluded.${column}`).join(', ');
  const marks = all.map(() => '?').join(', ');
  const conflict = `on conflict (${kind.key.map(columnName).join(', ')}) do update set ${set}`;
  return `insert into ${kind.table} (${all.join(', ')}) values (${marks}) ${conflict}`;
}
