import type { Sql } from '../../db/sql/port.ts';
import type { IngestEvent } from '../../db/vocabulary/event.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import { appendEventQuarters } from '../../db/writes/appendEvents.ts';
import { lockDevices } from '../../db/writes/deviceLocks.ts';
import { lockIngest, writeDeviceStates, writeSuperseded } from '../../db/writes/facts.ts';
import { refreshQueueQuarters } from '../../db/writes/queueQuarters.ts';
import { noteRestatements } from '../../db/writes/restatements.ts';
import {
  appendCountQuarters,
  appendSaleQuarters,
  markStaleDays,
  refreshCountQuarters,
  refreshSaleQuarters,
  type TouchedSpan,
} from '../../db/writes/rollups.ts';
import { noteServiceDates } from '../../db/writes/serviceDays.ts';
import { type Arrival, type Batch, type FateSlot, groupBy, keptOf, newBatch } from './batch.ts';
import { storeIntervals } from './counts.ts';
import { storeEvents } from './events.ts';
import { storeFetches } from './fetches.ts';
import { type JudgedItem, type JudgedMessage, judgeFaulty, makeJudge } from './judge.ts';
import { boundLines, known, type Memory, recall, refreshMemory } from './memory.ts';
import { acceptedOnce, type ItemFate, type MessageFate, type RawMessage } from './message.ts';
import { withPlaces } from './places.ts';
import { placeByReceipt } from './placing.ts';
import { quarantine } from './quarantine.ts';
import { storeQueueSamples, storeQueueStatistics, storeQueueVisits } from './queueFacts.ts';
import { storeReadings } from './readings.ts';
import type { RefusedItem } from './refused.ts';
import { storeCompletions, storeSales } from './sales.ts';
import { storeObservations, storeServiceRequests, storeStandardsChecks, storeSurveyAnswers } from './serviceFacts.ts';
import { storeStatuses } from './statuses.ts';
import type { NativeTopic } from './topic.ts';
import { keepWatched, watchedNow } from './watching.ts';
import { storeZReports } from './zReports.ts';

/** What a batch is stored with. */
export interface StoreBasis {
  readonly sql: Sql;
  readonly settings: Settings;
  readonly memory: Memory;
  /** The server's clock, epoch ms. */
  readonly now: number;
  /** They are to be kept in quarantine, because storing them failed. */
  readonly isFaulty?: boolean;
}

/**
 * Stores messages inside the caller's transaction: facts by the order law, quarantine, what is known of devices, rollups. When it
 * throws, the transaction must be rolled back and the memory emptied.
 * @returns what became of each message, in their order
 */
export async function storeMessages(basis: StoreBasis, messages: readonly RawMessage[]): Promise<MessageFate[]> {
  await lockIngest(basis.sql);
  await refreshMemory(basis.sql, basis.memory);
  const { settings, now, isFaulty } = basis;
  const judged = messages.map(isFaulty === true ? (raw) => judgeFaulty(raw, settings) : makeJudge(settings, now));
  const deviceIds = new Set<string>();
  for (const message of judged) noteDevices(message, deviceIds);
  // All at once and before anything else, so that two transactions never wait for each other.
  await lockDevices(basis.sql, deviceIds);
  await recall(basis.sql, basis.memory, deviceIds);
  const batch = newBatch(basis);
  const arrivals: Arrival<IngestEvent>[] = [];
  const slots = judged.map((message, i) => sort(batch, { message, raw: messages[i] as RawMessage }, arrivals));
  await storeArrivals(batch, await placeByReceipt(batch, arrivals));
  await keepWatched(batch, { judged, messages, watched: await watchedNow(basis) });
  await finish(batch);
  return slots.map((ofMessage, i) => messageFate(ofMessage, judged[i]?.whole !== null));
}

/** A vendor's message may be of several devices. */
function noteDevices({ found, items, vendor }: JudgedMessage, into: Set<string>): void {
  if (found.device !== null) into.add(found.device.id);
  if (vendor === undefined) return;
  for (const item of items) if (item.kind === 'understood' && item.of !== undefined) into.add(item.of.device.id);
}

