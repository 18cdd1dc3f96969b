/** What a dashboard asks, over a year of a chain, alone and beside messages that arrive. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, businessDateAt } from '../../db/time/businessDate.ts';
import { type RunningServer, startServer } from '../../tests/setup/server.ts';
import { doorOf, zone } from './chain.ts';
import { lintel, provision } from './house.ts';
import { preparePublishers } from './ingest-rates.ts';
import { medianMs, rateOf, withHello } from './reads.ts';
import { rounded, say } from './say.ts';
import { seedYear } from './seed.ts';

export interface YearSize {
  readonly stores: number;
  readonly days: number;
  /** Days of which the quarters of every store are there. */
  readonly quarterDays: number;
  /** How long each rate is measured. */
  readonly seconds: number;
  readonly loopSeconds: number;
  /** How often each question is asked. */
  readonly times: number;
}

interface Seeded {
  readonly server: RunningServer;
  readonly token: string;
  readonly today: string;
  readonly size: YearSize;
}

const publishing = Array.from({ length: 100 }, (_, index) => doorOf(index));

async function reads({ server, token, today, size }: Seeded): Promise<void> {
  const asked = { url: server.url, token };
  const yesterday = addDays(today, -1);
  const oneDay = `/api/v1/stores/store-0001/funnel?from=${yesterday}&to=${yesterday}&by=15m`;
  const month = addDays(today, -Math.min(30, size.quarterDays));
  const courses = `/api/v1/compare/series?metric=conversionRate&to=${yesterday}`;
  const questions: [string, string][] = [
    ['one store, one day by 15 minutes', oneDay],
    [
      'one store, one year by day',
      `/api/v1/stores/store-0001/funnel?from=${addDays(today, -364)}&to=${yesterday}&by=day`,
    ],
    ['1,000 stores compared, 30 days', `/api/v1/compare?from=${month}&to=${yesterday}`],
    ['1,000 stores compared, one year', `/api/v1/compare?from=${addDays(today, -364)}&to=${yesterday}`],
    ['courses of 1,000 stores, 28 days', `${courses}&from=${addDays(today, -28)}`],
    ['courses of 1,000 stores, one year by 7 days', `${courses}&from=${addDays(today, -364)}&everyDays=7`],
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

async function loopDelay({ server, token, today, size }: Seeded): Promise<void> {
  const year = `${server.url}/api/v1/compare?from=${addDays(today, -364)}&to=${addDays(today, -1)}`;
  const each = (5000 * size.loopSeconds) / publishing.length;
  const firstAt = Date.now() - Math.ceil(each + 5) * 60_000;
  const port = server.mqttPort;
  const publishers = await preparePublishers({
    port,
    root: 'lintel/v1',
    devices: publishing,
    firstAt,
    each,
    perSecond: 5000,
  });
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
  publishers.end();
  const rate = (each * publishing.length) / ((endedAt - startedAt) / 1000);
  const p99 = await loopDelayP99(server);
  say(
    'event loop wait p99 while 1,000 stores’ year is compared, ms',
    `${(p99 * 1000).toFixed(1)}  (${compared} comparisons, ${rounded(rate)} messages/s acknowledged)`,
  );
}

/** Questions, requests a second, and the wait for the event loop, over a year of a chain. */
export async function measureYear(size: YearSize): Promise<void> {
  const today = businessDateAt({ timezone: zone, dayStartsAtMinutes: 0 }, Date.now());
  const dataDir = provision('year', size.stores);
  const startedAt = Date.now();
  await seedYear({ databasePath: join(dataDir, 'lintel.db'), today, ...size });
  say('(seeding a year of 1,000 stores took, s)', ((Date.now() - startedAt) / 1000).toFixed(0));
  const token = lintel(dataDir, 'token', 'create', '--name', 'bench', '--role', 'owner').trim();
  const server = await startServer({ DATA_DIR: dataDir });
  const seeded = { server, token, today, size };
  await reads(seeded);
  await loopDelay(seeded);
  await server.stop();
}
