import type { Count } from '../language/plural.ts';
import type { NoOccupancy } from './dayTypes.ts';

/** Every sentence about the people inside and about estimates. */
export const insideMessages = {
  title: 'People inside',
  estimate: 'Estimate',
  now: 'inside now',
  between: (low: string, high: string): string => `between ${low} and ${high}`,
  stay: (time: string): string => `They stay ${time} on average.`,
  noStay: 'How long they stay can’t be told yet.',
  peak: (people: string, at: string): string => `Most at ${at}: ${people}.`,
  average: (people: string): string => `On average ${people} were inside.`,
  corrected: (days: Count, share: string): string =>
    `From who came in less who went out. The doors miss ${share} of one direction, as ${days} closings show; that is made up for.`,
  even: (days: Count): string =>
    `From who came in less who went out. As ${days} closings show, the doors see both directions alike.`,
  uncorrected:
    'From who came in less who went out. After three full days the closing counts will show what the doors miss, and correct it.',
  reasons: {
    not_measured: 'Not every door counted who went out, so nobody knows who was inside.',
    low_coverage: 'Too much of the day is missing to know who is inside.',
    imbalance: 'In and out differ so much that who is inside can’t be told. See the checks on the Data page.',
    not_begun: 'The store has not opened yet today.',
    closed: 'The store is closed.',
  } satisfies Record<NoOccupancy, string>,
  failed: 'The people inside could not be loaded',
  chart: (most: string): string => `People inside by quarter of an hour, at most ${most}.`,
  asTable: 'People inside as a table',
  time: 'Time',
  people: 'Inside',
  interval: '95 % interval',
  noData: 'No data',
  range: (low: string, high: string): string => `${low}–${high}`,
  more: (people: string): string => `+${people}`,

  estimated: 'Estimated in gaps',
  inGaps: (people: string, low: string, high: string): string => `about ${people} more in gaps (${low}–${high})`,
  cannot: 'what the gap hides can’t be estimated yet',
  note: 'Estimates come from the same weekday of the last 8 weeks and how busy this day is; they are in no rate and in no rank.',
};
