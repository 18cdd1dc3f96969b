import type { Device, Settings, Store } from '../../db/vocabulary/place.ts';
import { withoutContacts, withoutContactsInWords } from '../../db/vocabulary/redaction.ts';
import { type Refusal, refuse, type Understood } from '../adapters/decoded.ts';
import { readPlainCount } from '../adapters/native/plainCounts.ts';
import { salesDecoder } from '../adapters/native/sales.ts';
import { withoutPersonal } from '../adapters/redact.ts';
import { nativeDecoders } from '../adapters/registry.ts';
import type { Placing } from '../settle/settled.ts';
import { readBody } from './body.ts';
import { judgeFaultyVendor, judgeVendor } from './judgeVendor.ts';
import { maxMessageBytes, maxMessageItems, type RawMessage, withMilliseconds } from './message.ts';
import { type RefusedItem, refusedBytes, refusedItem } from './refused.ts';
import { routesOf } from './routes.ts';
import { sortedJson } from './sortedJson.ts';
import { isNative, type NativeTopic, parseTopic } from './topic.ts';

/** An item that was understood, with its wording where that is not the canonical one. */
export interface JudgedItem {
  readonly kind: 'understood';
  readonly events: Understood['events'];
  readonly body: string | null;
  /** Of a vendor's message: whose it is, and what of its time has to be looked into. */
  readonly of?: { readonly store: Store; readonly device: Device; readonly placing: Placing | null };
  /** Why nothing of it counts, where that is so. */
  readonly aside?: string;
}

/** What a topic names. */
export interface Found {
  readonly topic: NativeTopic;
  readonly store: Store | null;
  readonly device: Device | null;
}

/** A message looked into: refused whole, or item by item. */
export interface JudgedMessage {
  readonly found: Found;
  readonly whole: RefusedItem | null;
  readonly items: readonly (JudgedItem | RefusedItem)[];
  /** Of a vendor's message: who brought it, and its body as it may be shown. */
  readonly vendor?: { readonly subject: string; readonly shown: () => string };
}

/** Judges messages in the order of the contract: size, JSON, kind, store, device, number of items, each item. Pure. */
export function makeJudge(settings: Settings, now: number): (raw: RawMessage) => JudgedMessage {
  const topics = new Map<string, Found>();
  const find = (text: string): Found => {
    let found = topics.get(text);
    if (found === undefined) {
      found = findTopic(text, settings);
      topics.set(text, found);
    }
    return found;
  };
  const claimOf = routesOf(settings);
  return (raw) => {
    const { topic, payload } = raw;
    if (!isNative(topic)) return judgeVendor(raw, { settings, claim: claimOf(topic), now });
    const found = find(topic);
    const isPlain = found.topic.kind === 'counts' && found.store !== null && found.device !== null;
    const plain = isPlain && payload.length <= maxPlainBytes ? readPlainCount(payload, now) : null;
    if (plain === null) return judgeBody(payload, found, now);
    const body = plain.wording === 'milliseconds' ? withMilliseconds : null;
    return { found, whole: null, items: [{ kind: 'understood', events: [plain.event], body }] };
  };
}

/** No plain count is longer. */
const maxPlainBytes = 512;

export function judgeMessage(raw: RawMessage, settings: Settings, now: number): JudgedMessage {
  return makeJudge(settings, now)(raw);
}

function judgeBody(payload: Uint8Array, found: Found, now: number): JudgedMessage {
  const whole = (refused: RefusedItem): JudgedMessage => ({ found, items: [], whole: refused });
  if (payload.length > maxMessageBytes) {
    return whole(refusedBeginning(payload, found, refuse('too_large', 'The body is larger than 256 KiB.')));
  }
  const body = readBody(payload, found.topic.kind);
  if (!body.isReadable) return whole(refusedBeginning(payload, found, refuse('malformed_json', body.detail)));
  const refusal = refusalOfWhole(body.value, found);
  if (refusal !== null) return whole(refusedItem(redactBody(body.value, found), refusal));
  const items: unknown[] = Array.isArray(body.value) ? body.value : [body.value];
  return { found, whole: null, items: items.map((item) => judgeItem(item, found, now)) };
}

