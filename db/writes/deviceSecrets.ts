import { hashChosenSecret, hashMadeSecret, makeSecretCheck, newSecret } from '../secrets/secret.ts';
import type { Change, SecretChange, SettingsChange, VendorSecretChange } from '../settings/change.ts';
import type { Sql } from '../sql/port.ts';
import type { Device } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';

/** The hash to keep from now on, with the secret itself where it is ours. */
interface NextSecret {
  readonly hash: string;
  readonly made?: string;
  /** Only for one that still has none: another change may have been quicker. */
  readonly ifNone?: boolean;
}

/** By user name, which a device and a client never share; whoever keeps the present secret is not in it. */
export type NextSecrets = ReadonlyMap<string, NextSecret>;

const isKept = makeSecretCheck();

/** What a change says of one that connects. */
type Connecting = SecretChange & VendorSecretChange & { readonly connection?: Device['connection'] };

/** Whether it would have anything to do with a secret of ours: it does not sign by the vendor's key, nor come by way of others. */
function needsOne({ hookSecret, connection }: Connecting): boolean {
  return hookSecret !== 'theirs' && (connection == null || connection.source === null);
}

async function nextSecret(kept: string | null, change: Connecting): Promise<NextSecret | undefined> {
  if (change.secret !== undefined) {
    if (kept !== null && (await isKept(kept, change.secret))) return undefined;
    return { hash: await hashChosenSecret(change.secret) };
  }
  if (change.renewSecret !== true && (kept !== null || !needsOne(change))) return undefined;
  const made = newSecret();
  return { hash: hashMadeSecret(made), made, ifNone: change.renewSecret !== true };
}

/** What secrets a change brings: those it names, and a new one for whoever has none. */
export async function nextSecrets(sql: Sql, _scope: Scope, change: SettingsChange): Promise<NextSecrets> {
  const kept = await sql.all<{ id: string; secret_hash: string | null }>(
    'select id, secret_hash from devices union all select id, secret_hash from mqtt_clients',
  );
  const hashes = new Map(kept.map((row) => [row.id, row.secret_hash]));
  const named: readonly (Connecting & { readonly id: string })[] = [
    ...(change.devices ?? []),
    ...(change.mqttClients ?? []),
  ];
  const next = await Promise.all(named.map((one) => nextSecret(hashes.get(one.id) ?? null, one)));
  const secrets = new Map<string, NextSecret>();
  for (const [index, one] of named.entries()) {
    const secret = next[index];
    if (secret !== undefined) secrets.set(one.id, secret);
  }
  return secrets;
}

interface SecretHolder {
  readonly table: 'devices' | 'mqtt_clients';
  readonly id: string;
  readonly subject: string;
}

interface SecretWork {
  readonly sql: Sql;
  readonly scope: Scope;
  readonly secrets: NextSecrets;
  readonly changes: Change[];
}

/** Keeps the new secret of a device or client, if it has one, and tells it with the change. Answers it where it is one of ours. */
export async function applySecret(work: SecretWork, { table, id, subject }: SecretHolder): Promise<string | undefined> {
  const next = work.secrets.get(id);
  if (next === undefined) return undefined;
  const condition = next.ifNone === true ? 'and secret_hash is null' : '';
  const changed = await work.sql.run(`update ${table} set secret_hash = ? where id = ? ${condition}`, [next.hash, id]);
  if (changed === 0) return undefined;
  if (table === 'devices') await endReplaced(work.sql, id);
  const told = next.made === undefined ? {} : { secret: next.made };
  const place = work.changes.findIndex((known) => known.subject === subject);
  const known = work.changes[place];
  if (known !== undefined) {
    work.changes[place] = { ...known, ...told };
    return next.made;
  }
  work.changes.push({ action: 'changed', subject, text: `${subject}: new secret`, ...told });
  await appendAudit(work.sql, work.scope, { action: 'changed', subject, after: '{"secret":"changed"}' });
  return next.made;
}

/** A secret that the settings name holds at once and alone. */
async function endReplaced(sql: Sql, deviceId: string): Promise<void> {
  await sql.run("delete from vendor_secrets where holder_kind = 'device' and holder_id = ? and name = 'mqtt'", [
    deviceId,
  ]);
}
