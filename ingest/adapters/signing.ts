import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { HookRequest, Verdict } from './webhook.ts';

/*
 * How a webhook shows whom it comes from. Everything is compared in constant time, over hashes of equal length, so that neither the
 * length of a secret nor its first letters can be learnt from how long an answer takes.
 */

/** A secret that stands in an address alone needs 128 bits: this many letters of base64url. */
const shortestPathSecret = 22;

/** What a vendor signed and how. */
export interface Signed {
  readonly algorithm: 'sha1' | 'sha256';
  readonly encoding: 'base64' | 'hex';
  /** As the vendor sent it; undefined: it sent none. */
  readonly signature: string | undefined;
  /** What the signature was made over, in order. */
  readonly over: readonly (string | Uint8Array)[];
}

/** Whether the HMAC was made with one of the secrets. */
export function verifyHmac(signed: Signed, secrets: readonly string[]): Verdict {
  if (signed.signature === undefined || signed.signature === '') return 'missing';
  const given = signed.encoding === 'hex' ? signed.signature.toLowerCase() : signed.signature;
  let isAuthentic = false;
  for (const secret of secrets) {
    if (secret !== '' && isSameText(given, hmacOf(signed, secret))) isAuthentic = true;
  }
  return isAuthentic ? 'authentic' : 'forged';
}

/** The HMAC that the vendor would send: for tests and simulated tills too. */
export function hmacOf(signed: Pick<Signed, 'algorithm' | 'encoding' | 'over'>, secret: string): string {
  const hmac = createHmac(signed.algorithm, secret);
  for (const part of signed.over) hmac.update(part);
  return hmac.digest(signed.encoding);
}

/**
 * Whether the request shows one of the secrets: as the password of HTTP Basic (whatever the user name), as `Authorization: Bearer` or
 * bare, or as a part of the address after the feed's name, there only if it has 128 bits.
 */
export function verifyShared(request: HookRequest, secrets: readonly string[]): Verdict {
  return verifyToken([authorizationOf(request), ...pathKeys(request)], secrets);
}

/** Whether one of the tokens is one of the secrets; undefined and empty ones are none. */
export function verifyToken(tokens: readonly (string | undefined)[], secrets: readonly string[]): Verdict {
  let isGiven = false;
  let isAuthentic = false;
  for (const token of tokens) {
    if (token === undefined || token === '') continue;
    isGiven = true;
    for (const secret of secrets) if (secret !== '' && isSameText(token, secret)) isAuthentic = true;
  }
  if (isAuthentic) return 'authentic';
  return isGiven ? 'forged' : 'missing';
}

/** Equality whose time tells nothing of the texts. */
export function isSameText(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function authorizationOf(request: HookRequest): string | undefined {
  const header = request.header('authorization')?.trim();
  if (header === undefined) return undefined;
  const space = header.indexOf(' ');
  if (space < 0) return header;
  const scheme = header.slice(0, space).toLowerCase();
  const rest = header.slice(space + 1).trim();
  return scheme === 'basic' ? passwordOf(rest) : rest;
}

function passwordOf(encoded: string): string {
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}

function pathKeys(request: HookRequest): readonly string[] {
  return request.path.split('/').filter((part) => part.length >= shortestPathSecret);
}
