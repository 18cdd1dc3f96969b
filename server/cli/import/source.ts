import { closeSync, createReadStream, existsSync, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { AppError } from '../../../db/vocabulary/errors.ts';

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

/** Gzip begins with these two bytes, whatever the file is called. */
function isGzip(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const start = Buffer.alloc(2);
    return readSync(descriptor, start, 0, 2, 0) === 2 && start[0] === 0x1f && start[1] === 0x8b;
  } finally {
    closeSync(descriptor);
  }
}

function bytesOf(file: string): AsyncIterable<Uint8Array> {
  const raw = createReadStream(file);
  if (!isGzip(file)) return raw;
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

/** The file's lines in order, the header first; gzip is unpacked on the way. */
export async function* readRows(options: SourceOptions): AsyncGenerator<SourceRow> {
  checkReadable(options);
  const delimiter = options.delimiter ?? commonestDelimiter(await firstLineOf(options));
  const parser = Readable.from(textOf(options.file, options.encoding)).pipe(
    parse({ delimiter, bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }),
  );
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield { line: info.lines, columns: record };
  }
}
