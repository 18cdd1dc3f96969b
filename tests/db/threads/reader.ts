/** A reader thread for the tests: the reads, and a way to crash. */
import type { Sql } from '../../../db/sql/port.ts';
import { reads } from '../../../db/threads/reads.ts';
import { serveReader } from '../../../db/threads/serve.ts';

async function crashReading(): Promise<never> {
  setTimeout(() => {
    throw new Error('a reader fell over');
  }, 5);
  return new Promise(() => undefined);
}

async function readMeta(sql: Sql): Promise<unknown[]> {
  return sql.all('select key from meta');
}

const functions = { ...reads, crashReading, readMeta };
export type TestReader = typeof functions;
serveReader(functions);
