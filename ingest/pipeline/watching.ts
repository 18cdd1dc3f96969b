import { readWatched } from '../../db/reads/seen.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { type KeptSeen, keepSeen } from '../../db/writes/watches.ts';
import { type Told, tellEvent } from '../settle/tell.ts';
import type { Batch } from './batch.ts';
import { type JudgedMessage, shownNative } from './judge.ts';
import type { RawMessage } from './message.ts';
import type { StoreBasis } from './store.ts';

const scope = systemScope('ingest');
/** How often it is looked who watches: the first message of a new device is not to be missed for long. */
const lookEveryMs = 1000;
/** Events of one message that are told; the rest is only counted. */
const mostTold = 20;

/** What someone watches at the moment, asked at most once a second. */
export async function watchedNow({ sql, memory, now }: StoreBasis): Promise<ReadonlySet<string>> {
  if (now - memory.watchedAt >= lookEveryMs || now < memory.watchedAt) {
    memory.watched = await readWatched(sql, scope, { now });
    memory.watchedAt = now;
  }
  return memory.watched;
}

interface Watching {
  readonly judged: readonly JudgedMessage[];
  readonly messages: readonly RawMessage[];
  readonly watched: ReadonlySet<string>;
}

/** Keeps what came of devices and sources that someone watches, raw beside understood. */
export async function keepWatched(batch: Batch, { judged, messages, watched }: Watching): Promise<void> {
  if (watched.size === 0) return;
  const seen: KeptSeen[] = [];
  judged.forEach((message, i) => {
    const raw = messages[i];
    if (raw === undefined) return;
    for (const subject of subjectsOf(message)) if (watched.has(subject)) seen.push(seenOf(message, raw, subject));
  });
  if (seen.length > 0) await keepSeen(batch.sql, scope, seen);
}

/** Whose a message is: a source's and each of its devices'; `*` where nobody claims it. */
function subjectsOf({ found, vendor, items }: JudgedMessage): Set<string> {
  const subjects = new Set<string>([vendor?.subject ?? found.device?.id ?? '*']);
  for (const item of items) {
    const id = item.kind === 'refused' ? item.device?.id : item.of?.device.id;
    if (id !== undefined) subjects.add(id);
  }
  return subjects;
}

function seenOf(message: JudgedMessage, raw: RawMessage, subject: string): KeptSeen {
  const isShared = message.vendor !== undefined && message.vendor.subject !== subject;
  const items = isShared ? message.items.filter((item) => ownerOf(item) === subject) : message.items;
  const told = (message.whole === null ? items : [message.whole]).flatMap((item) => tell(item, message));
  const more = told.length - mostTold;
  const understood = more > 0 ? [...told.slice(0, mostTold), { what: 'aside', text: `and ${more} more` }] : told;
  return { subject, receivedAt: raw.receivedAt, topic: raw.topic, raw: shownOf(message, raw), understood };
}

type Item = JudgedMessage['items'][number];

function ownerOf(item: Item): string | undefined {
  return item.kind === 'refused' ? item.device?.id : item.of?.device.id;
}

function tell(item: Item, { found }: JudgedMessage): Told[] {
  if (item.kind === 'refused') return [{ what: 'refused', text: `${item.detail} (${item.reason})` }];
  if (item.aside !== undefined) return [{ what: 'aside', text: item.aside }];
  const store = item.of?.store ?? found.store;
  return store === null ? [] : item.events.map((event) => tellEvent(event, store));
}

/** A native message as it was kept or sent: it names nobody but, on receipts, who served, and in what customers wrote. */
function shownOf({ vendor, whole, found }: JudgedMessage, { payload }: RawMessage): string {
  if (vendor !== undefined) return vendor.shown();
  if (whole !== null) return whole.body;
  if (found.topic.kind === 'sales') return '';
  return found.topic.kind === 'service' ? shownNative(payload, found) : new TextDecoder().decode(payload);
}
