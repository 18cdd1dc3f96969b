import { setTimeout as sleep } from 'node:timers/promises';
import { randomFor } from '../../demo/random.ts';
import { type ConnectedDevice, connectDevice } from './device.ts';
import type { SimulatedDevice } from './fleet.ts';
import { type DeviceMind, nextMessage, type Outgoing } from './messages.ts';

export interface Faults {
  readonly hasReplays: boolean;
  readonly isOutOfOrder: boolean;
  readonly hasGaps: boolean;
}

export interface Simulation {
  readonly url: string;
  readonly fleet: readonly SimulatedDevice[];
  /** Messages a second, all devices together. */
  readonly rate: number;
  readonly faults: Faults;
  /** Ends it so long after all devices have connected; undefined: not by itself. */
  readonly forMs: number | undefined;
  /** Ends it; what is under way is still acknowledged. */
  readonly stop: AbortSignal;
  /** Told about every second. */
  readonly onProgress: (tally: SimulationTally) => void;
}

export interface SimulationTally {
  published: number;
  acknowledged: number;
  failed: number;
  replayed: number;
  delayed: number;
}

interface Post {
  readonly device: ConnectedDevice;
  readonly message: Outgoing;
}

const faultShare = 0.05;
const gapShare = 0.002;
const gapMs = 60_000;
const connectAtOnce = 50;

async function connectAll({ url, fleet }: Simulation): Promise<ConnectedDevice[]> {
  const connected: ConnectedDevice[] = [];
  for (let at = 0; at < fleet.length; at += connectAtOnce) {
    connected.push(
      ...(await Promise.all(fleet.slice(at, at + connectAtOnce).map((device) => connectDevice(url, device)))),
    );
  }
  return connected;
}

function mindOf(device: SimulatedDevice, now: number): DeviceMind {
  const random = randomFor('simulate', device.deviceId, now);
  return { device, random, lastAt: now - 1000, sent: 0, totalIn: 0, totalOut: 0, waiting: [], silentUntil: 0 };
}

/** Sends messages and keeps count of them. */
interface PostOffice {
  readonly tally: SimulationTally;
  readonly underWay: ReadonlySet<Promise<void>>;
  post(letter: Post): void;
}

function openPostOffice(): PostOffice {
  const tally: SimulationTally = { published: 0, acknowledged: 0, failed: 0, replayed: 0, delayed: 0 };
  const underWay = new Set<Promise<void>>();
  const send = async ({ device, message }: Post): Promise<void> => {
    try {
      await device.publish(message.kind, message.body);
      tally.acknowledged += 1;
    } catch {
      tally.failed += 1;
    }
  };
  return {
    tally,
    underWay,
    post(letter) {
      tally.published += 1;
      const sending = send(letter);
      underWay.add(sending);
      void sending.finally(() => underWay.delete(sending));
    },
  };
}

/** Posts letters, some of them twice or late. */
function carelessly(
  { hasReplays, isOutOfOrder }: Faults,
  office: PostOffice,
): { post(letter: Post): void; flush(): void } {
  const chance = randomFor('faults', Date.now());
  const heldBack: Post[] = [];
  return {
    post(letter) {
      if (isOutOfOrder && chance() < faultShare) {
        office.tally.delayed += 1;
        heldBack.push(letter);
        return;
      }
      office.post(letter);
      if (hasReplays && chance() < faultShare) {
        office.tally.replayed += 1;
        office.post(letter);
      }
      const late = chance() < 2 * faultShare ? heldBack.shift() : undefined;
      if (late) office.post(late);
    },
    flush() {
      for (const letter of heldBack.splice(0)) office.post(letter);
    },
  };
}

/** The device's next message; undefined while it has a gap or has just sent one. */
function letterOf(mind: DeviceMind, device: ConnectedDevice, now: number): Post | undefined {
  if (mind.silentUntil > now || mind.lastAt >= now) return undefined;
  return { device, message: nextMessage(mind, now) };
}

/** Publishes like real devices until it is stopped; answers what became of the messages. */
export async function simulate(simulation: Simulation): Promise<SimulationTally> {
  const { fleet, rate, faults, forMs = Number.POSITIVE_INFINITY, stop, onProgress } = simulation;
  const connected = await connectAll(simulation);
  const minds = fleet.map((device) => mindOf(device, Date.now()));
  const office = openPostOffice();
  const counter = carelessly(faults, office);
  const startedAt = Date.now();
  let due = 0;
  let toldAt = startedAt;
  while (!stop.aborted && Date.now() - startedAt < forMs) {
    const now = Date.now();
    for (const target = ((now - startedAt) / 1000) * rate; due < target; due += 1) {
      const [mind, device] = [minds[due % minds.length], connected[due % minds.length]];
      const letter = mind && device ? letterOf(mind, device, now) : undefined;
      if (letter) counter.post(letter);
      if (mind && faults.hasGaps && mind.random() < gapShare) mind.silentUntil = now + gapMs;
    }
    if (now - toldAt >= 1000) {
      toldAt = now;
      onProgress(office.tally);
    }
    // A broker that is slower than the rate slows the devices down, as it does real ones.
    if (office.underWay.size > 5000) await Promise.race(office.underWay);
    await sleep(Math.min(20, 1000 / rate));
  }
  counter.flush();
  await Promise.allSettled(office.underWay);
  await Promise.allSettled(connected.map((device) => device.end()));
  return office.tally;
}
