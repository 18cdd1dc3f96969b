import type { MqttIdentity } from '../../db/reads/credentials.ts';
import type { Grants, TokenLine } from '../../db/reads/tokens.ts';
import { hashToken } from '../../db/secrets/secret.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { Caller } from './caller.ts';
import type { Identify } from './guard.ts';

export type KnownToken = Pick<TokenLine, 'id' | 'expiresAt' | 'revokedAt' | keyof Grants>;

export interface SignedIn {
  readonly sessionId: string;
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
}

/** Where callers are looked up. */
export interface Directory {
  tokenByHash(hash: string): Promise<KnownToken | null>;
  sessionOf(headers: Headers): Promise<SignedIn | null>;
  grantsOf(userId: string): Promise<Grants | null>;
  /** The device or MQTT client whose user name and secret these are. */
  clientBy(username: string, secret: string): Promise<MqttIdentity | null>;
  now(): number;
}

/**
 * Callers by `Authorization: Bearer token`, `Authorization: Basic device:secret`, or the dashboard's session cookie. A wrong
 * Authorization header is never made good by a cookie.
 */
export function identifyBy(directory: Directory): Identify {
  return async (headers) => {
    const [scheme, value = ''] = (headers.get('authorization') ?? '').split(/ +/, 2);
    if (!scheme) return personOf(directory, headers);
    if (scheme.toLowerCase() === 'bearer') return tokenOf(directory, value);
    if (scheme.toLowerCase() === 'basic') return deviceOf(directory, value);
    return null;
  };
}

async function tokenOf(directory: Directory, bearer: string): Promise<Caller | null> {
  const token = await directory.tokenByHash(hashToken(bearer));
  if (token === null || token.revokedAt !== null) return null;
  if (token.expiresAt !== null && token.expiresAt <= directory.now()) return null;
  return { kind: 'token', tokenId: token.id, scope: scopeOf(`token:${token.id}`, token) };
}

async function personOf(directory: Directory, headers: Headers): Promise<Caller | null> {
  if (!headers.has('cookie')) return null;
  const session = await directory.sessionOf(headers);
  if (session === null) return null;
  const grants = await directory.grantsOf(session.user.id);
  if (grants === null) return null;
  return { kind: 'person', ...session, scope: scopeOf(`user:${session.user.id}`, grants) };
}

async function deviceOf(directory: Directory, basic: string): Promise<Caller | null> {
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon === -1) return null;
  const client = await directory.clientBy(text.slice(0, colon), text.slice(colon + 1));
  if (client?.kind === 'device') return { kind: 'device', deviceId: client.id, storeId: client.storeId };
  if (client?.kind === 'gateway' && client.storeId !== null)
    return { kind: 'device', deviceId: null, storeId: client.storeId };
  return null;
}

function scopeOf(actor: string, { role, storeIds, regionIds }: Grants): Scope {
  return { actor, role, storeIds, regionIds };
}
