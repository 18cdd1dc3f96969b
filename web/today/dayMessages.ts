import type { QualityLevel, StepName } from '../api-types.ts';
import type { Count } from '../language/plural.ts';
import type { WeekdayNumber } from './headline.ts';

const stepNames: Record<StepName, string> = { passersBy: 'Passers-by', entries: 'Entries', purchases: 'Purchases' };
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Every sentence about the figures of a day: its funnel, sales and hours, and how far to trust them. */
export const dayMessages = {
  steps: stepNames,

  funnel: {
    title: 'The way in',
    captureName: 'Capture rate',
    conversionName: 'Conversion',
    intervalTitle: '95 % interval: chance alone would move the rate within these bounds',
    usual: (value: string): string => `usual ${value}`,
    comparedUsual: (days: Count, weekday: WeekdayNumber): string =>
      `Changes are against the usual ${weekdays[weekday]} (median of ${days}); grey ones are within what is usual.`,
    comparedByNow: (days: Count, weekday: WeekdayNumber): string =>
      `Changes are against the usual ${weekdays[weekday]} up to this time of day (median of ${days}); grey ones are within what is usual.`,
    comparedNothing: 'There are not enough comparable days for a usual yet.',
    toScale: 'Drawn to scale.',
    noOutside: 'Nothing counts the people outside, so the funnel starts at the door.',
    noOutsideHow: 'Add a counter that measures passers-by to see how many of them come in.',
    noTill: 'No till is connected, so purchases and conversion are unknown.',
    noTillHow: 'Add a till to see how many of those who come in buy.',
    leftOut: 'Rates leave out the quarters of an hour in which a counter or till was not covered.',
    notMeasured: 'not measured',
    noData: 'no data',
    noRate: 'not known',
    sentence: (parts: readonly string[]): string => `Funnel: ${parts.join(', ')}.`,
    figure: (name: string, value: string): string => `${name} ${value}`,
    step: 'Figure',
    value: 'Value',
    intervalLow: (rate: string): string => `${rate}, 95 % interval, low`,
    intervalHigh: (rate: string): string => `${rate}, 95 % interval, high`,
    low: '95 % interval, low',
    high: '95 % interval, high',
    usualColumn: 'Usual',
    changeColumn: 'Change',
  },

  sales: {
    title: 'Sales',
    netSales: 'Net sales',
    averageCheck: 'Average check',
    salesPerVisitor: 'Sales per visitor',
    unitsPerTransaction: 'Items per purchase',
    returns: (amount: string): string => `after returns of ${amount}`,
  },

  hours: {
    title: 'By hour',
    entries: 'Entries',
    conversion: 'Conversion',
    ghost: (date: string): string => `a week before (${date})`,
    gap: 'No data',
    lowCoverage: 'Partly covered',
    interval: '95 % interval',
    value: (name: string, value: string): string => `${name}: ${value}`,
    before: (value: string, ghost: string): string => `${value} ${ghost}`,
    entriesSentence: (busiest: string, count: string): string =>
      `Entries by hour. The busiest hour begins at ${busiest} with ${count}.`,
    entriesNone: 'Entries by hour. No hour has been counted yet.',
    conversionSentence: (low: string, high: string): string =>
      `Conversion by hour with 95 % intervals, between ${low} and ${high}.`,
    conversionNone: 'Conversion by hour. It is not known for any hour yet.',
    asTable: 'The same as a table',
    hour: 'Hour',
    purchases: 'Purchases',
    passersBy: 'Passers-by',
    netSales: 'Net sales',
    coverage: 'Coverage of entries',
  },

  quality: {
    title: 'Data quality',
    levels: { good: 'Good', fair: 'Fair', poor: 'Poor', none: 'Unknown' } satisfies Record<QualityLevel, string>,
    fine: 'Every counter and till reported as it should.',
    nothing: 'There is nothing to judge yet.',
    coverage: 'Time covered by reports',
    notMeasured: 'not measured',
    nobodyMeasures: (step: StepName): string => `${stepNames[step]}: no device measures them here.`,
    notDue: 'nothing due yet',
    outside: (entries: string, purchases: string): string =>
      `Outside opening hours: entries ${entries}, purchases ${purchases}.`,
    lowCoverage: (step: StepName, covered: string): string =>
      `${stepNames[step]}: reports cover only ${covered} of the opening hours.`,
    flags: {
      coarse: 'Some counts came in pieces longer than an hour, so hours can’t be told apart.',
      conversion_over_100: 'More purchases than entries: a door counter probably misses people.',
      capture_over_100: 'More entries than passers-by: the outside counter probably misses people.',
      sales_without_entries: 'There are sales without entries: the door counter may be down.',
      entry_exit_imbalance: 'Entries and exits differ by more than 10 %: a counter may be covered or mounted wrongly.',
    } as Readonly<Record<string, string>>,
  },
};
