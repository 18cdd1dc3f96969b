import type { Envelope } from '../adapter.ts';
import { type Finding, fault, type When } from '../finding.ts';
import { wholeOf } from '../jsonFields.ts';
import { wireTime } from '../wireTime.ts';
import { child, childText, type XmlElement } from '../xml.ts';

/** Directions of a count. `childCounting`, vehicles and `duplicatePeople` stand elsewhere or under other names, and stay out. */
const directions = ['enter', 'exit', 'pass'] as const;

/** Reads the people of a `PeopleCounting` alarm: an interval or totals, for each of its regions. */
export function readCounting(alert: XmlElement, envelope: Envelope): readonly Finding[] {
  const counting = child(alert, 'peopleCounting');
  if (counting === null) return [fault('schema', 'The PeopleCounting alarm has no peopleCounting.')];
  const spans = spanOf(alert, counting, envelope);
  if (spans === null) return [fault('bad_time', 'The times of the PeopleCounting alarm are none.')];
  const isHistory = childText(alert, 'isDataRetransmission') === 'true';
  const channel = childText(alert, 'channelID') ?? '1';
  return regionsOf(counting).map((region): Finding => {
    const line = lineName(channel, region.name);
    const channels = channelsOf(region.counts);
    if (channels === null) return fault('schema', `The counts of ${line} are missing.`);
    return { ...spans, line, channels, ...(isHistory ? { isHistory } : {}) };
  });
}

type Span =
  | { readonly kind: 'interval'; readonly startAt: When; readonly endAt: When }
  | { readonly kind: 'reading'; readonly at: When };

function spanOf(alert: XmlElement, counting: XmlElement, envelope: Envelope): Span | null {
  const range = child(counting, 'TimeRange') ?? child(counting, 'timeRange');
  const isRange = childText(counting, 'statisticalMethods') === 'timeRange' || range !== null;
  if (!isRange) {
    const at = shownAt(alert, counting, envelope);
    return at === null ? null : { kind: 'reading', at };
  }
  const startAt = range === null ? null : wireTime(childText(range, 'startTime'));
  const endAt = range === null ? null : wireTime(childText(range, 'endTime'));
  return startAt === null || endAt === null ? null : { kind: 'interval', startAt, endAt };
}

const aheadMs = 5 * 60_000;

/**
 * When the totals were shown: `RealTime/time`. The alarm's own `dateTime` can differ from it by days; it is taken where there is no
 * other, or where the other lies ahead of the server's clock and this one does not.
 */
function shownAt(alert: XmlElement, counting: XmlElement, { receivedAt }: Envelope): When | null {
  const realTime = child(counting, 'RealTime') ?? child(counting, 'realTime');
  const at = realTime === null ? null : wireTime(childText(realTime, 'time'));
  if (at !== null && !isAhead(at, receivedAt)) return at;
  const alarmAt = wireTime(childText(alert, 'dateTime'));
  if (at === null) return alarmAt;
  return alarmAt === null || isAhead(alarmAt, receivedAt) ? at : alarmAt;
}

function isAhead(at: When, receivedAt: number): boolean {
  return typeof at === 'number' && at > receivedAt + aheadMs;
}

interface Region {
  readonly name: string;
  readonly counts: XmlElement;
}

/** The regions; with a list of them the camera's sum over all is left out, or everyone would count twice. */
function regionsOf(counting: XmlElement): readonly Region[] {
  const list = child(counting, 'RegionList');
  const regions = list?.children.filter(({ name }) => name === 'Region') ?? [];
  if (regions.length === 0) return [{ name: childText(counting, 'regionsID') ?? '', counts: counting }];
  return regions.map((region) => ({
    name: childText(region, 'id') ?? childText(region, 'regionsID') ?? childText(region, 'name') ?? '',
    counts: region,
  }));
}

/** `main` without a region, else the region's number; of further channels with the channel's. */
function lineName(channel: string, region: string): string {
  if (channel === '1' || channel === '') return region === '' ? 'main' : region;
  return region === '' ? `ch${channel}` : `ch${channel}/${region}`;
}

function channelsOf(counts: XmlElement): Record<string, number> | null {
  let channels: Record<string, number> | null = null;
  for (const direction of directions) {
    const text = childText(counts, direction);
    if (text === null) continue;
    channels ??= {};
    channels[direction] = wholeOf(text) ?? Number.NaN;
  }
  return channels;
}
