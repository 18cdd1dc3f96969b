import { minuteMs } from '../../db/time/calendar.ts';
import type { DemoStore } from './chain.ts';
import type { Demand } from './demand.ts';
import { type Floor, floorAt, serviceSeconds } from './floor.ts';
import type { Stretch } from './people.ts';
import { normal, poisson, type Random, randomFor } from './random.ts';

/** Somebody's way through the queue, as the body of a native message; times in epoch ms beside it. */
interface Visit {
  readonly joinedAt: number;
  /** null: gave up. */
  readonly calledAt: number | null;
  readonly leftAt: number;
}

type Item = Readonly<Record<string, unknown>>;
type DemandAt = (at: number) => Demand;

const hourMs = 60 * minuteMs;
/** Nobody waits longer. */
const longestSeconds = 1500;
export const demoQueue = 'tills';
const wire = (at: number): string => new Date(at).toISOString();

function exponential(mean: number, random: Random): number {
  return -mean * Math.log(1 - random());
}

/** Who left the till at an instant came to it a service time before, and to the queue a wait before that. */
function servedVisit(leftAt: number, floor: Floor, random: Random): Visit {
  const service = serviceSeconds * Math.exp(0.5 * normal(random) - 0.125);
  const calledAt = Math.round(leftAt - 1000 * Math.max(15, service));
  const waits = random() < floor.waitingShare;
  const wait = waits ? exponential(floor.meanWaitSeconds / floor.waitingShare, random) : 3 * random();
  return { joinedAt: Math.round(calledAt - 1000 * Math.min(wait, longestSeconds)), calledAt, leftAt };
}

function lostVisit(leftAt: number, random: Random): Visit {
  return {
    joinedAt: Math.round(leftAt - 1000 * Math.min(45 + exponential(240, random), longestSeconds)),
    calledAt: null,
    leftAt,
  };
}

/** Those who ended their way within a stretch: who bought, some who only asked, and some of those who gave up. */
function visitsIn(demo: DemoStore, demandAt: DemandAt, { startAt, endAt, boughtAt }: Bought): Visit[] {
  const random = randomFor('visits', demo.id, startAt);
  const floor = floorAt(demo, demandAt, startAt);
  if (!demandAt(startAt).isOpen) return boughtAt.map((at) => servedVisit(at, floor, random));
  const hours = (endAt - startAt) / hourMs;
  const within = (count: number): number[] =>
    Array.from({ length: count }, () => startAt + Math.floor(random() * (endAt - startAt)));
  const asking = within(poisson((floor.joiningPerHour - floor.buyersPerHour) * hours, random));
  const lost = within(poisson(0.6 * floor.lostPerHour * hours, random));
  return [
    ...[...boughtAt, ...asking].map((at) => servedVisit(at, floor, random)),
    ...lost.map((at) => lostVisit(at, random)),
  ];
}

/** A stretch of at most 15 minutes, and when purchases ended in it. */
export interface Bought extends Stretch {
  readonly boughtAt: readonly number[];
}

/** Visits as a system that follows people sends them. */
export function visitItems(demo: DemoStore, demandAt: DemandAt, bought: Bought): Item[] {
  return visitsIn(demo, demandAt, bought).map(({ joinedAt, calledAt, leftAt }, i) => ({
    id: `${leftAt.toString(36)}-${bought.startAt.toString(36)}-${i}`,
    queue: demoQueue,
    joinedAt: wire(joinedAt),
    ...(calledAt === null ? { outcome: 'abandoned' } : { calledAt: wire(calledAt) }),
    leftAt: wire(leftAt),
  }));
}

/** How many wait every so often while the shop is open, and the tills open. */
export function sampleItems(
  demo: DemoStore,
  demandAt: DemandAt,
  { startAt, endAt, everyMs }: Stretch & { everyMs: number },
): Item[] {
  const items: Item[] = [];
  for (let at = Math.ceil(startAt / everyMs) * everyMs; at < endAt; at += everyMs) {
    if (!demandAt(at).isOpen) continue;
    const floor = floorAt(demo, demandAt, at);
    const mean = (floor.joiningPerHour * floor.meanWaitSeconds) / 3600;
    // People stay for a while: what is seen within two minutes is the same queue.
    const length = poisson(mean, randomFor('length', demo.id, Math.floor(at / (2 * minuteMs))));
    items.push({ at: wire(at), queue: demoQueue, length, open: floor.openTills });
  }
  return items;
}

const binEnds = [60, 120, 180, 300, 600, null] as const;

/** What the system works out by itself of a stretch: how it tells of what is long ago. */
export function statisticItem(demo: DemoStore, demandAt: DemandAt, bought: Bought): Item | null {
  const visits = visitsIn(demo, demandAt, bought);
  if (visits.length === 0) return null;
  const waits = visits.flatMap(({ joinedAt, calledAt }) => (calledAt === null ? [] : [(calledAt - joinedAt) / 1000]));
  const sum = waits.reduce((total, wait) => total + wait, 0);
  const waitBins = binEnds.map((to, i) => {
    const from = binEnds[i - 1] ?? 0;
    return [from, to, waits.filter((wait) => wait >= from && (to === null || wait < to)).length];
  });
  return {
    start: wire(bought.startAt),
    end: wire(bought.endAt),
    queue: demoQueue,
    served: waits.length,
    abandoned: visits.length - waits.length,
    ...(waits.length === 0 ? {} : { meanWaitSeconds: Math.round((10 * sum) / waits.length) / 10, waitBins }),
  };
}