/** A message over which Lintel itself stumbled: kept whole where it can be read, to be tried again when the fault is mended. */
export function judgeFaulty(raw: RawMessage, settings: Settings): JudgedMessage {
  const found = findTopic(raw.topic, settings);
  const detail =
    'Lintel could not store it, through a fault of its own: please report what its log says, and retry it after an update.';
  const refusal = refuse('schema', detail);
  if (!isNative(raw.topic)) return judgeFaultyVendor(raw, { settings, claim: routesOf(settings)(raw.topic), refusal });
  return { found, items: [], whole: refusedAsIs(raw.payload, found, refusal) };
}

function refusedAsIs(payload: Uint8Array, found: Found, refusal: Refusal): RefusedItem {
  try {
    const body = readBody(payload, found.topic.kind);
    if (body.isReadable) return refusedItem(redactBody(body.value, found), refusal);
  } catch {
    // The reading itself may be what is at fault.
  }
  return refusedBeginning(payload, found, refusal);
}

/** Its beginning; without ways to reach people where customers write, of service, and of kinds of which nobody knows what they hold. */
function refusedBeginning(payload: Uint8Array, { topic }: Found, refusal: Refusal): RefusedItem {
  const refused = refusedBytes(payload, refusal);
  const isWritten = topic.kind === 'service' || !nativeDecoders.has(topic.kind);
  return isWritten ? { ...refused, body: withoutContacts(refused.body) } : refused;
}

function judgeItem(item: unknown, found: Found, now: number): JudgedItem | RefusedItem {
  const { store, device } = found;
  const decoder = nativeDecoders.get(found.topic.kind);
  if (store === null || device === null || decoder === undefined) throw new Error('Judged before it was found.');
  const result = decoder.decode(item, { store, device, now });
  if (result.kind === 'refused') return refusedItem(decoder.redact(item, store.keepEmployees), result);
  const { events, wording } = result;
  return { kind: 'understood', events, body: bodyOf(wording, () => decoder.redact(item, store.keepEmployees)) };
}

/** What is kept of an item's own words. */
function bodyOf(wording: Understood['wording'], item: () => unknown): string | null {
  if (wording === 'canonical') return null;
  return wording === 'milliseconds' ? withMilliseconds : sortedJson(item());
}

function findTopic(text: string, settings: Settings): Found {
  const topic = parseTopic(text);
  return { topic, store: settings.stores.get(topic.storeId) ?? null, device: deviceOf(topic, settings) };
}

function deviceOf(topic: NativeTopic, settings: Settings): Device | null {
  const device = settings.devices.get(topic.deviceId);
  return device !== undefined && device.storeId === topic.storeId ? device : null;
}

function refusalOfWhole(body: unknown, found: Found): Refusal | null {
  const { kind, storeId, deviceId } = found.topic;
  if (!nativeDecoders.has(kind))
    return refuse('unknown_kind', `${kind || 'The topic'} is not a kind of message this version reads.`);
  if (found.store === null) return refuse('unknown_store', `There is no store ${storeId}.`);
  if (found.device === null) return refuse('unknown_device', `The store ${storeId} has no device ${deviceId}.`);
  if (Array.isArray(body) && body.length > maxMessageItems) {
    return refuse('schema', `The array has ${body.length} items, more than ${maxMessageItems}.`);
  }
  return null;
}

/** A native message as it may be shown, in sorted JSON: without personal data; '' where it is no JSON. */
export function shownNative(payload: Uint8Array, found: Found): string {
  const body = readBody(payload, found.topic.kind);
  return body.isReadable ? sortedJson(redactBody(body.value, found)) : '';
}

/** Of a kind that nobody reads yet nobody knows what is personal: it goes as from a message of no known make, and from what people wrote. */
function redactBody(body: unknown, found: Found): unknown {
  const keepsEmployees = found.store?.keepEmployees ?? false;
  const decoder = nativeDecoders.get(found.topic.kind);
  const redact = (item: unknown): unknown =>
    decoder === undefined
      ? withoutPersonal(withoutContactsInWords(salesDecoder.redact(item, keepsEmployees)))
      : decoder.redact(item, keepsEmployees);
  return Array.isArray(body) ? body.map(redact) : redact(body);
}
