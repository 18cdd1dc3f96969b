import { type OccupancyFacts, readOccupancy } from '../../db/reads/occupancyFacts.ts';
import { dayFlow } from '../../db/rollup/dayFlow.ts';
import type { Sql } from '../../db/sql/port.ts';
import { endOfDate } from '../../db/time/businessDate.ts';
import { bucketMs } from '../../db/time/opening.ts';
import { formatInstant } from '../../db/time/steps.ts';
import type { Settings, Store } from '../../db/vocabulary/place.ts';
import type { Scope } from '../../db/vocabulary/scope.ts';
import type { OccupancyAnswer, OccupancyNow } from '../contracts/occupancy.ts';
import { type Inside, type Occupancy, occupancyOf } from '../kpi/occupancy.ts';

export interface OccupancyAsk {
  readonly settings: Settings;
  readonly store: Store;
  readonly date: string | null;
  readonly now: number;
}

/** Of a quarter that has just begun there is no report yet: what its neighbour ended with is shown so long. */
const freshMs = bucketMs;

/** How many people were inside through a business date, quarter by quarter. */
export async function occupancyAnswerOf(sql: Sql, scope: Scope, ask: OccupancyAsk): Promise<OccupancyAnswer> {
  const { store, now } = ask;
  const found = await readOccupancy(sql, scope, { ...ask, storeId: store.id });
  if (found === null) throw new Error(`the store ${store.id} is there and has no day`);
  const occupancy = occupancyOf(dayFlow(found.facts), found.closings, now);
  const at = (instant: number): string => formatInstant(store.timezone, Math.floor(instant / 1000) * 1000);
  const peak = peakOf(occupancy);
  return {
    store: store.id,
    timezone: store.timezone,
    date: found.date,
    isEstimate: true,
    now: endOfDate(store, found.date) <= now ? null : insideNow(occupancy, now),
    averagePeople: occupancy.averagePeople === null ? null : Math.round(10 * occupancy.averagePeople) / 10,
    averageStaySeconds: occupancy.averageStaySeconds,
    peak: peak === null ? null : { at: at(peak.at), people: peak.people },
    drift: { days: occupancy.drift.days, share: occupancy.drift.share },
    reason: occupancy.reason,
    series: occupancy.quarters.map(({ startAt, endAt, inside }) => ({
      start: at(startAt),
      end: at(endAt),
      people: inside?.people ?? null,
      low: inside?.low ?? null,
      high: inside?.high ?? null,
    })),
  };
}

/** For the figures of the day that is running. */
export function occupancyNowOf(found: Pick<OccupancyFacts, 'facts' | 'closings'>, now: number): OccupancyNow {
  return insideNow(occupancyOf(dayFlow(found.facts), found.closings, now), now);
}

function insideNow(occupancy: Occupancy, now: number): OccupancyNow {
  const known = occupancy.quarters.findLast(({ inside }) => inside !== null);
  const { averageStaySeconds } = occupancy;
  const nobody = { people: null, low: null, high: null, averageStaySeconds };
  if (occupancy.reason !== null) return { ...nobody, reason: occupancy.reason };
  if (!occupancy.isGoingOn) return { ...nobody, reason: 'closed' };
  if (known?.inside == null || now - known.endAt > freshMs) return { ...nobody, reason: 'low_coverage' };
  const { people, low, high } = known.inside;
  return { people, low, high, averageStaySeconds, reason: null };
}

function peakOf({ quarters }: Occupancy): Inside | null {
  return quarters.reduce<Inside | null>((peak, { inside }) => {
    if (inside === null) return peak;
    return peak === null || inside.people > peak.people ? inside : peak;
  }, null);
}
