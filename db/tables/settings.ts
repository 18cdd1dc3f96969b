import type { ServiceLevel } from '../vocabulary/event.ts';
import type {
  ChecklistItem,
  Connection,
  CountAs,
  CountMode,
  Measure,
  OpeningHoursEdition,
} from '../vocabulary/place.ts';
import type { SurveyQuestion } from '../vocabulary/survey.ts';
import type { Dialect } from './columns.ts';

/** What is set up: the chain, its stores, what is installed in them and who may connect. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of tables
export function settingsTables(d: Dialect) {
  const { table, text, integer, real, flag, json, primaryKey, index } = d;
  return {
    organisation: table('organisation', {
      /** Always 1. */
      id: integer().primaryKey(),
      name: text().notNull(),
      currency: text().notNull(),
      locale: text().notNull(),
      /** As of a store; for stores that say nothing. */
      holidays: text(),
    }),
    regions: table('regions', {
      id: text().primaryKey(),
      name: text().notNull(),
      position: integer().notNull().default(0),
    }),
    stores: table('stores', {
      id: text().primaryKey(),
      name: text().notNull(),
      regionId: text(),
      tags: json<string[]>().notNull(),
      areaM2: real('area_m2'),
      opensOn: text(),
      closesOn: text(),
      timezone: text().notNull(),
      currency: text().notNull(),
      dayStartsAtMinutes: integer().notNull().default(0),
      /** null is always open. */
      openingHours: json<OpeningHoursEdition[]>(),
      passersByIncludesEntrants: flag().notNull(),
      keepEmployees: flag().notNull(),
      /** Whose public holidays are kept: `RU`, `DE-BY`, `none`; null: the organisation's, else by the time zone. */
      holidays: text(),
      position: integer().notNull().default(0),
    }),
    entrances: table(
      'entrances',
      {
        storeId: text().notNull(),
        id: text().notNull(),
        name: text().notNull(),
        kind: text().notNull(),
        countAs: text().$type<CountAs>().notNull(),
        position: integer().notNull().default(0),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.id] })],
    ),
    queues: table(
      'queues',
      {
        storeId: text().notNull(),
        id: text().notNull(),
        name: text().notNull(),
        targetSeconds: integer().notNull(),
        targetShare: real().notNull().default(0.8),
        position: integer().notNull().default(0),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.id] })],
    ),
    devices: table(
      'devices',
      {
        id: text().primaryKey(),
        storeId: text().notNull(),
        name: text().notNull(),
        profile: text().notNull(),
        mode: text().$type<CountMode>().notNull(),
        measures: json<Measure[]>().notNull(),
        lines: json<string[]>().notNull(),
        entranceId: text(),
        reportsEverySeconds: integer(),
        silentAfterSeconds: integer().notNull(),
        feed: text().$type<'live' | 'batch'>().notNull(),
        clock: text().$type<'utc' | 'local'>().notNull(),
        counterBits: integer().$type<16 | 32>(),
        maxPerMinute: integer().notNull(),
        installedAt: integer(),
        removedAt: integer(),
        /** How a vendor's device reaches Lintel; null: it speaks Lintel's own language. */
        connection: json<Connection>(),
        /** As writes/secret.ts makes it. */
        secretHash: text(),
        position: integer().notNull().default(0),
      },
      (t) => [index('devices_by_store').on(t.storeId)],
    ),
    mqttClients: table('mqtt_clients', {
      id: text().primaryKey(),
      kind: text().$type<'gateway' | 'reader'>().notNull(),
      storeId: text(),
      filters: json<string[]>().notNull(),
      secretHash: text(),
    }),
    standards: table(
      'standards',
      {
        process: text().notNull(),
        criterion: text().notNull(),
        green: real().notNull(),
        yellow: real().notNull(),
        lowerIsBetter: flag().notNull(),
        weight: real().notNull(),
        processName: text(),
        criterionName: text(),
        step: text(),
        unit: text(),
        owner: text(),
        level: integer().$type<ServiceLevel>(),
        position: integer().notNull().default(0),
      },
      (t) => [primaryKey({ columns: [t.process, t.criterion] })],
    ),
    checklists: table('checklists', {
      id: text().primaryKey(),
      name: text().notNull(),
      items: json<ChecklistItem[]>().notNull(),
      position: integer().notNull().default(0),
    }),
    /** A store's public page of questions. The key is what its address is known by. */
    surveyPages: table('survey_pages', {
      storeId: text().primaryKey(),
      key: text().notNull(),
      isOpen: flag().notNull(),
      questions: json<SurveyQuestion[]>().notNull(),
      locale: text().notNull(),
      changedAt: integer().notNull(),
    }),
    sources: table('sources', {
      id: text().primaryKey(),
      /** '' is a webhook alone. */
      url: text().notNull(),
      username: text(),
      /** Kept as it is: it must be shown to the other broker. Left out of every export. */
      password: text(),
      profile: text().notNull(),
      topics: json<string[]>(),
      options: json<Record<string, unknown>>(),
    }),
    /**
     * What vendors sign with, or want to be shown: kept as it is, since a signature cannot be made from a hash. Left out of every
     * export and answer. Beside them hashes of MQTT secrets that were replaced and hold for a while longer.
     */
    vendorSecrets: table(
      'vendor_secrets',
      {
        /** A device's or a source's id; the two are told apart by `holderKind`. */
        holderKind: text().$type<'device' | 'source'>().notNull(),
        holderId: text().notNull(),
        /** `hook`: proves what comes in. `api`: shown to the vendor's API. `mqtt`: the hash of a device's former secret. */
        name: text().$type<'hook' | 'api' | 'mqtt'>().notNull(),
        createdAt: integer().notNull(),
        value: text().notNull(),
        /** From then on it holds no more: it was replaced by a newer one. */
        endsAt: integer(),
      },
      (t) => [primaryKey({ columns: [t.holderKind, t.holderId, t.name, t.createdAt] })],
    ),
    /** How columns of a file are read, under a name, to be used again. */
    importMappings: table(
      'import_mappings',
      {
        storeId: text().notNull(),
        name: text().notNull(),
        kind: text().notNull(),
        mapping: json<Record<string, unknown>>().notNull(),
        changedAt: integer().notNull(),
      },
      (t) => [primaryKey({ columns: [t.storeId, t.name] })],
    ),
    /** What somebody wants remembered of some dates, shown beside the figures. */
    notes: table('notes', {
      id: text().primaryKey(),
      fromDate: text().notNull(),
      toDate: text().notNull(),
      words: text().notNull(),
      /** Of which stores; null: of a region's, or of all. */
      storeIds: json<string[]>(),
      regionId: text(),
      madeBy: text().notNull(),
      madeAt: integer().notNull(),
      changedAt: integer().notNull(),
    }),
    /** What is watched as it arrives, and until when. */
    watches: table('watches', {
      /** A device's or source's id; `*`: what nobody claims. */
      subject: text().primaryKey(),
      endsAt: integer().notNull(),
    }),
    /** Single words about the whole: settings_version, first_owner_at, setup_code_hash. */
    meta: table('meta', {
      key: text().primaryKey(),
      value: text().notNull(),
    }),
  };
}
