import { readDevices } from '../../db/reads/devices.ts';
import { readLastHeard } from '../../db/reads/lastHeard.ts';
import { readRestatements } from '../../db/reads/restatements.ts';
import { readToday } from '../../db/reads/today.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { Language } from '../../db/vocabulary/preferences.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { AttentionQuery } from '../contracts/attention.ts';
import type { CompareSeriesQuery } from '../contracts/compareSeries.ts';
import type { CoverageQuery } from '../contracts/coverage.ts';
import type { ExportQuery } from '../contracts/export.ts';
import type { CompareQuery, FunnelQuery } from '../contracts/funnel.ts';
import type { QueueCostQuery, QueueQuery } from '../contracts/queue.ts';
import type { RestatementsQuery } from '../contracts/restatements.ts';
import type { ServiceQuery } from '../contracts/service.ts';
import type { ZReportsQuery } from '../contracts/zReports.ts';
import { compareTable, funnelTable, type Table } from '../export/table.ts';
import { csvOf, xlsxOf } from '../export/write.ts';
import type { LastHeard } from '../live/watch.ts';
import { withAdjusted } from './adjusted.ts';
import { attentionAnswerOf } from './attention.ts';
import { auditsOf } from './audits.ts';
import { besideOf, nothingBeside } from './beside.ts';
import { holidayCountriesJson, holidaysJson } from './calendar.ts';
import { checksAnswerOf, checksByDevice, findChecks } from './checks.ts';
import { compareOf } from './compare.ts';
import { compareSeriesOf } from './compareSeries.ts';
import { coverageOf } from './coverage.ts';
import { devicesOf } from './devices.ts';
import { withEstimates } from './estimates.ts';
import { funnelOf, withFields } from './funnel.ts';
import { occupancyAnswerOf } from './occupancy.ts';
import { periodsOf } from './periods.ts';
import { queueAnswerOf } from './queue.ts';
import { queueCostAnswerOf } from './queueCost.ts';
import { queueNowAnswerOf } from './queueNow.ts';
import { restatementsOf } from './restatements.ts';
import { serviceOf } from './service.ts';
import { settingsOf } from './settingsOf.ts';
import { filteredStores, storeFor } from './stores.ts';
import { takeOutsOf } from './takeOuts.ts';
import { refuseAhead, todayOf } from './today.ts';
import { zReportsOf } from './zReports.ts';

/*
 * What reader threads answer: figures already as the text or bytes that go out, so that the main thread neither adds up
 * nor writes JSON, and its event loop stays free for messages.
 */

type Bytes = Uint8Array<ArrayBuffer>;

/** UTF-8, made here because a chain's year is megabytes. */
function bytesOf(answer: unknown): Bytes {
  return new TextEncoder().encode(JSON.stringify(answer));
}

interface Ask<Query> {
  readonly query: Query;
  readonly now: number;
}

async function funnelJson(
  sql: Sql,
  scope: Scope,
  ask: Ask<FunnelQuery> & { readonly storeId: string },
): Promise<Bytes> {
  const settings = await settingsOf(sql, scope);
  const store = storeFor(scope, settings, ask.storeId);
  const { query, now } = ask;
  let answer = await funnelOf(periodsOf(sql, scope, query.figures), { ...query, store, now });
  if (query.estimates) answer = await withEstimates(sql, scope, { ...query, settings, store, now, answer });
  if (query.adjusted) answer = await withAdjusted(sql, scope, { query, settings, store, now, answer });
  return bytesOf(withFields(answer, query.fields));
}

async function compareJson(sql: Sql, scope: Scope, { query, now }: Ask<CompareQuery>): Promise<Bytes> {
  const settings = await settingsOf(sql, scope);
  const stores = filteredStores(scope, settings, query);
  const beside = await besideOf(sql, scope, { ...query, settings, storeIds: stores.map((store) => store.id), now });
  return bytesOf(await compareOf(periodsOf(sql, scope, query.figures), { ...query, stores, now, beside }));
}

async function compareSeriesJson(sql: Sql, scope: Scope, { query, now }: Ask<CompareSeriesQuery>): Promise<Bytes> {
  const settings = await settingsOf(sql, scope);
  const stores = filteredStores(scope, settings, query);
  return bytesOf(await compareSeriesOf(sql, scope, { settings, stores, query, now }));
}

