import type { QueueCostAnswer, QueueNowAnswer } from '../../server/contracts/queue.ts';
import { type Count, plural } from '../language/plural.ts';
import type { QueueStepSize } from './steps.ts';

type Needed = QueueNowAnswer['queues'][number]['needed'];

/** What a sentence about too few tills says. `waiting`: null where it is not known. */
interface Pressed {
  readonly waiting: Count | null;
  readonly anHour: Count;
  readonly tills: Count;
}

function pressed({ waiting, anHour }: Pressed): string {
  const come = plural(anHour, { one: '1 person an hour', other: `${anHour} people an hour` });
  if (waiting === null) return `With ${come}`;
  if (waiting.value === 0) return `Nobody waits now, but with ${come}`;
  return plural(waiting, {
    one: `Only 1 person waits now, but with ${come}`,
    other: `Only ${waiting} people wait now, but with ${come}`,
  });
}

function tillsOf(tills: Count): string {
  return plural(tills, { one: 'one till', other: `${tills} tills` });
}

/** What waiting cost: purchases with their interval. */
interface Cost {
  readonly from: string;
  readonly to: string;
  readonly wait: string;
  readonly count: string;
  readonly low: string;
  readonly high: string;
}

const severalQueues = 'Receipts do not say which queue they are of, so that they cannot help a store with several.';

