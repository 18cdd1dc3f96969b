import type { Device, Settings } from '../../db/vocabulary/place.ts';
import type { Adapter, Envelope } from '../adapters/adapter.ts';
import { type Refusal, refuse } from '../adapters/decoded.ts';
import { type Finding, fault, type Report } from '../adapters/finding.ts';
import { withoutPersonal, withoutPersonalText } from '../adapters/redact.ts';
import { settle } from '../settle/settle.ts';
import { readBody } from './body.ts';
import type { Found, JudgedItem, JudgedMessage } from './judge.ts';
import type { RawMessage } from './message.ts';
import { type RefusedItem, refusedText, refusedUnread } from './refused.ts';
import { type Candidate, type Claim, plainAddress } from './routes.ts';
import { sortedJson } from './sortedJson.ts';

/** The largest message of a vendor: a page of receipts is larger than what a counter sends. */
const maxVendorBytes = 2 * 1024 * 1024;

/** A longer one would not fit an index. */
const longestAddress = 256;

export interface VendorContext {
  readonly settings: Settings;
  readonly claim: Claim;
  readonly now: number;
}

/**
 * Judges a message that is not in Lintel's own language: the body is read by the adapter of each device it may be of, and every finding
 * is settled for each of them. Pure.
 */
export function judgeVendor(raw: RawMessage, { settings, claim, now }: VendorContext): JudgedMessage {
  const [first] = claim.candidates;
  const adapter = first?.adapter ?? claim.adapter;
  const found = foundOf(settings, first?.device, claim);
  const whole = (refused: RefusedItem): JudgedMessage => ({ found, items: [], whole: refused });
  if (raw.payload.length > maxVendorBytes) {
    return whole(refusedUnread(raw.payload, refuse('too_large', 'The message is larger than 2 MiB.')));
  }
  const body = bodyOf(raw.payload, adapter);
  if (body === null) return whole(refusedUnread(raw.payload, refuse('malformed_json', 'The body cannot be read.')));
  const shown = onceShown(adapter, body);
  const refused = onceRefused(shown);
  const vendor = { subject: claim.subject, shown };
  if (first === undefined) {
    const address = claim.topic.slice(0, longestAddress);
    return { ...whole({ ...refused(nobodys(claim)), address }), vendor };
  }
  const reader = readerOf(raw, body, claim);
  const isShared = new Set(claim.candidates.map(({ device }) => device.connection?.address ?? '')).size > 1;
  const items: (JudgedItem | RefusedItem)[] = [];
  let refusal: Refusal | null = null;
  const unclaimed = new Set<string>();
  const claimed = new Set<string>();
  for (const candidate of claim.candidates) {
    const reports = reader(candidate);
    if ('reason' in reports) {
      refusal = reports;
      continue;
    }
    for (const report of reports) {
      const address = addressOf(report, candidate);
      const isNobodys = address === '' && isShared;
      if (!isOf(report, address, candidate) || (isNobodys && candidate !== first)) {
        if (!isNobodys) unclaimed.add(address);
        continue;
      }
      claimed.add(address);
      const own = isNobodys ? { ...report, findings: report.findings.map(withoutOwner) } : report;
      items.push(...settleReport(own, candidate, { raw, settings, now, refused }));
    }
  }
  if (items.length === 0 && claimed.size === 0 && refusal !== null && unclaimed.size === 0) {
    return { ...whole({ ...refused(refusal), device: first.device }), vendor };
  }
  for (const address of unclaimed) {
    if (!claimed.has(address)) items.push({ ...refused(unknownAddress(address)), address });
  }
  return { found, whole: null, items, vendor };
}

function foundOf(settings: Settings, device: Device | undefined, claim: Claim): Found {
  const store = device === undefined ? null : (settings.stores.get(device.storeId) ?? null);
  const profile = device?.profile ?? claim.adapter?.profile ?? '';
  const topic = { storeId: store?.id ?? '', deviceId: device?.id ?? '', kind: profile };
  return { topic, store, device: device ?? null };
}

const strictText = new TextDecoder('utf-8', { fatal: true });

/** The body as the adapter wants it; null: it cannot be read. What nobody claims is shown as JSON where it is. */
function bodyOf(payload: Uint8Array, adapter: Adapter | null): unknown {
  if (adapter?.body !== 'text') {
    const body = readBody(payload, '');
    if (body.isReadable) return body.value;
    if (adapter !== null && adapter.profile !== 'generic') return null;
  }
  try {
    return strictText.decode(payload);
  } catch {
    return null;
  }
}

/** The body as it may be kept and shown; made at most once, and only where it is needed. */
function onceShown(adapter: Adapter | null, body: unknown): () => string {
  let text: string | undefined;
  return () => {
    if (text === undefined) {
      const redacted = adapter === null ? redactedOfNobody(body) : adapter.redact(body);
      text = typeof redacted === 'string' && typeof body === 'string' ? redacted : sortedJson(redacted);
    }
    return text;
  };
}

