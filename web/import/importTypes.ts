/** How the columns of a table are read; saved under a name. */
export interface ImportMapping {
  /** By field: the column, or `Date+Time` for two that belong together. */
  readonly map: Readonly<Record<string, string>>;
  readonly dateFormat?: string | undefined;
  readonly decimalComma?: boolean | undefined;
  /** What each word of the type column means. */
  readonly type?: Readonly<Record<string, string>> | undefined;
}

export interface SavedMapping extends ImportMapping {
  readonly name: string;
}

export interface RefusedLine {
  readonly line: number;
  readonly reason: string;
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
