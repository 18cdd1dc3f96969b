import type { CountEvent, CountInterval, CountReading } from '../../db/vocabulary/event.ts';
import type { CountMode } from '../../db/vocabulary/place.ts';
import { type Refusal, refuse } from '../adapters/decoded.ts';
import { aside, type FoundAside, type FoundEvent, type FoundInterval, type FoundReading } from '../adapters/finding.ts';
import { maxCount } from '../adapters/native/fields.ts';
import { longestMs } from '../adapters/native/intervals.ts';
import { isKeptText, meaningOf, sumsOf, type TakenLine, takenLine } from './channels.ts';
import type { Placing, SettleContext, Settled } from './settled.ts';
import { isRefused, type Settling, settleTime } from './when.ts';

type Count = FoundInterval | FoundReading | FoundEvent;

const modeOf: Readonly<Record<Count['kind'], CountMode>> = {
  interval: 'interval',
  reading: 'cumulative',
  event: 'event',
};
const counted: Readonly<Record<CountMode, string>> = {
  interval: 'its periodic counts',
  cumulative: 'its totals',
  event: 'its single crossings',
};

/** One counting source per device: what it sends besides shows only that it lives. */
export function settleCount(found: Count, context: SettleContext): Settled {
  const { mode, id } = context.device;
  if (modeOf[found.kind] !== mode) return aside('alive', `${id} is counted by ${counted[mode]}, not by this.`);
  const taken = takenLine(found.line, context);
  if (!('line' in taken)) return taken;
  if (found.kind === 'interval') return settleInterval(found, taken, context);
  return found.kind === 'reading' ? settleReading(found, taken, context) : settleEvent(found, taken, context);
}

function noDirection(line: string): FoundAside {
  return aside('other', `None of the directions of the line ${line} is set up to count.`);
}

function settleInterval(found: FoundInterval, { line, rule }: TakenLine, context: SettleContext): Settled {
  const sums = sumsOf(found.channels, rule, context);
  if (sums === null) return noDirection(line);
  if (isRefused(sums)) return sums;
  if (Math.max(sums.in ?? 0, sums.out ?? 0, sums.passersBy ?? 0) > maxCount) {
    return refuse('schema', 'A count is too large.');
  }
  const end = settleTime(found.endAt, found, context);
  if (isRefused(end)) return end;
  const start = spanStart(found, end, context);
  if (isRefused(start)) return start;
  const none = { staffIn: null, staffOut: null, groups: null, updatedAt: null };
  const event: CountInterval = { kind: 'interval', startAt: start, endAt: end.at, line, ...sums, ...none };
  return { kind: 'event', event, placing: placingOf(end, found, [line, end.at - start, sums]) };
}

/** Where an interval begins; one that is placed by receipt keeps its length. */
function spanStart(found: FoundInterval, end: Settling, context: SettleContext): number | Refusal {
  const start = settleTime(found.startAt, { isHistory: true }, context);
  if (isRefused(start)) return start;
  if (start.claimed === null) return refuse('schema', 'The interval has no beginning.');
  const lengthMs = end.claimed === null ? 0 : end.claimed - start.claimed;
  if (lengthMs <= 0) return refuse('schema', 'The interval ends before it begins.');
  if (lengthMs > longestMs) return refuse('schema', 'The interval is longer than 24 hours.');
  return end.at - lengthMs;
}

function settleReading(found: FoundReading, { line, rule }: TakenLine, context: SettleContext): Settled {
  const sums = sumsOf(found.channels, rule, context);
  if (sums === null) return noDirection(line);
  if (isRefused(sums)) return sums;
  const time = settleTime(found.at, found, context);
  if (isRefused(time)) return time;
  const totals = { totalIn: sums.in, totalOut: sums.out, totalPassersBy: sums.passersBy };
  const event: CountReading = { kind: 'reading', at: time.at, line, ...totals, updatedAt: null };
  return { kind: 'event', event, placing: placingOf(time, found, [line, totals]) };
}

function settleEvent(found: FoundEvent, { line, rule }: TakenLine, context: SettleContext): Settled {
  const direction = meaningOf(found.channel, rule, context);
  if (direction === null) return noDirection(line);
  if (!Number.isSafeInteger(found.count) || found.count < 0 || found.count > maxCount) {
    return refuse('schema', 'The count is not a non-negative whole number.');
  }
  if (!isKeptText(found.id)) return refuse('schema', 'The id of the crossing is too long, or no text.');
  const time = settleTime(found.at, found, context);
  if (isRefused(time)) return time;
  const { count, id } = found;
  const event: CountEvent = { kind: 'event', at: time.at, line, direction, count, id, place: 0, updatedAt: null };
  return { kind: 'event', event, placing: placingOf(time, found, [line, direction, count, id]) };
}

/** What the pipeline has to look at before it believes the time; null: nothing. */
function placingOf({ clock, claimed }: Settling, found: Count, content: readonly unknown[]): Placing | null {
  if (clock === 'trusted') return null;
  // Its own running clock can stand still only over intervals, where one start then has many contents.
  if (clock === 'device' && found.kind !== 'interval') return null;
  const known = JSON.stringify(found.known === undefined ? content : [found.line, found.kind, found.known]);
  return { clock, known: `${claimed ?? ''} ${known}` };
}
