import { formatInstant } from '../../../db/time/steps.ts';
import { AppError } from '../../../db/vocabulary/errors.ts';
import type { Store } from '../../../db/vocabulary/place.ts';
import type { ImportReportAnswer, TableLook } from '../../contracts/imports.ts';
import type { ImportOrder } from '../../imports.ts';
import { importDeviceId } from './device.ts';
import { readingOf } from './reading.ts';
import type { ImportReport } from './report.ts';
import { importRows } from './run.ts';
import type { ImportSink } from './sink.ts';
import { isSheet, rowsOf } from './source.ts';
import { importVendorFile } from './vendorFile.ts';

const shownRejected = 500;
const shownRows = 20;

/** Does what a person asked the server for, in whatever thread. */
export async function runOrder(
  sink: ImportSink,
  order: ImportOrder,
  { store, now }: { readonly store: Store; readonly now: number },
): Promise<ImportReportAnswer> {
  const { file, deviceId, profile, mapping, isDryRun } = order;
  if (profile !== undefined && profile !== 'import' && profile !== 'native') {
    const target = { kind: 'sales' as const, profile, store, deviceId, measures: ['sales' as const] };
    const encoding = mapping.encoding ?? 'utf-8';
    const report = await importVendorFile(sink, { file, encoding, target, isDryRun, now });
    return answerOf(report, { store, device: importDeviceId(target), isDryRun });
  }
  const { kind, makeReader, measures, mode } = readingOf(mapping, store, isSheet(file));
  const target = { kind, store, deviceId, measures, mode };
  const source = { file, delimiter: mapping.delimiter, encoding: mapping.encoding ?? 'utf-8' };
  const { report } = await importRows(sink, { source, target, makeReader, isDryRun });
  return answerOf(report, { store, device: importDeviceId(target), isDryRun });
}

/** What stands in a table's first lines, to point at. */
export async function lookAt({ file, mapping }: ImportOrder): Promise<TableLook> {
  const rows: string[][] = [];
  const source = { file, delimiter: mapping.delimiter, encoding: mapping.encoding ?? 'utf-8' };
  for await (const { columns } of rowsOf(source).read()) {
    rows.push(columns.map((column) => column.trim()));
    if (rows.length > shownRows) break;
  }
  const [header, ...rest] = rows;
  if (header === undefined) throw new AppError('invalid', 'The file is empty.');
  return { header, rows: rest };
}

interface About {
  readonly store: Store;
  readonly device: string;
  readonly isDryRun: boolean;
}

function answerOf(report: ImportReport, { store, device, isDryRun }: About): ImportReportAnswer {
  const { lines, accepted, duplicates, corrected, rounded, skipped, rejected, startAt, endAt } = report;
  const at = (instant: number): string | null =>
    Number.isFinite(instant) ? formatInstant(store.timezone, instant) : null;
  return {
    device,
    lines,
    accepted,
    duplicates,
    corrected,
    rounded,
    skipped: Object.fromEntries(skipped),
    rejectedCount: rejected.length,
    rejected: rejected.slice(0, shownRejected).map(({ line, reason }) => ({ line, reason })),
    from: at(startAt),
    to: at(endAt),
    isDryRun,
  };
}
