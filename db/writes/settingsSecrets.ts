import { newSecret } from '../secrets/secret.ts';
import type { Change, SecretChange, VendorSecretChange } from '../settings/change.ts';
import type { Sql } from '../sql/port.ts';
import type { Scope } from '../vocabulary/scope.ts';
import type { SecretHolder, VendorSecretName } from '../vocabulary/secrets.ts';
import { appendAudit } from './audit.ts';
import { putSecret } from './vendorSecrets.ts';

/** The newest of each, by `device cam-1 hook`. */
export type VendorSecretsKept = ReadonlyMap<string, string>;

/** Which vendors' secrets are kept, so that the same again changes nothing. */
export async function readVendorSecretsKept(sql: Sql, _scope: Scope): Promise<VendorSecretsKept> {
  const rows = await sql.all<{ kind: string; id: string; name: string; value: string }>(
    `select holder_kind as "kind", holder_id as "id", name, value from vendor_secrets
     where name <> 'mqtt' order by created_at`,
  );
  return new Map(rows.map(({ kind, id, name, value }) => [`${kind} ${id} ${name}`, value]));
}

interface SecretsWork {
  readonly sql: Sql;
  readonly scope: Scope;
  readonly vendorSecrets: VendorSecretsKept;
  readonly changes: Change[];
}

interface SecretsNamed {
  readonly holder: SecretHolder;
  readonly subject: string;
  readonly change: Pick<SecretChange, 'secret'> & VendorSecretChange;
  /** The secret of ours that a device was given by the same change. */
  readonly made?: string | undefined;
}

/** Keeps what a change of the settings says of a vendor's secrets, and tells one of ours with the change. */
export async function applyVendorSecrets(work: SecretsWork, named: SecretsNamed): Promise<void> {
  const { holder, change } = named;
  const kept = (name: VendorSecretName): string | undefined =>
    work.vendorSecrets.get(`${holder.holderKind} ${holder.holderId} ${name}`);
  const made = change.hookSecret === 'ours' && kept('hook') === undefined ? newSecret() : undefined;
  const ours = change.hookSecret === 'ours' ? (named.made ?? made) : undefined;
  const hook = change.hookSecret === undefined ? undefined : (change.secret ?? ours);
  for (const [name, value] of [
    ['hook', hook],
    ['api', change.apiSecret],
  ] as const) {
    if (value === undefined || value === kept(name)) continue;
    await putSecret(work.sql, work.scope, { ...holder, name, value });
    await tell(work, named, { name, made: value === made ? made : undefined });
  }
}

async function tell(
  { sql, scope, changes }: SecretsWork,
  { subject }: SecretsNamed,
  { name, made }: { readonly name: VendorSecretName; readonly made: string | undefined },
): Promise<void> {
  await appendAudit(sql, scope, { action: 'changed', subject, after: JSON.stringify({ secret: name }) });
  const told = made === undefined ? {} : { secret: made };
  const place = changes.findLastIndex((change) => change.subject === subject);
  const known = changes[place];
  if (known === undefined) changes.push({ action: 'changed', subject, text: `${subject}: new secret`, ...told });
  else changes[place] = { ...known, ...told };
}
