import { describe, expect, test } from 'vitest';
import { lightspeed } from '../../../ingest/adapters/lightspeed/adapter.ts';
import { loyverse } from '../../../ingest/adapters/loyverse/adapter.ts';
import { moysklad } from '../../../ingest/adapters/moysklad/adapter.ts';
import { shopify } from '../../../ingest/adapters/shopify/adapter.ts';
import { hmacOf } from '../../../ingest/adapters/signing.ts';
import { square } from '../../../ingest/adapters/square/adapter.ts';
import type { Webhook } from '../../../ingest/adapters/webhook.ts';
import { hookRequest } from './hookRequest.ts';

const secret = 'whsec-of-this-feed-0123456789';
const body = '{"name":"Café №1"}';
const form = `payload=${encodeURIComponent(body)}&environment=prod`;
const formHeaders = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };
const url = 'https://lintel.example/api/v1/hooks/till-1';

const over = (...parts: string[]): { over: string[] } => ({ over: parts });
const sha256 = { algorithm: 'sha256', encoding: 'base64' } as const;
const sha1 = { algorithm: 'sha1', encoding: 'base64' } as const;

interface Signing {
  readonly name: string;
  readonly webhook: Webhook | null;
  readonly sent: Parameters<typeof hookRequest>[0];
  readonly header: string;
  sign(key: string): string;
}

const signings: readonly Signing[] = [
  {
    name: 'Square, over the address and the body',
    webhook: square.webhook,
    sent: { body, url },
    header: 'x-square-hmacsha256-signature',
    sign: (key) => hmacOf({ ...sha256, ...over(url, body) }, key),
  },
  {
    name: 'Square behind a proxy that takes TLS off',
    webhook: square.webhook,
    sent: { body, url: url.replace('https', 'http') },
    header: 'x-square-hmacsha256-signature',
    sign: (key) => hmacOf({ ...sha256, ...over(url, body) }, key),
  },
  {
    name: 'Shopify',
    webhook: shopify.webhook,
    sent: { body },
    header: 'x-shopify-hmac-sha256',
    sign: (key) => hmacOf({ ...sha256, ...over(body) }, key),
  },
  {
    name: 'Loyverse, as its documents have it',
    webhook: loyverse.webhook,
    sent: { body },
    header: 'x-loyverse-signature',
    sign: (key) => hmacOf({ ...sha1, ...over(body) }, key),
  },
  {
    name: 'Loyverse, as its users have it',
    webhook: loyverse.webhook,
    sent: { body },
    header: 'x-loyverse-signature',
    sign: (key) => hmacOf({ algorithm: 'sha1', encoding: 'hex', ...over(body) }, key),
  },
  {
    name: 'Lightspeed, over the form',
    webhook: lightspeed.webhook,
    sent: { body: form, headers: formHeaders },
    header: 'x-signature',
    sign: (key) =>
      `signature=${hmacOf({ algorithm: 'sha256', encoding: 'hex', ...over(form) }, key)},algorithm=HMAC-SHA256`,
  },
  {
    name: 'Lightspeed, over its payload',
    webhook: lightspeed.webhook,
    sent: { body: form, headers: formHeaders },
    header: 'x-signature',
    sign: (key) => `signature=${hmacOf({ ...sha256, ...over(body) }, key)},algorithm=HMAC-SHA256`,
  },
];

describe.for(signings.map((one) => [one.name, one] as const))('%s', ([, { webhook, sent, header, sign }]) => {
  const verdict = (signature: string | null, secrets: readonly string[], changed = {}): string | undefined => {
    const headers = { ...sent.headers, ...(signature === null ? {} : { [header]: signature }) };
    return webhook?.verify(hookRequest({ ...sent, headers, ...changed }), secrets);
  };

  test('is taken when it was signed with the secret, or with the one that is being replaced', () => {
    expect(webhook?.proof).toBe('signature');
    expect(verdict(sign(secret), [secret])).toBe('authentic');
    expect(verdict(sign(secret), ['the-next-secret', secret])).toBe('authentic');
  });

  test('is authentic a second time too: nothing that is signed says when', () => {
    const signature = sign(secret);
    expect([verdict(signature, [secret]), verdict(signature, [secret])]).toEqual(['authentic', 'authentic']);
  });

  test('is refused where the signature is another’s, of another body, cut off or missing', () => {
    expect(verdict(sign('another-secret'), [secret])).toBe('forged');
    expect(verdict(sign(secret), [secret], { body: sent.body?.replace('Caf', 'Kaf') })).toBe('forged');
    expect(verdict(sign(secret).slice(0, 20), [secret])).toBe('forged');
    expect(verdict(secret, [secret])).toBe('forged');
    expect(verdict(null, [secret])).toBe('missing');
    expect(verdict('', [secret])).toBe('missing');
  });
});

test('what Loyverse and Lightspeed do not sign shows the secret in its address; Square and Shopify always sign', () => {
  const unsigned = hookRequest({ path: secret });
  for (const { webhook } of [loyverse, lightspeed, moysklad])
    expect(webhook?.verify(unsigned, [secret])).toBe('authentic');
  for (const { webhook } of [square, shopify]) expect(webhook?.verify(unsigned, [secret])).toBe('missing');
});

test('МойСклад shows the secret in its address, and nothing else', () => {
  expect(moysklad.webhook?.proof).toBe('path');
  expect(moysklad.webhook?.verify(hookRequest({ path: 'a-guess-of-the-same-length-as-it' }), [secret])).toBe('forged');
  expect(moysklad.webhook?.verify(hookRequest({}), [secret])).toBe('missing');
  expect(moysklad.webhook?.answerWithinMs).toBe(1500);
});

test('what a request is about is in the headers of Shopify and Square', () => {
  const shop = (headers: Record<string, string>): string | undefined =>
    shopify.webhook?.kindOf(hookRequest({ headers }));
  expect(shop({ 'X-Shopify-Topic': 'orders/create' })).toBe('orders/create');
  expect(shop({ 'X-Shopify-Topic': 'orders/create', 'X-Shopify-Test': 'true' })).toBe('test/orders/create');
  const kind = (environment: string): string | undefined =>
    square.webhook?.kindOf(hookRequest({ headers: { 'square-environment': environment } }));
  expect([kind('Production'), kind('Sandbox')]).toEqual(['', 'sandbox']);
});

test('Lightspeed’s message is in a field of a form', () => {
  const text = (sent: Parameters<typeof hookRequest>[0]): string[] =>
    (lightspeed.webhook?.unpack?.(hookRequest(sent)) ?? []).map((bytes) => new TextDecoder().decode(bytes));
  expect(text({ body: form, headers: formHeaders })).toEqual([body]);
  expect(text({ body, headers: { 'content-type': 'application/json' } })).toEqual([body]);
});