/** Every sentence of the page of queues, and of what other pages say of queues. */
export const queueMessages = {
  title: 'Queue',
  pageTitle: (store: string): string => `${store}: queue`,
  estimate: 'Estimate',
  failed: 'The queue figures could not be loaded',
  allQueues: 'All queues',
  queue: 'Queue',

  none: {
    title: 'No queue is measured here yet',
    text: 'A queue sensor, a ticket system or a till can say how long people wait. Add one, and its figures appear here by themselves.',
    add: 'Add a device',
    devices: 'See the devices',
  },
  nothing: 'Nothing was reported of the queues in this period.',

  now: {
    title: 'Now',
    failed: 'The queues of this moment could not be loaded',
    asOf: (time: string): string => `as of ${time}`,
    none: 'No queue has been heard of yet.',
    lengthUnknown: 'Nothing was heard of this queue in the last 10 minutes.',
    /** Beside the figure. */
    waiting: (people: Count): string => plural(people, { one: 'person waiting', other: 'people waiting' }),
    nobody: 'Nobody is waiting',
    wait: (wait: string): string => `Who joins now waits about ${wait}`,
    noWait: 'Who joins now is served at once',
    waitUnknown: 'How long who joins now will wait is not known',
    target: (wait: string): string => `target ${wait}`,
    lights: { green: 'Short wait', yellow: 'Longer than the target', red: 'Far too long' },
    /** Under the figure, which may be unknown. */
    open: (tills: Count): string => plural(tills, { one: 'till open', other: 'tills open' }),
    openReceipts: (tills: Count): string =>
      plural(tills, { one: 'till open, by receipts', other: 'tills open, by receipts' }),
    needed: 'needed now',
    neededSoon: 'needed in 30 min',
    openMore: (tills: Count): string =>
      plural(tills, { one: 'Open one more till now.', other: `Open ${tills} more tills now.` }),
    openSoon: (tills: Count): string =>
      plural(tills, {
        one: 'One more till will be needed within 30 minutes.',
        other: `${tills} more tills will be needed within 30 minutes.`,
      }),
    /** Why more tills: one sentence of the numbers that are shown. */
    why: {
      waitAlready: (people: Count): string =>
        plural(people, { one: '1 person waits already.', other: `${people} people wait already.` }),
      noneOpen: 'No till is open.',
      noneSold: 'No till has sold anything in the last 15 minutes.',
      keeps: (told: Pressed, share: string): string =>
        `${pressed(told)} ${tillsOf(told.tills)} ${plural(told.tills, { one: 'keeps', other: 'keep' })} only ${share} within the target.`,
      tooMany: (told: Pressed): string => `${pressed(told)} more come than ${tillsOf(told.tills)} can serve.`,
      soon: (anHour: Count): string =>
        plural(anHour, {
          one: 'About 1 person an hour is expected by then.',
          other: `About ${anHour} people an hour are expected by then.`,
        }),
    },
    enough: 'The open tills keep the target.',
    cannot: 'How many tills are needed can’t be said.',
    /** Why nothing can be said of the tills; `isOnly`: the store has one queue. */
    silence: {
      noServiceTime: (visits: Count, isOnly: boolean): string =>
        isOnly
          ? `How long a customer takes is not known: at least ${visits} visits that say when people were called and when they left, or ${visits} receipts that name their till and follow each other while somebody waits, are needed.`
          : `How long a customer takes is not known: at least ${visits} visits that say when people were called and when they left are needed. ${severalQueues}`,
      noArrivals: (isOnly: boolean): string =>
        isOnly
          ? 'How many people come at the moment is not known: no visits came in four hours, or what tells of them is silent, and no till has been heard of lately.'
          : `How many people come at the moment is not known: no visits came in four hours, or what tells of them is silent. ${severalQueues}`,
      noHistory: 'How many will come in half an hour is not known: it takes two of the last four same weekdays.',
      tooMany: (most: Count): string => `More than ${most} tills would be needed: check the queue’s measurements.`,
    } satisfies Record<NonNullable<Needed['whyCode']>, unknown>,
    /** What the number of tills is worked out from. `anHour`: null where hardly anybody comes, or it is not known. */
    basis: {
      visits: (anHour: Count | null, takes: string, people: Count): string =>
        anHour === null
          ? `One person takes ${takes}, measured over ${people} people.`
          : `${anHour} people an hour come; one takes ${takes}, measured over ${people} people.`,
      receipts: (anHour: Count | null, takes: string, receipts: Count): string =>
        anHour === null
          ? `One person takes ${takes}, from the gaps between ${receipts} receipts.`
          : `${anHour} people an hour come; one takes ${takes}, from the gaps between ${receipts} receipts.`,
    },
    promise: (share: string, wait: string): string => `Needed so that ${share} wait no longer than ${wait}.`,
  },

  figures: {
    title: 'Waiting',
    serviceLevel: 'Within target',
    serviceLevelOf: (wait: string, share: string): string => `waited ${wait} or less; the target is ${share}`,
    serviceLevelAll: 'waited no longer than the target of their queue',
    meanWait: 'Mean wait',
    median: (wait: string): string => `half waited ${wait} or less`,
    p90: '9 of 10 waited at most',
    p95: (wait: string): string => `19 of 20 at most ${wait}`,
    served: 'Served',
    abandoned: 'Gave up before being served',
    abandonmentRate: (share: string): string => `${share} of those who joined`,
    length: 'People waiting, on average',
    lengthAll: 'People waiting, average queue',
    most: (people: string): string => `at most ${people}`,
    service: 'Service takes',
    serviceSpread: (wait: string): string => `9 of 10 at most ${wait}`,
    open: 'Tills open, on average',
    littlesLaw: 'Worked out from the queue’s length and the purchases (Little’s law), not measured.',
    unknown: 'not measured',
    /** Of a period that is not over. */
    notYet: 'nothing measured yet',
    outside: (served: string, abandoned: string): string =>
      `Outside opening hours: served ${served}, gave up ${abandoned}.`,
    coarse: 'Percentiles come from the ranges that a sensor reports, so they are coarse.',
    partial: 'The period is not over yet.',
  },

  overTime: {
    title: 'Over time',
    by: 'In steps of',
    sizes: { '15m': '15 minutes', hour: 'hours', day: 'days', week: 'weeks', month: 'months' } satisfies Record<
      QueueStepSize,
      string
    >,
    wait: 'Waiting time',
    people: 'People',
    length: 'People waiting',
    mean: 'Mean',
    spread: 'Half to 9 of 10',
    target: 'Target',
    estimated: 'Estimated mean',
    served: 'Served',
    abandoned: 'Gave up',
    average: 'Average',
    most: 'Most',
    gap: 'No data',
    waitSentence: (by: string, wait: string, at: string): string =>
      `Waiting time in steps of ${by}. The longest mean wait is ${wait}, at ${at}.`,
    waitNone: (by: string): string => `Waiting time in steps of ${by}. None is known.`,
    peopleSentence: (by: string, served: Count, abandoned: Count): string =>
      `People in steps of ${by}: ${served} served in all, ${abandoned} gave up before.`,
    lengthSentence: (by: string, people: string, at: string): string =>
      `People waiting in steps of ${by}. The longest queue on average is ${people}, at ${at}.`,
    asTable: 'The same as a table',
    columns: {
      step: 'Time',
      served: 'Served',
      abandoned: 'Gave up',
      abandonmentRate: 'Gave up, share',
      mean: 'Mean wait',
      p50: 'Half at most',
      p90: '9 of 10 at most',
      p95: '19 of 20 at most',
      serviceLevel: 'Within target',
      service: 'Service takes',
      averageLength: 'Waiting, average',
      maxLength: 'Waiting, most',
      averageOpen: 'Tills open',
      estimated: 'Mean wait, estimated',
    },
  },

  perQueue: {
    title: 'By queue',
    table: 'Figures by queue',
    target: 'Target',
    targetText: (share: string, wait: string): string => `${share} within ${wait}`,
    total: 'All queues',
  },

  cost: {
    title: 'What waiting cost',
    loading: 'Working it out…',
    failed: 'What waiting cost could not be worked out',
    sentence: ({ from, to, wait, count, low, high }: Cost): string =>
      `From ${from} to ${to}, waiting longer than ${wait} probably cost about ${count} purchases (95% interval: ${low} to ${high}).`,
    money: (amount: string, low: string, high: string): string =>
      `At the average check of that time this is ${amount} (${low} to ${high}).`,
    perMinute: (points: string): string =>
      `With each minute above the target, conversion was ${points} percentage points lower.`,
    basis: (quarters: Count, dates: Count, above: string): string =>
      `From ${quarters} quarters of an hour on ${dates} days, ${above} of them above the target; only the same hour of the same weekday is compared.`,
    nothing: 'Nothing can be said of it.',
    /** Why nothing can be said. */
    silence: {
      waits:
        'No waits were measured: a queue sensor or ticket system that sends visits or waiting times is needed; lengths alone do not tell.',
      waitsInside: 'Waits were measured outside opening hours alone.',
      entries: 'No entries were counted: a counter at the entrance is needed.',
      purchases: 'No purchases came: a till that sends its receipts is needed.',
      together:
        'Entries, purchases and waits were never all complete in the same quarter of an hour: their devices were silent, nobody came in, or entries come in steps longer than an hour.',
      neverAbove:
        'In no quarter of an hour was the mean wait above the target: waiting cost nothing that could be seen.',
      fewAbove: (least: Count): string =>
        `At the same weekday and hour there were fewer than ${least} quarters of an hour with waits above the target beside others below it. Take a longer period.`,
      fewBelow: (least: Count): string =>
        `At the same weekday and hour there were fewer than ${least} quarters of an hour with waits within the target to compare with. Take a longer period.`,
      fewDates: (least: Count): string => `Fewer than ${least} days can be compared. Take a longer period.`,
      uncertain:
        'Conversion did not fall with the wait by more than chance alone explains: no loss can be told from these figures.',
      later:
        'Purchases fell while people waited and came back after they had waited: they were made later, not lost, as far as these figures tell.',
    } satisfies Record<QueueCostAnswer['whyCodes'][number], unknown>,
    period: (from: string, to: string): string => `From ${from} to ${to}`,
  },

  targets: {
    title: 'Targets',
    lead: 'How long people may wait, and how many of them. The tills needed are worked out for this.',
    change: 'Change the targets',
    cancel: 'Leave as it is',
    name: 'Name',
    nameOf: (queue: string): string => `Name of ${queue}`,
    seconds: 'Wait at most, seconds',
    secondsOf: (queue: string): string => `${queue}: wait at most, seconds`,
    share: 'Share of people, %',
    shareOf: (queue: string): string => `${queue}: share of people, %`,
    save: 'Save the targets',
    saving: 'Saving…',
    saved: 'Saved. How many waited too long is counted anew; for a long past this takes some minutes.',
    unsettable: (queue: string): string =>
      `${queue} can’t have a target of its own: its name has other signs than small Latin letters, digits and hyphens.`,
    wrong: 'Enter whole seconds of at least 1, and a share between 1 and 99 %.',
  },
};
