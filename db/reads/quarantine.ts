import type { Sql, SqlValue } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { QuarantineReason } from '../vocabulary/quality.ts';
import { canSeeQuarantine, type Scope } from '../vocabulary/scope.ts';
import { readVisibleStoreIds } from './visibleStores.ts';

/** One thing that could not be accepted; times are RFC 3339 in UTC. */
export interface QuarantineItem {
  readonly id: number;
  /** When it came first, and when an equal one came last. */
  readonly receivedAt: string;
  readonly lastAt: string;
  readonly store: string | null;
  readonly device: string | null;
  readonly topic: string;
  readonly kind: string | null;
  readonly reason: QuarantineReason;
  readonly detail: string;
  readonly count: number;
  /** As sent; of what is unreadable or too large its first 4 KiB as text. */
  readonly body: unknown;
  /** Bytes and hash of the whole, where `body` is only its beginning. */
  readonly length: number | null;
  readonly sha256: string | null;
}

export interface QuarantinePage {
  readonly items: readonly QuarantineItem[];
  /** Cursor of the next page; null: this is the last. */
  readonly next: string | null;
  /** How many rows were let go because a device sent too many. */
  readonly letGo: number;
}

export interface QuarantineFilter {
  readonly reason?: QuarantineReason | undefined;
  readonly store?: string | undefined;
}

const pageSize = 100;

interface Row extends Omit<QuarantineItem, 'receivedAt' | 'lastAt' | 'store' | 'device' | 'body'> {
  readonly received_at: number;
  readonly last_at: number;
  readonly store_id: string | null;
  readonly device_id: string | null;
  readonly body: string;
}

/** Conditions on rows of quarantine, with their parameters. */
interface Condition {
  readonly text: string;
  readonly params: readonly SqlValue[];
}

function oneOf(column: string, values: readonly SqlValue[]): Condition {
  return { text: `${column} in (${values.map(() => '?').join(', ')})`, params: values };
}

/** Which stores' rows a caller is shown; null: all. Throws where they may not look, or the store is not theirs. */
async function storesShown(sql: Sql, scope: Scope, store: string | undefined): Promise<readonly string[] | null> {
  if (!canSeeQuarantine(scope)) throw new AppError('forbidden', 'Your role does not see what is in quarantine.');
  const visible = await readVisibleStoreIds(sql, scope);
  if (store === undefined) return visible === null ? null : [...visible];
  if (visible !== null && !visible.has(store)) throw new AppError('not_found', `There is no store "${store}".`);
  return [store];
}

function conditionOf(stores: readonly string[] | null, { reason }: QuarantineFilter): Condition[] {
  const conditions: Condition[] = [];
  if (stores !== null) conditions.push(oneOf('store_id', stores));
  if (reason !== undefined) conditions.push({ text: 'reason = ?', params: [reason] });
  return conditions;
}

function where(conditions: readonly Condition[]): Condition {
  const text = conditions.map((condition) => condition.text).join(' and ');
  return { text: text === '' ? '' : `where ${text}`, params: conditions.flatMap((condition) => condition.params) };
}

function bodyOf(text: string, isWhole: boolean): unknown {
  if (!isWhole) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function itemOf({ received_at, last_at, store_id, device_id, body, ...row }: Row): QuarantineItem {
  return {
    ...row,
    receivedAt: new Date(received_at).toISOString(),
    lastAt: new Date(last_at).toISOString(),
    store: store_id,
    device: device_id,
    body: bodyOf(body, row.length === null),
  };
}

async function countLetGo(sql: Sql, stores: readonly string[] | null): Promise<number> {
  const rows = await sql.all<{ topic: string; count: number }>('select topic, count from quarantine_let_go');
  // Native topics name the store on their third level: lintel/v1/{store}/…
  const shown = rows.filter(({ topic }) => stores === null || stores.includes(topic.split('/')[2] ?? ''));
  return shown.reduce((sum, row) => sum + row.count, 0);
}

/**
 * What could not be accepted, latest first, a page at a time: all of it for an owner, that of their stores for regionals and
 * managers; nobody else (`forbidden`). A store that is not theirs is `not_found`.
 */
export async function readQuarantine(
  sql: Sql,
  scope: Scope,
  filter: QuarantineFilter & { readonly cursor?: string | undefined },
): Promise<QuarantinePage> {
  const stores = await storesShown(sql, scope, filter.store);
  const letGo = await countLetGo(sql, stores);
  if (stores?.length === 0) return { items: [], next: null, letGo };
  const before = Number(filter.cursor ?? Number.MAX_SAFE_INTEGER);
  if (!Number.isSafeInteger(before)) throw new AppError('invalid', 'cursor: not one that a page gave.');
  const { text, params } = where([...conditionOf(stores, filter), { text: 'id < ?', params: [before] }]);
  const rows = await sql.all<Row>(
    `select id, received_at, last_at, store_id, device_id, topic, kind, reason, detail, count, body, length, sha256
     from quarantine ${text} order by id desc limit ?`,
    [...params, pageSize + 1],
  );
  const items = rows.slice(0, pageSize).map(itemOf);
  return { items, next: rows.length > pageSize ? String(items.at(-1)?.id) : null, letGo };
}
