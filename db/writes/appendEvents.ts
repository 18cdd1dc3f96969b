import { installed } from '../reads/rowsFromFacts.ts';
import { countQuarters, type StandingEvent } from '../rollup/quarterRows.ts';
import type { Sql } from '../sql/port.ts';
import { bucketMs, bucketOf } from '../time/opening.ts';
import type { Settings } from '../vocabulary/place.ts';
import { lockDevices } from './deviceLocks.ts';
import { addCounts } from './quarterTables.ts';

export interface AppendedEvent extends StandingEvent {
  readonly deviceId: string;
}

/**
 * Adds events to the quarter rows without reading facts: their keys are new, and no take-out that stands reaches beyond them. In any
 * order, since people at an instant only add up.
 */
export async function appendEventQuarters(
  sql: Sql,
  settings: Settings,
  appended: readonly AppendedEvent[],
): Promise<void> {
  if (appended.length === 0) return;
  const lists = new Map<string, AppendedEvent[]>();
  for (const event of appended) {
    const list = lists.get(event.deviceId);
    if (list === undefined) lists.set(event.deviceId, [event]);
    else list.push(event);
  }
  await lockDevices(sql, lists.keys());
  const rows = [...lists].flatMap(([deviceId, events]) => {
    const found = installed(settings, deviceId);
    return found === undefined
      ? []
      : countQuarters({ ...found, ...hullOf(events), intervals: [], events, statuses: [] });
  });
  await addCounts(sql, rows);
}

function hullOf(events: readonly StandingEvent[]): { readonly fromAt: number; readonly toAt: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { at } of events) {
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return { fromAt: bucketOf(first), toAt: bucketOf(last) + bucketMs };
}