async function attentionJson(sql: Sql, scope: Scope, { query, now }: Ask<AttentionQuery>): Promise<Bytes> {
  return bytesOf(await attentionAnswerOf(sql, scope, { settings: await settingsOf(sql, scope), query, now }));
}

async function todayJson(
  sql: Sql,
  scope: Scope,
  ask: StoreAsk & { readonly date?: string | undefined },
): Promise<string> {
  const settings = await settingsOf(sql, scope);
  const store = storeFor(scope, settings, ask.storeId);
  refuseAhead(store, ask);
  const today = await readToday(sql, scope, { settings, ...ask });
  if (today === null) throw new Error(`the store ${store.id} is there and has no day`);
  const period = { from: today.date, to: today.date, hours: 'open', now: ask.now } as const;
  const { byStore } = await besideOf(sql, scope, { settings, storeIds: [store.id], ...period });
  return JSON.stringify(todayOf(store, today, { now: ask.now, beside: byStore.get(store.id) ?? nothingBeside }));
}

async function queueJson(
  sql: Sql,
  scope: Scope,
  { storeId, query, now }: Ask<QueueQuery> & { readonly storeId: string },
): Promise<Bytes> {
  const settings = await settingsOf(sql, scope);
  const store = storeFor(scope, settings, storeId);
  return bytesOf(await queueAnswerOf(sql, scope, { settings, store, query, now }));
}

async function restatementsJson(
  sql: Sql,
  scope: Scope,
  { storeId, query, now }: Ask<RestatementsQuery> & { readonly storeId: string },
): Promise<Bytes> {
  const settings = await settingsOf(sql, scope);
  const store = storeFor(scope, settings, storeId);
  const read = await readRestatements(sql, scope, { ...query, settings, storeId, now });
  return bytesOf(restatementsOf({ store, query, days: [], reportedFrom: null, ...read }));
}

/** Of one store, or of all the caller may see. */
interface StoresAsk {
  readonly storeId?: string | undefined;
  readonly now: number;
  /** Of its sentences. */
  readonly language: Language;
}

async function devicesJson(sql: Sql, scope: Scope, ask: StoresAsk): Promise<string> {
  const settings = await settingsOf(sql, scope);
  const stores = filteredStores(scope, settings, ask.storeId === undefined ? {} : { store: [ask.storeId] });
  const storeIds = stores.map((store) => store.id);
  const reports = await readDevices(sql, scope, { settings, storeIds, now: ask.now });
  const checks = checksByDevice(await findChecks(sql, scope, { settings, stores, now: ask.now }), ask.language);
  return JSON.stringify(devicesOf(stores, reports, checks));
}

async function checksJson(sql: Sql, scope: Scope, ask: StoresAsk): Promise<string> {
  const settings = await settingsOf(sql, scope);
  const stores = filteredStores(scope, settings, ask.storeId === undefined ? {} : { store: [ask.storeId] });
  const found = await findChecks(sql, scope, { settings, stores, now: ask.now });
  return JSON.stringify(checksAnswerOf(found, ask.language));
}

async function occupancyJson(
  sql: Sql,
  scope: Scope,
  ask: StoreAsk & { readonly date: string | null },
): Promise<string> {
  const settings = await settingsOf(sql, scope);
  const store = storeFor(scope, settings, ask.storeId);
  return JSON.stringify(await occupancyAnswerOf(sql, scope, { settings, store, date: ask.date, now: ask.now }));
}

interface StoreAsk {
  readonly storeId: string;
  readonly now: number;
}

async function queueNowJson(sql: Sql, scope: Scope, { storeId, now }: StoreAsk): Promise<string> {
  const settings = await settingsOf(sql, scope);
  const store = storeFor(scope, settings, storeId);
  return JSON.stringify(await queueNowAnswerOf(sql, scope, { settings, store, now }));
}

/** As `queueNowJson`; null where the store has no queue, of which there is nothing to tell again and again. */
async function liveQueueJson(sql: Sql, scope: Scope, { storeId, now }: StoreAsk): Promise<string | null> {
  const settings = await settingsOf(sql, scope);
  const store = storeFor(scope, settings, storeId);
  const answer = await queueNowAnswerOf(sql, scope, { settings, store, now });
  return answer.queues.length === 0 ? null : JSON.stringify(answer);
}

