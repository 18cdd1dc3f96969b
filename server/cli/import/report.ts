import { writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { counted, note } from '../output.ts';

/** A line that was not imported. */
export interface RejectedLine {
  readonly line: number;
  readonly reason: string;
  readonly columns: readonly string[];
}

/** What became of the lines of a file. */
export interface ImportReport {
  lines: number;
  accepted: number;
  duplicates: number;
  corrected: number;
  /** Amounts with more digits than the currency, rounded. */
  rounded: number;
  readonly skipped: Map<string, number>;
  readonly rejected: RejectedLine[];
  startAt: number;
  endAt: number;
}

export function emptyReport(): ImportReport {
  return {
    lines: 0,
    accepted: 0,
    duplicates: 0,
    corrected: 0,
    rounded: 0,
    skipped: new Map(),
    rejected: [],
    startAt: Number.POSITIVE_INFINITY,
    endAt: Number.NEGATIVE_INFINITY,
  };
}

const shownLines = 10;

/** The first rejected lines in words, the others as a number. */
export function showRejected(rejected: readonly RejectedLine[], file: string | undefined): void {
  for (const { line, reason } of rejected.slice(0, shownLines)) note(`line ${line}: ${reason}`);
  const more = rejected.length - shownLines;
  if (more > 0) note(`and ${more} more${file === undefined ? '; --rejected FILE writes them all' : ''}`);
}

/** A CSV file of the rejected lines: number, reason, and the line itself. */
export function writeRejected(file: string, header: readonly string[], rejected: readonly RejectedLine[]): void {
  const rows = rejected.map(({ line, reason, columns }) => [line, reason, ...columns]);
  writeFileSync(file, stringify([['line', 'reason', ...header], ...rows]));
}

/** The whole import in one line. */
export function summary(report: ImportReport, what: string): string {
  const skipped = [...report.skipped].map(([reason, count]) => `${count} skipped (${reason})`);
  const parts = [
    counted(report.accepted, what),
    ...(report.corrected > 0 ? [`${report.corrected} corrected`] : []),
    ...(report.duplicates > 0 ? [`${report.duplicates} already there`] : []),
    ...skipped,
    ...(report.rounded > 0 ? [`${report.rounded} amounts rounded`] : []),
    counted(report.rejected.length, 'line rejected', 'lines rejected'),
  ];
  return parts.join(', ');
}
