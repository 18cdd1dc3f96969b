import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hmacOf, isSameText, verifyHmac, verifyShared, verifyToken } from '../../../ingest/adapters/signing.ts';
import { hookRequest } from './hookRequest.ts';

const secret = 'a-secret-of-at-least-128-bits';
const shared = (headers: Record<string, string>, path = ''): string =>
  verifyShared(hookRequest({ headers, path }), [secret]);
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('a signature', () => {
  const over = ['address', new TextEncoder().encode('{"a":1}')];
  const made = { algorithm: 'sha256', encoding: 'base64', over } as const;

  test('is authentic when it was made with one of the secrets, over the parts in their order', () => {
    const signature = hmacOf(made, secret);
    expect(signature).toBe(hmacOf({ ...made, over: ['address{"a":1}'] }, secret));
    expect(verifyHmac({ ...made, signature }, [secret])).toBe('authentic');
    expect(verifyHmac({ ...made, signature }, ['the next one', secret])).toBe('authentic');
  });

  test('of something else, of another secret or of none is forged, and where there is none it is missing', () => {
    const signature = hmacOf(made, secret);
    expect(verifyHmac({ ...made, over: ['address', '{"a":2}'], signature }, [secret])).toBe('forged');
    expect(verifyHmac({ ...made, signature }, ['another'])).toBe('forged');
    expect(verifyHmac({ ...made, signature: hmacOf(made, '') }, [''])).toBe('forged');
    expect(verifyHmac({ ...made, signature }, [])).toBe('forged');
    expect(verifyHmac({ ...made, signature: undefined }, [secret])).toBe('missing');
    expect(verifyHmac({ ...made, signature: '' }, [secret])).toBe('missing');
  });

  test('in hexadecimal may be written in capitals', () => {
    const hex = { ...made, encoding: 'hex' } as const;
    expect(verifyHmac({ ...hex, signature: hmacOf(hex, secret).toUpperCase() }, [secret])).toBe('authentic');
  });
});

describe('a shared secret', () => {
  test('is shown as a password, whoever the user is', () => {
    expect(shared({ authorization: basic(`till:${secret}`) })).toBe('authentic');
    expect(shared({ Authorization: basic(`:${secret}`) })).toBe('authentic');
    expect(shared({ authorization: basic('till:guess') })).toBe('forged');
  });

  test('is shown as a bearer token, or bare', () => {
    expect(shared({ authorization: `Bearer ${secret}` })).toBe('authentic');
    expect(shared({ authorization: `bearer  ${secret}` })).toBe('authentic');
    expect(shared({ authorization: secret })).toBe('authentic');
    expect(shared({ authorization: 'Bearer guess' })).toBe('forged');
  });

  test('is shown in the address, where it is long enough not to be guessed', () => {
    expect(shared({}, secret)).toBe('authentic');
    expect(shared({}, `${secret}/v2/receipts`)).toBe('authentic');
    expect(shared({}, 'another-secret-of-128-bits')).toBe('forged');
    expect(shared({}, 'v2/receipts')).toBe('missing');
    expect(verifyShared(hookRequest({ path: 'short' }), ['short'])).toBe('missing');
  });

  test('that was never made opens nothing', () => {
    expect(verifyToken(['', undefined], [''])).toBe('missing');
    expect(verifyToken(['x'], [''])).toBe('forged');
  });
});

test('two texts are the same exactly when they are', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(isSameText(one, other)).toBe(one === other);
      expect(isSameText(one, one)).toBe(true);
    }),
  );
});
