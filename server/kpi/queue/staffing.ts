import { erlangC } from './erlang.ts';

/** How long one customer takes at a till. */
export interface ServiceTime {
  readonly meanSeconds: number;
  /** Squared coefficient of variation: variance / mean²; 1 where it is exponential. */
  readonly variation: number;
}

/** Customers who come at random, one by one (Poisson), and how long each takes. */
export interface Demand {
  readonly arrivalsPerHour: number;
  readonly service: ServiceTime;
}

/** What waiting is with so many tills. */
export interface Waiting {
  /** Mean over all who come, those who need not wait included. */
  readonly expectedWaitSeconds: number;
  /** Share who wait no longer than the target. */
  readonly serviceLevel: number;
}

export interface Target {
  readonly targetSeconds: number;
  readonly targetShare: number;
}

export interface TillsNeeded extends Waiting {
  readonly tills: number;
}

/** No store has more; a demand that asks for more is a fault in the data. */
export const mostTills = 200;

/**
 * Waiting in the steady state, null where the tills cannot keep up. Erlang C for exponential service; for other service times waits are
 * stretched by the factor of Allen and Cunneen, (1 + variation) / 2 for arrivals at random (Allen, Probability, Statistics and Queueing
 * Theory, 2nd ed. 1990), which is never taken below 1: a till that is steadier than random is no reason to open fewer. The wait of
 * those who wait is taken as exponential: P(wait > t) = C · e^(−(c − a)·t / (mean · factor)).
 */
export function waitingWith(
  tills: number,
  { arrivalsPerHour, service }: Demand,
  targetSeconds: number,
): Waiting | null {
  const erlangs = (arrivalsPerHour / 3600) * service.meanSeconds;
  if (erlangs >= tills) return null;
  if (erlangs === 0) return { expectedWaitSeconds: 0, serviceLevel: 1 };
  const waits = erlangC(tills, erlangs);
  const meanOfWaiting = (service.meanSeconds * Math.max(1, (1 + service.variation) / 2)) / (tills - erlangs);
  return {
    expectedWaitSeconds: waits * meanOfWaiting,
    serviceLevel: 1 - waits * Math.exp(-targetSeconds / meanOfWaiting),
  };
}

/**
 * The fewest tills, at least `least`, with which the share `targetShare` of those who come waits no longer than the target; null where
 * more than `mostTills` would be needed.
 */
export function tillsNeeded(demand: Demand, target: Target, least = 1): TillsNeeded | null {
  for (let tills = least; tills <= mostTills; tills++) {
    const waiting = waitingWith(tills, demand, target.targetSeconds);
    if (waiting !== null && waiting.serviceLevel >= target.targetShare) return { tills, ...waiting };
  }
  return null;
}
