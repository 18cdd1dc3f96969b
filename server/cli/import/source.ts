import { closeSync, createReadStream, existsSync, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { AppError } from '../../../db/vocabulary/errors.ts';
import { readSheetRows } from './sheet.ts';

/** One line of the file, as its columns; `line` counts from 1 and is the header's. */
export interface SourceRow {
  readonly line: number;
  readonly columns: readonly string[];
}

export interface SourceOptions {
  readonly file: string;
  /** Undefined: the commonest of `,` `;` tab and `|` in the first line. */
  readonly delimiter: string | undefined;
  /** A label that TextDecoder knows: utf-8, windows-1251, utf-16le … */
  readonly encoding: string;
}

const gzipStart = [0x1f, 0x8b];
const zipStart = [0x50, 0x4b];

/** Files are known by their first two bytes, whatever they are called. */
function beginsWith(file: string, bytes: readonly number[]): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const start = Buffer.alloc(2);
    return readSync(descriptor, start, 0, 2, 0) === 2 && start[0] === bytes[0] && start[1] === bytes[1];
  } finally {
    closeSync(descriptor);
  }
}

/** A workbook of Excel, whose cells may be dates already. */
export function isSheet(file: string): boolean {
  return existsSync(file) && beginsWith(file, zipStart);
}

function bytesOf(file: string): AsyncIterable<Uint8Array> {
  const raw = createReadStream(file);
  if (!beginsWith(file, gzipStart)) return raw;
  const plain = createGunzip();
  raw.on('error', (error) => plain.destroy(error));
  return raw.pipe(plain);
}

async function* textOf(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytesOf(file)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function commonestDelimiter(firstLine: string): string {
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: firstLine.split(delimiter).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.delimiter ?? ',';
}

async function firstLineOf(options: SourceOptions): Promise<string> {
  let text = '';
  for await (const chunk of textOf(options.file, options.encoding)) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0] ?? '';
}

function checkReadable(options: SourceOptions): void {
  if (!existsSync(options.file)) throw new AppError('not_found', `there is no file ${options.file}`);
  try {
    new TextDecoder(options.encoding);
  } catch {
    throw new AppError(
      'invalid',
      `--encoding "${options.encoding}" is not known: use utf-8, windows-1251, iso-8859-1 or another WHATWG name`,
    );
  }
}

/** A file's lines in order, the header first, as often as they are asked for. */
export interface Rows {
  read(): AsyncGenerator<SourceRow>;
}

/** Lines of a CSV file, gzipped or not, or of the first sheet of a workbook, which is unpacked once. */
export function rowsOf(options: SourceOptions): Rows {
  let sheet: readonly (readonly string[])[] | undefined;
  return {
    async *read() {
      checkReadable(options);
      if (!isSheet(options.file)) return yield* readLines(options);
      sheet ??= await readSheetRows(options.file);
      for (const [place, columns] of sheet.entries()) {
        if (columns.some((cell) => cell !== '')) yield { line: place + 1, columns };
      }
    },
  };
}

/** The whole file as text, unpacked where it is gzipped. */
export async function readText(options: Omit<SourceOptions, 'delimiter'>): Promise<string> {
  checkReadable({ ...options, delimiter: undefined });
  const parts: string[] = [];
  for await (const part of textOf(options.file, options.encoding)) parts.push(part);
  return parts.join('').replace(/^\ufeff/, '');
}

async function* readLines(options: SourceOptions): AsyncGenerator<SourceRow> {
  const delimiter = options.delimiter ?? commonestDelimiter(await firstLineOf(options));
  const parser = Readable.from(textOf(options.file, options.encoding)).pipe(
    parse({ delimiter, bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }),
  );
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield { line: info.lines, columns: record };
  }
}
