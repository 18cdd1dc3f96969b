import { makeSecretCheck } from '../secrets/secret.ts';
import { type OwnTopics, ownTopicsOf } from '../settings/deviceTopics.ts';
import { requireOwner } from '../settings/owner.ts';
import type { Sql } from '../sql/port.ts';
import type { Connection } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** Who has connected. */
export type MqttIdentity =
  | ({ readonly kind: 'device'; readonly id: string; readonly storeId: string } & OwnTopics)
  | {
      readonly kind: 'gateway';
      readonly id: string;
      readonly storeId: string | null;
      readonly filters: readonly string[];
    }
  | { readonly kind: 'reader'; readonly id: string; readonly filters: readonly string[] };

export interface Credentials {
  readonly username: string;
  readonly secret: string;
}

interface Known {
  readonly identity: MqttIdentity;
  readonly hash: string | null;
}

const isSecretOf = makeSecretCheck();

async function findDevice(sql: Sql, id: string): Promise<Known | undefined> {
  const [row] = await sql.all<{ store_id: string; connection: string | null; secret_hash: string | null }>(
    'select store_id, connection, secret_hash from devices where id = ?',
    [id],
  );
  if (row === undefined) return undefined;
  // Sound: the column is written from a Connection alone.
  const connection = row.connection === null ? null : (JSON.parse(row.connection) as Connection);
  const identity: MqttIdentity = { kind: 'device', id, storeId: row.store_id, ...ownTopicsOf(connection) };
  return { identity, hash: row.secret_hash };
}

async function findClient(sql: Sql, id: string): Promise<Known | undefined> {
  const [row] = await sql.all<{
    kind: 'gateway' | 'reader';
    store_id: string | null;
    filters: string;
    secret_hash: string | null;
  }>('select kind, store_id, filters, secret_hash from mqtt_clients where id = ?', [id]);
  if (row === undefined) return undefined;
  const filters = JSON.parse(row.filters) as string[];
  const identity: MqttIdentity =
    row.kind === 'gateway' ? { kind: 'gateway', id, storeId: row.store_id, filters } : { kind: 'reader', id, filters };
  return { identity, hash: row.secret_hash };
}

/** A secret that was replaced and holds a while longer (writes/vendorSecrets.ts). */
async function isReplacedSecret(sql: Sql, deviceId: string, secret: string): Promise<boolean> {
  const rows = await sql.all<{ hash: string }>(
    `select value as "hash" from vendor_secrets where holder_kind = 'device' and holder_id = ? and name = 'mqtt'
     and ends_at > ?`,
    [deviceId, Date.now()],
  );
  for (const { hash } of rows) if (await isSecretOf(hash, secret)) return true;
  return false;
}

/** The device or MQTT client whose user name and secret these are; null where there is none. The house's own question. */
export async function authenticateClient(
  sql: Sql,
  scope: Scope,
  { username, secret }: Credentials,
): Promise<MqttIdentity | null> {
  requireOwner(scope, 'check credentials');
  const known = (await findDevice(sql, username)) ?? (await findClient(sql, username));
  if (known === undefined || known.hash === null) return null;
  if (await isSecretOf(known.hash, secret)) return known.identity;
  return known.identity.kind === 'device' && (await isReplacedSecret(sql, username, secret)) ? known.identity : null;
}
