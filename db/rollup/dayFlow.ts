import { bucketMs, windowSpans } from '../time/opening.ts';
import { countWatch, type WatchedFacts } from './lookout.ts';
import { entryDevices, netIn, netOut } from './measuring.ts';
import type { QuarterCountRow } from './quarterRows.ts';
import { RowWalk, sightOf, type Watch } from './watch.ts';

/** People through the street doors in one bucket, staff left out. */
export interface FlowBucket {
  readonly startAt: number;
  readonly ins: number;
  readonly outs: number;
  readonly isInWindow: boolean;
  /** Every door's both directions were covered for at least 80 % of it. */
  readonly isValid: boolean;
}

/** In and out of a business date so far, bucket by bucket. */
export interface DayFlow {
  readonly buckets: readonly FlowBucket[];
  /** Observed / expected time of both directions together, inside opening hours; null where nothing was expected. */
  readonly coverage: number | null;
  /** Every door that is installed counts in and out. */
  readonly isMeasured: boolean;
  /** The date begins while the store is open, so people may be inside already. */
  readonly beginsOpen: boolean;
}

/** Both directions of all street doors over one business date, up to now. */
export function dayFlow(facts: WatchedFacts): DayFlow {
  const { plan, now } = facts;
  const doors = doorsOf(facts);
  const buckets: FlowBucket[] = [];
  let expectedMs = 0;
  let observedMs = 0;
  for (let i = 0; i < plan.count && plan.startAt + i * bucketMs < now; i++) {
    const startAt = plan.startAt + i * bucketMs;
    const sight = sightOf(
      doors.map(({ watch }) => watch),
      startAt,
      now,
    );
    const rows = doors.flatMap(({ rows }) => rows.at(startAt) ?? []);
    if (plan.isOpen[i] === 1) {
      expectedMs += sight.expectedMs;
      observedMs += sight.observedMs;
    }
    buckets.push({
      startAt,
      ins: rows.reduce((sum, row) => sum + (netIn(row) ?? 0), 0),
      outs: rows.reduce((sum, row) => sum + (netOut(row) ?? 0), 0),
      isInWindow: plan.isInWindow[i] === 1,
      isValid: sight.isValid,
    });
  }
  return {
    buckets,
    coverage: expectedMs === 0 ? null : observedMs / expectedMs,
    isMeasured: areBothCounted(facts),
    beginsOpen: plan.isInWindow[0] === 1,
  };
}

interface Door {
  readonly watch: Watch;
  readonly rows: RowWalk<QuarterCountRow>;
}

function doorsOf(facts: WatchedFacts): Door[] {
  const stretches = windowSpans(facts.store, facts.plan.startAt, facts.plan.endAt);
  return entryDevices(facts.store).map(({ device }) => {
    const rows = facts.counts.filter((row) => row.deviceId === device.id);
    const watch = countWatch(facts, { device, stretches, rows }, (row) => row.bothMs);
    return { watch, rows: new RowWalk(rows) };
  });
}

/** Each door that sent anything on this date sent both directions; and one did. */
function areBothCounted({ store, counts }: WatchedFacts): boolean {
  const sent = entryDevices(store).flatMap(({ device }) => {
    const rows = counts.filter((row) => row.deviceId === device.id);
    const has = (field: 'countIn' | 'countOut'): boolean => rows.some((row) => row[field] !== null);
    return rows.length === 0 ? [] : [has('countIn') && has('countOut')];
  });
  return sent.length > 0 && sent.every((both) => both);
}
