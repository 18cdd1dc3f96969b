import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import type { Scope } from '../vocabulary/scope.ts';

export interface SetupState {
  /** There is or was an owner: set-up is closed for good. */
  readonly hasOwner: boolean;
  /** Hash of the one-time code that was printed last. */
  readonly codeHash: string | null;
}

/** How far the first set-up is; the house's own question. */
export async function readSetup(sql: Sql, scope: Scope, _all: object): Promise<SetupState> {
  requireOwner(scope, 'ask about the set-up');
  const rows = await sql.all<{ key: string; value: string }>(
    "select key, value from meta where key in ('first_owner_at', 'setup_code_hash')",
  );
  const values = new Map(rows.map((row) => [row.key, row.value]));
  return { hasOwner: values.has('first_owner_at'), codeHash: values.get('setup_code_hash') ?? null };
}
