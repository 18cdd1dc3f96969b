import type { Sql } from '../sql/port.ts';
import type { QuarantineReason } from '../vocabulary/quality.ts';

/** What is kept in quarantine of something refused; equal ones of a topic are one row with a count. */
export interface Kept {
  readonly receivedAt: number;
  readonly storeId: string;
  readonly deviceId: string;
  readonly topic: string;
  readonly kind: string;
  readonly reason: QuarantineReason;
  readonly detail: string;
  /** Hex SHA-256 of the whole body. */
  readonly digest: string;
  readonly body: string;
  /** Bytes of the whole body where `body` is only its beginning, else null. */
  readonly length: number | null;
  readonly count: number;
}

const columns = {
  received_at: 'bigint',
  last_at: 'bigint',
  store_id: 'text',
  device_id: 'text',
  topic: 'text',
  kind: 'text',
  reason: 'text',
  detail: 'text',
  digest: 'text',
  body: 'text',
  length: 'bigint',
  sha256: 'text',
  count: 'bigint',
};

/** Keeps what was refused. Of one topic, reason and digest there may be one in `kept`. */
export async function keepRefused(sql: Sql, kept: readonly Kept[]): Promise<void> {
  const upsert = {
    table: 'quarantine',
    columns: Object.keys(columns),
    types: Object.values(columns),
    conflict: `on conflict (topic, reason, digest) do update set count = quarantine.count + excluded.count,
      last_at = case when excluded.last_at > quarantine.last_at then excluded.last_at else quarantine.last_at end`,
  };
  const rows = kept.map((row) => {
    const { receivedAt, storeId, deviceId, topic, kind, reason, detail, digest, body, length, count } = row;
    const sha256 = length === null ? null : digest;
    return [
      receivedAt,
      receivedAt,
      storeId,
      deviceId,
      topic,
      kind,
      reason,
      detail,
      digest,
      body,
      length,
      sha256,
      count,
    ];
  });
  await sql.upsertMany(upsert, rows);
}

/** Takes rows out of quarantine again: what is overlap no longer. */
export async function releaseRefused(
  sql: Sql,
  rows: readonly Pick<Kept, 'topic' | 'reason' | 'digest'>[],
): Promise<void> {
  for (const { topic, reason, digest } of rows) {
    await sql.run('delete from quarantine where topic = ? and reason = ? and digest = ?', [topic, reason, digest]);
  }
}

/** Takes one row out: it is about to be tried again. Answers false where it is gone already. */
export async function takeOut(sql: Sql, id: number): Promise<boolean> {
  return (await sql.run('delete from quarantine where id = ?', [id])) === 1;
}