async function queueCostJson(
  sql: Sql,
  scope: Scope,
  { storeId, query, now }: Ask<QueueCostQuery> & { readonly storeId: string },
): Promise<string> {
  const settings = await settingsOf(sql, scope);
  const store = storeFor(scope, settings, storeId);
  return JSON.stringify(await queueCostAnswerOf(sql, scope, { settings, store, query, now }));
}

async function auditsJson(sql: Sql, scope: Scope, { storeId, now }: StoreAsk): Promise<string> {
  const settings = await settingsOf(sql, scope);
  const store = storeFor(scope, settings, storeId);
  return JSON.stringify(await auditsOf(sql, scope, { settings, store, now }));
}

async function takeOutsJson(sql: Sql, scope: Scope, { storeId, now }: StoreAsk): Promise<string> {
  const settings = await settingsOf(sql, scope);
  const store = storeFor(scope, settings, storeId);
  return JSON.stringify(await takeOutsOf(sql, scope, { settings, store, now }));
}

async function coverageJson(
  sql: Sql,
  scope: Scope,
  { storeId, query, now }: Ask<CoverageQuery> & { readonly storeId: string },
): Promise<string> {
  const settings = await settingsOf(sql, scope);
  const store = storeFor(scope, settings, storeId);
  return JSON.stringify(await coverageOf(sql, scope, { settings, store, query, now }));
}

async function zReportsJson(
  sql: Sql,
  scope: Scope,
  { storeId, query, now }: Ask<ZReportsQuery> & { readonly storeId: string },
): Promise<string> {
  const settings = await settingsOf(sql, scope);
  const store = storeFor(scope, settings, storeId);
  return JSON.stringify(await zReportsOf(sql, scope, { settings, store, query, now }));
}

async function serviceJson(
  sql: Sql,
  scope: Scope,
  { storeId, query, language }: Ask<ServiceQuery> & { readonly storeId: string; readonly language: Language },
): Promise<Bytes> {
  const settings = await settingsOf(sql, scope);
  const store = storeFor(scope, settings, storeId);
  return bytesOf(await serviceOf(sql, scope, { ...query, settings, store, language }));
}

/** When the devices of these stores that were ever heard were heard last. */
async function lastHeard(
  sql: Sql,
  scope: Scope,
  { storeIds }: { readonly storeIds: readonly string[] },
): Promise<LastHeard[]> {
  return readLastHeard(sql, scope, { settings: await settingsOf(sql, scope), storeIds });
}

/** As `export.csv`. */
async function exportCsv(sql: Sql, scope: Scope, ask: Ask<ExportQuery>): Promise<string> {
  return csvOf(await tableOf(sql, scope, ask));
}

/** As `export.xlsx`. */
async function exportXlsx(sql: Sql, scope: Scope, ask: Ask<ExportQuery>): Promise<Uint8Array<ArrayBuffer>> {
  return xlsxOf(await tableOf(sql, scope, ask));
}

async function tableOf(sql: Sql, scope: Scope, { query, now }: Ask<ExportQuery>): Promise<Table> {
  const settings = await settingsOf(sql, scope);
  const stores = filteredStores(scope, settings, query);
  const read = periodsOf(sql, scope, query.figures);
  const [store] = stores;
  if (query.by !== undefined && store !== undefined) {
    const answer = await funnelOf(read, { ...query, by: query.by, store, now });
    if (!query.estimates) return funnelTable(answer);
    return funnelTable(await withEstimates(sql, scope, { ...query, settings, store, now, answer }));
  }
  const beside = await besideOf(sql, scope, { ...query, settings, storeIds: stores.map((one) => one.id), now });
  return compareTable(await compareOf(read, { ...query, stores, now, beside }));
}

export const answers = {
  attentionJson,
  auditsJson,
  checksJson,
  compareJson,
  compareSeriesJson,
  coverageJson,
  devicesJson,
  exportCsv,
  exportXlsx,
  restatementsJson,
  funnelJson,
  holidayCountriesJson,
  holidaysJson,
  lastHeard,
  liveQueueJson,
  occupancyJson,
  queueCostJson,
  queueJson,
  queueNowJson,
  serviceJson,
  takeOutsJson,
  todayJson,
  zReportsJson,
};
export type Answers = typeof answers;
