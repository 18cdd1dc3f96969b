import type { Count } from '../language/plural.ts';
import { plural } from '../language/plural.ts';

/** The KPIs as people choose them, by their key (kpis.ts). */
const kpis = {
  passersBy: 'Passers-by',
  captureRate: 'Capture rate',
  entries: 'Entries',
  exits: 'Exits',
  conversionRate: 'Conversion',
  purchases: 'Purchases',
  netSalesMinor: 'Net sales',
  averageCheckMinor: 'Average check',
  salesPerVisitorMinor: 'Sales per visitor',
  unitsPerTransaction: 'Items per purchase',
  grossSalesMinor: 'Gross sales',
  returnsMinor: 'Returns',
  waitSeconds: 'Mean wait',
  serviceLevel: 'Waited within target',
  abandonmentRate: 'Gave up waiting',
  served: 'Served',
  averageLength: 'People waiting',
  green: 'Observations in green',
  nps: 'NPS',
  csat: 'CSAT',
  csi: 'CSI',
  passedShare: 'Standards passed',
};
export type KpiName = keyof typeof kpis;

/** Plurals of weekdays, Monday first. */
const weekdays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'] as const;

/** `strongest`, `weakest`: weekdays, 0 is Monday; the others are shares in words. */
export interface SumPattern {
  readonly strongest: number;
  readonly above: string;
  readonly weakest: number;
  readonly below: string;
}

/** `high`, `low`: the figure on those weekdays. */
export interface RatePattern {
  readonly strongest: number;
  readonly high: string;
  readonly weakest: number;
  readonly low: string;
}

