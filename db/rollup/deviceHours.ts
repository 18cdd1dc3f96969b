import { bucketMs, mergeSpans, type Span } from '../time/opening.ts';
import type { Device } from '../vocabulary/place.ts';
import { validBucketCoverage } from '../vocabulary/quality.ts';
import { watchesOf } from './deviceCoverage.ts';
import type { WatchedFacts } from './lookout.ts';
import { clipSpans } from './spans.ts';
import { problemSpans, type StatusChange } from './status.ts';
import { sightOf } from './watch.ts';

/** Observed and expected time of one device inside opening hours, ms; the mean over what it measures. */
export interface Seen {
  readonly expectedMs: number;
  readonly observedMs: number;
}

/** Why nothing was heard: somebody took it out, the device said so itself, Lintel was away, or it was simply silent. */
export type GapReason = 'taken_out' | 'problem' | 'offline' | 'lintel_away' | 'never_reported' | 'silent';

/** Opening time of which a device's reports cover too little, over nights and closed hours if nothing came between. */
export interface DeviceGap extends Span {
  readonly why: GapReason;
  /** As the device named it, where `why` is `problem`. */
  readonly problem: string | null;
  /** Opening time that is not covered, ms. */
  readonly missingMs: number;
  /** Nothing came since. */
  readonly isGoing: boolean;
  /** It is there from the first moment on that was asked for: it may have begun before. */
  readonly isFromBefore: boolean;
}

export interface DeviceHours {
  readonly device: Device;
  /** false: no coverage is reckoned for what it measures (queues, service). */
  readonly isJudged: boolean;
  /** In the order of the hours that were asked for. */
  readonly hours: readonly Seen[];
  /** In order of time. */
  readonly gaps: readonly DeviceGap[];
}

/** What explains gaps; all by device id. */
export interface Explained {
  readonly statuses: ReadonlyMap<string, readonly StatusChange[]>;
  readonly takeOuts: ReadonlyMap<string, readonly Span[]>;
}

interface Look {
  readonly bucket: number;
  readonly sight: Seen;
}

/**
 * How much of each hour every device of a store was observed (contract 4), and its gaps. `hours` are steps of the facts' own plan, in
 * order; nothing after `facts.now` is expected.
 */
export function deviceHours(facts: WatchedFacts, hours: readonly Span[], explained: Explained): DeviceHours[] {
  return facts.store.devices.map((device) => {
    const watches = watchesOf(facts, device);
    if (watches.length === 0) return unjudged(device, hours);
    const looks: Look[] = [];
    for (let i = 0; i < facts.plan.count; i++) {
      const bucket = facts.plan.startAt + i * bucketMs;
      // Rows are walked along in order, so closed quarters are passed too.
      const { expectedMs, observedMs } = sightOf(watches, bucket, facts.now);
      // An hour of a device that measures two things is one hour.
      const sight = { expectedMs: expectedMs / watches.length, observedMs: observedMs / watches.length };
      if (facts.plan.isOpen[i] === 1) looks.push({ bucket, sight });
    }
    return {
      device,
      isJudged: true,
      hours: byHour(hours, looks),
      gaps: gapsOf(looks, { now: facts.now, planEndAt: facts.plan.endAt }).map((gap) => ({
        ...gap,
        ...reasonOf(gap, device, { facts, explained }),
      })),
    };
  });
}

function unjudged(device: Device, hours: readonly Span[]): DeviceHours {
  return { device, isJudged: false, hours: hours.map(() => ({ expectedMs: 0, observedMs: 0 })), gaps: [] };
}

function byHour(hours: readonly Span[], looks: readonly Look[]): Seen[] {
  let next = 0;
  return hours.map(({ endAt }) => {
    const seen = { expectedMs: 0, observedMs: 0 };
    for (let look = looks[next]; look !== undefined && look.bucket < endAt; look = looks[++next]) {
      seen.expectedMs += look.sight.expectedMs;
      seen.observedMs += look.sight.observedMs;
    }
    return seen;
  });
}

type Gap = Omit<DeviceGap, 'why' | 'problem'>;

/** Less of opening time is no gap worth a name, as for the checks (docs/trust.md): the shares tell of it all the same. */
const shortestGapMs = bucketMs;

/** Quarters that are not covered well enough, joined where no covered quarter lies between. */
function gapsOf(looks: readonly Look[], { now, planEndAt }: { now: number; planEndAt: number }): Gap[] {
  const gaps: Gap[] = [];
  const firstAt = looks.find(({ sight }) => sight.expectedMs > 0)?.bucket;
  let isMissing = false;
  for (const { bucket, sight } of looks) {
    if (sight.expectedMs === 0) continue;
    const wasMissing = isMissing;
    isMissing = sight.observedMs < validBucketCoverage * sight.expectedMs;
    if (!isMissing) continue;
    const before = wasMissing ? gaps.pop() : undefined;
    const startAt = before?.startAt ?? bucket;
    gaps.push({
      startAt,
      isFromBefore: startAt === firstAt,
      endAt: Math.min(bucket + bucketMs, now),
      missingMs: (before?.missingMs ?? 0) + sight.expectedMs - sight.observedMs,
      isGoing: false,
    });
  }
  // What came after dates that are over is not looked at here.
  const isGoing = isMissing && now <= planEndAt;
  return gaps
    .map((gap, i) => ({ ...gap, isGoing: isGoing && i === gaps.length - 1 }))
    .filter(({ missingMs }) => missingMs >= shortestGapMs);
}

interface Around {
  readonly facts: WatchedFacts;
  readonly explained: Explained;
}

/** What covers at least half of the gap, in this order; else it was silent. */
function reasonOf(gap: Gap, device: Device, { facts, explained }: Around): Pick<DeviceGap, 'why' | 'problem'> {
  const statuses = explained.statuses.get(device.id) ?? [];
  const explains = (spans: readonly Span[]): boolean => coveredMs(spans, gap) * 2 >= gap.endAt - gap.startAt;
  if (explains(explained.takeOuts.get(device.id) ?? [])) return { why: 'taken_out', problem: null };
  if (explains(problemSpans(statuses))) return { why: 'problem', problem: problemIn(statuses, gap) };
  if (explains(offlineSpans(statuses))) return { why: 'offline', problem: null };
  const away = facts.sourceGaps?.get(device.connection?.source ?? '') ?? facts.ingestGaps;
  if (explains(away)) return { why: 'lintel_away', problem: null };
  const isHeard = facts.reports.get(device.id)?.lastReportAt != null;
  return { why: isHeard ? 'silent' : 'never_reported', problem: null };
}

function coveredMs(spans: readonly Span[], gap: Gap): number {
  return clipSpans(mergeSpans(spans), gap).reduce((sum, span) => sum + span.endAt - span.startAt, 0);
}

/** The last problem that it named before the gap was over. */
function problemIn(statuses: readonly StatusChange[], { endAt }: Gap): string | null {
  return statuses.findLast(({ at, problem }) => problem !== null && at < endAt)?.problem ?? null;
}

/** From a status `offline` until the next status, or without end. */
function offlineSpans(statuses: readonly StatusChange[]): Span[] {
  return statuses.flatMap(({ at, state }, i) =>
    state === 'offline' ? [{ startAt: at, endAt: statuses[i + 1]?.at ?? Number.POSITIVE_INFINITY }] : [],
  );
}
