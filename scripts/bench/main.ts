/**
 * `npm run bench` (`-- --quick` for under a minute): every figure in one run on one machine, rounds interleaved, medians printed.
 * What is measured, and against what, stands in docs/benchmarks.md.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, businessDateAt } from '../../db/time/businessDate.ts';
import { startMosquitto } from '../../tests/setup/mosquitto.ts';
import { locateParts } from '../../tests/setup/parts.ts';
import { type RunningServer, startServer } from '../../tests/setup/server.ts';
import { doorOf, writeChain, zone } from './chain.ts';
import { endAll } from './children.ts';
import { type Load, preparePublishers, rateIntoLintel, rateIntoNothing } from './ingest-rates.ts';
import { median, medianMs, rateOf, withHello } from './reads.ts';
import { seedYear } from './seed.ts';

const isQuick = process.argv.includes('--quick');
/** `--only=ingest` or `--only=year`: one half of it. */
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const size = isQuick
  ? { rounds: 1, each: 300, stores: 1000, days: 364, quarterDays: 3, seconds: 3, loopSeconds: 8, times: 3 }
  : { rounds: 3, each: 600, stores: 1000, days: 364, quarterDays: 35, seconds: 6, loopSeconds: 30, times: 7 };
const publishing = Array.from({ length: 100 }, (_, index) => doorOf(index));
const day = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'lintel-bench-'));

