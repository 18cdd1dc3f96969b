import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/*
 * Secrets of devices and MQTT clients. One we make has 192 random bits: nobody guesses it from a SHA-256, however fast.
 * One a person chose may be a word, so it is kept by scrypt, whose slowness would tell when a thousand devices come back
 * at once after a power cut: what a secret was once found to be is remembered in memory, by a digest.
 */

/** Some 10 ms: what a stolen hash gives away is the right to publish as one counter. */
const scryptCost = { N: 4096, r: 8, p: 1 };
const rememberedVerdicts = 20_000;

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function slowHash(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, scryptCost, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

/** A new secret: 24 random bytes as base64url, which need no quoting anywhere. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** How a secret that `newSecret` made is kept. */
export function hashMadeSecret(secret: string): string {
  return `sha256:${sha256(secret).toString('hex')}`;
}

/** How a secret that a person chose is kept. */
export async function hashChosenSecret(secret: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt:${salt.toString('hex')}:${(await slowHash(secret, salt)).toString('hex')}`;
}

async function matches(hash: string, secret: string): Promise<boolean> {
  const [method, ...parts] = hash.split(':');
  const salt = method === 'scrypt' ? parts[0] : undefined;
  const expected = Buffer.from(parts.at(-1) ?? '', 'hex');
  const given = salt === undefined ? sha256(secret) : await slowHash(secret, Buffer.from(salt, 'hex'));
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Says whether a secret is the one that was kept; remembers slow answers. */
export type SecretCheck = (hash: string, secret: string) => Promise<boolean>;

export function makeSecretCheck(): SecretCheck {
  const verdicts = new Map<string, Promise<boolean>>();
  return (hash, secret) => {
    if (!hash.startsWith('scrypt:')) return matches(hash, secret);
    const key = sha256(`${hash}\n${secret}`).toString('base64');
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    if (verdicts.size >= rememberedVerdicts) verdicts.delete(verdicts.keys().next().value as string);
    const verdict = matches(hash, secret);
    verdicts.set(key, verdict);
    return verdict;
  };
}

/** A new bearer token: 256 random bits. */
export function newToken(): string {
  return `lintel_${randomBytes(32).toString('base64url')}`;
}

/** How a token is kept and found again. */
export function hashToken(token: string): string {
  return sha256(token).toString('hex');
}
