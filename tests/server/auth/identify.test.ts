import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hasAccess } from '../../../server/auth/caller.ts';
import { type Directory, identifyBy, type KnownToken } from '../../../server/auth/identify.ts';
import { isFromOwnPage } from '../../../server/auth/origin.ts';

const token: KnownToken = {
  id: 't1',
  role: 'manager',
  storeIds: ['arbat'],
  regionIds: [],
  expiresAt: null,
  revokedAt: null,
};

function directory(change: Partial<KnownToken> = {}, now = 1000): Directory {
  const hash = createHash('sha256').update('right').digest('hex');
  return {
    tokenByHash: async (asked) => (asked === hash ? { ...token, ...change } : null),
    sessionOf: async (headers) =>
      headers.get('cookie') === 'good' ? { sessionId: 's', user: { id: 'u', name: 'Anna', email: 'a@b.c' } } : null,
    grantsOf: async () => ({ role: 'owner', storeIds: [], regionIds: [] }),
    clientBy: async (id, secret) =>
      id === 'cam-1' && secret === 'pass:word'
        ? { kind: 'device', id, storeId: 'arbat', topics: [], address: null }
        : null,
    now: () => now,
  };
}

const ask = (headers: Record<string, string>, from = directory()) => identifyBy(from)(new Headers(headers));
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

describe('who is calling', () => {
  it('a bearer token is known by its hash', async () => {
    expect(await ask({ authorization: 'Bearer right' })).toMatchObject({ kind: 'token', scope: { role: 'manager' } });
    expect(await ask({ authorization: 'Bearer wrong' })).toBeNull();
  });

  it('an expired or revoked token is nobody', async () => {
    expect(await ask({ authorization: 'Bearer right' }, directory({ expiresAt: 1000 }))).toBeNull();
    expect(await ask({ authorization: 'Bearer right' }, directory({ revokedAt: 5 }))).toBeNull();
  });

  it('a wrong token is not made good by a cookie', async () => {
    expect(await ask({ authorization: 'Bearer wrong', cookie: 'good' })).toBeNull();
    expect(await ask({ cookie: 'good' })).toMatchObject({ kind: 'person', user: { id: 'u' } });
  });

  it('a device comes with its id and secret, which may hold a colon', async () => {
    expect(await ask(basic('cam-1:pass:word'))).toEqual({ kind: 'device', deviceId: 'cam-1', storeId: 'arbat' });
    expect(await ask(basic('cam-1:pass'))).toBeNull();
    expect(await ask(basic('cam-1'))).toBeNull();
  });

  it('a device may report and nothing else', () => {
    const device = { kind: 'device', deviceId: 'cam-1', storeId: 'arbat' } as const;
    expect([hasAccess(device, 'ingest'), hasAccess(device, 'read'), hasAccess(device, 'owner')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('changes asked for by a browser', () => {
  const page = (headers: Record<string, string>) =>
    isFromOwnPage(new Headers({ host: 'shop.lan:3000', ...headers }), 'https://lintel.example');

  it('our own page may, by whatever name it was reached', () => {
    expect(page({ origin: 'http://shop.lan:3000' })).toBe(true);
    expect(page({ origin: 'https://lintel.example' })).toBe(true);
  });

  it('another site may not', () => {
    expect(page({ origin: 'http://evil.example' })).toBe(false);
    expect(page({ origin: 'null' })).toBe(false);
    expect(page({ 'sec-fetch-site': 'cross-site' })).toBe(false);
  });
});
