import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { bearer, type Chain, call, put, startChain } from '../chain.ts';

let chain: Chain;
let first = '';
const clients: MqttClient[] = [];

beforeAll(async () => {
  chain = await startChain();
  await put(chain, '/api/v1/stores/arbat', { timezone: 'UTC' });
  first = (await put(chain, '/api/v1/stores/arbat/devices/cam-1', {})).body.secret;
});
afterAll(async () => {
  for (const client of clients) client.end(true);
  await chain?.stop();
});

async function signIn(password: string): Promise<MqttClient> {
  const url = `mqtt://127.0.0.1:${chain.server.mqttPort}`;
  const client = await connectAsync(
    url,
    { username: 'cam-1', password, reconnectPeriod: 0, protocolVersion: 4 },
    false,
  );
  client.on('error', () => undefined);
  clients.push(client);
  return client;
}

async function rotate(keepOldForSeconds: number): Promise<string> {
  const body = { name: 'mqtt', keepOldForSeconds };
  const headers = bearer(chain.token);
  const { body: answer } = await call(chain.server, '/api/v1/devices/cam-1/secrets', { method: 'POST', headers, body });
  return answer.secret;
}

const gone = (client: MqttClient) => vi.waitFor(() => expect(client.connected).toBe(false), { timeout: 25_000 });

it('a device stays connected with its former secret as long as that holds, and no longer', async () => {
  const early = await signIn(first);
  const second = await rotate(8);
  const late = await signIn(first);
  const renewed = await signIn(second);
  expect([early.connected, late.connected]).toEqual([true, true]);
  await Promise.all([gone(early), gone(late)]);
  expect(renewed.connected).toBe(true);
  await expect(signIn(first)).rejects.toThrow(/[Nn]ot authorized|Bad/);
});

it('one that leaked ends at once, whoever is connected by it', async () => {
  const present = await rotate(3600);
  const thief = await signIn(present);
  const next = await rotate(0);
  await gone(thief);
  expect((await signIn(next)).connected).toBe(true);
  await expect(signIn(present)).rejects.toThrow(/[Nn]ot authorized|Bad/);
});
