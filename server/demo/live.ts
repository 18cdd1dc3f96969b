import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { bucketMs } from '../../db/time/opening.ts';
import { type ConnectedDevice, connectDevice } from '../cli/simulate/device.ts';
import { doorOf, queueOf, queueSensorOf, serviceOf, streetOf, tillOf } from './chain.ts';
import type { DemoPlace } from './demand.ts';
import type { LoadedDemo } from './load.ts';
import { peopleIn } from './people.ts';
import { sampleItems, visitItems } from './queue.ts';
import { boughtIn, type Quarter } from './queueHistory.ts';
import { serviceItems } from './serviceHistory.ts';
import { isSilent } from './story.ts';

/** Counters here report more often than most, so that the screen moves. */
const reportEveryMs = 10_000;
const lengthEveryMs = 30_000;
const stayMs = 12 * 60_000;

interface LivePlace {
  readonly place: DemoPlace;
  readonly door: ConnectedDevice | undefined;
  readonly street: ConnectedDevice | undefined;
  readonly till: ConnectedDevice | undefined;
  readonly queue: ConnectedDevice | undefined;
  readonly service: ConnectedDevice | undefined;
  /** End of the last interval, epoch ms. */
  lastAt: number;
  /** When each of the people inside will leave, epoch ms. */
  readonly inside: number[];
}

async function connectPlace(url: string, place: DemoPlace, loaded: LoadedDemo): Promise<LivePlace> {
  const connect = async (deviceId: string): Promise<ConnectedDevice | undefined> => {
    const secret = loaded.secrets.get(deviceId);
    // A counter that is missing in the story does not come back.
    if (secret === undefined || isSilent(loaded.history.story, deviceId, loaded.loadedTo)) return undefined;
    return connectDevice(url, { storeId: place.demo.id, deviceId, secret });
  };
  const { id } = place.demo;
  const [door, street, till, queue, service] = await Promise.all(
    [doorOf(id), streetOf(id), tillOf(id), queueOf(id), serviceOf(id)].map(connect),
  );
  return { place, door, street, till, queue, service, lastAt: loaded.loadedTo, inside: [] };
}

/** Who came in goes out again some minutes later, so that in and out of a day agree. */
function leaving(live: LivePlace, came: number, endAt: number): number {
  for (let n = 0; n < came; n += 1) live.inside.push(endAt + stayMs * (0.3 + 1.4 * Math.random()));
  const staying = live.inside.filter((leavesAt) => leavesAt > endAt);
  return live.inside.splice(0, live.inside.length, ...staying).length - staying.length;
}

async function publish(live: LivePlace, { startAt, endAt, sent }: Quarter): Promise<void> {
  await live.door?.publish('counts', sent.door);
  if (sent.street !== null) await live.street?.publish('counts', sent.street);
  for (const receipt of sent.receipts) await live.till?.publish('sales', receipt);
  for (const item of queueItems(live.place, { startAt, endAt, sent })) await live.queue?.publish('queue', item);
  for (const item of serviceItems(live.place, { startAt, endAt })) await live.service?.publish('service', item);
}

/** Everybody who left the queue, and how many wait twice a minute. */
function queueItems({ demo, demandAt }: DemoPlace, quarter: Quarter): unknown[] {
  const sensor = queueSensorOf(demo.id);
  if (sensor === null) return [];
  const { startAt, endAt } = quarter;
  const lengths = sampleItems(demo, demandAt, { startAt, endAt, everyMs: lengthEveryMs });
  return sensor === 'lengths' ? lengths : [...lengths, ...visitItems(demo, demandAt, boughtIn(quarter))];
}

/** Everything since the last report, a quarter of an hour at most in a message. */
async function report(live: LivePlace, now: number): Promise<void> {
  while (live.lastAt < now) {
    const endAt = Math.min(now, (Math.floor(live.lastAt / bucketMs) + 1) * bucketMs);
    const startAt = live.lastAt;
    const sent = peopleIn(live.place.demo, live.place.demandAt, { startAt, endAt });
    live.lastAt = endAt;
    const out = leaving(live, sent.door.in, endAt);
    await publish(live, { startAt, endAt, sent: { ...sent, door: { ...sent.door, out } } });
  }
}

/** The chain's devices, publishing over real MQTT until stopped; each store reports at its own moment. */
export async function runLiveDevices(url: string, loaded: LoadedDemo, stop: AbortSignal): Promise<void> {
  // Each store waits for its moment and for the end at once.
  setMaxListeners(4 * loaded.history.places.length, stop);
  const places = await Promise.all(loaded.history.places.map((place) => connectPlace(url, place, loaded)));
  const ended = aborted(stop);
  const runPlace = async (live: LivePlace, index: number): Promise<void> => {
    await sleep((index * reportEveryMs) / places.length, undefined, { signal: stop }).catch(() => undefined);
    while (!stop.aborted) {
      await Promise.race([report(live, Date.now()).catch(() => undefined), ended]);
      await sleep(reportEveryMs, undefined, { signal: stop }).catch(() => undefined);
    }
  };
  await Promise.all(places.map(runPlace));
  const devices = places.flatMap(({ door, street, till, queue, service }) => [door, street, till, queue, service]);
  await Promise.allSettled(devices.map((device) => device?.end()));
}

function aborted(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
}
