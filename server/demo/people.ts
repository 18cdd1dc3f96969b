import { minuteMs } from '../../db/time/calendar.ts';
import { bucketMs } from '../../db/time/opening.ts';
import { type DemoStore, demoMinorPerUnit, doorOf, streetOf, tillOf } from './chain.ts';
import type { Demand } from './demand.ts';
import { floorAt } from './floor.ts';
import { normal, poisson, type Random, randomFor } from './random.ts';

interface Bounds {
  readonly start: string;
  readonly end: string;
}

/** What one store's devices send about a stretch of time: bodies of native messages. */
export interface Sent {
  readonly door: Bounds & { readonly in: number; readonly out: number };
  readonly street: (Bounds & { readonly passersBy: number }) | null;
  readonly receipts: readonly Readonly<Record<string, unknown>>[];
}

export interface Stretch {
  readonly startAt: number;
  readonly endAt: number;
}

const hourMs = 60 * minuteMs;
const taxRates = { EUR: 0.19, RUB: 0.2, USD: 0.085 } as const;

const wire = (at: number): string => new Date(at).toISOString();
const decimal = (minor: number): string => (minor / demoMinorPerUnit).toFixed(2);

function receiptOf(
  demo: DemoStore,
  { at, openTills }: { at: number; openTills: number },
  random: Random,
): Record<string, unknown> {
  const minor = Math.max(99, Math.round(demo.basket * demoMinorPerUnit * Math.exp(0.6 * normal(random) - 0.18)));
  const kind = random();
  const rate = taxRates[demo.currency];
  const receipt = {
    id: `${at.toString(36)}${Math.floor(random() * 1296).toString(36)}`,
    at: wire(at),
    type: kind < 0.035 ? 'return' : 'sale',
    total: decimal(minor),
    tax: decimal(Math.round((minor * rate) / (1 + rate))),
    items: 1 + poisson(1.1, random),
    // Drawn in any case, so that the rest stays as it is.
    till: random() < 0.6 || openTills === 1 ? '1' : '2',
  };
  return kind > 0.985 ? { ...receipt, channel: 'pickup' } : receipt;
}

function receiptsOf(
  demo: DemoStore,
  demandAt: (at: number) => Demand,
  { startAt, endAt }: Stretch,
): Record<string, unknown>[] {
  const random = randomFor(tillOf(demo.id), startAt);
  const { buyersPerHour, openTills } = floorAt(demo, demandAt, startAt);
  const buyers = demandAt(startAt).isOpen ? buyersPerHour : 0;
  const purchases = poisson((buyers * (endAt - startAt)) / hourMs, random);
  const times = Array.from({ length: purchases }, () => startAt + Math.floor(random() * (endAt - startAt)));
  return times.sort((a, b) => a - b).map((at) => receiptOf(demo, { at, openTills }, random));
}

function cameIn(demo: DemoStore, demandAt: (at: number) => Demand, { startAt, endAt }: Stretch): number {
  const mean = (demandAt(startAt).entries * (endAt - startAt)) / hourMs;
  return poisson(mean, randomFor(doorOf(demo.id), startAt));
}

/** Who came, walked past and bought within a stretch: always the same for the same stretch. */
export function peopleIn(demo: DemoStore, demandAt: (at: number) => Demand, stretch: Stretch): Sent {
  const { startAt, endAt } = stretch;
  const hours = (endAt - startAt) / hourMs;
  const { outside } = demandAt(startAt);
  // Who came in a quarter of an hour ago goes out now.
  const earlier = { startAt: startAt - bucketMs, endAt: endAt - bucketMs };
  const bounds = { start: wire(startAt), end: wire(endAt) };
  return {
    door: { ...bounds, in: cameIn(demo, demandAt, stretch), out: cameIn(demo, demandAt, earlier) },
    street: demo.hasStreetCounter
      ? { ...bounds, passersBy: poisson(outside * hours, randomFor(streetOf(demo.id), startAt)) }
      : null,
    receipts: receiptsOf(demo, demandAt, stretch),
  };
}

/** Several stretches one after the other as one. */
export function together(parts: readonly Sent[], { startAt, endAt }: Stretch): Sent {
  const bounds = { start: wire(startAt), end: wire(endAt) };
  const sum = (of: (part: Sent) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const hasStreet = parts.some((part) => part.street !== null);
  return {
    door: { ...bounds, in: sum((part) => part.door.in), out: sum((part) => part.door.out) },
    street: hasStreet ? { ...bounds, passersBy: sum((part) => part.street?.passersBy ?? 0) } : null,
    receipts: parts.flatMap((part) => part.receipts),
  };
}
