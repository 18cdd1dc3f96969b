import type { Carry } from '../rollup/differences.ts';
import type { Sql } from '../sql/port.ts';
import { bucketMs } from '../time/opening.ts';
import { wantedRows } from './wanted.ts';

/** The natural key of a reading. */
export interface ReadingKey {
  readonly deviceId: string;
  readonly line: string;
  readonly at: number;
}

/** A wish: the nearest reading of the line before or after `at`, `at` itself left out, that carries a total (null: any). */
export interface Sought extends ReadingKey {
  readonly total: keyof Carry | null;
  readonly towards: 'earlier' | 'later';
}

const dayMs = 86_400_000;
const slotsInDay = dayMs / bucketMs;
/** How many slots are looked into before the days are asked: most devices report within the hour. */
const nearSlots = 5;

/** Of the totals' marks in reading_days. */
export const totalMarks = { totalIn: 1, totalOut: 2, totalPassersBy: 4 } as const;

/** Answers the wishes in their order; undefined where there is no such reading, however far away. */
export async function seekReadings(sql: Sql, wishes: readonly Sought[]): Promise<(ReadingKey | undefined)[]> {
  const found: (ReadingKey | undefined)[] = wishes.map(() => undefined);
  for (const towards of ['earlier', 'later'] as const) {
    const places = wishes.flatMap((wish, place) => (wish.towards === towards ? [place] : []));
    const near = await seek(sql, nearText(sql, towards), { wishes, places });
    const far = await seek(sql, farText(sql, towards), { wishes, places: places.filter((place) => !near.has(place)) });
    for (const [place, at] of [...near, ...far]) {
      const wish = wishes[place];
      if (wish !== undefined) found[place] = { deviceId: wish.deviceId, line: wish.line, at };
    }
  }
  return found;
}

interface Seeking {
  readonly wishes: readonly Sought[];
  readonly places: readonly number[];
}

/** By a wish's place, when the reading that was found is. */
async function seek(sql: Sql, text: string, { wishes, places }: Seeking): Promise<Map<number, number>> {
  if (places.length === 0) return new Map();
  const wanted = places.map((place) => {
    // Sound: places are of wishes.
    const { deviceId, line, at, total } = wishes[place] as Sought;
    return [place, deviceId, line, at, Math.floor(at / bucketMs), total === null ? 7 : totalMarks[total]];
  });
  const rows = await sql.all<{ place: number; at: number | null }>(text, [JSON.stringify(wanted)]);
  return new Map(rows.flatMap(({ place, at }) => (at === null ? [] : [[place, at] as const])));
}

const wantedColumns = {
  place: 'bigint',
  device_id: 'text',
  line: 'text',
  at: 'bigint',
  slot: 'bigint',
  totals: 'bigint',
} as const;

const has = `case w.totals when 1 then r.total_in when 2 then r.total_out when 4 then r.total_passers_by else 0 end is not null`;

/** The nearest reading of one slot: one step along the key. */
function inSlot(slot: string, { beyond, order }: { beyond: string; order: string }): string {
  return `(select r.at from count_readings r where r.slot = ${slot} and r.device_id = w.device_id and r.line = w.line
    and r.at ${beyond} w.at and ${has} order by r.at ${order} limit 1)`;
}

const ways = {
  earlier: { beyond: '<', order: 'desc', nearest: 'max', sign: '-' },
  later: { beyond: '>', order: 'asc', nearest: 'min', sign: '+' },
} as const;

function nearText(sql: Sql, towards: Sought['towards']): string {
  const way = ways[towards];
  const steps = Array.from({ length: nearSlots }, (_, n) => `select ${n} as n`).join(' union all ');
  return `with ${wantedRows(sql, wantedColumns)}
    select w.place, ${way.nearest}(${inSlot(`w.slot ${way.sign} s.n`, way)}) as at
    from wanted w cross join (${steps}) s group by w.place`;
}

/** From day to day of those that have such readings, until one has the reading that is sought. */
function farText(sql: Sql, towards: Sought['towards']): string {
  const way = ways[towards];
  const dayAfter = (beyond: string, day: string): string =>
    `(select d.day from reading_days d where d.device_id = w.device_id and d.line = w.line and d.day ${beyond} ${day}
      and (d.totals & w.totals) <> 0 order by d.day ${way.order} limit 1)`;
  const inDay = `(select ${way.nearest}(${inSlot(`w.day * ${slotsInDay} + s.n`, way)}) from slots s)`;
  // Rounded down also before 1970.
  const today = `((w.slot - ((w.slot % ${slotsInDay}) + ${slotsInDay}) % ${slotsInDay}) / ${slotsInDay})`;
  const wish = 'w.place, w.device_id, w.line, w.at, w.totals';
  // Each row has a day to look into, and what was found in the day of the row before.
  return `with recursive ${wantedRows(sql, wantedColumns)},
    slots(n) as (select 0 union all select n + 1 from slots where n < ${slotsInDay - 1}),
    walk(place, device_id, line, at, totals, day, found) as (
      select ${wish}, ${dayAfter(`${way.beyond}=`, today)}, cast(null as bigint) from wanted w
      union all
      select ${wish}, ${dayAfter(way.beyond, 'w.day')}, ${inDay}
      from walk w where w.found is null and w.day is not null)
    select place, found as at from walk where found is not null`;
}