/** Refusals with the body as it is kept, whose digest is made once: a message may have thousands of parts that are wrong. */
function onceRefused(shown: () => string): (refusal: Refusal) => RefusedItem {
  let first: RefusedItem | undefined;
  return (refusal) => {
    first ??= refusedText(shown(), refusal);
    return { ...first, reason: refusal.reason, detail: refusal.detail };
  };
}

function redactedOfNobody(body: unknown): unknown {
  return typeof body === 'string' ? withoutPersonalText(body) : withoutPersonal(body);
}

/** A message over which Lintel itself stumbled: kept without what is personal, and whole where it can be, to be tried again. */
export function judgeFaultyVendor(raw: RawMessage, { settings, claim, refusal }: FaultyContext): JudgedMessage {
  const [first] = claim.candidates;
  const adapter = first?.adapter ?? claim.adapter;
  const whole = {
    ...refusedOfFaulty(raw.payload, adapter, refusal),
    ...(first === undefined ? {} : { device: first.device }),
  };
  return { found: foundOf(settings, first?.device, claim), items: [], whole };
}

interface FaultyContext extends Omit<VendorContext, 'now'> {
  readonly refusal: Refusal;
}

function refusedOfFaulty(payload: Uint8Array, adapter: Adapter | null, refusal: Refusal): RefusedItem {
  try {
    const body = payload.length > maxVendorBytes ? null : bodyOf(payload, adapter);
    if (body !== null) return refusedText(onceShown(adapter, body)(), refusal);
  } catch {
    // The redaction itself may be what is at fault.
  }
  return refusedUnread(payload, refusal);
}

type Reader = (candidate: Candidate) => readonly Report[] | Refusal;

/** Reads the body once for all devices that are read alike. */
function readerOf(raw: RawMessage, body: unknown, claim: Claim): Reader {
  const made = new Map<Adapter, Map<object, readonly Report[] | Refusal>>();
  return ({ device, adapter, options }) => {
    const known = made.get(adapter)?.get(options);
    if (known !== undefined) return known;
    const envelope: Envelope = { topic: claim.topic, receivedAt: raw.receivedAt, options, mode: device.mode };
    const reports = adapter.read(body, envelope);
    const ofAdapter = made.get(adapter) ?? new Map<object, readonly Report[] | Refusal>();
    ofAdapter.set(options, reports);
    made.set(adapter, ofAdapter);
    return reports;
  };
}

function addressOf(report: Report, { topicAddress }: Candidate): string {
  return (report.address === '' ? (topicAddress ?? '') : report.address).slice(0, longestAddress);
}

/** Of a message that names none of several devices, only a question to the vendor can be taken. */
function withoutOwner(finding: Finding): Finding {
  const isTaken = finding.kind === 'fetch' || finding.kind === 'aside' || finding.kind === 'fault';
  return isTaken ? finding : fault('unknown_device', 'The message does not say which of several devices it is of.');
}

/** Whether a report is of this device: it names it, or nothing is said on either side. */
function isOf({ alsoKnownAs }: Report, address: string, { device }: Candidate): boolean {
  const own = device.connection?.address ?? null;
  if (own === null || address === '' || plainAddress(own) === plainAddress(address)) return true;
  return alsoKnownAs?.some((name) => plainAddress(own) === plainAddress(name)) === true;
}

interface Settling {
  readonly raw: RawMessage;
  readonly settings: Settings;
  readonly now: number;
  readonly refused: (refusal: Refusal) => RefusedItem;
}

function settleReport(
  { findings }: Report,
  { device, adapter }: Candidate,
  { raw, settings, now, refused }: Settling,
): (JudgedItem | RefusedItem)[] {
  const store = settings.stores.get(device.storeId);
  if (store === undefined) return [];
  const context = { store, device, adapter, now, receivedAt: raw.receivedAt };
  return findings.map((finding) => {
    const settled = settle(finding, context);
    if (settled.kind === 'refused') return { ...refused(settled), device };
    const isAside = settled.kind === 'aside';
    const of = { store, device, placing: isAside ? null : settled.placing };
    const about = isAside ? { aside: settled.detail } : {};
    return { kind: 'understood', events: isAside ? [] : [settled.event], body: null, of, ...about };
  });
}

function nobodys({ topic, subject }: Claim): Refusal {
  const from = subject === '*' ? `on the topic ${topic.slice(0, 200)}` : `by ${subject}`;
  return refuse('unknown_device', `No device is set up for what comes ${from}: adopt it on the page Devices.`);
}

function unknownAddress(address: string): Refusal {
  const name = address === '' ? 'It names no device' : `No device is set up with the address ${address.slice(0, 100)}`;
  return refuse('unknown_device', `${name}: adopt it on the page Devices, or set its address in the provision file.`);
}
