import type { Kind } from './forms.ts';

/** How the columns of a table are read; saved under a name. */
export interface ImportMapping {
  /** What the lines are; absent: receipts. */
  readonly kind?: Kind | undefined;
  /** By field: the column, or `Date+Time` for two that belong together; '' for none. */
  readonly map: Readonly<Record<string, string>>;
  readonly dateFormat?: string | undefined;
  readonly decimalComma?: boolean | undefined;
  /** What each word of the column of types, directions or outcomes means. */
  readonly type?: Readonly<Record<string, string>> | undefined;
  readonly direction?: Readonly<Record<string, string>> | undefined;
  readonly outcome?: Readonly<Record<string, string>> | undefined;
  /** By field what it is in every line. */
  readonly set?: Readonly<Record<string, string>> | undefined;
  /** What a line's one time is of its stretch, whichever of the two it is mapped as. */
  readonly label?: 'start' | 'end' | undefined;
  readonly slotMinutes?: number | undefined;
  readonly waitUnit?: 'seconds' | 'minutes' | undefined;
  /** By class of waits in seconds (`0-900`, `7200-`) the column with the people in it. */
  readonly bins?: Readonly<Record<string, string>> | undefined;
  /** Scores that mean no answer. */
  readonly skipScores?: readonly string[] | undefined;
}

export interface SavedMapping extends ImportMapping {
  /** Columns of a checklist, which the page does not point at. */
  readonly items?: Readonly<Record<string, string>> | undefined;
  readonly name: string;
}

export interface RefusedLine {
  readonly line: number;
  readonly reason: string;
  /** The reason in the page's language, where that is not English. */
  readonly said?: string | undefined;
}

/** What became of the lines of a file. */
export interface ImportReport {
  readonly lines: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly corrected: number;
  /** Amounts with more digits than the currency. */
  readonly rounded: number;
  /** How many, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly rejectedCount: number;
  /** The first 500 of them. */
  readonly rejected: readonly RefusedLine[];
  /** The last time in the file, by the store's clock; null: nothing was read. */
  readonly to: string | null;
}

/** What stands in the first lines of a table. */
export interface TableLook {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
