import type { CountInterval } from '../../../db/vocabulary/event.ts';
import { type DecodeContext, type Refusal, refuse, type Understood, understood } from '../decoded.ts';
import { countField, type Fields, factTimeField, instantField, isRefusal, textField, timeField } from './fields.ts';

const longestMs = 24 * 3_600_000;
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
  return understood([event], isCanonical(item, event));
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

/** `2026-01-01T10:00:00Z`, with milliseconds only where there are some. */
function canonicalTime(at: number): string {
  const text = new Date(at).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}

/** The one wording of an interval, by which the item is kept when it was sent in these very words. */
export function canonicalCounts(event: CountInterval): Record<string, unknown> {
  const item: Record<string, unknown> = { start: canonicalTime(event.startAt), end: canonicalTime(event.endAt) };
  if (event.line !== 'main') item['line'] = event.line;
  for (const name of countNames) if (event[name] !== null) item[name] = event[name];
  if (event.updatedAt !== null) item['updatedAt'] = canonicalTime(event.updatedAt);
  return item;
}

function isCanonical(item: Fields, event: CountInterval): boolean {
  let known = 2;
  for (const name of countNames) if (event[name] !== null) known += 1;
  if (event.updatedAt !== null) known += 1;
  if (event.line !== 'main') known += 1;
  if (Object.keys(item).length !== known) return false;
  if (item['start'] !== canonicalTime(event.startAt) || item['end'] !== canonicalTime(event.endAt)) return false;
  return event.updatedAt === null || item['updatedAt'] === canonicalTime(event.updatedAt);
}
