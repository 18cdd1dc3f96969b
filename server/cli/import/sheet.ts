import { readFileSync } from 'node:fs';
import { readSheet } from 'read-excel-file/node';
import { AppError } from '../../../db/vocabulary/errors.ts';

/** Of what a workbook holds when it is unpacked: more is no list of receipts, or a trap. */
const mostUnpacked = 512 * 1024 * 1024;
const centralHeader = 0x02014b50;
const endHeader = 0x06054b50;

/**
 * The cells of an XLSX file's first sheet as texts: numbers as Excel shows them, dates as `2026-03-20T09:15:00`, `2026-03-20` or
 * `09:15:00`, without a zone.
 * @throws AppError `invalid` where it is no XLSX file
 */
export async function readSheetRows(file: string): Promise<readonly (readonly string[])[]> {
  const bytes = readFileSync(file);
  if (unpackedBytes(bytes) > mostUnpacked)
    throw new AppError('invalid', 'The workbook is too large: save its sheet as CSV.');
  try {
    const rows = await readSheet<string>(bytes, 1, { parseNumber: numberText });
    return rows.map((row) => row.map(cellText));
  } catch (error) {
    throw new AppError('invalid', 'The file is no workbook of Excel (XLSX), or is damaged: save it anew, or as CSV.', {
      cause: error,
    });
  }
}

/** Excel keeps 15 digits; what stands behind them is the noise of binary numbers (12.350000000000001). */
function numberText(written: string): string {
  const number = Number(written);
  if (!Number.isFinite(number)) return written;
  const text = String(Number(number.toPrecision(15)));
  return text.includes('e') ? written : text;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? dateText(cell) : String(cell);
}

/** A day's fraction is rounded to whole seconds; a time alone lies in 1899, a date alone at midnight. */
function dateText(date: Date): string {
  const at = Math.round(date.getTime() / 1000) * 1000;
  if (!Number.isFinite(at)) return '';
  const [day = '', time = ''] = new Date(at).toISOString().slice(0, 19).split('T');
  if (day < '1901') return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}

/** By the archive's own list of what is in it. */
function unpackedBytes(zip: Buffer): number {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 20 > zip.length || zip.readUInt32LE(end) !== endHeader) return 0;
  let bytes = 0;
  let at = zip.readUInt32LE(end + 16);
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === centralHeader) {
    bytes += zip.readUInt32LE(at + 24);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return bytes;
}
