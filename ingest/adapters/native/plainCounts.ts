import { type CountEvent, type CountInterval, type CountReading, directions } from '../../../db/vocabulary/event.ts';
import { aheadMs, earliestAt } from './fields.ts';
import { longestMs, type Wording } from './intervals.ts';
import { makePlainReader } from './plainJson.ts';

/** One count, and how it was written. */
export interface PlainCount {
  readonly event: CountInterval | CountReading | CountEvent;
  readonly wording: Wording;
}

const reader = makePlainReader({
  start: 'time',
  end: 'time',
  at: 'time',
  in: 'count',
  out: 'count',
  passersBy: 'count',
  staffIn: 'count',
  staffOut: 'count',
  groups: 'count',
  totalIn: 'total',
  totalOut: 'total',
  totalPassersBy: 'total',
  count: 'count',
  direction: 'text',
  id: 'text',
});
const [start, end, instant] = [0, 1, 2];
const [firstCount, staffIn, staffOut, lastCount] = [3, 6, 7, 8];
const [firstTotal, lastTotal] = [9, 11];
const [count, direction, id] = [12, 13, 14];
const { object } = reader;
const { numbers, texts } = object;

/**
 * A count of a plain wording, from its bytes; null for all others, right or wrong, which the decoders read (counts.ts). Both
 * understand the same of what both read: tests/ingest/plainCounts holds them together.
 */
export function readPlainCount(body: Uint8Array, now: number): PlainCount | null {
  if (!reader.read(body)) return null;
  const latestAt = now + aheadMs;
  if (isAnyThere(start, end)) return readInterval(latestAt);
  const at = numbers[instant] as number;
  if (!(at >= earliestAt && at <= latestAt)) return null;
  if (texts[direction] !== '') return readEvent(at);
  return isAnyThere(firstTotal, lastTotal) && !isAnyThere(firstCount, lastCount) ? readReading(at) : null;
}

function isAnyThere(first: number, last: number): boolean {
  for (let place = first; place <= last; place += 1) if (!Number.isNaN(numbers[place])) return true;
  return false;
}

/** null where the field is absent. */
function numberOf(place: number): number | null {
  const value = numbers[place] as number;
  return Number.isNaN(value) ? null : value;
}

function readInterval(latestAt: number): PlainCount | null {
  const startAt = numbers[start] as number;
  const endAt = numbers[end] as number;
  const isInTime = startAt >= earliestAt && endAt > startAt && endAt - startAt <= longestMs && endAt <= latestAt;
  // What else is there would be kept as it was sent.
  const isAlone = isAnyThere(firstCount, lastCount) && !isAnyThere(firstTotal, count) && !isAnyThere(instant, instant);
  if (!isInTime || !isAlone || texts[direction] !== '' || texts[id] !== '') return null;
  // An absent number, NaN, is more than nothing.
  if (numberOf(staffIn) !== null && !((numbers[firstCount] as number) >= (numbers[staffIn] as number))) return null;
  if (numberOf(staffOut) !== null && !((numbers[firstCount + 1] as number) >= (numbers[staffOut] as number)))
    return null;
  const wording = wordingOf();
  if (wording === null) return null;
  const event: CountInterval = {
    kind: 'interval',
    startAt,
    endAt,
    line: 'main',
    in: numberOf(firstCount),
    out: numberOf(firstCount + 1),
    passersBy: numberOf(firstCount + 2),
    staffIn: numberOf(staffIn),
    staffOut: numberOf(staffOut),
    groups: numberOf(lastCount),
    updatedAt: null,
  };
  return { event, wording };
}

/** By the decimals of its times; null where they follow no rule. */
function wordingOf(): Wording | null {
  if (object.zeroDecimals === 0) return 'canonical';
  return object.decimals === 2 ? 'milliseconds' : null;
}

function readReading(at: number): PlainCount | null {
  if (isAnyThere(count, count) || texts[id] !== '') return null;
  const event: CountReading = {
    kind: 'reading',
    at,
    line: 'main',
    totalIn: numberOf(firstTotal),
    totalOut: numberOf(firstTotal + 1),
    totalPassersBy: numberOf(lastTotal),
    updatedAt: null,
  };
  return { event, wording: 'canonical' };
}

function readEvent(at: number): PlainCount | null {
  const known = directions.find((one) => one === texts[direction]);
  if (known === undefined || isAnyThere(firstCount, lastTotal)) return null;
  const event: CountEvent = {
    kind: 'event',
    at,
    line: 'main',
    direction: known,
    count: numberOf(count) ?? 1,
    id: texts[id] as string,
    place: 0,
    updatedAt: null,
  };
  return { event, wording: 'canonical' };
}
