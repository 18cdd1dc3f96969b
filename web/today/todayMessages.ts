import type { StepName } from '../api-types.ts';
import { type Count, plural } from '../language/plural.ts';
import type { CountedDay, WeekdayNumber } from './headline.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

function weekdaysOf(days: Count, weekday: WeekdayNumber): string {
  return plural(days, { one: `${days} ${weekdays[weekday]}`, other: `${days} ${weekdays[weekday]}s` });
}

function led({ step, count, isOver }: CountedDay): string {
  const nobody: Record<StepName, string> = {
    entries: 'Nobody came in',
    purchases: 'Nobody bought anything',
    passersBy: 'Nobody walked past',
  };
  const some: Record<StepName, string> = {
    entries: plural(count, { one: `${count} person came in`, other: `${count} people came in` }),
    purchases: plural(count, { one: `${count} purchase was made`, other: `${count} purchases were made` }),
    passersBy: plural(count, { one: `${count} person walked past`, other: `${count} people walked past` }),
  };
  const said = count.value === 0 ? nobody[step] : some[step];
  return isOver ? said : `${said} so far`;
}

function compared({ change, weekday, isByNow }: CountedDay): string {
  if (change === null) return '';
  const { percent, direction, isUnusual } = change;
  const then = `a usual ${weekdays[weekday]}${isByNow ? ' by now' : ''}`;
  if (direction === 'same') return `, as many as on ${then}`;
  const more = direction === 'up' ? `${percent} more than ${then}` : `${percent} fewer than ${then}`;
  if (!isUnusual) return `, ${more}`;
  return direction === 'up' ? `, unusually many: ${more}` : `, unusually few: ${more}`;
}

/** Every sentence at the top of a day, and about what stands out of it. */
export const todayMessages = {
  title: (store: string): string => `${store}: today`,
  pastTitle: (store: string, date: string): string => `${store}: ${date}`,
  openUntil: (time: string): string => `Open until ${time}`,
  open: 'Open',
  closed: 'Closed',
  closedSince: (time: string): string => `Closed since ${time}`,
  opensAt: (time: string): string => `Closed, opens at ${time}`,
  updated: (time: string): string => `as of ${time}`,
  wholeDay: 'The whole day',
  failed: 'The figures of this day could not be loaded',
  noStore: 'There is no store yet',
  noStoreText: 'Set up your first store to see its figures here.',
  noStoreViewer: 'You haven’t been given a store to see. Ask the owner of this Lintel for one.',
  setUp: 'Set up a store',
  nothingTitle: 'Nothing has been counted yet',
  nothingToday: 'As soon as a counter or a till of this store reports, its figures appear here by themselves.',
  nothingClosed: 'The store has not opened yet today. The figures start with its first visitors.',
  nothingPast: 'No counter and no till of this store reported anything on this day.',
  closedText: 'By its opening hours it does not open. What should come in all the same is counted and appears here.',
  toDevices: 'See the devices',
  toDayBefore: 'See the day before',

  headline: {
    counted: (day: CountedDay): string => `${led(day)}${compared(day)}`,
    nothing: 'Nothing has been counted on this day',
    notBegun: (time: string | null): string =>
      time === null ? 'The store has not opened yet today' : `The store opens at ${time}`,
    closed: 'The store does not open on this day',
    and: (first: string, second: string): string => `${first}; ${second}.`,
    alone: (first: string): string => `${first}.`,
    conversion: {
      within: 'conversion is within its usual range',
      above: (rate: string): string => `conversion, ${rate}, is above its usual range`,
      below: (rate: string): string => `conversion, ${rate}, is below its usual range`,
      tooEarly: 'it is too early to judge conversion',
      tooFew: 'too few people came to judge conversion',
    },
    notCompared: 'too much of the time is missing to compare it',
    noUsual: (weekday: WeekdayNumber): string => `there are too few ${weekdays[weekday]}s yet to say what is usual`,
  },

  usual: {
    label: 'Usual range',
    byNow: 'Usual range by now',
    counts: {
      passersBy: (low: string, high: string): string => `${low} to ${high} passers-by`,
      entries: (low: string, high: string): string => `${low} to ${high} entries`,
      purchases: (low: string, high: string): string => `${low} to ${high} purchases`,
    } satisfies Record<StepName, (low: string, high: string) => string>,
    conversion: (range: string): string => `conversion ${range}`,
    from: (days: Count, weekday: WeekdayNumber): string => `from ${weekdaysOf(days, weekday)}`,
    all: (parts: readonly string[]): string => parts.join(', '),
    hint: '19 of 20 usual days lie within it',
  },

  attention: {
    title: 'The one thing to look at',
    others: (count: Count): string =>
      plural(count, { one: `${count} more thing stands out`, other: `${count} more things stand out` }),
    nothing: 'Nothing stands out',
    nothingText: 'No outage, no step below its usual range and no queue over its target in what is measured here.',
    tooFewDays: 'Not enough days yet to say what is usual',
    tooFewDaysText: (days: string, least: string): string =>
      `${days} of the ${least} same weekdays that it takes are known. No outage and no queue over its target.`,
    more: {
      data: 'See the data',
      queue: 'See the queue',
      trends: 'See how it went',
      service: 'See the service',
    },
    outage: {
      silent: (name: string, since: string): string => `Nothing has come from ${name} since ${since}.`,
      offline: (name: string, since: string): string => `${name} has been offline since ${since}.`,
      at: (date: string, time: string): string => `${date}, ${time}`,
      offlineNow: (name: string): string => `${name} is offline.`,
      problem: (name: string): string => `${name} reports that something is wrong with it.`,
      never_reported: (name: string): string => `${name} has not reported yet.`,
      not_delivered: (name: string): string => `${name} has not delivered yesterday yet.`,
      ingest_gap: (since: string, until: string | null): string =>
        until === null
          ? `Lintel itself has received nothing since ${since}.`
          : `Lintel itself received nothing from ${since} until ${until}.`,
      low_coverage: {
        passersBy: (share: string): string => `The counters outside were heard only ${share} of the time.`,
        entries: (share: string): string => `The counters at the doors were heard only ${share} of the time.`,
        purchases: (share: string): string => `The tills were heard only ${share} of the time.`,
      } satisfies Record<StepName, (share: string) => string>,
      means: 'Figures of that time are missing, and the rates leave it out.',
    },
    queueNow: {
      text: (queue: string, wait: string, target: string): string =>
        `${queue}: who joins now waits about ${wait}; the target is ${target}.`,
      closed: (queue: string, people: Count): string =>
        plural(people, {
          one: `${queue}: ${people} person waits and no till is open.`,
          other: `${queue}: ${people} people wait and no till is open.`,
        }),
    },
    belowUsual: {
      passersBy: (value: string, low: string): string =>
        `Fewer people walk past than usual: ${value}, where at least ${low} are usual.`,
      entries: (value: string, low: string): string =>
        `Fewer people come in than usual: ${value}, where at least ${low} are usual.`,
      purchases: (value: string, low: string): string =>
        `Fewer purchases than usual: ${value}, where at least ${low} are usual.`,
      captureRate: (value: string, low: string): string =>
        `Fewer of those who pass come in: ${value}, where at least ${low} is usual.`,
      conversionRate: (value: string, low: string): string =>
        `Fewer of those who come in buy: ${value}, where at least ${low} is usual.`,
    },
    serviceLight: 'The service light is on red.',
    queueDay: (level: string, target: string): string =>
      `Only ${level} were served within the target time; ${target} are agreed.`,
  },
};
