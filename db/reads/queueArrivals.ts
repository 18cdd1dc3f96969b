import type { Sql } from '../sql/port.ts';
import { addDays, businessDateAt, startOfDate } from '../time/businessDate.ts';
import { bucketMs, bucketOf } from '../time/opening.ts';
import { cutAt } from '../time/steps.ts';
import type { Store } from '../vocabulary/place.ts';
import { soughtIn, wantedRows } from './wanted.ts';

/** People of a quarter: those who came to a queue, or receipts of the whole store. */
export interface ArrivedPeople {
  readonly bucket: number;
  readonly people: number;
}

/** Who came on a date, up to three quarters of an hour beyond the same local time. */
export interface DayArrivals {
  /** 0: today; 1 to 4: so many weeks ago. */
  readonly weeksAgo: number;
  /** The start of its date, and the instant of the same local time. */
  readonly startAt: number;
  readonly sameTimeAt: number;
  /** By queue, quarters in which there were visits or a sensor's own statistics; a queue without any is absent. */
  readonly byQueue: ReadonlyMap<string, readonly ArrivedPeople[]>;
  /** Purchases of the whole store, quarters in which there were receipts. */
  readonly receipts: readonly ArrivedPeople[];
}

const weeksBack = 4;
/** Half an hour ahead, and the quarter that begins then or before. */
const aheadMs = 3 * bucketMs;

interface PlacedPeople extends ArrivedPeople {
  readonly place: number;
}

/** Today, and the same weekday of the four weeks before. */
export async function readArrivals(sql: Sql, store: Store, now: number): Promise<DayArrivals[]> {
  const today = businessDateAt(store, now);
  const days = Array.from({ length: weeksBack + 1 }, (_, weeksAgo) => ({
    weeksAgo,
    startAt: startOfDate(store, addDays(today, -7 * weeksAgo)),
    sameTimeAt: cutAt(store, now, 7 * weeksAgo),
  }));
  const wanted = JSON.stringify(
    days.map(({ startAt, sameTimeAt }, place) => [place, store.id, startAt, bucketOf(sameTimeAt) + aheadMs]),
  );
  const came = await sql.all<PlacedPeople & { queue: string }>(
    arrivalsQuery(sql, { table: 'quarter_queues', people: 'q.queue, q.served + q.abandoned', where: 'q.reports > 0' }),
    [wanted],
  );
  const bought = await sql.all<PlacedPeople>(
    arrivalsQuery(sql, { table: 'quarter_sales', people: 'q.purchases', where: 'q.messages > 0' }),
    [wanted],
  );
  return days.map((day, place) => {
    const byQueue = new Map<string, ArrivedPeople[]>();
    for (const row of came) {
      if (row.place === place) byQueue.set(row.queue, [...(byQueue.get(row.queue) ?? []), row]);
    }
    return { ...day, byQueue, receipts: bought.filter((row) => row.place === place) };
  });
}

interface ArrivalsTable {
  readonly table: 'quarter_queues' | 'quarter_sales';
  readonly people: string;
  readonly where: string;
}

function arrivalsQuery(sql: Sql, { table, people, where }: ArrivalsTable): string {
  return `with ${wantedRows(sql, { place: 'bigint', store_id: 'text', lo: 'bigint', hi: 'bigint' })}
    select wanted.place, q.bucket, ${people} as "people" from wanted cross join ${soughtIn(sql, table, {
      name: 'q',
      where: `q.store_id = wanted.store_id and q.bucket >= wanted.lo and q.bucket < wanted.hi and ${where}`,
    })}`;
}
