import { findPlacements, type Placement } from '../../db/reads/placements.ts';
import { type IntervalFact, intervalsStartingIn } from '../../db/reads/standing.ts';
import type { CountInterval, IngestEvent } from '../../db/vocabulary/event.ts';
import { writePlacements } from '../../db/writes/placements.ts';
import { type Arrival, type Batch, digestOf } from './batch.ts';
import { known } from './memory.ts';
import { freshReadings } from './repeatedTotals.ts';

type AnyArrival = Arrival<IngestEvent>;

/**
 * Places what comes from devices whose clock is not to be trusted: one that was never set, by the first receipt; one that stands still
 * (it says one interval again with other counts), from its second word on by the first receipt too. A repeat of a message is placed
 * where the first one was. All others stay as they are.
 */
export async function placeByReceipt(batch: Batch, all: readonly AnyArrival[]): Promise<readonly AnyArrival[]> {
  if (all.every(({ placing }) => placing === null)) return all;
  const arrivals = all.filter((arrival) => !isOldCopy(arrival));
  const frozen = await frozenOnes(batch, arrivals);
  const asked = arrivals.filter((arrival) => isUntimed(arrival) || frozen.has(arrival));
  const places = await placesOf(batch, asked, frozen);
  const placed = arrivals.map((arrival) => {
    const place = places.get(arrival);
    return place === undefined ? arrival : { ...arrival, event: movedTo(arrival.event, place) };
  });
  return freshReadings(batch, placed);
}

/**
 * What a broker had retained when somebody subscribed was sent at any time before: without a time of its own it tells of nobody now, nor
 * that the counter still counts.
 */
function isOldCopy({ isRetained, placing, event, slot }: AnyArrival): boolean {
  if (!isRetained || placing?.clock !== 'receipt' || event.kind === 'interval') return false;
  slot.fate = 'duplicate';
  return true;
}

/** A crossing without a time and without an id cannot be told from its repeat: each one received counts. */
function isUntimed({ event, placing }: AnyArrival): boolean {
  if (placing?.clock === 'unset') return true;
  return placing?.clock === 'receipt' && event.kind === 'event' && event.id !== '';
}

/** A clock may be so much ahead that an interval seems to be over before it is. */
const aheadMs = 60_000;

/** Intervals that a clock says again, with other counts and at another time. */
async function frozenOnes(batch: Batch, arrivals: readonly AnyArrival[]): Promise<ReadonlySet<AnyArrival>> {
  const candidates = arrivals.filter((arrival): arrival is Arrival<CountInterval> => {
    const { event, device, placing } = arrival;
    if (placing?.clock !== 'device' || event.kind !== 'interval') return false;
    const of = known(batch.memory, device.id);
    return event.startAt < (of.lineEnds.get(event.line) ?? of.endedBefore);
  });
  if (candidates.length === 0) return new Set();
  const spans = candidates.map(({ device, event: { startAt } }) => {
    return { deviceId: device.id, fromAt: startAt, toAt: startAt + 1 };
  });
  const standing = new Map((await intervalsStartingIn(batch.sql, spans)).map((fact) => [keyText(fact), fact]));
  return new Set(
    candidates.filter((arrival) => {
      const fact = standing.get(keyText({ ...arrival.event, deviceId: arrival.device.id }));
      return fact !== undefined && isSaidAgain(fact, arrival);
    }),
  );
}

function keyText({ deviceId, line, startAt }: Pick<IntervalFact, 'deviceId' | 'line' | 'startAt'>): string {
  return `${deviceId} ${startAt} ${line}`;
}

/**
 * The very interval, which was over when it was told first, told again with other counts a good while later. A bin that grows until it is
 * over, and is told again each time, is a correction; so is one with another end.
 */
function isSaidAgain(fact: IntervalFact, { event, receivedAt }: Arrival<CountInterval>): boolean {
  if (fact.endAt !== event.endAt) return false;
  if (fact.in === event.in && fact.out === event.out && fact.passersBy === event.passersBy) return false;
  const isOver = fact.receivedAt >= fact.endAt - aheadMs;
  return isOver && receivedAt - fact.receivedAt >= (event.endAt - event.startAt) / 2;
}

/** Where each is placed: where its like was, else by its own receipt, after what was placed on its line before. */
async function placesOf(
  batch: Batch,
  asked: readonly AnyArrival[],
  frozen: ReadonlySet<AnyArrival>,
): Promise<ReadonlyMap<AnyArrival, Placement>> {
  const keys = asked.map(({ device, placing }) => ({ deviceId: device.id, key: digestOf(placing?.known ?? '') }));
  const found = await findPlacements(batch.sql, keys);
  const byKey = new Map<string, Placement>();
  const ends = new Map<string, number>();
  const made: Placement[] = [];
  const places = new Map<AnyArrival, Placement>();
  asked.forEach((arrival, i) => {
    const of = keys[i];
    if (of === undefined) return;
    const text = `${of.deviceId} ${of.key}`;
    let place = found[i] ?? byKey.get(text);
    if (place === undefined) {
      place = { ...of, ...freeSpan(batch, arrival, { ends, isFrozen: frozen.has(arrival) }) };
      byKey.set(text, place);
      made.push(place);
    }
    places.set(arrival, place);
  });
  await writePlacements(batch.sql, made);
  return places;
}

interface Free {
  /** By device and line: the end of what was placed in this batch. */
  readonly ends: Map<string, number>;
  readonly isFrozen: boolean;
}

/**
 * The stretch up to the receipt, as long as the interval says, but not over what is known of the line already: receipts come a little
 * early and late, and neighbours must not overlap.
 */
function freeSpan(
  batch: Batch,
  { event, device, receivedAt, placing }: AnyArrival,
  { ends, isFrozen }: Free,
): Omit<Placement, 'deviceId' | 'key'> {
  const reason = isFrozen ? 'frozen' : placing?.clock === 'receipt' ? 'none' : 'unset';
  const seenAt = isFrozen ? receivedAt : endOf(event, receivedAt);
  const line = 'line' in event ? event.line : '';
  const text = `${device.id} ${line}`;
  const of = known(batch.memory, device.id);
  const endedAt = ends.get(text) ?? of.lineEnds.get(line) ?? of.endedBefore;
  if (event.kind !== 'interval') {
    const at = event.kind === 'reading' && seenAt <= endedAt && endedAt - seenAt < nearMs ? endedAt + 1 : seenAt;
    ends.set(text, Math.max(endedAt, at));
    return { at, receivedAt: at, reason };
  }
  const lengthMs = event.endAt - event.startAt;
  const isNear = endedAt > seenAt - lengthMs && endedAt - seenAt < nearMs;
  const endAt = isNear ? Math.max(seenAt, endedAt + 1) : seenAt;
  const startAt = isNear ? endedAt : endAt - lengthMs;
  ends.set(text, Math.max(endedAt, endAt));
  return { at: startAt, receivedAt: endAt, reason };
}

/** What was placed further ahead than this is no neighbour. */
const nearMs = 60_000;

function endOf(event: IngestEvent, receivedAt: number): number {
  if (event.kind === 'interval') return event.endAt;
  return event.kind === 'reading' || event.kind === 'event' ? event.at : receivedAt;
}

function movedTo(event: IngestEvent, { at, receivedAt }: Placement): IngestEvent {
  if (event.kind === 'interval') return { ...event, startAt: at, endAt: receivedAt };
  return event.kind === 'reading' || event.kind === 'event' ? { ...event, at } : event;
}
