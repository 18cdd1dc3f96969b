import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Database } from '../../db/threads/database.ts';
import { carryError, restoreError } from '../../db/threads/protocol.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { type Scope, systemScope } from '../../db/vocabulary/scope.ts';
import type { MessageFate, RawMessage } from '../../ingest/pipeline/message.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { ImportReportAnswer, TableLook } from '../contracts/imports.ts';
import type { FromServer, ImportJob, ImportOrder, Imports, ToServer } from '../imports.ts';
import type { Services, SettingsMirror } from '../services.ts';

export interface ImportsInput {
  /** dist/importer.js */
  readonly script: string;
  readonly db: Database<IngestWrites>;
  readonly settings: SettingsMirror;
  readonly submit: Services['submit'];
  now(): number;
}

/** Each takes a thread and up to a few hundred megabytes. */
const mostAtOnce = 2;
const triesToSubmit = 60;

/** Reads files in threads of their own, so that neither a workbook nor a long list holds up what devices send. */
export function makeImports(input: ImportsInput): Imports {
  let running = 0;
  const inTurn = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (running >= mostAtOnce) {
      throw new AppError('unavailable', 'Other files are being imported: try again when they are done.');
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
    }
  };
  return {
    run: (scope, order, onProgress) =>
      inTurn(async () => {
        if (input.submit === null)
          throw new AppError('unavailable', 'This process does not ingest; its ROLES leave it out.');
        // A look answers with a table, anything else with a report (server/cli/import/thread.ts).
        const answer = (await inThread(input, { scope, order, onProgress, isLook: false })) as ImportReportAnswer;
        if (!order.isDryRun) await note(input, { scope, order, answer });
        return answer;
      }),
    look: (order) =>
      inTurn(async () => {
        const scope = systemScope('import');
        return (await inThread(input, { scope, order, onProgress: () => undefined, isLook: true })) as TableLook;
      }),
  };
}

interface Run {
  readonly scope: Scope;
  readonly order: ImportOrder;
  readonly isLook: boolean;
  onProgress(done: number, total: number): void;
}

function inThread(input: ImportsInput, run: Run): Promise<ImportReportAnswer | TableLook> {
  const { settings, now, script } = input;
  const store = settings.current.stores.get(run.order.storeId);
  if (store === undefined) throw new AppError('not_found', `There is no store "${run.order.storeId}".`);
  const job: ImportJob = { order: run.order, store, now: now(), isLook: run.isLook };
  const worker = new Worker(script, { workerData: job });
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ToServer) => {
      if (message.kind === 'progress') run.onProgress(message.done, message.total);
      else if (message.kind === 'done') resolve(message.answer);
      else if (message.kind === 'failed') reject(restoreError(message.error));
      else {
        answer(input, run, message).then(
          (reply) => worker.postMessage(reply),
          (error: unknown) => worker.postMessage({ kind: 'refused', error: carryError(error) } satisfies FromServer),
        );
      }
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the import thread ended without an answer')));
  });
}

async function answer(
  { db, settings, submit }: ImportsInput,
  { scope }: Run,
  message: Extract<ToServer, { kind: 'prepare' | 'store' }>,
): Promise<FromServer> {
  if (message.kind === 'prepare') {
    // Settings are the owner's, but whoever may import into a store may have its own import device take the file.
    const { device } = message;
    if (device !== null) await db.writes.applySettings(systemScope(scope.actor), { devices: [device] });
    await settings.refresh();
    return { kind: 'stored', fates: [] };
  }
  return { kind: 'stored', fates: await Promise.all(message.messages.map((one) => submitted(submit, one))) };
}

/** A file waits while devices come first. */
async function submitted(submit: Services['submit'], message: RawMessage): Promise<MessageFate> {
  if (submit === null) throw new AppError('unavailable', 'This process does not ingest; its ROLES leave it out.');
  for (let tries = 1; ; tries += 1) {
    try {
      return await submit(message);
    } catch (error) {
      if (tries >= triesToSubmit || !(error instanceof AppError) || error.code !== 'unavailable') throw error;
      await wait(500);
    }
  }
}

interface Done {
  readonly scope: Scope;
  readonly order: ImportOrder;
  readonly answer: ImportReportAnswer;
}

async function note({ db }: ImportsInput, { scope, order, answer }: Done): Promise<void> {
  const { device: deviceId, lines, accepted, duplicates, corrected, rejectedCount } = answer;
  const summary = { lines, accepted, duplicates, corrected, rejected: rejectedCount };
  await db.writes.noteImport(scope, { storeId: order.storeId, deviceId, summary });
}
