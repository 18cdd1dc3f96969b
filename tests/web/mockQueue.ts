import type { QueueAnswer, QueueCostAnswer, QueueNowAnswer } from '../../server/contracts/queue.ts';
import type { QueueBrief, QueueKpis } from '../../server/kpi/queue/schema.ts';
import { mockDate, mockNow } from './mockDay.ts';

/** Queues of the stand-in server: `arbat` has two that are measured, `dvor` one of which lengths alone are known, the rest none. */

const none = { mean: null, p50: null, p90: null, p95: null };
const nothing: QueueKpis = {
  ...{
    served: null,
    abandoned: null,
    abandonmentRate: null,
    waitSeconds: none,
    serviceSeconds: none,
    serviceLevel: null,
  },
  ...{ averageLength: null, maxLength: null, averageOpen: null, estimatedWaitSeconds: null, flags: [] },
};

/** Waits that grow with the people who come. */
function measured(served: number): QueueKpis {
  const mean = 40 + served * 3;
  return {
    served,
    abandoned: Math.round(served / 20),
    abandonmentRate: Math.round(served / 20) / (served + Math.round(served / 20)),
    waitSeconds: { mean, p50: mean * 0.8, p90: mean * 1.9, p95: mean * 2.4 },
    serviceSeconds: { mean: 62, p50: 55, p90: 110, p95: 140 },
    serviceLevel: Math.max(0.4, 1 - served / 150),
    averageLength: served / 16,
    maxLength: Math.round(served / 7),
    averageOpen: 2.5,
    estimatedWaitSeconds: null,
    flags: [],
  };
}

function lengthsAlone(people: number): QueueKpis {
  const estimatedWaitSeconds = { mean: people * 2, method: 'littlesLaw' } as const;
  return { ...nothing, averageLength: people / 16, maxLength: Math.round(people / 7), estimatedWaitSeconds };
}

const hourly = [14, 24, 37, 52, 66, 71, 58, 55, 63, 74, 59, 30];
/** Of an hour of which nothing is known. */
const gapHour = 2;

type Series = NonNullable<QueueAnswer['series']>;

function stepStarts(query: URLSearchParams): { start: string; end: string }[] {
  const to = query.get('to') ?? mockDate;
  const by = query.get('by') ?? 'none';
  const two = (value: number): string => String(value).padStart(2, '0');
  if (by === 'hour' || by === '15m') {
    return hourly.map((_, hour) => ({
      start: `${to}T${two(hour + 10)}:00:00+03:00`,
      end: `${to}T${two(hour + 11)}:00:00+03:00`,
    }));
  }
  const dayMs = 86_400_000;
  return hourly.slice(0, 7).map((_, place) => {
    const at = (days: number): string => new Date(Date.parse(to) + days * dayMs).toISOString().slice(0, 10);
    return { start: `${at(place - 6)}T00:00:00+03:00`, end: `${at(place - 5)}T00:00:00+03:00` };
  });
}

function seriesOf(query: URLSearchParams, of: (people: number) => QueueKpis): Series {
  const isToday = query.get('to') === mockDate;
  return stepStarts(query).map((step, place) => {
    const isAhead = isToday && Date.parse(step.start) > Date.parse(mockNow);
    const isUnknown = isAhead || place === gapHour;
    return { ...step, ...(isUnknown ? nothing : of(hourly[place] ?? 0)) };
  });
}

const tills = { queue: 'tills', name: 'Tills', targetSeconds: 180, targetShare: 0.8 };
const desk = { queue: 'Returns desk', name: 'Returns desk', targetSeconds: 300, targetShare: 0.9 };

