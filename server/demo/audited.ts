import { readSpanCounts } from '../../db/reads/spanCounts.ts';
import type { Sql } from '../../db/sql/port.ts';
import { addDays } from '../../db/time/businessDate.ts';
import { minuteMs } from '../../db/time/calendar.ts';
import { instantOf, localParts } from '../../db/time/zone.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { saveManualCount } from '../../db/writes/manualCounts.ts';
import { makeTakeOut } from '../../db/writes/takeOuts.ts';
import { doorOf } from './chain.ts';

const scope = systemScope('demo');

/** Where somebody stood with a phone: so many days before the loading day, and what share of the people the counter saw. */
const counted = [
  { storeId: 'sheremetyevo', daysAgo: 6, hour: 16, sawIn: 0.94, sawOut: 0.97 },
  { storeId: 'khimki', daysAgo: 11, hour: 15, sawIn: 0.985, sawOut: 1 },
] as const;
const countedMinutes = 45;

interface Loaded {
  readonly settings: Settings;
  readonly now: number;
}

/** Counts by hand beside two doors, and half an hour of a delivery taken out of a third. */
export async function auditDoors(sql: Sql, { settings, now }: Loaded): Promise<void> {
  for (const { storeId, daysAgo, hour, sawIn, sawOut } of counted) {
    const fromAt = agoIn(settings, { storeId, daysAgo, hour, now });
    const span = { deviceId: doorOf(storeId), fromAt, toAt: fromAt + countedMinutes * minuteMs };
    const [seen] = await readSpanCounts(sql, scope, { settings, spans: [span] });
    const count = {
      id: `demo-count-${storeId}`,
      storeId,
      deviceId: span.deviceId,
      startAt: span.fromAt,
      endAt: span.toAt,
      countIn: Math.round((seen?.in.count ?? 0) / sawIn),
      countOut: Math.round((seen?.out.count ?? 0) / sawOut),
      note: null,
    };
    await saveManualCount(sql, scope, { settings, count, sentAt: null, now });
  }
  const fromAt = agoIn(settings, { storeId: 'arbat', daysAgo: 2, hour: 12, now });
  const wish = {
    ...{ storeId: 'arbat', deviceId: doorOf('arbat'), fromAt, toAt: fromAt + 30 * minuteMs },
    ...{ reason: 'delivery', note: 'The door stood open while shelves were carried in.' },
  };
  await makeTakeOut(sql, scope, { settings, wish, now });
}

interface Ago {
  readonly storeId: string;
  readonly daysAgo: number;
  readonly hour: number;
  readonly now: number;
}

function agoIn(settings: Settings, { storeId, daysAgo, hour, now }: Ago): number {
  const zone = settings.stores.get(storeId)?.timezone ?? 'UTC';
  return instantOf(zone, addDays(localParts(zone, now).date, -daysAgo), hour * 60);
}
