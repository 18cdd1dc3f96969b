import { minuteMs } from '../../db/time/calendar.ts';
import { bucketMs } from '../../db/time/opening.ts';
import { localParts } from '../../db/time/zone.ts';
import type { DemoStore } from './chain.ts';
import { type Demand, usualLevel } from './demand.ts';
import { normal, randomFor } from './random.ts';

/** How it is at the tills of a shop. */
export interface Floor {
  readonly openTills: number;
  readonly meanWaitSeconds: number;
  /** Share of those joining who have to wait at all. */
  readonly waitingShare: number;
  /** Who joins the queue within an hour: who buys, brings back or asks. */
  readonly joiningPerHour: number;
  readonly buyersPerHour: number;
  /** Would have bought, and gave up because of the queue. */
  readonly lostPerHour: number;
}

/** How long people stay before they queue. */
const stayMs = 12 * minuteMs;
export const serviceSeconds = 165;
/** For every buyer so many who bring something back or only ask. */
const alsoJoining = 1.2;
/** A second till is planned for hours in which one would be busy for more than this share of the time. */
const plannedLoad = 0.66;
/** A day on which somebody is ill has one till fewer. */
const illShare = 0.22;
const longestWaitSeconds = 900;
/** Of the buyers so many give up with every minute of waiting above the first two. */
const givingUpPerMinute = 0.1;

function openTills(demo: DemoStore, at: number): number {
  const local = localParts(demo.timezone, at);
  const planned = demo.entriesPerHour * usualLevel(demo, local) * demo.conversion * alsoJoining;
  const tills = Math.ceil((planned * serviceSeconds) / 3600 / plannedLoad);
  const isIll = randomFor('ill', demo.id, local.date)() < illShare;
  return Math.max(1, isIll ? tills - 1 : tills);
}

/**
 * The tills within the quarter of an hour of an instant, always the same for the same quarter. The mean wait is Sakasegawa's
 * approximation for several servers (1977) with Poisson arrivals and a service time that varies by half, and varies itself.
 */
export function floorAt(demo: DemoStore, demandAt: (at: number) => Demand, at: number): Floor {
  const quarter = Math.floor(at / bucketMs) * bucketMs;
  const wouldBuy = demandAt(at - stayMs).entries * demo.conversion;
  const joiningPerHour = wouldBuy * alsoJoining;
  const tills = openTills(demo, quarter);
  const load = Math.min(0.93, (joiningPerHour * serviceSeconds) / 3600 / tills);
  const steady = (serviceSeconds / tills) * (load ** (Math.sqrt(2 * (tills + 1)) - 1) / (1 - load)) * 0.64;
  const mood = Math.exp(0.6 * normal(randomFor('queue', demo.id, quarter)));
  const meanWaitSeconds = Math.min(longestWaitSeconds, steady * mood);
  const stay = Math.exp(-givingUpPerMinute * Math.max(0, meanWaitSeconds / 60 - 2));
  return {
    openTills: tills,
    meanWaitSeconds,
    waitingShare: Math.max(0.05, load ** ((tills + 1) / 2)),
    joiningPerHour: joiningPerHour * stay,
    buyersPerHour: wouldBuy * stay,
    lostPerHour: wouldBuy * (1 - stay),
  };
}
