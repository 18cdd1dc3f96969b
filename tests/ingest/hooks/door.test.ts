import { describe, expect, test } from 'vitest';
import { addressList } from '../../../db/settings/networks.ts';
import { shopify } from '../../../ingest/adapters/shopify/adapter.ts';
import { hmacOf } from '../../../ingest/adapters/signing.ts';
import type { HookRequest, Verdict, Webhook } from '../../../ingest/adapters/webhook.ts';
import { type HookArrival, type HookDoor, openHookDoor } from '../../../ingest/hooks/door.ts';
import type { Feed } from '../../../ingest/hooks/feeds.ts';
import { acceptedOnce, type RawMessage } from '../../../ingest/pipeline/message.ts';
import { keepRefusals, type Refusals } from '../../../ingest/refusals.ts';

interface House {
  readonly door: HookDoor;
  readonly stored: RawMessage[];
  readonly clock: { now: number };
  readonly refusals: Refusals;
  readonly told: readonly string[];
}

function house(more: { secrets?: readonly string[]; feed?: Partial<Feed>; webhook?: Partial<Webhook> } = {}): House {
  const stored: RawMessage[] = [];
  const clock = { now: 1_000_000 };
  const told: string[] = [];
  const refusals = keepRefusals(
    () => clock.now,
    (id, { count, why }) => told.push(`${id}: ${count} ${why}`),
  );
  const { webhook } = shopify;
  if (webhook === null) throw new Error('Shopify has a webhook');
  const feed: Feed = {
    id: 'till-1',
    kind: 'device',
    adapter: { ...shopify, webhook: { ...webhook, ...more.webhook } },
    options: {},
    allowFrom: null,
    url: null,
    ...more.feed,
  };
  const door = openHookDoor({
    feedOf: (id) => (id === 'till-1' ? feed : null),
    secrets: { of: async () => more.secrets ?? ['new-key', 'old-key'] },
    keeping: {
      async store(messages) {
        stored.push(...messages);
        return { kind: 'stored', fates: messages.map(() => acceptedOnce) };
      },
      resume: async () => undefined,
      close: () => undefined,
    },
    refusals,
    now: () => clock.now,
  });
  return { door, stored, clock, refusals, told };
}

const arrival: HookArrival = { feed: 'till-1', method: 'POST', address: '192.0.2.7', beganAt: Date.now() };
const body = new TextEncoder().encode('{"id":1}');

function request(key: string | null, more: Partial<HookRequest> = {}): HookRequest {
  const signature = key === null ? undefined : hmacOf({ algorithm: 'sha256', encoding: 'base64', over: [body] }, key);
  return {
    method: 'POST',
    url: 'https://lintel.example/api/v1/hooks/till-1',
    path: '',
    query: new URLSearchParams(),
    header: (name) =>
      name === 'x-shopify-hmac-sha256' ? signature : name === 'x-shopify-topic' ? 'orders/create' : undefined,
    body,
    now: 5,
    ...more,
  };
}

test('while a secret is being replaced both hold', async () => {
  const { door, stored } = house();
  for (const key of ['new-key', 'old-key'])
    expect(await door.take(arrival, request(key))).toMatchObject({ kind: 'taken' });
  expect(await door.take(arrival, request('older-key'))).toMatchObject({ kind: 'refused', why: 'forged' });
  expect(stored.map(({ topic }) => topic)).toEqual(['$hook/till-1/orders/create', '$hook/till-1/orders/create']);
});

test('a signature over another body is forged, and none at all is missing', async () => {
  const { door } = house();
  const other = request('new-key', { body: new TextEncoder().encode('{"id":2}') });
  expect(await door.take(arrival, other)).toMatchObject({ why: 'forged' });
  expect(await door.take(arrival, request(null))).toMatchObject({ why: 'missing' });
});

test('a vendor that signs may not show the secret instead: it would not be told to anybody', async () => {
  const header = (name: string): string | undefined => (name === 'authorization' ? 'Bearer new-key' : undefined);
  expect(await house().door.take(arrival, request(null, { header }))).toMatchObject({ kind: 'refused' });
});

test('of a vendor that signs a time, what was signed too long ago is late', async () => {
  const verify = (): Verdict => 'late';
  expect(await house({ webhook: { verify } }).door.take(arrival, request('new-key'))).toMatchObject({ why: 'late' });
});

test('an address without a secret takes nothing', async () => {
  expect(await house({ secrets: [] }).door.take(arrival, request('new-key'))).toMatchObject({ why: 'noSecret' });
});

test('where a list says from where, nobody else is heard', async () => {
  const { door } = house({ feed: { allowFrom: addressList(['198.51.100.0/24']) } });
  expect(door.refusal(arrival)).toMatchObject({ why: 'address' });
  expect(door.refusal({ ...arrival, address: '198.51.100.9' })).toBeNull();
});

test('a method the vendor does not use is refused, saying which it does', () => {
  expect(house().door.refusal({ ...arrival, method: 'PUT' })).toMatchObject({ why: 'method', allow: ['POST'] });
});

test('a handshake is answered without a proof, and nothing is stored', async () => {
  const { door, stored } = house({ webhook: { handshake: () => ({ status: 200, body: 'challenge' }) } });
  expect(await door.take(arrival, request(null))).toEqual({ kind: 'handshake', status: 200, body: 'challenge' });
  expect(stored).toEqual([]);
});

