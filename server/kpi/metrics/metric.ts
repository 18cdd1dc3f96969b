/** A name in the languages of the dashboard. */
export interface MetricName {
  readonly en: string;
  readonly ru: string;
  readonly fa: string;
}

/** `minor`: whole minor units of the store's currency; `ratio` and `interval`: fractions of 1; `points`: −100 to 100. */
export type MetricUnit =
  | 'people'
  | 'receipts'
  | 'items'
  | 'items per receipt'
  | 'minor'
  | 'ratio'
  | 'interval'
  | 'seconds'
  | 'hours'
  | 'tills'
  | 'observations'
  | 'requests'
  | 'checks'
  | 'points'
  | 'light'
  | 'flag'
  | 'group';

/** One figure inside a group (`coverage.entries`), or one flag. */
export interface MetricField {
  readonly key: string;
  readonly name: MetricName;
  readonly formula: string;
  readonly unit: MetricUnit;
}

export interface Metric<Key extends string = string> extends MetricField {
  readonly key: Key;
  /** Fields of the messages, settings, or other metrics that it is made of. */
  readonly inputs: readonly string[];
  /** What does not count, and when there is no figure. */
  readonly leftOut: string;
  /** The figures of a group, or the flags. */
  readonly fields?: readonly MetricField[];
}
