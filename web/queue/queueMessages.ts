import type { QueueStepSize } from './steps.ts';

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
    waiting: (people: number): string => (people === 1 ? 'person waiting' : 'people waiting'),
    wait: (wait: string): string => `Who joins now waits about ${wait}`,
    waitUnknown: 'How long who joins now will wait is not known',
    target: (wait: string): string => `target ${wait}`,
    lights: { green: 'Short wait', yellow: 'Longer than the target', red: 'Far too long' },
    open: 'tills open',
    openReceipts: 'tills open, by receipts',
    needed: 'needed now',
    neededSoon: 'needed in 30 min',
    openMore: (tills: string, isOne: boolean): string =>
      isOne ? 'Open one more till now.' : `Open ${tills} more tills now.`,
    openSoon: (tills: string, isOne: boolean): string =>
      isOne
        ? 'One more till will be needed within 30 minutes.'
        : `${tills} more tills will be needed within 30 minutes.`,
    /** Why more tills: one sentence of the numbers that are shown. */
    why: {
      waitAlready: (people: string, isOne: boolean): string =>
        isOne ? '1 person waits already.' : `${people} people wait already.`,
      noneOpen: 'No till is open.',
      noneSold: 'No till has sold anything in the last 15 minutes.',
      unknown: 'With',
      waiting: (people: string, count: number): string => {
        if (count === 0) return 'Nobody waits now, but with';
        return count === 1 ? 'Only 1 person waits now, but with' : `Only ${people} people wait now, but with`;
      },
      anHour: (people: string): string => (people === '1' ? '1 person an hour' : `${people} people an hour`),
      tills: (count: string, isOne: boolean): string => (isOne ? 'one till' : `${count} tills`),
      keeps: (tills: string, share: string, isOne: boolean): string =>
        `${tills} ${isOne ? 'keeps' : 'keep'} only ${share} within the target.`,
      tooMany: (people: string, tills: string): string => `${people} more come than ${tills} can serve.`,
      soon: (people: string): string => `About ${people} are expected by then.`,
    },
    enough: 'The open tills keep the target.',
    cannot: 'How many tills are needed can’t be said.',
    basis: (people: string, wait: string, from: string): string =>
      `${people} people an hour come; one takes ${wait}, ${from}.`,
    basisService: (wait: string, from: string): string => `One person takes ${wait}, ${from}.`,
    from: {
      visits: (people: string): string => `measured over ${people} people`,
      receipts: (people: string): string => `from the gaps between ${people} receipts`,
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
    peopleSentence: (by: string, served: string, abandoned: string): string =>
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
    sentence: (when: string, wait: string, purchases: string): string =>
      `${when}, waiting longer than ${wait} probably cost ${purchases}.`,
    purchases: (count: string, low: string, high: string): string =>
      `about ${count} purchases (95 % interval: ${low} to ${high})`,
    money: (amount: string, low: string, high: string): string =>
      `At the average check of that time this is ${amount} (${low} to ${high}).`,
    perMinute: (points: string): string =>
      `With each minute above the target, conversion was ${points} percentage points lower.`,
    basis: (quarters: string, dates: string, above: string): string =>
      `From ${quarters} quarters of an hour on ${dates} days, ${above} of them above the target; only the same hour of the same weekday is compared.`,
    nothing: 'Nothing can be said of it.',
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
