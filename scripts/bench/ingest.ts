/** Messages a second through both brokers into the database, beside a subscriber that does nothing; rounds interleaved. */
import { join } from 'node:path';
import { type Mosquitto, startMosquitto } from '../../tests/setup/mosquitto.ts';
import type { RunningServer } from '../../tests/setup/server.ts';
import { type BenchDevice, doorOf } from './chain.ts';
import { serve } from './house.ts';
import { type Measured, rateIntoLintel, rateIntoNothing } from './ingest-rates.ts';
import { median, rounded, say } from './say.ts';

export interface IngestSize {
  readonly rounds: number;
  /** Messages of each device in a round. */
  readonly each: number;
}

const devices = 100;
/** Node-RED (MQTT in, JSON, SQLite in WAL mode) on the machine that the targets were set on. */
const nodeRedPerSecond = 6700;
const minute = 60_000;

type Way = 'nothing' | 'mosquitto' | 'embedded';

interface House {
  readonly mosquitto: Mosquitto;
  readonly external: RunningServer;
  readonly embedded: RunningServer;
}

export async function measureIngest({ rounds, each }: IngestSize): Promise<void> {
  const mosquitto = await startMosquitto();
  const stores = rounds * devices;
  const house: House = {
    mosquitto,
    external: await serve('external', stores, { MQTT_URL: mosquitto.url }),
    embedded: await serve('embedded', stores),
  };
  const rates: Record<Way, number[]> = { nothing: [], mosquitto: [], embedded: [] };
  for (let round = 0; round < rounds; round += 1) {
    // Devices that have sent nothing yet: a counter that was just installed, and what it counted since.
    const publishing = Array.from({ length: devices }, (_, index) => doorOf(round * devices + index));
    const firstAt = Math.floor(Date.now() / minute - each - 1) * minute;
    const load = { devices: publishing, firstAt, each };
    rates.nothing.push(await intoNothing(house, load));
    rates.mosquitto.push(await intoMosquitto(house, load));
    rates.embedded.push(await intoEmbedded(house, load));
  }
  await Promise.all([house.external.stop(), house.embedded.stop()]);
  await mosquitto.stop();
  sayRates(rates);
}

interface Share {
  readonly devices: readonly BenchDevice[];
  readonly firstAt: number;
  readonly each: number;
}

async function intoNothing({ mosquitto }: House, share: Share): Promise<number> {
  // Another beginning of the topics, as long as Lintel's, which is subscribed to the same broker.
  const load = { ...share, port: mosquitto.port, root: 'nobody/v1', pids: [mosquitto.pid()] };
  return sayRound(['Mosquitto', 'publishers', '', 'mqtt.js'], await rateIntoNothing(load));
}

async function intoMosquitto({ mosquitto, external }: House, share: Share): Promise<number> {
  const load = { ...share, port: mosquitto.port, root: 'lintel/v1', pids: [mosquitto.pid(), external.pid] };
  return sayRound(['Mosquitto', 'Lintel', 'publishers', ''], await rateIntoLintel(load, fileOf(external)));
}

async function intoEmbedded({ embedded }: House, share: Share): Promise<number> {
  const load = { ...share, port: embedded.mqttPort, root: 'lintel/v1', pids: [embedded.pid] };
  return sayRound(['Lintel', 'publishers', ''], await rateIntoLintel(load, fileOf(embedded)));
}

function fileOf({ dataDir }: RunningServer): string {
  return join(dataDir, 'lintel.db');
}

/** Prints one round's figure and what it cost: CPU µs a message of each busy thread of each process. */
function sayRound(names: readonly string[], { perSecond, costs }: Measured): number {
  const spent = costs.map((threads, place) => {
    const busy = threads.filter((each) => each >= 0.4).map((each) => each.toFixed(1));
    return `${names[place]} ${busy.join(' + ')}`.trim();
  });
  say('', `${rounded(perSecond)}  (CPU µs a message: ${spent.join(', ')})`);
  return perSecond;
}

function sayRates(rates: Record<Way, number[]>): void {
  const nothing = median(rates.nothing);
  const ratio = (way: Way): string => {
    const rate = median(rates[way]);
    return `${rounded(rate)}  (ratio ${(rate / nothing).toFixed(2)}, ${(rate / nodeRedPerSecond).toFixed(1)} × Node-RED)`;
  };
  say('messages/s through Mosquitto to mqtt.js that does nothing', rounded(nothing));
  say('messages/s through Mosquitto, stored durably', ratio('mosquitto'));
  say('messages/s through the embedded broker, stored durably', ratio('embedded'));
}