export function mockQueueFigures(store: string, query: URLSearchParams): QueueAnswer {
  const [from, to] = [query.get('from') ?? mockDate, query.get('to') ?? mockDate];
  // Guaranteed by the dashboard, which asks for no other steps.
  const by = (query.get('by') ?? 'none') as QueueAnswer['by'];
  const base = { store, timezone: 'Europe/Moscow', from, to, by, outsideHours: { served: null, abandoned: null } };
  const [full, lengths] = [seriesOf(query, measured), seriesOf(query, lengthsAlone)];
  if (store === 'dvor') {
    const total = lengthsAlone(60);
    return { ...base, total, series: lengths, queues: [{ ...tills, total, series: lengths }] };
  }
  if (store !== 'arbat') return { ...base, total: nothing, series: [], queues: [] };
  return {
    ...base,
    outsideHours: { served: 3, abandoned: 0 },
    total: { ...measured(48), served: 385, abandoned: 19, flags: to === mockDate ? ['coarse', 'partial'] : ['coarse'] },
    series: full,
    queues: [
      { ...tills, total: { ...measured(48), served: 385, abandoned: 19 }, series: full },
      { ...desk, total: lengthsAlone(20), series: lengths },
    ],
  };
}

const needed = { arrivalsPerHour: 74, expectedWaitSeconds: 41, serviceLevel: 0.91 };
const unknownNeed = { tills: null, arrivalsPerHour: null, expectedWaitSeconds: null, serviceLevel: null };

export function mockQueueNow(store: string, length = 6): QueueNowAnswer {
  const answer = { store, at: mockNow };
  if (store !== 'arbat') return { ...answer, queues: [] };
  return {
    ...answer,
    queues: [
      {
        ...tills,
        ...{ length, lengthAt: mockNow, openTills: 2, openFrom: 'sensor', expectedWaitSeconds: length * 31 },
        light: length * 31 > 360 ? 'red' : length * 31 > 180 ? 'yellow' : 'green',
        serviceSeconds: { mean: 62, from: 'visits', people: 1840 },
        needed: {
          now: { tills: 3, ...needed },
          in30Minutes: { tills: 4, ...needed, arrivalsPerHour: 96 },
          openServiceLevel: 0.746,
          why: null,
          whyCode: null,
        },
      },
      {
        ...desk,
        ...{ length: null, lengthAt: null, openTills: null, openFrom: null, expectedWaitSeconds: null },
        ...{ light: null, serviceSeconds: null },
        needed: {
          now: unknownNeed,
          in30Minutes: unknownNeed,
          openServiceLevel: null,
          why: 'How long a customer takes is not known.',
          whyCode: 'noServiceTime',
        },
      },
    ],
  };
}

export function mockQueueCost(store: string, query: URLSearchParams): QueueCostAnswer {
  const [from, to] = [query.get('from') ?? mockDate, query.get('to') ?? mockDate];
  const base = { store, from, to, targetSeconds: 180 };
  if (store !== 'arbat') {
    const [why, whyCodes] = ['Fewer than 20 days can be compared.', ['fewDates' as const]];
    return { ...base, quarters: { used: 0, aboveTarget: 0, dates: 0 }, estimate: null, why, whyCodes };
  }
  return {
    ...base,
    quarters: { used: 3120, aboveTarget: 402, dates: 91 },
    estimate: {
      ...{ lostPurchases: 214.3, interval: [121.8, 305.2], lostNetSalesMinor: 45_936_000 },
      ...{ lostNetSalesInterval: [26_100_000, 65_420_000], conversionPerMinute: -0.0121 },
    },
    why: null,
    whyCodes: [],
  };
}

/** What stands beside the funnel. */
export function mockQueueBrief(store: string): QueueBrief | null {
  if (store === 'dvor') {
    return {
      ...{ served: null, abandonmentRate: null, meanWaitSeconds: null, p90WaitSeconds: null, serviceLevel: null },
      averageLength: 3.75,
    };
  }
  if (store !== 'arbat') return null;
  return {
    ...{ served: 385, abandonmentRate: 0.047, meanWaitSeconds: 184, p90WaitSeconds: 349.6 },
    ...{ serviceLevel: 0.68, averageLength: 3 },
  };
}
