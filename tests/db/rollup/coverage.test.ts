import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeedFacts, noReports, observedSpans, silenceSpans } from '../../../db/rollup/coverage.ts';
import type { StatusChange } from '../../../db/rollup/status.ts';
import { type Span, windowSpans } from '../../../db/time/opening.ts';
import { at, hour, minute, shopWith, till } from './shop.ts';

const stretch = { startAt: at('09:30'), endAt: at('12:30') };

function clocks(spans: readonly Span[]): string[] {
  return spans.map((span) =>
    [span.startAt, span.endAt].map((instant) => new Date(instant).toISOString().slice(11, 16)).join('-'),
  );
}

function observed(more: Partial<FeedFacts>): string[] {
  const device = more.device ?? till({ silentAfterSeconds: 3600 });
  const store = shopWith([device]);
  const facts: FeedFacts = {
    store,
    device,
    speaks: device.feed,
    reports: noReports,
    statuses: [],
    messages: [],
    takeOuts: [],
    stretches: windowSpans(store, at('00:00'), at('00:00', '2026-03-03')),
    ingestGaps: [],
    now: at('20:00'),
    ...more,
  };
  return clocks(observedSpans(facts));
}

describe('a live feed', () => {
  it('is observed through silence of at most silentAfter, from the beginning of the stretch to its end', () => {
    expect(observed({ messages: [at('10:30'), at('11:40')] })).toEqual(['09:30-10:30', '11:40-12:30']);
    expect(observed({ messages: [at('10:30'), at('11:30')] })).toEqual(['09:30-12:30']);
  });

  it('is not observed in a stretch without any message that is longer than it may be silent', () => {
    expect(observed({})).toEqual([]);
  });

  it('is measured until now while the stretch goes on', () => {
    expect(observed({ messages: [at('10:30')], now: at('11:20') })).toEqual(['09:30-11:20']);
    expect(observed({ messages: [at('10:30')], now: at('11:40') })).toEqual(['09:30-10:30']);
  });

  it('is observed from online to offline once it has sent a status', () => {
    const statuses: StatusChange[] = [
      { at: at('10:00'), state: 'online', problem: null },
      { at: at('11:00'), state: 'offline', problem: null },
      { at: at('13:00'), state: 'online', problem: null },
    ];
    const reports = { ...noReports, hasStatusSince: at('10:00') };
    expect(observed({ statuses, reports, now: at('14:00') })).toEqual(['09:30-11:00', '13:00-14:00']);
  });

  it('is not observed while it has a problem, nor while ingest was not connected', () => {
    const reports = { ...noReports, hasStatusSince: at('10:00') };
    const statuses: StatusChange[] = [
      { at: at('10:00'), state: 'online', problem: null },
      { at: at('10:20'), state: 'online', problem: 'paper out' },
      { at: at('10:30'), state: 'online', problem: null },
    ];
    const ingestGaps = [{ startAt: at('11:00'), endAt: at('11:30') }];
    expect(observed({ statuses, reports, ingestGaps, now: at('12:00') })).toEqual([
      '09:30-10:20',
      '10:30-11:00',
      '11:30-12:00',
    ]);
  });
});

describe('a batch feed', () => {
  const device = till({ feed: 'batch' });
  const delivered = (reports: Partial<typeof noReports>) => {
    const facts: FeedFacts = {
      store: shopWith([device]),
      device,
      speaks: 'batch',
      takeOuts: [],
      reports: { ...noReports, ...reports },
      statuses: [],
      messages: [],
      stretches: [],
      ingestGaps: [{ startAt: at('10:00'), endAt: at('11:00') }],
      now: at('20:00', '2026-03-09'),
    };
    return observedSpans(facts).map((span) => span.endAt);
  };

  it('is observed on every date up to the last one delivered, whether ingest was connected or not', () => {
    expect(delivered({ lastReportAt: at('11:00') })).toEqual([at('00:00', '2026-03-03')]);
  });

  it('is observed up to completeTo where that is later', () => {
    expect(delivered({ lastReportAt: at('11:00'), completeTo: '2026-03-05' })).toEqual([at('00:00', '2026-03-06')]);
    expect(delivered({ lastReportAt: at('11:00'), completeTo: '2026-03-01' })).toEqual([at('00:00', '2026-03-03')]);
  });

  it('is not observed before it delivered anything', () => {
    expect(delivered({})).toEqual([]);
  });
});

describe('silence', () => {
  it('agrees with a reckoning minute by minute', () => {
    const minutes = fc.array(fc.nat(240), { maxLength: 10 }).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 120 }), fc.nat(260), (list, silentAfter, until) => {
        const messages = list.map((one) => at('09:00') + one * minute);
        const endAt = at('09:00') + until * minute;
        const spans = silenceSpans([stretch], { messages, silentAfterMs: silentAfter * minute, endAt });
        for (let now = at('09:00'); now < at('13:30'); now += minute) {
          expect(spans.some((span) => span.startAt <= now && now < span.endAt)).toBe(
            isHeard(messages, { now, endAt, silentAfter }),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Asks of one minute: how long is the silence around it, within the stretch? */
function isHeard(
  messages: readonly number[],
  { now, endAt, silentAfter }: Record<'now' | 'endAt' | 'silentAfter', number>,
) {
  const end = Math.min(stretch.endAt, endAt);
  if (now < stretch.startAt || now >= end) return false;
  const inside = messages.filter((one) => one >= stretch.startAt && one <= end);
  const before = Math.max(stretch.startAt, ...inside.filter((one) => one <= now));
  const after = Math.min(end, ...inside.filter((one) => one > now));
  return after - before <= silentAfter * minute && after - before <= 24 * hour;
}
