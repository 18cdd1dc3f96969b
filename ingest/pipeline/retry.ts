import { type RefusedFilter, type RefusedRow, readAdopted, readRefused } from '../../db/reads/refusals.ts';
import type { SettingsCache } from '../../db/settings/cache.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import { takeOut } from '../../db/writes/refusals.ts';
import { judgeMessage } from './judge.ts';
import type { RawMessage } from './message.ts';
import type { Pipeline } from './pipeline.ts';
import { type StoreBasis, storeMessages } from './store.ts';

/** Rows of quarantine that were tried again, those of which something was accepted, and those that stay refused. */
export interface Retried {
  readonly retried: number;
  readonly accepted: number;
  readonly refused: number;
}

const rowsAtOnce = 100;
/** Only the beginning of these is kept, or they are derived from the facts: trying again cannot change them. */
const finalReasons: readonly string[] = ['malformed_json', 'too_large', 'overlap'];

type NextRows = (sql: Sql, afterId: number) => Promise<RefusedRow[]>;

export interface RetryParts {
  readonly pipeline: Pipeline;
  readonly settingsOf: SettingsCache;
}

/**
 * Tries quarantined items again as if they came now, with the time they were received. What is refused for the same reason stays as
 * it is; what is accepted, or refused for another reason, leaves its row.
 * @throws AppError `forbidden` for who may not see quarantine
 */
export async function retryQuarantine(
  sql: Sql,
  scope: Scope,
  { pipeline, settingsOf, filter }: RetryParts & { readonly filter: RefusedFilter },
): Promise<Retried> {
  const settings = await settingsOf(sql, scope);
  return retryAll(sql, scope, {
    pipeline,
    next: (from, afterId) => readRefused(from, scope, { settings, filter, afterId, limit: rowsAtOnce }),
  });
}

/** Tries again what stores and devices sent before they were set up. */
export function retryAdopted(sql: Sql, scope: Scope, pipeline: Pipeline): Promise<Retried> {
  return retryAll(sql, scope, {
    pipeline,
    next: (from, afterId) => readAdopted(from, scope, { afterId, limit: rowsAtOnce }),
  });
}

async function retryAll(
  sql: Sql,
  scope: Scope,
  { pipeline, next }: { pipeline: Pipeline; next: NextRows },
): Promise<Retried> {
  let afterId = 0;
  let retried = 0;
  let accepted = 0;
  for (;;) {
    const rows = await next(sql, afterId);
    const last = rows.at(-1);
    if (last === undefined) return { retried, accepted, refused: retried - accepted };
    accepted += await pipeline.transact(sql, scope, (basis) => retryRows(basis, rows));
    retried += rows.length;
    afterId = last.id;
  }
}

/** Answers of how many rows something was accepted. */
async function retryRows(basis: StoreBasis, rows: readonly RefusedRow[]): Promise<number> {
  const messages: RawMessage[] = [];
  for (const row of rows) {
    if (finalReasons.includes(row.reason)) continue;
    const message = { topic: row.topic, payload: Buffer.from(row.body), isRetained: false, receivedAt: row.receivedAt };
    if (!isStillRefused(basis, row, message) && (await takeOut(basis.sql, row.id))) messages.push(message);
  }
  if (messages.length === 0) return 0;
  const fates = await storeMessages(basis, messages);
  return fates.filter(({ items }) => items.some(({ fate }) => fate !== 'quarantined')).length;
}

function isStillRefused({ settings, now }: StoreBasis, row: RefusedRow, message: RawMessage): boolean {
  const { whole, items } = judgeMessage(message, settings, now);
  const judged = whole === null ? items : [whole];
  // A vendor's message is kept whole, once for each part of it that was refused.
  return (
    judged.length > 0 &&
    judged.every((one) => one.kind === 'refused' && one.reason === row.reason && one.digest === row.digest)
  );
}