function say(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(66)} ${value}\n`);
}

function rounded(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function lintel(dataDir: string, ...args: string[]): string {
  const env = { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
  return execFileSync(process.execPath, ['dist/cli.js', ...args], { env, encoding: 'utf8' });
}

/** A server over a database that knows the chain. */
async function serve(name: string, stores: number, env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const dataDir = join(folder, name);
  const file = join(folder, `${name}.yaml`);
  writeChain(file, stores, new Date(Date.now() - 399 * day).toISOString());
  lintel(dataDir, 'provision', file);
  return startServer({ DATA_DIR: dataDir, ...env });
}

async function ingestRates(): Promise<void> {
  const mosquitto = await startMosquitto();
  const embedded = await serve('embedded', publishing.length);
  const external = await serve('external', publishing.length, { MQTT_URL: mosquitto.url });
  const rates: Record<'nothing' | 'mosquitto' | 'embedded', number[]> = { nothing: [], mosquitto: [], embedded: [] };
  const firstAt = Math.floor((Date.now() - 300 * day) / day) * day;
  for (let round = 0; round < size.rounds; round += 1) {
    const load = (port: number): Load => ({
      port,
      devices: publishing,
      firstAt: firstAt + round * size.each * 60_000,
      each: size.each,
    });
    rates.mosquitto.push(await rateIntoLintel(load(mosquitto.port), join(external.dataDir, 'lintel.db')));
    rates.embedded.push(await rateIntoLintel(load(embedded.mqttPort), join(embedded.dataDir, 'lintel.db')));
    rates.nothing.push(await intoNothing(load));
  }
  await Promise.all([embedded.stop(), external.stop()]);
  await mosquitto.stop();
  const nothing = median(rates.nothing);
  say('messages/s through Mosquitto to a subscriber that does nothing', rounded(nothing));
  say(
    'messages/s through Mosquitto, stored durably',
    `${rounded(median(rates.mosquitto))}  (ratio ${(median(rates.mosquitto) / nothing).toFixed(2)})`,
  );
  say(
    'messages/s through the embedded broker, stored durably',
    `${rounded(median(rates.embedded))}  (ratio ${(median(rates.embedded) / nothing).toFixed(2)})`,
  );
}

/** On a broker of its own: Lintel, subscribed to the other one, would take part. */
async function intoNothing(load: (port: number) => Load): Promise<number> {
  const alone = await startMosquitto();
  try {
    return await rateIntoNothing(load(alone.port));
  } finally {
    await alone.stop();
  }
}

async function reads(server: RunningServer, token: string, today: string): Promise<void> {
  const asked = { url: server.url, token };
  const yesterday = addDays(today, -1);
  const oneDay = `/api/v1/stores/store-0001/funnel?from=${yesterday}&to=${yesterday}&by=15m`;
  const month = addDays(today, -Math.min(30, size.quarterDays));
  const questions: [string, string][] = [
    ['one store, one day by 15 minutes', oneDay],
    [
      'one store, one year by day',
      `/api/v1/stores/store-0001/funnel?from=${addDays(today, -364)}&to=${yesterday}&by=day`,
    ],
    ['1,000 stores compared, 30 days', `/api/v1/compare?from=${month}&to=${yesterday}`],
    ['1,000 stores compared, one year', `/api/v1/compare?from=${addDays(today, -364)}&to=${yesterday}`],
  ];
  for (const [name, path] of questions) say(`${name}, ms`, (await medianMs(asked, path, size.times)).toFixed(1));
  await withHello(async (hello) => {
    const bare = await rateOf(hello, undefined, size.seconds);
    const ours = await rateOf(`${server.url}${oneDay}`, token, size.seconds);
    say('requests/s of a bare Hono hello', rounded(bare.perSecond));
    const ratio = (ours.perSecond / bare.perSecond).toFixed(2);
    say(
      'requests/s of one store, one day by 15 minutes',
      `${rounded(ours.perSecond)}  (ratio ${ratio}, p99 ${ours.p99.toFixed(1)} ms)`,
    );
  });
}

/** Seconds at the 99th percentile since it was asked last. */
async function loopDelayP99(server: RunningServer): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const value = /^nodejs_eventloop_lag_p99_seconds(?:\{[^}]*\})? ([\d.e+-]+)$/m.exec(text)?.[1];
  if (value === undefined) throw new Error('/metrics has no nodejs_eventloop_lag_p99_seconds');
  return Number(value);
}

async function loopDelay(server: RunningServer, token: string, today: string): Promise<void> {
  const year = `${server.url}/api/v1/compare?from=${addDays(today, -364)}&to=${addDays(today, -1)}`;
  const each = (5000 * size.loopSeconds) / publishing.length;
  const firstAt = Date.now() - Math.ceil(each + 5) * 60_000;
  const port = server.mqttPort;
  const publishers = await preparePublishers({ port, devices: publishing, firstAt, each, perSecond: 5000 });
  await loopDelayP99(server);
  let isOver = false;
  const published = publishers.go().then((done) => {
    isOver = true;
    return done;
  });
  let compared = 0;
  while (!isOver) {
    await (await fetch(year, { headers: { authorization: `Bearer ${token}` } })).arrayBuffer();
    compared += 1;
    await sleep(10);
  }
  const { startedAt, endedAt } = await published;
  const rate = (each * publishing.length) / ((endedAt - startedAt) / 1000);
  const p99 = await loopDelayP99(server);
  say(
    'event loop wait p99 while 1,000 stores’ year is compared, ms',
    `${(p99 * 1000).toFixed(1)}  (${compared} comparisons, ${rounded(rate)} messages/s acknowledged)`,
  );
}

async function year(): Promise<void> {
  const today = businessDateAt({ timezone: zone, dayStartsAtMinutes: 0 }, Date.now());
  const dataDir = join(folder, 'year');
  const file = join(folder, 'year.yaml');
  writeChain(file, size.stores, new Date(Date.now() - 363 * day).toISOString());
  lintel(dataDir, 'provision', file);
  const startedAt = Date.now();
  await seedYear({ databasePath: join(dataDir, 'lintel.db'), today, ...size });
  say('(seeding a year of 1,000 stores took, s)', ((Date.now() - startedAt) / 1000).toFixed(0));
  const token = lintel(dataDir, 'token', 'create', '--name', 'bench', '--role', 'owner').trim();
  const server = await startServer({ DATA_DIR: dataDir });
  await reads(server, token, today);
  await loopDelay(server, token, today);
  await server.stop();
}

process.env['TEST_MOSQUITTO'] = locateParts().mosquitto;
try {
  say('machine', `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
  if (only !== 'year') await ingestRates();
  if (only !== 'ingest') await year();
} finally {
  endAll();
  rmSync(folder, { recursive: true, force: true });
}
