import { describe, expect, it } from 'vitest';
import { attentionOf, ranked, type Sights } from '../../../../server/kpi/day/attention.ts';
import type { Against, Attention, Outage, QueueAlarm } from '../../../../server/kpi/day/schema.ts';

function against(value: number | null, [usual, low, high] = [0, 0, 0]): Against {
  if (value === null) {
    return { value, usual: null, range: null, verdict: null, change: null, days: 8, reason: 'unknown' };
  }
  const verdict = value < low ? 'below' : value > high ? 'above' : 'within';
  return { value, usual, range: [low, high], verdict, change: (value - usual) / usual, days: 8, reason: null };
}

const usualDay: Sights['standing'] = {
  passersBy: against(2000, [2000, 1700, 2300]),
  entries: against(300, [300, 250, 350]),
  purchases: against(75, [75, 60, 90]),
  captureRate: against(0.15, [0.15, 0.14, 0.16]),
  conversionRate: against(0.25, [0.25, 0.21, 0.29]),
  netSalesMinor: against(90_000, [100_000, 80_000, 120_000]),
  averageCheckMinor: against(500, [1000, 800, 1200]),
  salesPerVisitorMinor: against(null),
  unitsPerTransaction: against(null),
};

const quiet: Sights = {
  outages: [],
  flags: [],
  standing: usualDay,
  queue: null,
  targetShare: null,
  service: null,
};

const silentDoor: Outage = {
  ...{ code: 'outage', cause: 'silent', step: 'entries', device: 'door', name: 'Door' },
  ...{ since: '2026-03-14T13:05:00+03:00', until: null, coverage: 0.8 },
};
const queue = { served: 200, serviceLevel: 0.9, abandonmentRate: 0, meanWaitSeconds: 60, p90WaitSeconds: 150 };
const slowQueue = { ...queue, serviceLevel: 0.6, averageLength: 5 };
const redService: Sights['service'] = {
  ...{ zones: null, light: 'red', nps: null, npsInterval: null, npsAnswers: 0, csat: null, csi: null },
  ...{ csatAnswers: 0, csiAnswers: 0, openRequests: 0, passedShare: null },
};
const alarm = (light: 'yellow' | 'red'): QueueAlarm => ({
  ...{ code: 'queueNow', light, queue: 'tills', name: 'Tills' },
  ...{ length: 9, expectedWaitSeconds: 400, targetSeconds: 180 },
});

const codes = (found: readonly Attention[]): string[] => found.map(({ code }) => code);

describe('the one thing to look at', () => {
  it('is nothing on a day that is as usual', () => {
    expect(attentionOf(quiet)).toEqual([]);
  });

  it('is a queue that is far too long now, then what makes figures untrue, then what the day lost, then what to watch', () => {
    const standing = { ...usualDay, conversionRate: against(0.18, [0.25, 0.21, 0.29]) };
    const all = attentionOf({
      ...{ outages: [silentDoor], flags: ['conversion_over_100', 'partial'], standing },
      ...{ queue: slowQueue, targetShare: 0.8, service: redService },
    });
    expect(codes(ranked([...all, alarm('red')]))).toEqual([
      ...['queueNow', 'outage', 'implausible', 'belowUsual', 'serviceLight', 'queueDay'],
    ]);
    expect(codes(ranked([alarm('yellow'), ...all])).at(-1)).toBe('queueNow');
    const over: Outage = { ...silentDoor, until: '2026-03-14T13:40:00+03:00' };
    const inOrder = ranked([over, ...all, alarm('yellow'), alarm('red')]);
    expect(ranked(inOrder.toReversed())).toEqual(inOrder);
  });

  it('is an outage that is over only after a queue over its target now, and one that goes on before it', () => {
    const { since } = silentDoor;
    const gap: Outage = { ...silentDoor, cause: 'ingest_gap', since, until: '2026-03-14T13:40:00+03:00' };
    const low: Outage = { ...silentDoor, cause: 'low_coverage', since: null };
    const order = ranked([low, gap, silentDoor, alarm('yellow')]);
    expect(order.map((one) => (one.code === 'outage' ? one.cause : one.code))).toEqual([
      ...['silent', 'queueNow', 'low_coverage', 'ingest_gap'],
    ]);
  });

  it('is the step of the funnel that fell furthest from its own usual', () => {
    const standing = {
      ...usualDay,
      captureRate: against(0.135, [0.15, 0.14, 0.16]),
      conversionRate: against(0.2, [0.25, 0.21, 0.29]),
    };
    expect(attentionOf({ ...quiet, standing })).toMatchObject([
      { code: 'belowUsual', figure: 'conversionRate', value: 0.2, usual: 0.25, low: 0.21 },
      { code: 'belowUsual', figure: 'captureRate' },
    ]);
    const emptyStreet = { ...standing, passersBy: against(1000, [2000, 1700, 2300]) };
    expect(attentionOf({ ...quiet, standing: emptyStreet }).map((one) => 'figure' in one && one.figure)).toEqual([
      ...['passersBy', 'conversionRate', 'captureRate'],
    ]);
  });

  it('tells fewer visitors once: by who passed and how many of them came in, where both are known', () => {
    const fewer = { ...usualDay, entries: against(200, [300, 250, 350]), purchases: against(50, [75, 60, 90]) };
    const street = { ...fewer, passersBy: against(1330, [2000, 1700, 2300]) };
    const figures = (standing: Sights['standing']) =>
      attentionOf({ ...quiet, standing }).map((one) => (one.code === 'belowUsual' ? one.figure : one.code));
    expect(figures(street)).toEqual(['passersBy']);
    expect(figures({ ...fewer, passersBy: against(null), captureRate: against(null) })).toEqual(['entries']);
    expect(figures({ ...fewer, captureRate: against(null) })).toEqual(['entries']);
    expect(figures({ ...fewer, ...noDoor })).toEqual(['purchases']);
  });

  it('is no figure that is better than usual, and none that chance explains', () => {
    const standing = {
      ...usualDay,
      entries: against(400, [300, 250, 350]),
      conversionRate: against(0.22, [0.25, 0.21, 0.29]),
    };
    expect(attentionOf({ ...quiet, standing })).toEqual([]);
  });

  it('is a day’s queue only where too few were served in time by more than chance', () => {
    const withQueue = (served: number, serviceLevel: number) =>
      codes(attentionOf({ ...quiet, queue: { ...slowQueue, served, serviceLevel }, targetShare: 0.8 }));
    expect(withQueue(200, 0.6)).toEqual(['queueDay']);
    expect(withQueue(200, 0.78)).toEqual([]);
    expect(withQueue(5, 0.6)).toEqual([]);
    const unknown = { ...slowQueue, serviceLevel: null };
    expect(attentionOf({ ...quiet, queue: unknown, targetShare: 0.8 })).toEqual([]);
  });
});

const noDoor = {
  passersBy: against(null),
  entries: against(null),
  captureRate: against(null),
  conversionRate: against(null),
};
