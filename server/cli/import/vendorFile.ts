import { AppError } from '../../../db/vocabulary/errors.ts';
import type { IngestEvent } from '../../../db/vocabulary/event.ts';
import type { Device } from '../../../db/vocabulary/place.ts';
import type { Adapter } from '../../../ingest/adapters/adapter.ts';
import { adapters } from '../../../ingest/adapters/registry.ts';
import type { MessageFate, RawMessage } from '../../../ingest/pipeline/message.ts';
import { settle } from '../../../ingest/settle/settle.ts';
import type { Settled } from '../../../ingest/settle/settled.ts';
import { deviceFor, type ImportTarget, importDeviceId, namedDevice } from './device.ts';
import { documentsOf } from './documents.ts';
import { emptyReport, type ImportReport } from './report.ts';
import type { ImportSink } from './sink.ts';
import { readText } from './source.ts';

/** A vendor's file on its way in. */
export interface VendorImport {
  readonly file: string;
  readonly encoding: string;
  readonly target: ImportTarget & { readonly profile: string };
  readonly isDryRun: boolean;
  /** The server's clock, epoch ms. */
  readonly now: number;
}

const messagesInCommit = 500;

/**
 * Imports a file in a vendor's own format: each document is a message of the importing device, read by its adapter like any other.
 * `lines` counts documents.
 */
export async function importVendorFile(sink: ImportSink, input: VendorImport): Promise<ImportReport> {
  const { target, isDryRun } = input;
  const adapter = adapterOf(target.profile);
  const named = target.deviceId === undefined ? undefined : namedDevice(target);
  const documents = documentsOf(adapter, await readText(input));
  const report = emptyReport();
  report.lines = documents.length;
  // Settled for the shop alone: which device takes it changes nothing but its address.
  const device = named ?? deviceFor(target, { startAt: input.now, endAt: input.now });
  if (device === null) throw new Error('the device that takes the file is neither named nor made');
  for (const [place, document] of documents.entries()) {
    tally(report, place + 1, outcomesOf(document, { adapter, device, input }));
  }
  if (isDryRun || report.accepted === 0) return report;
  const hasSpan = Number.isFinite(report.startAt);
  await sink.prepare(deviceFor(target, hasSpan ? report : { startAt: input.now, endAt: input.now }));
  await storeAll(sink, { documents, report, input });
  return report;
}

function adapterOf(profile: string): Adapter {
  const adapter = adapters.get(profile);
  if (adapter !== undefined) return adapter;
  const known = [...adapters.values()].filter(({ about }) => about.transports.includes('file'));
  const names = known.map((one) => one.profile).join(', ');
  throw new AppError(
    'invalid',
    `there is no profile "${profile}": files are read of ${names}; leave it out for a table`,
  );
}

interface Look {
  readonly adapter: Adapter;
  readonly device: Device;
  readonly input: VendorImport;
}

function outcomesOf(document: string, { adapter, device, input }: Look): Settled[] {
  const body: unknown = adapter.body === 'text' ? document : JSON.parse(document);
  const options = device.connection?.options ?? {};
  const envelope = { topic: 'file', receivedAt: input.now, options, mode: device.mode };
  const reports = adapter.read(body, envelope);
  if ('reason' in reports) return [reports];
  const { store } = input.target;
  const context = { adapter, store, device, now: input.now, receivedAt: input.now };
  return reports.flatMap(({ findings }) => findings.map((finding) => settle(finding, context)));
}

function tally(report: ImportReport, line: number, outcomes: readonly Settled[]): void {
  for (const one of outcomes) {
    if (one.kind === 'refused') report.rejected.push({ line, reason: `${one.reason}: ${one.detail}`, columns: [] });
    else if (one.kind === 'aside') report.skipped.set(one.detail, (report.skipped.get(one.detail) ?? 0) + 1);
    else {
      const at = instantOf(one.event);
      report.accepted += 1;
      if (at === null) continue;
      report.startAt = Math.min(report.startAt, at);
      report.endAt = Math.max(report.endAt, at);
    }
  }
}

function instantOf(event: IngestEvent): number | null {
  if (event.kind === 'zReport') return event.closedAt;
  if (event.kind === 'interval') return event.endAt;
  return 'at' in event ? event.at : null;
}

interface Storing {
  readonly documents: readonly string[];
  readonly report: ImportReport;
  readonly input: VendorImport;
}

async function storeAll(sink: ImportSink, { documents, report, input }: Storing): Promise<void> {
  const topic = `$hook/${importDeviceId(input.target)}/file`;
  const asides = [...report.skipped.values()].reduce((sum, count) => sum + count, 0);
  report.accepted = 0 - asides;
  report.rejected.length = 0;
  for (let at = 0; at < documents.length; at += messagesInCommit) {
    const some = documents.slice(at, at + messagesInCommit);
    const messages = some.map((document): RawMessage => {
      return { topic, payload: Buffer.from(document), isRetained: false, receivedAt: input.now };
    });
    const fates = await sink.store(messages);
    for (const [place, fate] of fates.entries()) countFate(report, at + place + 1, fate);
    sink.progress(at + some.length, documents.length);
  }
}

/** An aside is answered as accepted, which it is: understood, and nothing of it counts. */
function countFate(report: ImportReport, line: number, { items }: MessageFate): void {
  for (const { fate, reason, detail } of items) {
    if (fate === 'accepted') report.accepted += 1;
    else if (fate === 'duplicate') report.duplicates += 1;
    else if (fate === 'corrected') report.corrected += 1;
    else
      report.rejected.push({ line, reason: `${reason ?? 'refused'}: ${detail ?? 'kept in quarantine'}`, columns: [] });
  }
}
