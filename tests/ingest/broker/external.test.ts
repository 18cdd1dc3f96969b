import { connectAsync, type MqttClient } from 'mqtt';
import { afterEach, expect, test } from 'vitest';
import {
  type ExternalBroker,
  type ExternalBrokerParts,
  openExternalBroker,
  subscriptionsOf,
} from '../../../ingest/broker/external.ts';
import { type Mosquitto, startMosquitto } from '../../setup/mosquitto.ts';
import { type Gate, makeGate, until } from './fakes.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function mosquitto(): Promise<Mosquitto> {
  const broker = await startMosquitto();
  endings.push(() => broker.stop());
  return broker;
}

async function publisher(url: string): Promise<MqttClient> {
  const client = await connectAsync(url);
  endings.push(() => client.endAsync(true));
  return client;
}

async function ingest(url: string, gate: Gate, more: Partial<ExternalBrokerParts> = {}): Promise<ExternalBroker> {
  const made = openExternalBroker({
    url,
    clientId: 'lintel-test',
    subscriptions: subscriptionsOf(null),
    intake: gate.intake,
    onTrouble: () => undefined,
    ...more,
  });
  endings.push(() => made.close());
  await until(() => made.isConnected());
  return made;
}

const topic = 'lintel/v1/arbat/cam-1/counts';
const bodies = (gate: Gate): string[] => gate.messages.map(({ payload }) => payload.toString());

test('the next message is read while the one before waits to be stored', async () => {
  const { url } = await mosquitto();
  const gate = makeGate();
  await ingest(url, gate);
  const sender = await publisher(url);
  await Promise.all(Array.from({ length: 200 }, (_, i) => sender.publishAsync(topic, String(i), { qos: 1 })));
  await gate.came(200);
  expect(bodies(gate)).toHaveLength(200);
  gate.open();
});

test('what was stored is not sent again, what was not stored is, to the next process of the same client id', async () => {
  const { url } = await mosquitto();
  const [first, second] = [makeGate(), makeGate()];
  const before = await ingest(url, first);
  const sender = await publisher(url);
  first.open();
  await sender.publishAsync(topic, 'stored', { qos: 1 });
  await first.came(1);
  await before.close();
  await sender.publishAsync(topic, 'while away', { qos: 2 });
  second.open();
  await ingest(url, second);
  await second.came(1);
  expect(bodies(second)).toEqual(['while away']);
});

test('a message that could not be stored comes again over a new connection', async () => {
  const { url } = await mosquitto();
  const gate = makeGate();
  await ingest(url, gate);
  const sender = await publisher(url);
  await sender.publishAsync(topic, 'again', { qos: 1 });
  await gate.came(1);
  gate.fail();
  await until(() => gate.messages.length >= 2);
  gate.open();
  await gate.came(3);
  expect(new Set(bodies(gate))).toEqual(new Set(['again']));
});

test('no acknowledgement goes out on another connection than the message came by', async () => {
  const broker = await mosquitto();
  const gate = makeGate();
  const made = await ingest(broker.url, gate);
  const sender = await publisher(broker.url);
  await sender.publishAsync(topic, 'held', { qos: 1 });
  await gate.came(1);
  await broker.restart();
  await until(() => made.isConnected());
  gate.open();
  // The restarted broker sends it once more, because it was never acknowledged.
  await gate.came(2);
  expect(new Set(bodies(gate))).toEqual(new Set(['held']));
});

test('a retained copy is told from a message that has just been sent', async () => {
  const { url } = await mosquitto();
  const sender = await publisher(url);
  const status = 'lintel/v1/arbat/cam-1/status';
  await sender.publishAsync(status, 'online', { qos: 1, retain: true });
  const gate = makeGate();
  gate.open();
  await ingest(url, gate);
  await gate.came(1);
  await sender.publishAsync(status, 'offline', { qos: 1, retain: true });
  await gate.came(2);
  expect(gate.messages.map(({ isRetained }) => isRetained)).toEqual([true, false]);
});

test('two processes of one group share counts, and each hears every status', async () => {
  const { url } = await mosquitto();
  const gates = [makeGate(), makeGate()] as const;
  for (const [i, gate] of gates.entries()) {
    gate.open();
    await ingest(url, gate, { clientId: `lintel-${i}`, subscriptions: subscriptionsOf('ingest') });
  }
  const sender = await publisher(url);
  const sent = Array.from({ length: 100 }, (_, i) => String(i));
  await Promise.all(sent.map((body) => sender.publishAsync(topic, body, { qos: 1 })));
  await sender.publishAsync('lintel/v1/arbat/cam-1/status', 'online', { qos: 1 });
  const counts = (): string[] =>
    gates.flatMap((gate) => gate.messages.filter((m) => m.topic === topic).map((m) => m.payload.toString()));
  const heardStatus = (gate: Gate): boolean => gate.messages.some((message) => message.topic.endsWith('/status'));
  await until(() => counts().length === 100 && gates.every(heardStatus));
  expect(
    counts()
      .map(Number)
      .sort((a, b) => a - b),
  ).toEqual(sent.map(Number));
});

test('a broker that cannot be reached is told of, and tried again', async () => {
  const troubles: (Error | undefined)[] = [];
  const made = openExternalBroker({
    url: 'mqtt://127.0.0.1:1',
    clientId: 'lintel-test',
    subscriptions: subscriptionsOf(null),
    intake: makeGate().intake,
    onTrouble: () => undefined,
    onDisconnected: (error) => troubles.push(error),
  });
  endings.push(() => made.close());
  await until(() => troubles.length > 0);
  expect(made.isConnected()).toBe(false);
});
