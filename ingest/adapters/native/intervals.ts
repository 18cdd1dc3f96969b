import type { CountInterval } from '../../../db/vocabulary/event.ts';
import { type DecodeContext, type Refusal, refuse, type Understood, understood } from '../decoded.ts';
import { countField, type Fields, factTimeField, instantField, isRefusal, textField, timeField } from './fields.ts';

export const longestMs = 24 * 3_600_000;
const countNames = ['in', 'out', 'passersBy', 'staffIn', 'staffOut', 'groups'] as const;
type Counts = Record<(typeof countNames)[number], number | null>;

/** An interval, in the shape `{start, end, in?, out?, …}`. */
export function decodeInterval(item: Fields, context: DecodeContext): Understood | Refusal {
  const counts = countsOf(item);
  if (isRefusal(counts)) return counts;
  const line = textField(item, 'line');
  if (isRefusal(line)) return line;
  const span = spanOf(item, context);
  if (isRefusal(span)) return span;
  const updatedAt = timeField(item, 'updatedAt', context);
  if (isRefusal(updatedAt)) return updatedAt;
  const event: CountInterval = { kind: 'interval', ...span, line: line ?? 'main', ...counts, updatedAt };
  return understood([event], wordingOf(item, event));
}

function countsOf(item: Fields): Counts | Refusal {
  const counts: Counts = { in: null, out: null, passersBy: null, staffIn: null, staffOut: null, groups: null };
  let isAnySent = false;
  for (const name of countNames) {
    const value = countField(item, name);
    if (isRefusal(value)) return value;
    counts[name] = value;
    isAnySent ||= value !== null;
  }
  if (!isAnySent) return refuse('schema', 'None of in, out, passersBy, staffIn, staffOut and groups is there.');
  if (counts.staffIn !== null && counts.staffIn > (counts.in ?? -1))
    return refuse('schema', 'staffIn is more than in.');
  if (counts.staffOut !== null && counts.staffOut > (counts.out ?? -1))
    return refuse('schema', 'staffOut is more than out.');
  return counts;
}

function spanOf(item: Fields, context: DecodeContext): { startAt: number; endAt: number } | Refusal {
  const startAt = factTimeField(item, 'start', context);
  if (isRefusal(startAt)) return startAt;
  if (startAt === null) return refuse('schema', 'start is missing.');
  const endAt = factTimeField(item, 'end', context);
  if (isRefusal(endAt)) return endAt;
  if (endAt === null) return refuse('schema', 'end is missing.');
  if (endAt <= startAt) return refuse('schema', 'end is not after start.');
  if (endAt - startAt > longestMs) return refuse('schema', 'end is more than 24 hours after start.');
  const judged = instantField(item, 'end', context);
  return isRefusal(judged) ? judged : { startAt, endAt };
}

/** How an interval was written: `canonical`, or `milliseconds`, the same with three decimals on every time; else in its own words. */
export type Wording = 'canonical' | 'milliseconds' | 'own';

/** `2026-01-01T10:00:00Z`, with milliseconds where there are some, or always. */
function timeText(at: number, wording: Wording): string {
  const text = new Date(at).toISOString();
  return wording === 'canonical' && text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}

/** An interval in one of the known wordings, by which the item is kept when it was sent in these very words. */
export function wordedCounts(event: CountInterval, wording: Wording): Record<string, unknown> {
  const time = (at: number): string => timeText(at, wording);
  const item: Record<string, unknown> = { start: time(event.startAt), end: time(event.endAt) };
  if (event.line !== 'main') item['line'] = event.line;
  for (const name of countNames) if (event[name] !== null) item[name] = event[name];
  if (event.updatedAt !== null) item['updatedAt'] = time(event.updatedAt);
  return item;
}

function wordingOf(item: Fields, event: CountInterval): Wording {
  let known = 2;
  for (const name of countNames) if (event[name] !== null) known += 1;
  if (event.updatedAt !== null) known += 1;
  if (event.line !== 'main') known += 1;
  if (Object.keys(item).length !== known) return 'own';
  const isWorded = (wording: Wording): boolean =>
    item['start'] === timeText(event.startAt, wording) &&
    item['end'] === timeText(event.endAt, wording) &&
    (event.updatedAt === null || item['updatedAt'] === timeText(event.updatedAt, wording));
  if (isWorded('canonical')) return 'canonical';
  return isWorded('milliseconds') ? 'milliseconds' : 'own';
}
