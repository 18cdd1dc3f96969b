import { poisson, type Random } from '../../demo/random.ts';
import type { SimulatedDevice } from './fleet.ts';
import { queueBody, serviceBody, type Visit } from './serviceMessages.ts';

/** One message on its way. */
export interface Outgoing {
  readonly kind: 'counts' | 'sales' | 'queue' | 'service';
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a device remembers between messages. */
export interface DeviceMind {
  readonly device: SimulatedDevice;
  readonly random: Random;
  /** End of its latest interval, epoch ms. */
  lastAt: number;
  sent: number;
  totalIn: number;
  totalOut: number;
  /** Who waits in its queue: what is known of each visit so far. */
  readonly waiting: Visit[];
  /** Says nothing until then. */
  silentUntil: number;
}

const peopleADay = 2000;
const dayMs = 86_400_000;
const resetShare = 0.02;

const wire = (at: number): string => new Date(at).toISOString();

function countsBody(mind: DeviceMind, now: number): Record<string, unknown> {
  const mean = (peopleADay * (now - mind.lastAt)) / dayMs;
  const [came, left] = [poisson(mean, mind.random), poisson(mean, mind.random)];
  if (mind.device.kind === 'street') return { start: wire(mind.lastAt), end: wire(now), passersBy: came * 12 };
  if (!mind.device.isCumulative) return { start: wire(mind.lastAt), end: wire(now), in: came, out: left };
  if (mind.random() < resetShare) {
    mind.totalIn = 0;
    mind.totalOut = 0;
  }
  mind.totalIn += came;
  mind.totalOut += left;
  return { at: wire(now), totalIn: mind.totalIn, totalOut: mind.totalOut };
}

function receiptBody(mind: DeviceMind, now: number): Record<string, unknown> {
  const total = (5 + Math.floor(mind.random() * 9000) / 100).toFixed(2);
  // The time and a running number: no two receipts of a till share an id, also over several runs.
  return {
    id: `${now.toString(36)}-${mind.sent}`,
    at: wire(now),
    type: 'sale',
    total,
    items: 1 + Math.floor(mind.random() * 4),
  };
}

/** The next message of a device; its interval begins where the one before ended. */
export function nextMessage(mind: DeviceMind, now: number): Outgoing {
  mind.sent += 1;
  const { kind } = mind.device;
  if (kind === 'till') return { kind: 'sales', body: receiptBody(mind, now) };
  if (kind === 'queue') return { kind, body: queueBody(mind, now) };
  if (kind === 'service') return { kind, body: serviceBody(mind, now) };
  const body = countsBody(mind, now);
  mind.lastAt = now;
  return { kind: 'counts', body };
}
