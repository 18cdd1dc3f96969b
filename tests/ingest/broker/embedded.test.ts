import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { afterEach, expect, test } from 'vitest';
import type { EmbeddedBrokerParts } from '../../../ingest/broker/house.ts';
import { makeGate, type Opened, openBroker, until } from './fakes.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function broker(more: Partial<EmbeddedBrokerParts> = {}): Promise<Opened> {
  const opened = await openBroker(more);
  endings.push(() => opened.close());
  return opened;
}

async function client(url: string, username: string, options: IClientOptions = {}): Promise<MqttClient> {
  const made = await connectAsync(url, { username, password: 's3cret', reconnectPeriod: 0, ...options });
  made.on('error', () => undefined);
  endings.push(() => made.endAsync(true));
  return made;
}

const own = 'lintel/v1/arbat/cam-1/counts';

test.each([1, 2] as const)('a message of QoS %i is acknowledged after it was stored, not before', async (qos) => {
  const gate = makeGate();
  const { url } = await broker({ intake: gate.intake });
  const device = await client(url, 'cam-1');
  let isAcknowledged = false;
  const publishing = device.publishAsync(own, '{}', { qos }).then(() => {
    isAcknowledged = true;
  });
  await gate.came(1);
  await device.publishAsync(own, 'later', { qos: 0 });
  await gate.came(2);
  expect(isAcknowledged).toBe(false);
  gate.open();
  await publishing;
  expect(gate.messages[0]).toMatchObject({ topic: own, isRetained: false });
});

test('messages of one connection are stored together, none waits for the acknowledgement of another', async () => {
  const gate = makeGate();
  const { url } = await broker({ intake: gate.intake });
  const device = await client(url, 'cam-1');
  const all = Array.from({ length: 50 }, (_, i) => device.publishAsync(own, String(i), { qos: 1 }));
  await gate.came(50);
  gate.open();
  await Promise.all(all);
  expect(gate.messages.map(({ payload }) => payload.toString())).toEqual(all.map((_, i) => String(i)));
});

test('what cannot be stored is not acknowledged: the connection ends, and the device sends it again', async () => {
  const gate = makeGate();
  const { url } = await broker({ intake: gate.intake });
  const device = await client(url, 'cam-1');
  const closed = new Promise((resolve) => device.once('close', () => resolve(true)));
  const acknowledged: unknown[] = [];
  device.publish(own, '{}', { qos: 1 }, (error) => acknowledged.push(error ?? 'yes'));
  await gate.came(1);
  gate.fail();
  await closed;
  expect(acknowledged).not.toContain('yes');
});

test('nobody connects without a user name, or with a wrong secret', async () => {
  const { url } = await broker();
  await expect(connectAsync(url, { reconnectPeriod: 0 }, false)).rejects.toThrow(/Not authorized/);
  const wrong = { username: 'cam-1', password: 'wrong', reconnectPeriod: 0 };
  await expect(connectAsync(url, wrong, false)).rejects.toThrow(/Not authorized/);
});

test.each([
  ['cam-1', 'lintel/v1/arbat/cam-2/counts'],
  ['cam-1', 'lintel/v1/other/cam-1/counts'],
  ['cam-1', '$SYS/anything'],
  ['gate', 'lintel/v1/other/cam-9/counts'],
  ['screen', 'lintel/v1/arbat/screen/counts'],
])('%s that publishes to %s is cut off and counted', async (username, topic) => {
  const gate = makeGate();
  const { url, refused } = await broker({ intake: gate.intake });
  const sender = await client(url, username);
  const closed = new Promise((resolve) => sender.once('close', () => resolve(true)));
  sender.publish(topic, '{}', { qos: 1 });
  await closed;
  expect(refused).toEqual([topic]);
  expect(gate.messages).toEqual([]);
});

test('a gateway publishes for a device of its store that nobody knows yet', async () => {
  const gate = makeGate();
  gate.open();
  const { url } = await broker({ intake: gate.intake });
  const gateway = await client(url, 'gate');
  await gateway.publishAsync('lintel/v1/arbat/new-cam/counts', '{}', { qos: 1 });
  expect(gate.messages).toHaveLength(1);
});

