import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** A secret that holds: what a vendor signs with or shows (`hook`), or what is shown to the vendor (`api`). */
export interface VendorSecret {
  readonly holderKind: 'device' | 'source';
  readonly holderId: string;
  readonly name: 'hook' | 'api';
  readonly value: string;
  /** Epoch ms. */
  readonly createdAt: number;
  /** Epoch ms from which on it holds no more, since a newer one replaces it; null: until it is replaced. */
  readonly endsAt: number | null;
}

/** All secrets of that name which hold, the newest of each holder first. The house's own question: they are never shown. */
export async function readVendorSecrets(
  sql: Sql,
  scope: Scope,
  { name, now }: { readonly name: VendorSecret['name']; readonly now: number },
): Promise<VendorSecret[]> {
  requireOwner(scope, 'read secrets');
  const rows = await sql.all<{
    holder_kind: VendorSecret['holderKind'];
    holder_id: string;
    value: string;
    created_at: number;
    ends_at: number | null;
  }>(
    `select holder_kind, holder_id, value, created_at, ends_at from vendor_secrets
     where name = ? and (ends_at is null or ends_at > ?) order by holder_kind, holder_id, created_at desc`,
    [name, now],
  );
  return rows.map((row) => ({
    holderKind: row.holder_kind,
    holderId: row.holder_id,
    name,
    value: row.value,
    createdAt: row.created_at,
    endsAt: row.ends_at,
  }));
}
