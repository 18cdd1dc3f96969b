/** What was watched, of what should have been (contract 4). */
import { businessDate, common, dayAfter, length, startOf, united, without } from './calendar.ts';
import { quarter, type StoreSpec, type Stretch } from './chain.ts';
import type { Feed } from './standing.ts';

export const steps = ['passersBy', 'entries', 'purchases'] as const;
export type Step = (typeof steps)[number];

export interface Watch {
  /** From installedAt, or the earliest report, to removedAt and now. */
  readonly life: readonly Stretch[];
  readonly observed: readonly Stretch[];
}

const always = { from: 0, to: Number.MAX_SAFE_INTEGER };

export function doorOf(store: StoreSpec, feed: Feed): { kind: string; countAs: 'in' | 'out' | 'average' } {
  const door = store.entrances?.find(({ id }) => id === feed.spec.entrance);
  return { kind: door?.kind ?? 'street', countAs: door?.countAs ?? 'in' };
}

/** The devices that measure a step; at doors other than the street's nobody comes in. */
export function measuring(store: StoreSpec, feeds: readonly Feed[], step: Step): Feed[] {
  const measure = step === 'purchases' ? 'sales' : step;
  const all = feeds.filter(({ spec }) => spec.measures.includes(measure));
  return step === 'entries' ? all.filter((feed) => doorOf(store, feed).kind === 'street') : all;
}

function lifeOf({ spec, reports }: Feed, now: number): Stretch[] {
  if (spec.installedAt === undefined && reports.length === 0) return [];
  const from = spec.installedAt === undefined ? Math.min(...reports) : Date.parse(spec.installedAt);
  const to = Math.min(now, spec.removedAt === undefined ? now : Date.parse(spec.removedAt));
  return from < to ? [{ from, to }] : [];
}

function problems({ statuses, takenOut }: Feed): Stretch[] {
  const spans = statuses.map(({ at, problem }, i) => ({ problem, from: at, to: statuses[i + 1]?.at ?? always.to }));
  return united([...spans.filter(({ problem }) => problem), ...takenOut]);
}

function ofIntervals(store: StoreSpec, feed: Feed, step: Step | 'exits'): Stretch[] {
  const { countAs } = doorOf(store, feed);
  const entered = countAs === 'average' ? ['in', 'out'] : [countAs];
  const needed = { passersBy: ['passersBy'], entries: entered, exits: ['out'], purchases: [] }[step];
  const lines = feed.spec.lines ?? ['main'];
  // What was told of each line, and of each count that is needed, at the same time.
  const told = lines.flatMap((line) => {
    const mine = feed.reported.filter((one) => one.line === line);
    return needed.map((name) => united(mine.filter(({ names }) => names.includes(name))));
  });
  return told.reduce(common);
}

function ofMessages(feed: Feed, window: readonly Stretch[] | null, now: number): Stretch[] {
  const silentAfter = (feed.spec.silentAfter ?? 7200) * 1000;
  // The first status ends the silence before it, as any message does.
  const since = feed.statuses[0]?.at ?? always.to;
  const messages = [...feed.receipts, ...feed.passages].map(({ at }) => at).sort((a, b) => a - b);
  const heard: Stretch[] = [];
  for (const stretch of window ?? [always]) {
    const to = Math.min(stretch.to, now, since);
    const inside = messages.filter((at) => at > stretch.from && at < to);
    const marks = [stretch.from, ...inside, to];
    for (const [i, mark] of marks.entries()) {
      const next = marks[i + 1] ?? mark;
      if (next > mark && next - mark <= silentAfter) heard.push({ from: mark, to: next });
    }
  }
  const online = feed.statuses.map(({ at, state }, i) => ({
    state,
    from: at,
    to: feed.statuses[i + 1]?.at ?? always.to,
  }));
  return united([...heard, ...online.filter(({ state }) => state === 'online')]);
}

function ofBatchFeed(store: StoreSpec, feed: Feed): Stretch[] {
  const dates = feed.receipts.flatMap(({ at, item }) => [
    businessDate(store, at),
    ...(item.completeTo === undefined ? [] : [item.completeTo]),
  ]);
  const last = dates.sort().at(-1);
  return last === undefined ? [] : [{ from: 0, to: startOf(store, dayAfter(last)) }];
}

export interface WatchOf {
  readonly store: StoreSpec;
  readonly feed: Feed;
  readonly step: Step | 'exits';
  readonly window: readonly Stretch[] | null;
  readonly now: number;
}

function reportedOf({ store, feed, step, window, now }: WatchOf): Stretch[] {
  if (step === 'purchases' && feed.spec.feed === 'batch') return ofBatchFeed(store, feed);
  if (step === 'purchases' || feed.spec.mode === 'event') return ofMessages(feed, window, now);
  return ofIntervals(store, feed, step);
}

export function watch({ store, feed, step, window, now }: WatchOf): Watch {
  const life = lifeOf(feed, now);
  const reported = reportedOf({ store, feed, step, window, now });
  return { life, observed: without(common(reported, life), problems(feed)) };
}

/** Whether a quarter is valid: a device was there, and each that was covers 80 % of its part. */
export function isValid(watches: readonly Watch[], at: number): boolean {
  const bucket = [{ from: at, to: at + quarter }];
  const there = watches
    .map(({ life, observed }) => ({ part: length(common(life, bucket)), seen: length(common(observed, bucket)) }))
    .filter(({ part }) => part > 0);
  return there.length > 0 && there.every(({ part, seen }) => seen >= 0.8 * part);
}

/** Observed and expected ms inside opening hours of a period. */
export function covered(watches: readonly Watch[], open: readonly Stretch[]): { observed: number; expected: number } {
  return watches.reduce(
    (sum, { life, observed }) => ({
      observed: sum.observed + length(common(observed, open)),
      expected: sum.expected + length(common(life, open)),
    }),
    { observed: 0, expected: 0 },
  );
}