test('a device subscribes to nothing, a reader to its filters, nobody to a shared subscription', async () => {
  const { url } = await broker();
  const device = await client(url, 'cam-1');
  const reader = await client(url, 'screen');
  const granted = async (who: MqttClient, filter: string): Promise<number | undefined> =>
    (await who.subscribeAsync(filter, { qos: 1 }).catch(() => []))[0]?.qos;
  expect(await granted(device, own)).not.toBe(1);
  expect(await granted(reader, '$share/g/lintel/v1/arbat/#')).not.toBe(1);
  expect(await granted(reader, '#')).not.toBe(1);
  expect(await granted(reader, 'lintel/v1/arbat/+/status')).toBe(1);
  const heard = new Promise((resolve) => reader.once('message', (topic) => resolve(topic)));
  await device.publishAsync('lintel/v1/arbat/cam-1/status', 'online', { qos: 1 });
  expect(await heard).toBe('lintel/v1/arbat/cam-1/status');
});

test('a last will comes the same way as a message, when the connection is lost', async () => {
  const gate = makeGate();
  gate.open();
  const { url } = await broker({ intake: gate.intake });
  const will = {
    topic: 'lintel/v1/arbat/cam-1/status',
    payload: Buffer.from('offline'),
    qos: 1 as const,
    retain: true,
  };
  const device = await client(url, 'cam-1', { will });
  device.stream.destroy();
  await gate.came(1);
  expect(gate.messages[0]).toMatchObject({ topic: will.topic, isRetained: false });
  expect(gate.messages[0]?.payload.toString()).toBe('offline');
});

test('a second connection with the same client id takes over; another user with that id does not', async () => {
  const { url } = await broker();
  const first = await client(url, 'cam-1', { clientId: 'esp32' });
  const closed = new Promise((resolve) => first.once('close', () => resolve(true)));
  const gateway = await client(url, 'gate', { clientId: 'esp32' });
  const second = await client(url, 'cam-1', { clientId: 'esp32' });
  await closed;
  expect([gateway.connected, second.connected]).toEqual([true, true]);
});

test('300 KiB are read, so that they end in quarantine; a packet beyond all measure ends the connection', async () => {
  const gate = makeGate();
  gate.open();
  const { url, connections } = await broker({ intake: gate.intake });
  const device = await client(url, 'cam-1');
  await device.publishAsync(own, Buffer.alloc(300 * 1024), { qos: 1 });
  expect(gate.messages[0]?.payload).toHaveLength(300 * 1024);
  const closed = new Promise((resolve) => device.once('close', () => resolve(true)));
  device.publish(own, Buffer.alloc(9 * 1024 * 1024), { qos: 1 });
  await closed;
  await until(() => connections() === 0);
  expect(gate.messages).toHaveLength(1);
});

test('a new secret ends the connections of the old one within 5 s', async () => {
  const opened = await broker();
  const device = await client(opened.url, 'cam-1');
  // The first look has to have seen the old version.
  await new Promise((resolve) => setTimeout(resolve, 1600));
  const closed = new Promise((resolve) => device.once('close', () => resolve(true)));
  const changedAt = Date.now();
  opened.setSecret('new');
  await closed;
  expect(Date.now() - changedAt).toBeLessThan(5000);
});

test('a broker that stops acknowledges what is under way and sends no last wills', async () => {
  const gate = makeGate();
  const opened = await openBroker({ intake: gate.intake });
  const will = { topic: 'lintel/v1/arbat/cam-1/status', payload: Buffer.from('offline'), qos: 1 as const };
  const device = await client(opened.url, 'cam-1', { will });
  const publishing = device.publishAsync(own, '{}', { qos: 1 });
  await gate.came(1);
  const closing = opened.close();
  gate.open();
  await publishing;
  await closing;
  expect(gate.messages.map(({ topic }) => topic)).toEqual([own]);
});

test('a port that is taken is told in one sentence', async () => {
  const { ports } = await broker();
  const second = openBroker({ addresses: [{ host: '127.0.0.1', port: ports[0] ?? 0, tls: null }] });
  await expect(second).rejects.toThrow(/already taken: set MQTT_PORT/);
});

test('a vendor’s device publishes on its own topic; on a topic of the house its connection ends', async () => {
  const gate = makeGate();
  gate.open();
  const { url, refused } = await broker({ intake: gate.intake });
  const door = await client(url, 'door-a');
  await door.publishAsync('shop/6537a1/up', '{}', { qos: 1 });
  expect(gate.messages.map(({ topic }) => topic)).toEqual(['shop/6537a1/up']);
  const closed = new Promise((resolve) => door.once('close', () => resolve(true)));
  door.publish('$hook/door-a/', '{}', { qos: 1 });
  expect(await closed).toBe(true);
  expect(refused).toEqual(['$hook/door-a/']);
});