function messageFate(slots: readonly FateSlot[], refusedWhole: boolean): MessageFate {
  if (slots.length === 1 && slots[0]?.fate === 'accepted') return acceptedOnce;
  return { refusedWhole, items: slots.map(fateOf) };
}

function fateOf({ fate, refusal }: FateSlot, index: number): ItemFate {
  if (refusal === null) return { index, fate };
  return { index, fate, reason: refusal.reason, detail: refusal.detail };
}

interface ToSort {
  readonly message: JudgedMessage;
  readonly raw: RawMessage;
}

/** Puts a message's items where they go: what is refused into quarantine, what was understood among the arrivals. */
function sort(batch: Batch, { message, raw }: ToSort, arrivals: Arrival<IngestEvent>[]): FateSlot[] {
  const { found, whole, items } = message;
  const { device } = found;
  if (device !== null && message.vendor === undefined) noteSeen(batch, device.id, raw.receivedAt);
  if (message.vendor !== undefined) noteVendorSeen(batch, message, raw.receivedAt);
  if (whole !== null) return [keep(batch, { message, raw }, whole)];
  return withPlaces(items).map((item) =>
    item.kind === 'refused' ? keep(batch, { message, raw }, item) : arrive(arrivals, { message, raw }, item),
  );
}

/** Under whose name something refused is kept. */
function ownerOf({ found }: JudgedMessage, { device, address }: RefusedItem): NativeTopic {
  const { kind } = found.topic;
  if (device !== undefined) return { storeId: device.storeId, deviceId: device.id, kind };
  return address === undefined ? found.topic : { storeId: '', deviceId: address, kind };
}

/** Whoever a vendor's message was understood for was heard. */
function noteVendorSeen(batch: Batch, { items }: JudgedMessage, at: number): void {
  for (const item of items)
    if (item.kind === 'understood' && item.of !== undefined) noteSeen(batch, item.of.device.id, at);
}

function keep({ kept }: Batch, { message, raw }: ToSort, refused: RefusedItem): FateSlot {
  const topic = raw.topic.replaceAll('\0', '\uFFFD');
  kept.push(keptOf(refused, { topic, native: ownerOf(message, refused), receivedAt: raw.receivedAt }));
  return { fate: 'quarantined', refusal: refused };
}

function arrive(arrivals: Arrival<IngestEvent>[], { message, raw }: ToSort, item: JudgedItem): FateSlot {
  const { store, device } = item.of ?? message.found;
  if (store === null || device === null) throw new Error('An item was understood without its store or device.');
  const { receivedAt, isRetained } = raw;
  const { events, body } = item;
  const slot: FateSlot = { fate: 'accepted', refusal: null };
  events.forEach((event, place) => {
    // A receipt that also completes its feed has the receipt's fate.
    const own = place === 0 ? slot : { ...slot };
    arrivals.push({ event, body, store, device, receivedAt, isRetained, slot: own, placing: item.of?.placing ?? null });
  });
  return slot;
}

function noteSeen(batch: Batch, deviceId: string, at: number): void {
  const of = known(batch.memory, deviceId);
  of.state.lastSeenAt = Math.max(of.state.lastSeenAt ?? at, at);
  of.isChanged = true;
}

async function storeArrivals(batch: Batch, arrivals: readonly Arrival<IngestEvent>[]): Promise<void> {
  const byKind = groupBy(arrivals, ({ event }) => event.kind);
  const of = <Kind extends IngestEvent['kind']>(kind: Kind): Arrival<Extract<IngestEvent, { kind: Kind }>>[] =>
    // Sound: the group holds the events of this kind alone.
    (byKind.get(kind) ?? []) as Arrival<Extract<IngestEvent, { kind: Kind }>>[];
  // Statuses first: whether an interval can be appended without looking depends on a device's problems.
  await storeStatuses(batch, of('status'));
  await storeIntervals(batch, of('interval'));
  await storeReadings(batch, of('reading'));
  await storeEvents(batch, of('event'));
  await storeSales(batch, of('sale'));
  storeCompletions(batch, of('completion'));
  await storeZReports(batch, of('zReport'));
  await storeFetches(batch, of('fetch'));
  await storeQueueSamples(batch, of('queueSample'));
  await storeQueueVisits(batch, of('queueVisit'));
  await storeQueueStatistics(batch, of('queueStatistic'));
  await storeObservations(batch, of('observation'));
  await storeSurveyAnswers(batch, of('survey'));
  await storeServiceRequests(batch, of('request'));
  await storeStandardsChecks(batch, of('check'));
}

