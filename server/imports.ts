import type { CarriedError } from '../db/threads/protocol.ts';
import type { Device, Store } from '../db/vocabulary/place.ts';
import type { Scope } from '../db/vocabulary/scope.ts';
import type { MessageFate, RawMessage } from '../ingest/pipeline/message.ts';
import type { ImportMapping, ImportReportAnswer, TableLook } from './contracts/imports.ts';

/** A file that a person sent, lying in the server's temporary folder. */
export interface ImportOrder {
  readonly file: string;
  readonly storeId: string;
  readonly deviceId: string | undefined;
  /** A make's own format; undefined: a table. */
  readonly profile: string | undefined;
  readonly mapping: ImportMapping;
  readonly isDryRun: boolean;
}

/** Reads files in a thread of their own, and stores what they hold as messages of a device. */
export interface Imports {
  /** @throws AppError where the file or the mapping cannot be read, or too many are being read */
  run(scope: Scope, order: ImportOrder, onProgress: (done: number, total: number) => void): Promise<ImportReportAnswer>;
  /** The header and the first lines of a table. */
  look(order: ImportOrder): Promise<TableLook>;
}

/** What the thread is started with. */
export interface ImportJob {
  readonly order: ImportOrder;
  readonly store: Store;
  readonly now: number;
  readonly isLook: boolean;
}

export type ToServer =
  | { readonly kind: 'prepare'; readonly device: Device | null }
  | { readonly kind: 'store'; readonly messages: readonly RawMessage[] }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly answer: ImportReportAnswer | TableLook }
  | { readonly kind: 'failed'; readonly error: CarriedError };

/** Answers `prepare` and `store`, in their order. */
export type FromServer =
  | { readonly kind: 'stored'; readonly fates: readonly MessageFate[] }
  | { readonly kind: 'refused'; readonly error: CarriedError };
