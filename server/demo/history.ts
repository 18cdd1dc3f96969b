import { minuteMs } from '../../db/time/calendar.ts';
import { bucketMs } from '../../db/time/opening.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import type { RawMessage } from '../../ingest/pipeline/message.ts';
import { type Feed, messagesOf } from '../cli/feed.ts';
import { demoStores, doorOf, queueOf, serviceOf, streetOf, tillOf } from './chain.ts';
import { type DemoPlace, demandOf } from './demand.ts';
import { peopleIn, type Stretch, together } from './people.ts';
import { type Quarter, queueLetters } from './queueHistory.ts';
import { serviceItems } from './serviceHistory.ts';
import { isSilent, type Story } from './story.ts';

export function demoPlaces(settings: Settings): DemoPlace[] {
  return demoStores.flatMap((demo) => {
    const store = settings.stores.get(demo.id);
    return store === undefined ? [] : [{ demo, demandAt: demandOf(demo, store) }];
  });
}

/** What the devices of a store have to say, by device. */
interface Letters {
  readonly door: unknown[];
  readonly street: unknown[];
  readonly till: unknown[];
  readonly queue: unknown[];
  readonly service: unknown[];
}

/** A stretch of history; counters report it in intervals of `intervalMs`, a multiple of 15 minutes. */
export interface Told extends Stretch {
  readonly intervalMs: number;
  /** Each visit to the queue by itself, or only the sensor's own statistics. */
  readonly hasVisits: boolean;
}

/** Counters say nothing about the hours in which nobody can be there: a year of nights would be half the database. */
function isWorthTelling({ demandAt }: DemoPlace, { startAt, endAt }: Stretch): boolean {
  return demandAt(startAt).isOpen || demandAt(startAt - 2 * bucketMs).isOpen || demandAt(endAt + 2 * bucketMs).isOpen;
}

/** Who came within one interval, a quarter of an hour at a time, so that opening and closing fall where they do. */
function quartersOf(place: DemoPlace, { startAt, endAt }: Stretch): Quarter[] {
  const quarters: Quarter[] = [];
  for (let at = startAt; at < endAt; ) {
    const stretch = { startAt: at, endAt: Math.min(endAt, (Math.floor(at / bucketMs) + 1) * bucketMs) };
    quarters.push({ ...stretch, sent: peopleIn(place.demo, place.demandAt, stretch) });
    at = stretch.endAt;
  }
  return quarters;
}

function lettersOf(place: DemoPlace, story: Story, told: Told): Letters {
  const letters: Letters = { door: [], street: [], till: [], queue: [], service: [] };
  const { id } = place.demo;
  for (let at = told.startAt; at < told.endAt; ) {
    const stretch = {
      startAt: at,
      endAt: Math.min(told.endAt, (Math.floor(at / told.intervalMs) + 1) * told.intervalMs),
    };
    at = stretch.endAt;
    if (!isWorthTelling(place, stretch)) continue;
    const quarters = quartersOf(place, stretch);
    const sent = together(
      quarters.map((quarter) => quarter.sent),
      stretch,
    );
    if (!isSilent(story, doorOf(id), stretch.startAt)) letters.door.push(sent.door);
    if (sent.street !== null && !isSilent(story, streetOf(id), stretch.startAt)) letters.street.push(sent.street);
    if (!isSilent(story, tillOf(id), stretch.startAt)) letters.till.push(...sent.receipts);
    if (!isSilent(story, queueOf(id), stretch.startAt)) letters.queue.push(...queueLetters(place, quarters, told));
    letters.service.push(...serviceItems(place, stretch));
  }
  return letters;
}

/** When the last of the letters came. */
function receiptOf(letters: readonly unknown[], told: Told): number {
  const last = letters.at(-1) as { end?: string; at?: string } | undefined;
  return Math.min(Date.now(), Date.parse(last?.end ?? last?.at ?? '') || told.endAt);
}

function messagesFor(place: DemoPlace, story: Story, told: Told): RawMessage[] {
  const { door, street, till, queue, service } = lettersOf(place, story, told);
  const { id } = place.demo;
  return [
    ...messagesOf({ storeId: id, deviceId: doorOf(id), kind: 'counts' }, door, receiptOf(door, told)),
    ...messagesOf({ storeId: id, deviceId: streetOf(id), kind: 'counts' }, street, receiptOf(street, told)),
    ...messagesOf({ storeId: id, deviceId: tillOf(id), kind: 'sales' }, till, receiptOf(till, told)),
    ...messagesOf({ storeId: id, deviceId: queueOf(id), kind: 'queue' }, queue, told.endAt),
    ...messagesOf({ storeId: id, deviceId: serviceOf(id), kind: 'service' }, service, told.endAt),
  ];
}

/** The troubles of counters that began within a stretch, as their statuses. */
function troubleMessages({ demo }: DemoPlace, story: Story, { startAt, endAt }: Stretch): RawMessage[] {
  return story.troubles
    .filter(({ deviceId, fromAt }) => deviceId === streetOf(demo.id) && fromAt >= startAt && fromAt < endAt)
    .flatMap(({ deviceId, fromAt, toAt, problem }) => {
      const begins = { state: 'online', at: new Date(fromAt).toISOString(), problem };
      const ends = { state: 'online', at: new Date(toAt).toISOString() };
      return messagesOf({ storeId: demo.id, deviceId, kind: 'status' }, [begins, ends], toAt);
    });
}

export interface History {
  readonly feed: Feed;
  readonly places: readonly DemoPlace[];
  readonly story: Story;
}

/** Stores what the devices of one store would have sent about a stretch, in one commit. */
export async function tellStore({ feed, story }: History, place: DemoPlace, told: Told): Promise<void> {
  await feed.store([...messagesFor(place, story, told), ...troubleMessages(place, story, told)]);
}

const hourMs = 60 * minuteMs;
const weekMs = 7 * 24 * hourMs;

/** Before the last nine days or so counters report by the hour: a year of quarters would take four times as long to load. */
const fineMs = 9 * 24 * hourMs;

/** What the chain's devices would have sent between two instants, oldest first, about a week of a store in a commit. */
export async function tellRecent(history: History, { startAt, endAt }: Stretch): Promise<void> {
  const fineFrom = Math.max(startAt, Math.floor((endAt - fineMs) / hourMs) * hourMs);
  for (let at = startAt; at < endAt; ) {
    const isFine = at >= fineFrom;
    const told = {
      startAt: at,
      endAt: Math.min(isFine ? endAt : fineFrom, at + weekMs),
      intervalMs: isFine ? bucketMs : hourMs,
      hasVisits: true,
    };
    for (const place of history.places) await tellStore(history, place, told);
    at = told.endAt;
  }
}

export interface OlderHistory extends History {
  /** Where it begins, and where what is there already does; epoch ms. */
  readonly span: Stretch;
  /** Called when all stores reach back that far, and between commits; false ends it. */
  readonly goOn: (reachesBackTo: number) => Promise<boolean>;
}

/** The year before, newest week first, in hours; so that every day is whole as soon as it is there. */
export async function tellOlder(older: OlderHistory): Promise<void> {
  for (let end = older.span.endAt; end > older.span.startAt; end -= weekMs) {
    const told = {
      startAt: Math.max(older.span.startAt, end - weekMs),
      endAt: end,
      intervalMs: hourMs,
      hasVisits: false,
    };
    for (const place of older.places) {
      if (!(await older.goOn(end))) return;
      await tellStore(older, place, told);
    }
    await older.goOn(told.startAt);
  }
}