test('the secret in an address is no part of what is stored', async () => {
  const secret = 'a-secret-of-the-path-0123456789';
  const webhook: Partial<Webhook> = { proof: 'path', verify: () => 'missing', kindOf: ({ path }) => path };
  const { door, stored } = house({ secrets: [secret], webhook });
  expect(await door.take(arrival, request(null, { path: `v2/receipts/${secret}` }))).toMatchObject({ kind: 'taken' });
  expect(stored.map(({ topic }) => topic)).toEqual(['$hook/till-1/v2/receipts']);
});

test('a camera that asks each time whether it must show the secret is heard for ever', async () => {
  const { door } = house();
  for (let i = 0; i < 40; i += 1) await door.take(arrival, request(null));
  expect(await door.take(arrival, request('new-key'))).toMatchObject({ kind: 'taken' });
});

test('who guesses is shut out for a minute; who was authentic from the same proxy is not', async () => {
  const { door, clock } = house();
  const guess = async (address: string, times: number): Promise<void> => {
    for (let i = 0; i < times; i += 1) await door.take({ ...arrival, address }, request('guess'));
  };
  await guess('192.0.2.66', 30);
  expect(await door.take({ ...arrival, address: '192.0.2.66' }, request('new-key'))).toMatchObject({
    why: 'tooMany',
    retryAfterSeconds: 60,
  });
  await door.take(arrival, request('new-key'));
  await guess(arrival.address, 40);
  expect(await door.take(arrival, request('new-key'))).toMatchObject({ kind: 'taken' });
  clock.now += 60_000;
  expect(await door.take({ ...arrival, address: '192.0.2.66' }, request('new-key'))).toMatchObject({ kind: 'taken' });
});

describe('what is refused', () => {
  const elsewhere = { ...arrival, address: '198.51.100.9' };

  test('is remembered for an hour: how often, when last, and why', async () => {
    const { door, clock, refusals, told } = house();
    expect(refusals.of('till-1')).toBeNull();
    for (const key of ['guess-1', 'guess-2', null]) await door.take(arrival, request(key));
    expect(refusals.of('till-1')).toEqual({ count: 3, lastAt: clock.now, why: 'missing', address: '192.0.2.7' });
    clock.now += 59 * 60_000;
    await door.take(elsewhere, request('guess-3'));
    expect(refusals.of('till-1')).toMatchObject({ count: 4, why: 'forged' });
    clock.now += 2 * 60_000;
    expect(refusals.of('till-1')).toMatchObject({ count: 1 });
    clock.now += 60 * 60_000;
    expect(refusals.of('till-1')).toBeNull();
    expect(told).toEqual(['till-1: 1 forged', 'till-1: 4 forged']);
  });

  test('is told once a minute, however often it comes', async () => {
    const { door, clock, refusals, told } = house();
    for (let time = 0; time < 40; time += 1) await door.take(arrival, request('guess'));
    clock.now += 60_000;
    await door.take(arrival, request('guess'));
    expect(told).toEqual(['till-1: 1 forged', 'till-1: 41 forged']);
    expect(refusals.of('till-1')).toMatchObject({ count: 41, why: 'forged' });
  });

  test('is forgotten when the same sender shows the right secret', async () => {
    const { door, refusals } = house();
    await door.take(arrival, request('guess'));
    await door.take(elsewhere, request('new-key'));
    expect(refusals.of('till-1')).toMatchObject({ count: 1 });
    await door.take(arrival, request('new-key'));
    expect(refusals.of('till-1')).toBeNull();
  });

  test('is not a camera that asks first whether it must show its secret, and hides not what another one was refused', async () => {
    const { door, refusals } = house();
    await door.take(elsewhere, request('guess'));
    await door.take(arrival, request(null));
    await door.take(arrival, request('new-key'));
    expect(refusals.of('till-1')).toMatchObject({ count: 1, why: 'forged', address: '198.51.100.9' });
  });

  test('is a network that may not send here as well, and an address without a secret', async () => {
    const closed = house({ feed: { allowFrom: addressList(['198.51.100.0/24']) } });
    closed.door.refusal(arrival);
    expect(closed.refusals.of('till-1')).toMatchObject({ count: 1, why: 'address', address: '192.0.2.7' });
    const bare = house({ secrets: [] });
    await bare.door.take(arrival, request('new-key'));
    expect(bare.refusals.of('till-1')).toMatchObject({ why: 'noSecret' });
    bare.door.refusal({ ...arrival, feed: 'nobody' });
    expect(bare.refusals.of('nobody')).toBeNull();
  });

  test('of a make that signs by itself is answered with where its key is pasted', async () => {
    const paste = 'aste the key by which Shopify signs on the device’s page in Lintel';
    const { door } = house();
    for (const key of ['guess', null])
      expect(await door.take(arrival, request(key))).toMatchObject({ sentence: expect.stringContaining(paste) });
    expect(await house({ secrets: [] }).door.take(arrival, request('x'))).toMatchObject({
      sentence: expect.stringContaining(paste),
    });
    const shared = house({ webhook: { proof: 'token', verify: () => 'missing' } });
    expect(await shared.door.take(arrival, request(null))).toMatchObject({
      sentence: expect.stringContaining('secret that Lintel gave'),
    });
  });
});
