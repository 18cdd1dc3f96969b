import type { ReadInstant } from './dateFormat.ts';
import { type Columns, fieldText } from './mapping.ts';
import { type NumberStyle, readCount, readNumber } from './numbers.ts';

/** How the columns of a table are read. */
export interface CellOptions {
  readonly columns: Columns;
  readonly readInstant: ReadInstant;
  readonly zone: string;
  readonly style: NumberStyle;
}

/** A line's fields; null where there is nothing in them, or nothing that can be read, of which `fault` tells the first. */
export interface Cells {
  text(field: string): string | null;
  /** Epoch ms. */
  instant(field: string): number | null;
  /** A whole number of people, not below 0. */
  count(field: string): number | null;
  number(field: string): number | null;
  /** Remembers a fault of the reader's own. */
  fail(reason: string): null;
  fault(): string | null;
}

export function cellsOf(row: readonly string[], { columns, readInstant, zone, style }: CellOptions): Cells {
  let first: string | null = null;
  const fail = (reason: string): null => {
    first ??= reason;
    return null;
  };
  const text = (field: string): string | null => fieldText(row, columns, field) ?? null;
  return {
    text,
    instant(field) {
      const written = text(field);
      if (written === null) return null;
      return readInstant(written, zone) ?? fail(`"${written}" is not a time in the given format (${field})`);
    },
    count(field) {
      const written = text(field);
      const count = written === null ? null : readCount(written, style);
      if (written !== null && (count === null || count < 0)) {
        return fail(`"${written}" is not a whole number of people (${field})`);
      }
      return count;
    },
    number(field) {
      const written = text(field);
      if (written === null) return null;
      return readNumber(written, style) ?? fail(`"${written}" is not a number (${field})`);
    },
    fail,
    fault: () => first,
  };
}
