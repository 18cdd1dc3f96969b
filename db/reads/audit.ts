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
  readonly action: string;
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
}

const pageSize = 200;

/** The audit log, latest first, a page at a time; an owner's to see. */
export async function readAudit(
  sql: Sql,
  scope: Scope,
  { cursor }: { readonly cursor?: string | undefined },
): Promise<{ lines: AuditLine[]; next: string | null }> {
  requireOwner(scope, 'see the audit log');
  const before = Number(cursor ?? Number.MAX_SAFE_INTEGER);
  if (!Number.isSafeInteger(before)) throw new AppError('invalid', 'cursor: not one that a page gave.');
  const rows = await sql.all<AuditLine>(
    'select id, at, actor, action, subject, before, after from audit_log where id < ? order by id desc limit ?',
    [before, pageSize + 1],
  );
  const lines = rows.slice(0, pageSize);
  return { lines, next: rows.length > pageSize ? String(lines.at(-1)?.id) : null };
}
