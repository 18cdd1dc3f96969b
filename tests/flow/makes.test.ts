import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { genericExamples } from '../../ingest/adapters/generic/examples.ts';
import { adapters } from '../../ingest/adapters/registry.ts';
import { startMosquitto } from '../setup/mosquitto.ts';
import { counters } from './makes/counters.ts';
import { iso, major, minutes, moscow, noon, passages, receipts } from './makes/day.ts';
import { generics } from './makes/generics.ts';
import { type Make, type Sent, secret } from './makes/make.ts';
import { moysklad, moyskladDocuments } from './makes/russianTills.ts';
import { tills } from './makes/tills.ts';
import { eventually, openShop, type Shop } from './shop.ts';

/** MoySklad's API, as far as it is asked: one document by its address, and nothing that changed. */
const moyskladApi = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '', 'http://localhost');
  const found = moyskladDocuments().get(pathname) ?? { rows: [] };
  response.setHeader('content-type', 'application/json').end(JSON.stringify(found));
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Sound: it listens on a port, not on a pipe.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const native: Make = { name: 'Lintel’s own messages', kind: 'counter', device: { profile: 'native' }, send: () => [] };
const makes: Make[] = [native, ...counters, ...generics, ...tills];
const idOf = (make: Make): string => `shop-${makes.indexOf(make)}`;

let shop: Shop;
let client: MqttClient;
const endings: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  makes.push(moysklad(await listening(moyskladApi)));
  endings.push(() => new Promise((resolve) => moyskladApi.close(resolve)));
  const broker = await startMosquitto();
  endings.push(() => broker.stop());
  shop = await openShop({ MQTT_URL: broker.url });
  endings.push(() => shop.close());
  await shop.provision(stringify({ stores: makes.map(storeOf) }));
  client = await connectAsync(broker.url);
  endings.push(() => client.endAsync(true));
  await untilSubscribed();
});

