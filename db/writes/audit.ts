import type { Sql } from '../sql/port.ts';
import type { Scope } from '../vocabulary/scope.ts';

export interface AuditEntry {
  /** `changed`, `added`, `revoked`, … */
  readonly action: string;
  /** `store arbat`, `token till-export`, … */
  readonly subject: string;
  /** JSON of what it was and what it is; never a secret. */
  readonly before?: string | null;
  readonly after?: string | null;
}

/** Writes down who did what, in the transaction that does it. */
export async function appendAudit(sql: Sql, scope: Scope, entry: AuditEntry): Promise<void> {
  const values = [Date.now(), scope.actor, entry.action, entry.subject, entry.before ?? null, entry.after ?? null];
  await sql.run('insert into audit_log (at, actor, action, subject, before, after) values (?, ?, ?, ?, ?, ?)', values);
}
