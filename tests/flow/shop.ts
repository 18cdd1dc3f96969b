import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { type RunningServer, startServer } from '../setup/server.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const run = promisify(execFile);

/** Two counters and two tills in one store that is always open, and a gateway. */
const provision = `
organisation: { name: Test, currency: EUR, locale: en }
stores:
  - id: arbat
    name: Arbat
    timezone: Europe/Moscow
    currency: EUR
    entrances: [ { id: main, kind: street, countAs: in } ]
    devices:
      - { id: cam-1, profile: native, mode: interval, measures: [entries], entrance: main, reportsEvery: 60, secret: s3cret-word }
      - { id: cam-2, profile: native, mode: interval, measures: [entries], entrance: main, reportsEvery: 60, secret: s3cret-word }
      - { id: till-1, profile: native, measures: [sales], secret: s3cret-word }
      - { id: till-2, profile: native, measures: [sales], secret: s3cret-word }
`;

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the API answers; each test says what it expects
  readonly body: any;
}

/** A set-up shop and its running server. */
export interface Shop {
  readonly server: RunningServer;
  readonly token: string;
  /** Kills the server without warning and starts it again on the same ports and data. */
  crash(): Promise<void>;
  get(path: string): Promise<Answer>;
  post(path: string, body: string | Uint8Array): Promise<Answer>;
  lintel(...args: string[]): Promise<string>;
  provision(yaml: string): Promise<string>;
  /** A device of the shop, connected to the embedded broker. */
  device(id: string, options?: IClientOptions): Promise<MqttClient>;
  close(): Promise<void>;
}

export async function openShop(env: Readonly<Record<string, string>> = {}): Promise<Shop> {
  const dataDir = env['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'lintel-shop-'));
  let server = await startServer({ ...env, DATA_DIR: dataDir });
  const again = { ...env, DATA_DIR: dataDir, PORT: String(server.port), MQTT_PORT: String(server.mqttPort) };
  const clients: MqttClient[] = [];
  const lintel = async (...args: string[]): Promise<string> =>
    (await run(process.execPath, [cli, ...args], { env: server.env })).stdout;
  const provisionWith = (yaml: string): Promise<string> => {
    const file = join(dataDir, 'provision.yaml');
    writeFileSync(file, yaml);
    return lintel('provision', file);
  };
  await provisionWith(provision);
  const token = (await lintel('token', 'create', '--name', 'test', '--role', 'owner')).trim();
  const call = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(`${server.url}${path}`, { ...init, headers });
    return { status: response.status, body: await response.json() };
  };
  return {
    get server() {
      return server;
    },
    token,
    lintel,
    provision: provisionWith,
    async crash() {
      await server.kill9();
      server = await startServer(again);
    },
    get: (path) => call(path),
    post: (path, body) => call(path, { method: 'POST', body: body as string }),
    async device(id, options = {}) {
      const url = `mqtt://127.0.0.1:${server.mqttPort}`;
      const client = await connectAsync(
        url,
        { username: id, password: 's3cret-word', reconnectPeriod: 100, ...options },
        false,
      );
      client.on('error', () => undefined);
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) await client.endAsync(true);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until an answer is as it should be, for at most 30 s; fails with what it was at last. */
export async function eventually<Value>(ask: () => Promise<Value>, isRight: (value: Value) => boolean): Promise<Value> {
  const patience = Date.now() + 30_000;
  for (;;) {
    const value = await ask();
    if (isRight(value)) return value;
    if (Date.now() > patience) throw new Error(`after 30 s it is still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
