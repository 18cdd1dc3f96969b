import { asc } from 'drizzle-orm';
import type { Sql } from '../sql/port.ts';
import * as tables from '../tables/sqlite.ts';
import type {
  Checklist,
  Device,
  Entrance,
  MqttClient,
  Organisation,
  Queue,
  Settings,
  Source,
  Standard,
  Store,
} from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** What an organisation is called before anyone has said. */
export const unnamedOrganisation: Organisation = { name: 'Lintel', currency: 'EUR', locale: 'en' };

type StoreRow = typeof tables.stores.$inferSelect;
type DeviceRow = typeof tables.devices.$inferSelect;

function byStore<Row extends { storeId: string }, Part>(rows: Row[], make: (row: Row) => Part): Map<string, Part[]> {
  const parts = new Map<string, Part[]>();
  for (const row of rows) {
    const list = parts.get(row.storeId);
    if (list === undefined) parts.set(row.storeId, [make(row)]);
    else list.push(make(row));
  }
  return parts;
}

function entranceOf({ id, name, kind, countAs }: typeof tables.entrances.$inferSelect): Entrance {
  return { id, name, kind, countAs };
}

function queueOf({ id, name, targetSeconds, targetShare }: typeof tables.queues.$inferSelect): Queue {
  return { id, name, targetSeconds, targetShare };
}

function deviceOf({ secretHash: _, position: __, ...device }: DeviceRow): Device {
  return device;
}

function storeOf({ position: _, ...store }: StoreRow, parts: Pick<Store, 'entrances' | 'queues' | 'devices'>): Store {
  return { ...store, ...parts };
}

/** The version of the settings; grows with every change. One row by its key: cheap enough for every batch and read. */
export async function readSettingsVersion(sql: Sql, _scope: Scope): Promise<number> {
  const [row] = await sql.all<{ value: string }>("select value from meta where key = 'settings_version'");
  return row === undefined ? 0 : Number(row.value);
}

async function loadStores(sql: Sql): Promise<Store[]> {
  const { stores, entrances, queues, devices } = tables;
  const entrancesOf = byStore(await sql.orm.select().from(entrances).orderBy(asc(entrances.position)), entranceOf);
  const queuesOf = byStore(await sql.orm.select().from(queues).orderBy(asc(queues.position)), queueOf);
  const devicesOf = byStore(await sql.orm.select().from(devices).orderBy(asc(devices.position)), deviceOf);
  const rows = await sql.orm.select().from(stores).orderBy(asc(stores.position), asc(stores.id));
  return rows.map((row) =>
    storeOf(row, {
      entrances: entrancesOf.get(row.id) ?? [],
      queues: queuesOf.get(row.id) ?? [],
      devices: devicesOf.get(row.id) ?? [],
    }),
  );
}

async function loadClients(sql: Sql): Promise<MqttClient[]> {
  const rows = await sql.orm.select().from(tables.mqttClients).orderBy(asc(tables.mqttClients.id));
  return rows.map(({ secretHash: _, ...client }) => client);
}

async function loadSources(sql: Sql): Promise<Source[]> {
  const rows = await sql.orm.select().from(tables.sources).orderBy(asc(tables.sources.id));
  return rows.map(({ id, url, username, profile, topics, options }) => ({
    id,
    profile,
    url: url === '' ? null : url,
    username,
    topics: topics ?? [],
    options: options ?? {},
  }));
}

/** Traffic-light standards, in their order. */
export async function loadStandards(sql: Sql): Promise<Standard[]> {
  const { standards } = tables;
  const order = [asc(standards.position), asc(standards.process), asc(standards.criterion)];
  const rows = await sql.orm
    .select()
    .from(standards)
    .orderBy(...order);
  return rows.map(({ position: _, ...standard }) => standard);
}

async function loadChecklists(sql: Sql): Promise<Checklist[]> {
  const { checklists } = tables;
  const rows = await sql.orm.select().from(checklists).orderBy(asc(checklists.position), asc(checklists.id));
  return rows.map(({ id, name, items }) => ({ id, name, items }));
}

function organisationOf({ id: _, ...chain }: typeof tables.organisation.$inferSelect): Organisation {
  return chain;
}

async function loadAll(sql: Sql, scope: Scope): Promise<Settings> {
  const { organisation, regions } = tables;
  const version = await readSettingsVersion(sql, scope);
  const [chain] = await sql.orm.select().from(organisation);
  const stores = await loadStores(sql);
  const regionRows = await sql.orm.select().from(regions).orderBy(asc(regions.position), asc(regions.id));
  return {
    version,
    organisation: chain ? organisationOf(chain) : unnamedOrganisation,
    regions: regionRows.map(({ id, name }) => ({ id, name })),
    stores: new Map(stores.map((store) => [store.id, store])),
    devices: new Map(stores.flatMap((store) => store.devices.map((device) => [device.id, device]))),
    standards: await loadStandards(sql),
    checklists: await loadChecklists(sql),
    mqttClients: new Map((await loadClients(sql)).map((client) => [client.id, client])),
    sources: new Map((await loadSources(sql)).map((source) => [source.id, source])),
  };
}

/**
 * Everything that is set up, as one snapshot, whatever the caller may see of it: what is shown of it goes through
 * `visibleStores`.
 */
export function loadSettings(sql: Sql, scope: Scope): Promise<Settings> {
  return sql.transaction((snapshot) => loadAll(snapshot, scope));
}

/** The settings, or null where `version` still is the present one. */
export async function readSettingsSince(
  sql: Sql,
  scope: Scope,
  { version }: { readonly version: number },
): Promise<Settings | null> {
  return (await readSettingsVersion(sql, scope)) === version ? null : loadSettings(sql, scope);
}