export const trendsMessages = {
  title: (store: string): string => `${store}: trends`,
  noStore: 'There is no store yet',
  noStoreText: 'Trends show a store’s figures over time. Once a store is set up and its devices count, they are here.',
  failed: 'The figures could not be loaded',

  options: 'Options',
  kpi: 'Figure',
  kpis,
  groups: { people: 'People', sales: 'Sales', queue: 'Queue', service: 'Service' },
  by: 'In steps of',
  sizes: { '15m': '15 min', hour: 'Hours', day: 'Days', week: 'Weeks', month: 'Months' },
  figures: 'As',
  restated: 'Restated',
  reported: 'As reported',
  restatedHint: 'With everything that came in later: late data and corrections.',
  reportedHint: 'As the day showed when it ended.',
  withoutReport: (dates: Count): string =>
    plural(dates, {
      one: `${dates} date has no report and is shown as it is now.`,
      other: `${dates} dates have no report and are shown as they are now.`,
    }),
  estimates: 'Estimates for gaps',
  zoomOut: 'Zoom out',
  helpPick: {
    hour: 'Press an hour to see its quarters.',
    day: 'Press a day to see its hours.',
    week: 'Press a week to see its days.',
    month: 'Press a month to see its days.',
  },
  helpRange: 'Drag over the chart to zoom in; by keyboard Shift and the arrow keys, then Enter.',
  helpFinger: 'Draw a finger sideways over the chart to zoom in.',

  /** `by` stands in a sentence: “Entries by day”. */
  bySize: { '15m': 'by quarter of an hour', hour: 'by hour', day: 'by day', week: 'by week', month: 'by month' },
  chartName: (kpi: string, bySize: string): string => `${kpi} ${bySize}`,
  sentence: (kpi: string, span: string, total: string): string => `${kpi}, ${span}: ${total} in all.`,
  sentenceRange: ({ least, leastAt, most, mostAt }: Record<'least' | 'leastAt' | 'most' | 'mostAt', string>): string =>
    `The least is ${least}, ${leastAt}; the most is ${most}, ${mostAt}.`,
  soFar: {
    '15m': 'So far: the last quarter of an hour is not over yet.',
    hour: 'So far: the last hour is not over yet.',
    day: 'So far: the last day is not over yet.',
    week: 'So far: the last week is not over yet.',
    month: 'So far: the last month is not over yet.',
  },
  /** A day and a time of day. */
  listed: (parts: readonly string[]): string => parts.join(', '),
  at: (date: string, time: string): string => `${date}, ${time}`,
  nothing: 'Nothing was measured in this time.',
  nothingText: 'Choose another time or figure, or see under Data what the devices sent.',

  versus: {
    previous: 'than in the period before',
    year: 'than a year before',
    usual: 'than usual',
  },
  more: (change: string, versus: string): string => `${change} more ${versus}`,
  less: (change: string, versus: string): string => `${change} less ${versus}`,
  morePoints: (points: Count, versus: string): string =>
    plural(points, { one: `${points} point more ${versus}`, other: `${points} points more ${versus}` }),
  lessPoints: (points: Count, versus: string): string =>
    plural(points, { one: `${points} point less ${versus}`, other: `${points} points less ${versus}` }),
  same: (versus: string): string => `no more and no less ${versus}`,
  behind: { previous: 'The period before', year: 'A year before', usual: 'Usual' },
  tooLittle: {
    previous: 'Too little is known of the period before to compare the whole.',
    year: 'Too little is known of the year before to compare the whole.',
    usual: 'Too little is known of what is usual to compare the whole.',
  },
  noUsual: 'What is usual is told by day, hour and quarter of an hour: the median of the same weekdays of eight weeks.',
  compare: 'Compared with',
  compared: { none: 'Compared with nothing', previous: 'The period before', year: 'A year before', usual: 'Usual' },
  interval: (interval: string): string => `95% interval ${interval}`,

  legend: {
    figure: 'Measured',
    partial: 'So far',
    estimate: 'Estimated to be missing',
    interval: '95% interval',
    gap: 'No data',
  },
  tooltip: {
    behind: (name: string, value: string): string => `${name}: ${value}`,
    estimated: (people: string): string => `${people} more are estimated to be missing`,
    partial: 'not over yet',
    gap: 'No data: nothing was measured',
    none: 'No figure',
    ahead: 'Still to come',
  },

  table: {
    title: 'The same as a table',
    time: 'Time',
    change: 'Change',
    low: 'Interval, low',
    high: 'Interval, high',
    estimate: 'Estimated missing',
    marks: 'Holidays and notes',
    open: (time: string): string => `Open ${time}`,
    total: 'Together',
  },

  week: {
    title: 'The week',
    mean: 'Mean of each hour',
    rate: 'Each hour of the week, all its days together',
    sentence: (kpi: string, span: string): string => `${kpi} by weekday and hour, ${span}`,
    corner: 'Weekday',
    cornerHours: 'Hour',
    cell: ({ weekday, clock, value }: Record<'weekday' | 'clock' | 'value', string>, hours: Count): string =>
      plural(hours, {
        one: `${weekday} ${clock}: ${value}, of one hour`,
        other: `${weekday} ${clock}: ${value}, of ${hours} hours`,
      }),
    closedCell: (weekday: string, clock: string): string => `${weekday} ${clock}: closed`,
    noCell: (weekday: string, clock: string): string => `${weekday} ${clock}: no data`,
    pattern: ({ strongest, above, weakest, below }: SumPattern): string =>
      `${weekdays[strongest]} are the strongest, ${above} above the average day; ${weekdays[weakest]} the weakest, ${below} below it.`,
    patternRate: ({ strongest, high, weakest, low }: RatePattern): string =>
      `It is highest on ${weekdays[strongest]}, ${high}, and lowest on ${weekdays[weakest]}, ${low}.`,
    noPattern: 'No weekday stands out, or there are too few of each to tell.',
    tooShort: 'The hours of a week show from one week on: choose a longer period.',
    tooLong: 'The hours of a week are put together for up to a year: choose a shorter period.',
    byDayOnly: 'Service is kept by day: it has no hours to show.',
  },

  notes: {
    title: 'Holidays and notes',
    add: 'Add a note',
    none: 'Nothing is noted in this time.',
    hint: 'Write down what moved the figures: a fair, road works, new prices.',
    noCountry: 'No public holidays are known for this store. Its country is chosen in Settings.',
    unknownCountry: (country: string): string =>
      `No public holidays are known of “${country}”. Choose another country in Settings.`,
    holiday: 'Public holiday',
    of: { all: 'All stores', region: 'The region', store: 'This store' },
    stores: (stores: Count): string => plural(stores, { one: 'One store', other: `${stores} stores` }),
    by: (author: string): string => `by ${author}`,
    change: (words: string): string => `Change the note “${words}”`,
    dialogNew: 'New note',
    dialogChange: 'Change the note',
    words: 'What happened',
    from: 'From',
    to: 'To',
    about: 'About',
    save: 'Save',
    cancel: 'Cancel',
    remove: 'Remove',
    order: 'The last day must not be before the first.',
    missing: 'Write what happened.',
    saved: 'The note is kept.',
    removed: 'The note is gone.',
  },
};
