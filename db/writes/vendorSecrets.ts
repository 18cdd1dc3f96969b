import { hashChosenSecret, hashMadeSecret, newSecret } from '../secrets/secret.ts';
import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Scope } from '../vocabulary/scope.ts';
import type { SecretHolder, SecretName } from '../vocabulary/secrets.ts';
import { appendAudit } from './audit.ts';
import { bumpVersion, lockSettings } from './settingsVersion.ts';

/** A secret that replaces the present one, which holds for a while longer. */
export interface SecretRotation extends SecretHolder {
  readonly name: SecretName;
  /** What the vendor gave; absent: a new one of ours. */
  readonly value?: string | undefined;
  /** 0: the present one, and any that still holds, end at once. */
  readonly keepOldForSeconds: number;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Replaces a secret. Answers the new one, to be shown this once.
 * @throws AppError `forbidden` for who is no owner, `not_found` without such a device or source, `invalid` where the vendor makes it
 */
export async function rotateSecret(sql: Sql, scope: Scope, rotation: SecretRotation): Promise<{ secret: string }> {
  requireOwner(scope, 'replace secrets');
  const { holderKind, holderId, name, keepOldForSeconds } = rotation;
  const secret = rotation.value ?? madeSecret(rotation);
  // Before the transaction: hashing is slow on purpose.
  const hash = rotation.value === undefined ? hashMadeSecret(secret) : await hashChosenSecret(secret);
  await sql.transaction(async (inside) => {
    await lockSettings(inside);
    await requireHolder(inside, rotation);
    if (name !== 'mqtt') await replace(inside, { ...rotation, kept: secret });
    else if (holderKind === 'device') await replaceDevices(inside, rotation, hash);
    else await inside.run('update sources set password = ? where id = ?', [secret, holderId]);
    await appendAudit(inside, scope, {
      action: 'rotated',
      subject: `${holderKind} ${holderId}`,
      after: JSON.stringify({ secret: name, keepOldForSeconds }),
    });
    await bumpVersion(inside);
  });
  return { secret };
}

function madeSecret({ holderKind, name }: SecretRotation): string {
  if (name === 'api')
    throw new AppError('invalid', 'value: what the vendor’s API wants to be shown is made there; paste it.');
  if (name === 'mqtt' && holderKind === 'source')
    throw new AppError('invalid', 'value: the password of another broker is made there; type it.');
  return newSecret();
}

async function requireHolder(sql: Sql, { holderKind, holderId }: SecretHolder): Promise<void> {
  const table = holderKind === 'device' ? 'devices' : 'sources';
  const found = await sql.all(`select id from ${table} where id = ?`, [holderId]);
  if (found.length === 0)
    throw new AppError('not_found', `There is no ${holderKind} "${holderId}": choose one of the list.`);
}

/** A device's MQTT secret is kept as a hash, the one it had as well. */
async function replaceDevices(sql: Sql, rotation: SecretRotation, hash: string): Promise<void> {
  const { holderId, now, keepOldForSeconds } = rotation;
  const [row] = await sql.all<{ hash: string | null }>('select secret_hash as "hash" from devices where id = ?', [
    holderId,
  ]);
  const endsAt = now + keepOldForSeconds * 1000;
  if (keepOldForSeconds === 0) await endAll(sql, rotation);
  else if (row?.hash) await insert(sql, { ...rotation, kept: row.hash, endsAt });
  await sql.run('update devices set secret_hash = ? where id = ?', [hash, holderId]);
}

interface Replacing extends Omit<SecretRotation, 'value'> {
  readonly kept: string;
}

async function replace(sql: Sql, replacing: Replacing): Promise<void> {
  const { holderKind, holderId, name, now, keepOldForSeconds } = replacing;
  if (keepOldForSeconds === 0) await endAll(sql, replacing);
  else
    await sql.run(
      `update vendor_secrets set ends_at = ? where holder_kind = ? and holder_id = ? and name = ?
       and (ends_at is null or ends_at > ?)`,
      [now + keepOldForSeconds * 1000, holderKind, holderId, name, now + keepOldForSeconds * 1000],
    );
  await insert(sql, { ...replacing, endsAt: null });
}

function endAll(sql: Sql, { holderKind, holderId, name }: Omit<Replacing, 'kept'>): Promise<number> {
  return sql.run('delete from vendor_secrets where holder_kind = ? and holder_id = ? and name = ?', [
    holderKind,
    holderId,
    name,
  ]);
}

async function insert(sql: Sql, one: Replacing & { readonly endsAt: number | null }): Promise<void> {
  const { holderKind, holderId, name, kept, endsAt, now } = one;
  // Two within a millisecond are two all the same.
  const [last] = await sql.all<{ at: number | null }>(
    'select max(created_at) as "at" from vendor_secrets where holder_kind = ? and holder_id = ? and name = ?',
    [holderKind, holderId, name],
  );
  const createdAt = Math.max(now, (last?.at ?? 0) + 1);
  await sql.run(
    'insert into vendor_secrets (holder_kind, holder_id, name, created_at, value, ends_at) values (?, ?, ?, ?, ?, ?)',
    [holderKind, holderId, name, createdAt, kept, endsAt],
  );
}

/** Sets a secret that the settings name, in place of all there were. Part of the settings' own transaction. */
export function putSecret(
  sql: Sql,
  _scope: Scope,
  secret: SecretHolder & { readonly name: SecretName; readonly value: string },
): Promise<void> {
  return replace(sql, { ...secret, kept: secret.value, keepOldForSeconds: 0, now: Date.now() });
}

/** Lets go of secrets whose time has ended, so that whoever still uses one is sent away. Answers how many. */
export async function endSecrets(sql: Sql, scope: Scope, { now }: { readonly now: number }): Promise<number> {
  requireOwner(scope, 'end secrets');
  const due = await sql.all('select 1 as one from vendor_secrets where ends_at <= ? limit 1', [now]);
  if (due.length === 0) return 0;
  return sql.transaction(async (inside) => {
    await lockSettings(inside);
    const ended = await inside.run('delete from vendor_secrets where ends_at <= ?', [now]);
    if (ended > 0) await bumpVersion(inside);
    return ended;
  });
}
