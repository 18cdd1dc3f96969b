import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Settings } from '../vocabulary/place.ts';
import { canSeeQuarantine, type Scope, visibleStores } from '../vocabulary/scope.ts';
import { wantedRows } from './wanted.ts';

/** A row of quarantine, as it is tried again. */
export interface RefusedRow {
  readonly id: number;
  readonly topic: string;
  readonly reason: string;
  readonly digest: string;
  readonly body: string;
  readonly receivedAt: number;
}

/** Which rows: all that are given hold; nothing given is every row the caller may see. */
export interface RefusedFilter {
  readonly ids?: readonly number[] | undefined;
  readonly reason?: string | undefined;
  readonly store?: string | undefined;
}

const columns = 'q.id, q.topic, q.reason, q.digest, q.body, q.received_at as "receivedAt"';

/**
 * The next rows of quarantine after `afterId` that match and that the caller may see, in the order they came.
 * @throws AppError `forbidden` for who may not see quarantine at all
 */
export async function readRefused(
  sql: Sql,
  scope: Scope,
  { settings, filter, afterId, limit }: { settings: Settings; filter: RefusedFilter; afterId: number; limit: number },
): Promise<RefusedRow[]> {
  if (!canSeeQuarantine(scope)) throw new AppError('forbidden', 'Quarantine is for owners, regionals and managers.');
  const stores = scope.role === 'owner' ? null : visibleStores(scope, settings).map((store) => store.id);
  const tests = ['q.id > ?'];
  const params: (string | number)[] = [];
  const among = (column: string, values: readonly (string | number)[], type: 'text' | 'bigint'): void => {
    const list = `select v from (with ${wantedRows(sql, { v: type })} select v from wanted) as list`;
    tests.push(`${column} in (${list})`);
    params.push(JSON.stringify(values.map((value) => [value])));
  };
  params.push(afterId);
  if (filter.ids !== undefined) among('q.id', filter.ids, 'bigint');
  if (stores !== null) among('q.store_id', stores, 'text');
  if (filter.reason !== undefined) {
    tests.push('q.reason = ?');
    params.push(filter.reason);
  }
  if (filter.store !== undefined) {
    tests.push('q.store_id = ?');
    params.push(filter.store);
  }
  params.push(limit);
  return sql.all(`select ${columns} from quarantine q where ${tests.join(' and ')} order by q.id limit ?`, params);
}

/**
 * The next rows whose store or device was unknown when they came and is known now; of vendors' messages, whose devices are told by their
 * settings alone, all that were unknown.
 */
export async function readAdopted(
  sql: Sql,
  _scope: Scope,
  { afterId, limit }: { afterId: number; limit: number },
): Promise<RefusedRow[]> {
  return sql.all(
    `select ${columns} from quarantine q
    left join devices d on d.id = q.device_id and d.store_id = q.store_id
    where q.id > ? and q.reason in ('unknown_store', 'unknown_device') and (d.id is not null or q.topic not like 'lintel/v1/%')
    order by q.id limit ?`,
    [afterId, limit],
  );
}
