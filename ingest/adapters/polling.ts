/*
 * What every poll by time has in common. A poll asks for all that changed in a span that ends now, page by page; the end of the span is
 * in the request and becomes the cursor with the last page, so that nothing that changes meanwhile is lost.
 */

const dayMs = 86_400_000;
/** The first poll looks back so far: a till that is set up today shows yesterday as well. */
const firstBackMs = 2 * dayMs;
/** Vendors show a change some time after they dated it; what is seen twice counts once. */
const overlapMs = 600_000;

/** From and to, RFC 3339 in UTC. */
export interface Span {
  readonly since: string;
  readonly till: string;
}

/** The span to ask for; the cursor is the end of the one before. */
export function spanSince(cursor: string | null, now: number): Span {
  const before = cursor === null ? Number.NaN : Date.parse(cursor);
  const sinceAt = Number.isNaN(before) ? now - firstBackMs : Math.min(before, now) - overlapMs;
  return { since: timeText(sinceAt), till: timeText(now) };
}

/** A path with its query, spaces as `%20`. */
export function pathWith(path: string, query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${path}?${pairs.join('&')}`;
}

/** Not the vendors': by it a request brings something to the next page, which is made of nothing but the request and its answer. */
export const carriedHeader = 'x-poll-carried';

/** What a path asks for. */
export function queryOf(path: string): URLSearchParams {
  return new URLSearchParams(path.slice(path.indexOf('?') + 1));
}

function timeText(at: number): string {
  return new Date(at).toISOString();
}
