import { describe, expect, test } from 'vitest';
import { happyornotApi } from '../../../ingest/adapters/happyornot/api.ts';
import { hmacOf } from '../../../ingest/adapters/signing.ts';
import { typeform } from '../../../ingest/adapters/typeform/adapter.ts';
import type { Webhook } from '../../../ingest/adapters/webhook.ts';
import { zendesk } from '../../../ingest/adapters/zendesk/adapter.ts';
import { hookRequest } from './hookRequest.ts';

const secret = 'whsec-of-this-feed-0123456789';
const body = '{"name":"Café №1"}';
const signedAt = '2026-03-20T11:59:58Z';
const sha256 = { algorithm: 'sha256', encoding: 'base64' } as const;

interface Signing {
  readonly name: string;
  readonly webhook: Webhook | null;
  readonly header: string;
  readonly headers: Readonly<Record<string, string>>;
  sign(key: string): string;
}

const signings: readonly Signing[] = [
  {
    name: 'Typeform, over the body',
    webhook: typeform.webhook,
    header: 'typeform-signature',
    headers: {},
    sign: (key) => `sha256=${hmacOf({ ...sha256, over: [body] }, key)}`,
  },
  {
    name: 'Zendesk, over the time of signing and the body',
    webhook: zendesk.webhook,
    header: 'x-zendesk-webhook-signature',
    headers: { 'x-zendesk-webhook-signature-timestamp': signedAt },
    sign: (key) => hmacOf({ ...sha256, over: [signedAt, body] }, key),
  },
];

describe.for(signings.map((one) => [one.name, one] as const))('%s', ([, { webhook, header, headers, sign }]) => {
  const verdict = (signature: string | null, secrets: readonly string[], changed = {}): string | undefined => {
    const all = { ...headers, ...(signature === null ? {} : { [header]: signature }), ...changed };
    return webhook?.verify(hookRequest({ body, headers: all }), secrets);
  };

  test('is taken when it was signed with the secret, or with the one that is being replaced', () => {
    expect(webhook?.proof).toBe('signature');
    expect(verdict(sign(secret), [secret])).toBe('authentic');
    expect(verdict(sign(secret), ['the-next-secret', secret])).toBe('authentic');
  });

  test('is refused where the signature is another’s, of another body, cut off or missing', () => {
    expect(verdict(sign('another-secret'), [secret])).toBe('forged');
    const other = hookRequest({ body: body.replace('Caf', 'Kaf'), headers: { ...headers, [header]: sign(secret) } });
    expect(webhook?.verify(other, [secret])).toBe('forged');
    expect(verdict(sign(secret).slice(0, 20), [secret])).toBe('forged');
    expect(verdict(null, [secret])).toBe('missing');
    expect(webhook?.verify(hookRequest({ body, path: secret }), [secret])).toBe('missing');
  });
});

test('Zendesk’s signature is of the time that comes with it', () => {
  const [, { sign }] = signings as [Signing, Signing];
  const headers = {
    'x-zendesk-webhook-signature': sign(secret),
    'x-zendesk-webhook-signature-timestamp': '2026-03-21T00:00:00Z',
  };
  expect(zendesk.webhook?.verify(hookRequest({ body, headers }), [secret])).toBe('forged');
});

test('both are signed as their vendors show it in their documents', () => {
  // echo -n … | openssl dgst -sha256 -hmac … -binary | base64, worked out beside this code.
  const typed = hookRequest({
    body: 'a',
    headers: { 'Typeform-Signature': 'sha256=eNqRUR5nVYf1ud94vt669VYNoqu4gWLuh13N90SVHZ4=' },
  });
  expect(typeform.webhook?.verify(typed, ['k'])).toBe('authentic');
});

describe('HappyOrNot is asked', () => {
  const now = Date.parse('2026-03-20T12:00:00Z');

  test('for the days from three before the last time to tomorrow everywhere, with the token', () => {
    const ask = happyornotApi.poll('2026-03-20T11:45:00.000Z', { now, options: {} });
    expect(ask?.path).toContain('/v2/results/button-feedbacks.json?startDate=2026-03-17&endDate=2026-03-22');
    expect(happyornotApi.headers('t0ken')).toEqual({ 'x-hon-api-token': 't0ken' });
  });

  test('page by page until one is not full', () => {
    const ask = happyornotApi.poll(null, { now, options: {} });
    if (ask === null) throw new Error('it is always asked');
    const first = happyornotApi.page(
      Array.from({ length: 1000 }, () => ({})),
      { ask, now },
    );
    expect(first.found.map(({ body: list }) => (list as unknown[]).length)).toEqual([200, 200, 200, 200, 200]);
    expect(first.next?.path).toContain('offset=1000');
    if (first.next === null) throw new Error('a full page has a next one');
    const second = happyornotApi.page([{}], { ask: first.next, now });
    expect(second).toMatchObject({ next: null, cursor: '2026-03-20T12:00:00.000Z' });
    expect(happyornotApi.page({ error: 'x' }, { ask, now })).toMatchObject({ found: [], next: null });
  });
});
