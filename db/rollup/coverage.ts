import { businessDateAt, endOfDate } from '../time/businessDate.ts';
import { mergeSpans, type Span } from '../time/opening.ts';
import type { Device, Store } from '../vocabulary/place.ts';
import { clipSpans, subtractSpans } from './spans.ts';
import { onlineSpans, problemSpans, type StatusChange } from './status.ts';

/** What is known of a device's reports as a whole; instants are the facts' own times. */
export interface DeviceReports {
  readonly firstReportAt: number | null;
  readonly lastReportAt: number | null;
  readonly latestIntervalMs: number | null;
  /** Business date up to which a batch feed says it has delivered. */
  readonly completeTo: string | null;
  /** Its earliest status. */
  readonly hasStatusSince: number | null;
}

export const noReports: DeviceReports = {
  firstReportAt: null,
  lastReportAt: null,
  latestIntervalMs: null,
  completeTo: null,
  hasStatusSince: null,
};

/** Allowed on top of `reportsEvery` before the time since the last report is expected. */
const reportGraceMs = 120_000;
const shortestReportMs = 60_000;

/** How long after its last report a device that reports intervals is not yet missed. */
export function reportPatienceMs(device: Device, reports: DeviceReports): number {
  const everyMs =
    device.reportsEverySeconds === null
      ? Math.max(shortestReportMs, reports.latestIntervalMs ?? 0)
      : device.reportsEverySeconds * 1000;
  return everyMs + reportGraceMs;
}

/** Up to when interval reports are expected: the last one, as long as the next is not overdue; else now. */
export function expectedUntil(device: Device, reports: DeviceReports, now: number): number {
  if (reports.lastReportAt === null) return now;
  const isOverdue = now - reports.lastReportAt > reportPatienceMs(device, reports);
  return isOverdue ? now : Math.min(now, reports.lastReportAt);
}

/**
 * Up to when a sales feed is expected to have been heard. One that delivers by the day and says how often (`reportsEvery`) is not
 * missed for what it has not delivered yet until that is overdue; without it, and for every other feed, it is now.
 */
export function salesExpectedUntil(store: Store, device: Device, { reports, now }: HeardUntil): number {
  const deliveredUntil = endOfDelivered(store, reports);
  if (device.feed !== 'batch' || device.reportsEverySeconds === null || deliveredUntil === null) return now;
  return now - deliveredUntil > reportPatienceMs(device, reports) ? now : Math.min(now, deliveredUntil);
}

interface HeardUntil {
  readonly reports: DeviceReports;
  readonly now: number;
}

/** What decides when a device that speaks only when something happens was observed. */
export interface FeedFacts {
  readonly store: Store;
  readonly device: Device;
  /** `batch`: what the device sells, where it delivers by the day. */
  readonly speaks: 'live' | 'batch';
  readonly reports: DeviceReports;
  /** In order of time. */
  readonly statuses: readonly StatusChange[];
  /** Instants of its messages, in order. */
  readonly messages: readonly number[];
  /** Spans that someone took out by hand, in any order. */
  readonly takeOuts: readonly Span[];
  /** Stretches of the window, whole. */
  readonly stretches: readonly Span[];
  /** When ingest itself was not connected, in order. */
  readonly ingestGaps: readonly Span[];
  readonly now: number;
}

/** When a sales feed or an event device was observed (contract 4). */
export function observedSpans(facts: FeedFacts): readonly Span[] {
  const spans = facts.speaks === 'batch' ? deliveredSpans(facts) : liveSpans(facts);
  return subtractSpans(spans, mergeSpans([...problemSpans(facts.statuses), ...facts.takeOuts]));
}

/** Silence that is short enough until its first status, from then on the time from `online` to `offline`; ingest connected. */
function liveSpans(facts: FeedFacts): readonly Span[] {
  const since = Math.min(facts.now, facts.reports.hasStatusSince ?? facts.now);
  const silence = { messages: facts.messages, silentAfterMs: facts.device.silentAfterSeconds * 1000, endAt: since };
  const online = clipSpans(onlineSpans(facts.statuses), { startAt: since, endAt: facts.now });
  return subtractSpans(mergeSpans([...silenceSpans(facts.stretches, silence), ...online]), facts.ingestGaps);
}

/** Every business date up to the last one of which something was delivered, or up to `completeTo`. */
function deliveredSpans({ store, reports }: FeedFacts): Span[] {
  const endAt = endOfDelivered(store, reports);
  return endAt === null ? [] : [{ startAt: Number.NEGATIVE_INFINITY, endAt }];
}

function endOfDelivered(store: Store, reports: DeviceReports): number | null {
  const last = reports.lastReportAt === null ? '' : businessDateAt(store, reports.lastReportAt);
  const date = last > (reports.completeTo ?? '') ? last : (reports.completeTo ?? '');
  return date === '' ? null : endOfDate(store, date);
}

/**
 * Within each stretch, cut at `endAt`: the times between its start, the messages and its end that are no longer than
 * `silentAfterMs`. `messages` are in order.
 */
export function silenceSpans(
  stretches: readonly Span[],
  { messages, silentAfterMs, endAt }: { messages: readonly number[]; silentAfterMs: number; endAt: number },
): Span[] {
  const spans: Span[] = [];
  let next = 0;
  for (const stretch of stretches) {
    const end = Math.min(stretch.endAt, endAt);
    let from = stretch.startAt;
    const step = (to: number): void => {
      if (to > from && to - from <= silentAfterMs) spans.push({ startAt: from, endAt: to });
      from = Math.max(from, to);
    };
    while (next < messages.length && (messages[next] as number) < stretch.startAt) next++;
    while (next < messages.length && (messages[next] as number) <= end) step(messages[next++] as number);
    step(end);
  }
  return mergeSpans(spans);
}
