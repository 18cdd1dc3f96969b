/** A writer thread for the tests: the writes, and what shows how calls and ends behave. */
import type { Sql } from '../../../db/sql/port.ts';
import { serveWriter } from '../../../db/threads/serve.ts';
import { writes } from '../../../db/threads/writes.ts';
import { AppError } from '../../../db/vocabulary/errors.ts';
import type { Scope } from '../../../db/vocabulary/scope.ts';

async function measure(_sql: Sql, _scope: Scope, { body }: { readonly body: Uint8Array }): Promise<number> {
  return body.byteLength;
}

async function refuse(_sql: Sql, scope: Scope): Promise<never> {
  throw new AppError('conflict', `Not for ${scope.actor}.`);
}

async function stumble(): Promise<never> {
  throw new TypeError('a bug');
}

async function crash(): Promise<never> {
  setTimeout(() => {
    throw new Error('out of nowhere');
  }, 5);
  return new Promise(() => undefined);
}

async function writeSlowly(sql: Sql): Promise<string> {
  return sql.transaction(async (inside) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await inside.run("insert into meta (key, value) values ('slow', 'done')");
    return 'done';
  });
}

async function announce(): Promise<void> {
  served.emit({ touched: ['arbat'] });
}

const functions = { ...writes, measure, refuse, stumble, crash, writeSlowly, announce };
export type TestWriter = typeof functions;
const served = await serveWriter(functions);
