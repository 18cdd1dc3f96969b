import { stringify } from 'csv-stringify';
import writeXlsxFile from 'write-excel-file/node';
import { byteOrderMark, harmless } from '../../db/vocabulary/spreadsheet.ts';
import type { Cell, Table } from './table.ts';

/** RFC 4180 with a byte order mark. */
export function csvOf({ head, rows }: Table): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { record_delimiter: 'windows' as const };
    stringify([head, ...rows.map((row) => row.map(harmless))], options, (error, text) => {
      if (error) reject(error);
      else resolve(`${byteOrderMark}${text}`);
    });
  });
}

/** An Office Open XML workbook of one sheet; its cells are typed, so that nothing can be taken for a formula. */
export async function xlsxOf({ head, rows }: Table): Promise<Uint8Array<ArrayBuffer>> {
  const titles = head.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map(xlsxCell));
  return new Uint8Array(await writeXlsxFile([titles, ...cells], { stickyRowsCount: 1 }).toBuffer());
}

function xlsxCell(value: Cell) {
  if (value === null) return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}
