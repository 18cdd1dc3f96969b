import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** Who did what; `before` and `after` are JSON texts. */
export interface AuditLine {
  readonly id: number;
  /** Epoch ms. */
  readonly at: number;
  readonly actor: string;
  /** What the person or token is called, or was when it was taken away; null: nobody knows, or it is neither. */
  readonly actorName: string | null;
  readonly action: string;
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
}

const pageSize = 200;

export interface AuditQuery {
  /** Where the page before ended. */
  readonly cursor?: string | undefined;
  /** Only what this one did. */
  readonly actor?: string | undefined;
}

/** The audit log, latest first, a page at a time; an owner's to see. */
export async function readAudit(
  sql: Sql,
  scope: Scope,
  { cursor, actor }: AuditQuery,
): Promise<{ lines: AuditLine[]; next: string | null }> {
  requireOwner(scope, 'see the audit log');
  const before = Number(cursor ?? Number.MAX_SAFE_INTEGER);
  if (!Number.isSafeInteger(before)) throw new AppError('invalid', 'cursor: not one that a page gave.');
  const rows = await sql.all<Omit<AuditLine, 'actorName'>>(
    `select id, at, actor, action, subject, before, after from audit_log
     where id < ? ${actor === undefined ? '' : 'and actor = ?'} order by id desc limit ?`,
    [before, ...(actor === undefined ? [] : [actor]), pageSize + 1],
  );
  const names = await readActorNames(sql);
  const lines = rows.slice(0, pageSize).map((row) => ({ ...row, actorName: names.get(row.actor) ?? null }));
  return { lines, next: rows.length > pageSize ? String(lines.at(-1)?.id) : null };
}

/** By actor: everybody who has or had an account, and every token. */
async function readActorNames(sql: Sql): Promise<Map<string, string>> {
  const removed = await sql.all<{ before: string }>(
    "select before from audit_log where action = 'removed' and subject like 'person %'",
  );
  // removePerson writes these two (writes/accounts.ts).
  const gone = removed.map(({ before }) => JSON.parse(before) as { userId: string; name: string });
  const people = await sql.all<{ id: string; name: string }>('select id, name from "user"');
  const tokens = await sql.all<{ id: string; name: string }>('select id, name from tokens');
  return new Map([
    ...gone.map(({ userId, name }) => [`user:${userId}`, name] as const),
    ...people.map(({ id, name }) => [`user:${id}`, name] as const),
    ...tokens.map(({ id, name }) => [`token:${id}`, name] as const),
  ]);
}
