import { stringify } from 'csv-stringify/browser/esm/sync';
import writeXlsxFile from 'write-excel-file/browser';
import { byteOrderMark, harmless } from '../../db/vocabulary/spreadsheet.ts';

/** null: not known, an empty cell. Rates are fractions of 1, money is whole units of its currency. */
export type Cell = string | number | null;

/** What a page shows, as lines and columns. */
export interface ShownTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** RFC 4180 with a byte order mark. */
export function csvBlob({ head, rows }: ShownTable): Blob {
  const text = stringify([[...head], ...rows.map((row) => row.map(harmless))], { record_delimiter: 'windows' });
  return new Blob([byteOrderMark, text], { type: 'text/csv;charset=utf-8' });
}

/** An Office Open XML workbook of one sheet; its cells are typed, so that nothing can be taken for a formula. */
export async function xlsxBlob({ head, rows }: ShownTable, isRightToLeft: boolean): Promise<Blob> {
  const titles = head.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map(xlsxCell));
  return await writeXlsxFile([titles, ...cells], { stickyRowsCount: 1, rightToLeft: isRightToLeft }).toBlob();
}

function xlsxCell(value: Cell) {
  if (value === null) return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}
