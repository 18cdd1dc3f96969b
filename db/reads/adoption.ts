import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import { canSeeQuarantine, type Scope } from '../vocabulary/scope.ts';
import { readVisibleStoreIds } from './visibleStores.ts';

/** A message of somebody who is not set up, as it is kept in quarantine. */
export interface UnknownSender {
  readonly topic: string;
  readonly store: string | null;
  readonly device: string | null;
  readonly count: number;
  /** When an equal one came last, epoch ms. */
  readonly lastAt: number;
  /** Without personal data; null: too large to look into, or only its beginning is kept. */
  readonly body: string | null;
}

/** So many of the latest are looked through. */
const mostRows = 300;
const mostBody = 64 * 1024;

/**
 * The latest messages of devices and stores that are not set up. An owner's are all; staff see those of their own stores, which says
 * nothing of topics that name none.
 */
export async function readUnknownSenders(sql: Sql, scope: Scope, _all: object): Promise<UnknownSender[]> {
  if (!canSeeQuarantine(scope)) throw new AppError('forbidden', 'Your role does not see what is in quarantine.');
  const visible = await readVisibleStoreIds(sql, scope);
  if (visible?.size === 0) return [];
  const own = visible === null ? '' : `and store_id in (${[...visible].map(() => '?').join(', ')})`;
  return sql.all<UnknownSender>(
    `select topic, store_id as "store", device_id as "device", count, last_at as "lastAt",
       case when length is null and length(body) <= ${mostBody} then body else null end as "body"
     from quarantine where reason in ('unknown_device', 'unknown_store') ${own}
     order by last_at desc, id desc limit ${mostRows}`,
    visible === null ? [] : [...visible],
  );
}