afterAll(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A running server takes new devices up within seconds; until then the broker has nobody for what is published. */
async function untilSubscribed(): Promise<void> {
  const store = idOf(makes.find(({ name }) => name === genericExamples.esp32Json.title)!);
  await eventually(
    async () => {
      await client.publishAsync('esp/door-7/status', 'online', { qos: 1 });
      return (await shop.get(`/api/v1/devices?store=${store}`)).body;
    },
    ({ devices }) => devices.some(({ state }: { state: string }) => state === 'online'),
  );
}

/** A store with the make's device, and one of Lintel's own language for the other side of the funnel. */
function storeOf(make: Make): object {
  const id = idOf(make);
  const own = { profile: 'native', secret };
  const counter = { mode: 'interval', measures: ['entries'], entrance: 'main' };
  const door = make.kind === 'counter' ? { ...counter, ...modeOf(make), ...make.device } : { ...own, ...counter };
  const till = make.kind === 'till' ? make.device : { ...own, measures: ['sales'] };
  return {
    id,
    timezone: 'Europe/Moscow',
    currency: make.currency ?? 'EUR',
    entrances: [{ id: 'main', kind: 'street', countAs: 'in' }],
    devices: [
      { id: `${id}-door`, secret, ...door },
      { id: `${id}-till`, secret, ...till },
    ],
  };
}

/** As the make's profile has it, where nothing else is said. */
function modeOf({ device }: Make): object {
  const mode = adapters.get(String(device.profile))?.modes[0];
  return mode === undefined ? {} : { mode };
}

async function deliver(device: string, { topic, path = '', method = 'POST', headers = {}, body }: Sent): Promise<void> {
  if (topic !== undefined) {
    await client.publishAsync(topic, body, { qos: 1 });
    return;
  }
  const response = await fetch(`${shop.server.url}/api/v1/hooks/${device}${path}`, { method, headers, body });
  expect([response.status, await response.text()]).toEqual([expect.toBeOneOf([200, 204]), expect.anything()]);
}

/** By HTTP some at once, as vendors do; by MQTT in their order, which tells devices without a clock when. */
async function deliverAll(device: string, sent: readonly Sent[]): Promise<void> {
  const isHttp = sent.every(({ topic }) => topic === undefined);
  const atOnce = isHttp ? 10 : 1;
  for (let i = 0; i < sent.length; i += atOnce) {
    await Promise.all(sent.slice(i, i + atOnce).map((one) => deliver(device, one)));
  }
}

/** What the make's own devices do not say, in Lintel's language. */
async function deliverOwn(make: Make): Promise<void> {
  const id = idOf(make);
  if (make.kind === 'till' || make === native) {
    const counts = minutes.map((of) => ({ start: iso(of.startAt), end: iso(of.endAt), in: of.in, out: of.out }));
    await client.publishAsync(`lintel/v1/${id}/${id}-door/counts`, JSON.stringify(counts), { qos: 1 });
  }
  if (make.kind === 'counter') {
    const sales = receipts.map(({ minor, at, original, ...of }) => ({
      ...of,
      at: iso(at),
      total: major(minor),
      ...(original === null ? {} : { original }),
    }));
    await client.publishAsync(`lintel/v1/${id}/${id}-till/sales`, JSON.stringify(sales), { qos: 1 });
  }
}

const sum = (type: string): number => receipts.reduce((all, of) => all + (of.type === type ? of.minor : 0), 0);

/** What the hour comes to, reckoned from the people themselves. */
function expected({ hasNoReturns = false, tells }: Make): Record<string, number> {
  const back = hasNoReturns ? 0 : sum('return');
  const purchases = receipts.filter(({ type }) => type === 'sale').length;
  const all = {
    entries: passages.filter(({ direction }) => direction === 'in').length,
    exits: passages.filter(({ direction }) => direction === 'out').length,
    purchases,
    grossSalesMinor: sum('sale'),
    returnsMinor: back,
    netSalesMinor: sum('sale') - back,
    averageCheckMinor: Math.round((sum('sale') - back) / purchases),
  };
  const compared = Object.entries(all).filter(
    ([name]) => tells === undefined || name !== 'exits' || tells.includes(name),
  );
  return Object.fromEntries(compared);
}

async function funnelOf(make: Make): Promise<Record<string, unknown>> {
  const [from, to] = [moscow(noon).slice(0, 10), moscow(Date.now()).slice(0, 10)];
  const { body } = await shop.get(`/api/v1/stores/${idOf(make)}/funnel?from=${from}&to=${to}&by=none`);
  return Object.fromEntries(Object.keys(expected(make)).map((name) => [name, body.total?.[name]]));
}

test('every make is simulated', () => {
  const simulated = new Set(makes.map(({ device }) => device.profile));
  // What counts neither people nor money is in serviceMakes.test.ts.
  const funnel = [...adapters.values()].filter(({ measures }) =>
    measures.some((one) => one === 'entries' || one === 'sales'),
  );
  expect(funnel.map(({ profile }) => profile).filter((profile) => !simulated.has(profile))).toEqual([]);
});

const names = [...makes.map(({ name }) => name), 'MoySklad'];

test.for(names)('the same people make the same funnel: %s', { timeout: 90_000 }, async (name) => {
  const make = makes.find((one) => one.name === name)!;
  const device = `${idOf(make)}-${make.kind === 'counter' ? 'door' : 'till'}`;
  const sent = make.send(secret, `${shop.server.url}/api/v1/hooks/${device}`);
  await deliverOwn(make);
  await deliverAll(device, sent);
  const right = expected(make);
  const funnel = await eventually(
    () => funnelOf(make),
    (now) => JSON.stringify(now) === JSON.stringify(right),
  ).catch(() => funnelOf(make));
  expect(funnel).toEqual(right);
  // A vendor that sends everything again changes nothing.
  for (const one of sent.slice(0, 3)) await deliver(device, one);
  await deliverOwn(make);
  expect(await funnelOf(make)).toEqual(right);
});