/** Writes what the events left to be done; device states before the rollups, which read them. */
async function finish(batch: Batch): Promise<void> {
  const { sql, settings, now } = batch;
  await writeSuperseded(sql, batch.superseded);
  const changed = [...batch.memory.devices.values()].filter((device) => device.isChanged);
  await writeDeviceStates(
    sql,
    changed.map((device) => device.state),
  );
  for (const device of changed) {
    device.isChanged = false;
    boundLines(device);
  }
  const appended = appendedSpans(batch);
  const remade = [...batch.touchedCounts, ...batch.touchedSales];
  const plain = merged([...appended, ...remade.filter(({ cause }) => cause === undefined)]);
  const caused = remade.filter(({ cause }) => cause !== undefined);
  await noteRestatements(sql, { settings, touched: [...plain, ...caused], now, change: () => changeQuarters(batch) });
  const touched = merged([...plain, ...caused, ...batch.stale]);
  await refreshQueueQuarters(sql, settings, batch.touchedQueues);
  if (touched.length > 0) await markStaleDays(sql, settings, { touched, now });
  await noteDates(batch);
  await quarantine(batch);
}

/** Dates of which facts of service changed, if they are over. */
async function noteDates({ sql, settings, staleDates, now }: Batch): Promise<void> {
  for (const [storeId, instants] of staleDates) {
    const store = settings.stores.get(storeId);
    if (store !== undefined) await noteServiceDates(sql, store, { instants: [...instants], now });
  }
}

async function changeQuarters({ sql, settings, ...batch }: Batch): Promise<void> {
  if (batch.appendedCounts.length > 0) await appendCountQuarters(sql, settings, batch.appendedCounts);
  if (batch.appendedEvents.length > 0) await appendEventQuarters(sql, settings, batch.appendedEvents);
  if (batch.touchedCounts.length > 0) await refreshCountQuarters(sql, settings, merged(batch.touchedCounts));
  if (batch.appendedSales.length > 0) await appendSaleQuarters(sql, settings, batch.appendedSales);
  if (batch.touchedSales.length > 0) await refreshSaleQuarters(sql, settings, merged(batch.touchedSales));
}

const bucketMs = 900_000;

/** The stretches of what was appended; what follows one another is one, since there is one for every message. */
function appendedSpans({ appendedCounts, appendedEvents, appendedSales }: Batch): TouchedSpan[] {
  const spans: TouchedSpan[] = [];
  const last = new Map<string, { deviceId: string; fromAt: number; toAt: number }>();
  const add = (deviceId: string, fromAt: number, toAt: number): void => {
    const before = last.get(deviceId);
    if (before !== undefined && fromAt >= before.fromAt && fromAt <= before.toAt + bucketMs) {
      if (toAt > before.toAt) before.toAt = toAt;
      return;
    }
    const span = { deviceId, fromAt, toAt };
    last.set(deviceId, span);
    spans.push(span);
  };
  for (const { deviceId, startAt, endAt } of appendedCounts) add(deviceId, startAt, endAt);
  for (const { deviceId, at } of appendedEvents) add(deviceId, at, at + 1);
  for (const { deviceId, at } of appendedSales) add(deviceId, at, at + 1);
  return spans;
}

/** Stretches of one device that touch or share a bucket, as one. */
function merged(spans: readonly TouchedSpan[]): TouchedSpan[] {
  const result: TouchedSpan[] = [];
  for (const ofDevice of groupBy(spans, (span) => span.deviceId).values()) {
    let last: { deviceId: string; fromAt: number; toAt: number } | null = null;
    for (const span of ofDevice.sort((a, b) => a.fromAt - b.fromAt)) {
      if (last !== null && span.fromAt <= last.toAt + bucketMs) last.toAt = Math.max(last.toAt, span.toAt);
      else {
        last = { ...span };
        result.push(last);
      }
    }
  }
  return result;
}
