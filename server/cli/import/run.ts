import type { Sql } from '../../../db/sql/port.ts';
import { AppError } from '../../../db/vocabulary/errors.ts';
import type { ItemFate } from '../../../ingest/pipeline/message.ts';
import { messagesOf } from '../feed.ts';
import { deviceFor, type ImportTarget, importDeviceId } from './device.ts';
import { emptyReport, type ImportReport } from './report.ts';
import type { RowReader } from './row.ts';
import { databaseSink, type ImportSink } from './sink.ts';
import { type Rows, rowsOf, type SourceOptions, type SourceRow } from './source.ts';

/** A file on its way in; `makeReader` is given the header. */
export interface Import {
  readonly source: SourceOptions;
  readonly target: ImportTarget;
  readonly makeReader: (header: readonly string[]) => RowReader;
  /** Reads and reports, but stores nothing. */
  readonly isDryRun: boolean;
}

interface WaitingItem {
  readonly row: SourceRow;
  readonly item: unknown;
}

const itemsInCommit = 1000;

export interface ImportResult {
  readonly report: ImportReport;
  readonly header: readonly string[];
}

/** Reads the file once without storing: every line that cannot be read, and the span of the others. */
async function readThrough({ source, makeReader }: Import, rows: Rows): Promise<ImportResult> {
  const report = emptyReport();
  let header: readonly string[] | undefined;
  let reader: RowReader | undefined;
  for await (const row of rows.read()) {
    if (reader === undefined) {
      header = row.columns.map((column) => column.trim());
      reader = makeReader(header);
      continue;
    }
    report.lines += 1;
    const read = reader(row.columns);
    if (read.kind === 'rejected') report.rejected.push({ ...row, reason: read.reason });
    if (read.kind === 'skipped') report.skipped.set(read.reason, (report.skipped.get(read.reason) ?? 0) + 1);
    if (read.kind !== 'item') continue;
    report.accepted += 1;
    if (read.isRounded) report.rounded += 1;
    report.startAt = Math.min(report.startAt, read.startAt);
    report.endAt = Math.max(report.endAt, read.endAt);
  }
  if (header === undefined || reader === undefined) throw new AppError('invalid', `${source.file} is empty`);
  return { report, header };
}

function countFate(report: ImportReport, { row }: WaitingItem, fate: ItemFate | undefined): void {
  if (fate?.fate === 'accepted') report.accepted += 1;
  else if (fate?.fate === 'duplicate') report.duplicates += 1;
  else if (fate?.fate === 'corrected') report.corrected += 1;
  else
    report.rejected.push({ ...row, reason: `${fate?.reason ?? 'refused'}: ${fate?.detail ?? 'kept in quarantine'}` });
}

async function storeItems(
  sink: ImportSink,
  target: ImportTarget,
  waiting: readonly WaitingItem[],
): Promise<ItemFate[]> {
  const to = { storeId: target.store.id, deviceId: importDeviceId(target), kind: target.kind };
  const messages = messagesOf(
    to,
    waiting.map(({ item }) => item),
    Date.now(),
  );
  return (await sink.store(messages)).flatMap((fate) => fate.items);
}

interface Storing extends ImportResult {
  readonly rows: Rows;
  readonly sink: ImportSink;
}

/** Reads the file again and stores its items, a thousand in a commit. */
async function storeAll(input: Import, { report, header, rows, sink }: Storing): Promise<void> {
  // A reader of its own: what it remembers of earlier lines must begin anew.
  const reader = input.makeReader(header);
  report.accepted = 0;
  let done = 0;
  let isHeader = true;
  let waiting: WaitingItem[] = [];
  const flush = async (): Promise<void> => {
    const fates = await storeItems(sink, input.target, waiting);
    for (const [index, item] of waiting.entries()) countFate(report, item, fates[index]);
    waiting = [];
    sink.progress(done, report.lines);
  };
  for await (const row of rows.read()) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    done += 1;
    const read = reader(row.columns);
    if (read.kind === 'item') waiting.push({ row, item: read.item });
    if (waiting.length >= itemsInCommit) await flush();
  }
  if (waiting.length > 0) await flush();
  sink.progress(done, report.lines);
}

/** Imports a file into this process' database. */
export function runImport(sql: Sql, input: Import): Promise<ImportResult> {
  return importRows(databaseSink(sql), input);
}

/** Imports a table through the way that messages of devices take, so that repeats, corrections and bad lines fare alike. */
export async function importRows(sink: ImportSink, input: Import): Promise<ImportResult> {
  const rows = rowsOf(input.source);
  const read = await readThrough(input, rows);
  const { report } = read;
  if (!input.isDryRun && report.accepted > 0) {
    await sink.prepare(deviceFor(input.target, report));
    await storeAll(input, { ...read, rows, sink });
  }
  report.rejected.sort((a, b) => a.line - b.line);
  return read;
}
