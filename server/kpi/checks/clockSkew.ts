import type { Finding } from './finding.ts';

/** One receipt of a device's messages: when they came, and the latest time they speak of; epoch ms. */
export interface Receipt {
  readonly receivedAt: number;
  readonly latestAt: number;
}

/** A report may be dated by the end of a minute that is not quite over. */
const aheadMs = 60_000;
/** Services that gather for a vendor pass messages on some minutes late; that is no clock's fault, and moves no hour. */
const behindMs = 10 * 60_000;
/** A slow clock is late by the same each time; a backlog sent at once is not. */
const steadyMs = 60_000;
const leastReceipts = 5;
const leastSpanMs = 30 * 60_000;

/**
 * How far a clock is off, in ms, ahead where negative; null where it is not, or too little was received to say. Delivery only ever adds
 * to received − latest time, so its minimum over separate receipts is the clock's own error plus the fastest delivery: late messages
 * do not make a slow clock. It counts as slow only where the fastest quarter of the receipts agree.
 */
export function clockError(receipts: readonly Receipt[]): number | null {
  const ages = receipts.map(({ receivedAt, latestAt }) => receivedAt - latestAt).sort((a, b) => a - b);
  const [least] = ages;
  if (least === undefined || ages.length < leastReceipts) return null;
  if (least < -aheadMs) return least;
  const came = receipts.map(({ receivedAt }) => receivedAt);
  if (Math.max(...came) - Math.min(...came) < leastSpanMs) return null;
  const quarter = ages[Math.floor(ages.length / 4)] ?? least;
  return least > behindMs && quarter - least <= steadyMs ? least : null;
}

/** `placed`: how many of its reports of the last 24 h were placed by their receipt, since the device's clock is of no use. */
export function placedFindings(
  deviceId: string,
  placed: { readonly count: number; readonly since: number; readonly reason: 'unset' | 'frozen' } | null,
): Finding[] {
  if (placed === null) return [];
  const { count, since, reason } = placed;
  return [
    { code: 'clock_unset', deviceId, severity: 'medium', since, until: null, figures: { reports: count, reason } },
  ];
}

/** `refusedAsFuture`: how many of its items came in the last 24 h that lie more than 5 minutes ahead, and since when. */
export function clockFindings(
  deviceId: string,
  receipts: readonly Receipt[],
  refusedAsFuture: { readonly count: number; readonly since: number } | null,
): Finding[] {
  const finding = { code: 'clock_skew', deviceId, until: null } as const;
  if (refusedAsFuture !== null) {
    const { count, since } = refusedAsFuture;
    return [{ ...finding, severity: 'high', since, figures: { seconds: -300, refused: count } }];
  }
  const error = clockError(receipts);
  if (error === null) return [];
  const figures = { seconds: Math.round(error / 1000), refused: 0 };
  return [{ ...finding, severity: Math.abs(error) > behindMs ? 'medium' : 'low', since: null, figures }];
}
