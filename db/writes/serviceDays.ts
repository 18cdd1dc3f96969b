import { runsOf } from '../reads/dayTallies.ts';
import { spanOf, talliesByDate } from '../reads/serviceDays.ts';
import { readServiceFacts } from '../reads/serviceFacts.ts';
import { loadStandards } from '../reads/settings.ts';
import { type ServiceTally, serviceTallyFields } from '../rollup/serviceTally.ts';
import { standardsOf } from '../rollup/zones.ts';
import type { Sql, SqlValue, Upsert } from '../sql/port.ts';
import { businessDateAt, endOfDate } from '../time/businessDate.ts';
import type { Store } from '../vocabulary/place.ts';
import { putStaleDays } from './staleDays.ts';

/**
 * Makes service_days of dates that are over, in the transaction that makes their daily tallies. By the standards as they are in the
 * database at this moment: who changes one meanwhile marks the dates stale after us, and they are made again.
 */
export async function makeServiceDays(sql: Sql, store: Store, dates: readonly string[]): Promise<void> {
  const standardOf = standardsOf(await loadStandards(sql));
  for (const date of dates) await sql.run('delete from service_days where store_id = ? and date = ?', [store.id, date]);
  const spans = runsOf([...dates].sort()).map((run) => spanOf(store, run));
  const rows = (await readServiceFacts(sql, spans)).flatMap((facts) =>
    [...talliesByDate(store, facts, standardOf)].flatMap(([date, tallies]) =>
      tallies.map((tally) => rowOf(store, date, tally)),
    ),
  );
  if (rows.length > 0) await sql.upsertMany(upsert, rows);
  for (const month of new Set(dates.map((date) => date.slice(0, 7)))) await sumMonth(sql, store, month);
}

/** Of the days that there are: who reads a month looks whether all of its days are to be trusted. */
async function sumMonth(sql: Sql, store: Store, month: string): Promise<void> {
  await sql.run('delete from service_months where store_id = ? and month = ?', [store.id, month]);
  const [parts, sums] = [key.slice(2).join(', '), serviceTallyFields.map((field) => `sum(${field})`).join(', ')];
  await sql.run(
    `insert into service_months (store_id, month, ${parts}, ${serviceTallyFields.join(', ')})
     select store_id, ?, ${parts}, ${sums} from service_days
     where store_id = ? and date >= ? and date <= ? group by store_id, ${parts}`,
    [month, store.id, `${month}-01`, `${month}-31`],
  );
}

/**
 * Distrusts the finished dates of instants (epoch ms) at which an observation, answer or check was put, changed or moved from. In the
 * same transaction.
 */
export async function noteServiceDates(
  sql: Sql,
  store: Store,
  { instants, now }: { readonly instants: readonly number[]; readonly now: number },
): Promise<void> {
  const dates = new Set(instants.map((at) => businessDateAt(store, at)));
  const over = [...dates].filter((date) => endOfDate(store, date) <= now);
  await putStaleDays(
    sql,
    over.map((date) => ({ storeId: store.id, date })),
  );
}

const key = ['store_id', 'date', 'kind', 'process', 'criterion', 'stage'];
const whole = ['answers', 'good', 'middling', 'bad'];

const upsert: Upsert = {
  table: 'service_days',
  columns: [...key, ...serviceTallyFields],
  types: [
    ...key.map(() => 'text'),
    ...serviceTallyFields.map((field) => (whole.includes(field) ? 'bigint' : 'double precision')),
  ],
  // Deleted before, in the same transaction.
  conflict: '',
};

function rowOf(store: Store, date: string, tally: ServiceTally): SqlValue[] {
  const { kind, process, criterion, stage } = tally;
  return [store.id, date, kind, process, criterion, stage, ...serviceTallyFields.map((field) => tally[field])];
}
