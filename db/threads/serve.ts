import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { migrate } from '../sql/migrate.ts';
import { type DatabasePlace, openSql } from '../sql/open.ts';
import type { OpenSql, Sql } from '../sql/port.ts';
import { DatabaseReplaced } from '../sql/sqliteFaults.ts';
import { type CarriedError, carryError, type Reply, type Request, type ThreadFunctions } from './protocol.ts';

/** Longer than any statement of a database that is well. */
const writeWithinMs = 60_000;
const readWithinMs = 30_000;

/** A thread's own side of its port. */
export interface Served {
  /** Tells the main thread something that it did not ask. */
  emit(event: unknown): void;
}

interface Answering {
  readonly functions: ThreadFunctions;
  readonly sql: Sql;
  /** Something after which the process cannot go on. */
  tellFatal(error: CarriedError): void;
}

async function answer(
  { functions, sql, tellFatal }: Answering,
  { id, name, scope, args }: Extract<Request, { id: number }>,
): Promise<Reply> {
  try {
    const called = functions[name];
    if (called === undefined) throw new Error(`This thread has no function "${name}"`);
    // The client is typed by these same functions (Remote), so the arguments are theirs.
    return { id, value: await called(sql, scope, args as never) };
  } catch (error) {
    if (error instanceof DatabaseReplaced) tellFatal(carryError(error));
    return { id, error: carryError(error) };
  }
}

/** Answers calls of `functions` over a port until it is told to close; then closes the database and the port. */
export function serveRpc(port: MessagePort, functions: ThreadFunctions, sql: OpenSql): Served {
  const post = (reply: Reply): void => port.postMessage(reply);
  const answering: Answering = { functions, sql, tellFatal: (fatal) => post({ fatal }) };
  port.on('message', async (request: Request) => {
    if ('hurry' in request) return sql.giveUp();
    if (!('close' in request)) {
      post(await answer(answering, request));
      return;
    }
    await sql.close();
    port.close();
  });
  post({ ready: true });
  return { emit: (event) => post({ event }) };
}

function ownPort(): MessagePort {
  if (parentPort === null) throw new Error('This file runs as a worker thread of Lintel only');
  return parentPort;
}

/** Makes this worker the one writer: brings the tables up to date, then answers. */
export async function serveWriter(functions: ThreadFunctions): Promise<Served & { readonly sql: Sql }> {
  const port = ownPort();
  // The openDatabase of the main thread hands every worker the place of the data.
  const place = workerData as DatabasePlace;
  // Making an index anew may take as long as it takes.
  const patient = openSql(place);
  await migrate(patient).finally(() => patient.close());
  const sql = openSql(place, { answerWithinMs: writeWithinMs });
  return { ...serveRpc(port, functions, sql), sql };
}

/** Makes this worker a reader: a read-only connection, opened after the writer has brought the tables up to date. */
export function serveReader(functions: ThreadFunctions): Served {
  return serveRpc(
    ownPort(),
    functions,
    openSql(workerData as DatabasePlace, { readonly: true, answerWithinMs: readWithinMs }),
  );
}
