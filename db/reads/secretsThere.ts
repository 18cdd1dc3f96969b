import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import type { Scope } from '../vocabulary/scope.ts';
import type { SecretHolder, VendorSecretName } from '../vocabulary/secrets.ts';

/** A secret that holds, without its value; `endsAt`, epoch ms, where a newer one replaces it. */
export interface SecretThere extends SecretHolder {
  readonly name: VendorSecretName | 'mqtt';
  readonly endsAt: number | null;
}

/** Which secrets of vendors hold, never what they are. The house's own question: a route shows of it what its caller may see. */
export async function readSecretsThere(
  sql: Sql,
  scope: Scope,
  { now }: { readonly now: number },
): Promise<SecretThere[]> {
  requireOwner(scope, 'see which secrets there are');
  return sql.all(
    `select holder_kind as "holderKind", holder_id as "holderId", name, ends_at as "endsAt" from vendor_secrets
     where ends_at is null or ends_at > ? order by holder_kind, holder_id, name, created_at`,
    [now],
  );
}
