import type { Sql } from '../sql/port.ts';
import { AppError, type ErrorCode } from '../vocabulary/errors.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** Whatever a thread offers: functions of the database, the caller's scope and at most one object. */
export type ThreadFunctions = Readonly<Record<string, (sql: Sql, scope: Scope, args: never) => Promise<unknown>>>;

/** The same functions from the other side of the port, where the thread itself supplies the database. */
export type Remote<Functions> = {
  readonly [Name in keyof Functions]: Functions[Name] extends (
    sql: Sql,
    scope: Scope,
    ...rest: infer Args
  ) => Promise<infer Result>
    ? (scope: Scope, ...rest: Args) => Promise<Result>
    : never;
};

/** To the thread: a call, the word that what waits shall not, or that it shall end. Arguments and results pass by structured clone. */
export type Request =
  | { readonly id: number; readonly name: string; readonly scope: Scope; readonly args: unknown }
  | { readonly hurry: true }
  | { readonly close: true };

/** From the thread: ready to be called, an answer, an event of its own, or that the process cannot go on. */
export type Reply =
  | { readonly ready: true }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: CarriedError }
  | { readonly event: unknown }
  | { readonly fatal: CarriedError };

export interface CarriedError {
  /** An AppError's; undefined for a bug. */
  readonly code: ErrorCode | undefined;
  readonly message: string;
  readonly stack: string | undefined;
}

/** Structured clone keeps neither class nor code of an error, so they are carried beside its text. */
export function carryError(error: unknown): CarriedError {
  if (!(error instanceof Error)) return { code: undefined, message: String(error), stack: undefined };
  const cause = error.cause instanceof Error ? `\ncaused by ${error.cause.stack}` : '';
  const code = error instanceof AppError ? error.code : undefined;
  return { code, message: error.message, stack: `${error.stack}${cause}` };
}

/** The error as it was thrown in the thread: an AppError stays one; the thread's own stack is its cause. */
export function restoreError({ code, message, stack }: CarriedError): Error {
  const cause = new Error(`in the thread: ${stack ?? message}`);
  return code === undefined ? new Error(message, { cause }) : new AppError(code, message, { cause });
}
