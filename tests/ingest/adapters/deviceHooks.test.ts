import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../../ingest/adapters/adapter.ts';
import { axis } from '../../../ingest/adapters/axis/adapter.ts';
import { hikvision } from '../../../ingest/adapters/hikvision/adapter.ts';
import { irisys } from '../../../ingest/adapters/irisys/adapter.ts';
import type { HookRequest } from '../../../ingest/adapters/webhook.ts';
import { xovis } from '../../../ingest/adapters/xovis/adapter.ts';

const secret = 'a-door-secret-of-128-bits';

function verdict(adapter: Adapter, headers: Readonly<Record<string, string>>, path = ''): string | undefined {
  const request: HookRequest = {
    method: 'POST',
    url: `https://shop.example/api/v1/hooks/door-1/${path}`,
    path,
    query: new URLSearchParams(),
    header: (name) => headers[name.toLowerCase()],
    body: new Uint8Array(),
    now: 0,
  };
  return adapter.webhook?.verify(request, ['another', secret]);
}

const basic = (password: string): string => `Basic ${Buffer.from(`door-1:${password}`).toString('base64')}`;

describe.for([
  ['Xovis', xovis],
  ['Hikvision', hikvision],
  ['Axis', axis],
  ['Irisys', irisys],
] as const)('%s', ([, adapter]) => {
  test('is believed by its password, its token or its address', () => {
    expect(verdict(adapter, { authorization: basic(secret) })).toBe('authentic');
    expect(verdict(adapter, { authorization: `Bearer ${secret}` })).toBe('authentic');
    expect(verdict(adapter, { authorization: secret })).toBe('authentic');
    expect(verdict(adapter, {}, secret)).toBe('authentic');
  });

  test('is not believed by others, nor without any', () => {
    expect(verdict(adapter, { authorization: basic('guessed') })).toBe('forged');
    expect(verdict(adapter, {}, 'short')).toBe('missing');
    expect(verdict(adapter, {})).toBe('missing');
  });
});

test('a Vector may send its token in the field Authentication', () => {
  expect(verdict(irisys, { authentication: secret })).toBe('authentic');
  expect(verdict(irisys, { authentication: 'guessed' })).toBe('forged');
});
