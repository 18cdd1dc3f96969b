import type { DifferenceFate } from '../rollup/differences.ts';
import type { Sql } from '../sql/port.ts';
import { wantedRows } from './wanted.ts';

/** A difference between readings that enters no bucket; null: that total was not sent. */
export interface SetAsideDifference {
  readonly line: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly in: number | null;
  readonly out: number | null;
  readonly passersBy: number | null;
}

/** What of a device's readings enters no bucket; of each list the latest, the latest first. */
export interface SetAside {
  /** People of all differences over more than a day: of each `in`, where that was not sent `out`, else passers-by. */
  readonly unplaced: number;
  readonly unplacedDetail: readonly SetAsideDifference[];
  /** What is to be accepted or dropped. */
  readonly held: readonly SetAsideDifference[];
  readonly dropped: readonly SetAsideDifference[];
}

export const nothingSetAside: SetAside = { unplaced: 0, unplacedDetail: [], held: [], dropped: [] };

/** So many of a list are shown; a device with more is beyond looking at one by one. */
const mostShown = 100;

interface Row extends SetAsideDifference {
  readonly deviceId: string;
  readonly why: Exclude<DifferenceFate, 'placed'>;
  readonly people: number;
}

/** By device; those of which nothing is set aside are absent. */
export async function readSetAside(sql: Sql, deviceIds: readonly string[]): Promise<Map<string, SetAside>> {
  const rows = await sql.all<Row>(
    `with ${wantedRows(sql, { device_id: 'text' })}, ranked as (
      select s.*, sum(1.0 * coalesce(s.count_in, s.count_out, s.passers_by)) over (partition by s.device_id, s.why) as people,
        row_number() over (partition by s.device_id, s.why order by s.end_at desc, s.start_at, s.line) as place
      from wanted cross join set_aside s where s.device_id = wanted.device_id)
    select device_id as "deviceId", line, start_at as "startAt", end_at as "endAt", count_in as "in", count_out as "out",
      passers_by as "passersBy", why, people from ranked where place <= ${mostShown} order by device_id, why, place`,
    [JSON.stringify(deviceIds.map((id) => [id]))],
  );
  const lists = new Map<string, Row[]>();
  for (const row of rows) {
    const list = lists.get(row.deviceId);
    if (list === undefined) lists.set(row.deviceId, [row]);
    else list.push(row);
  }
  return new Map([...lists].map(([deviceId, list]) => [deviceId, setAsideOf(list)]));
}

function setAsideOf(rows: readonly Row[]): SetAside {
  const of = (why: Row['why']): SetAsideDifference[] =>
    rows.filter((row) => row.why === why).map(({ deviceId: _, why: __, people: ___, ...difference }) => difference);
  return {
    unplaced: rows.find((row) => row.why === 'unplaced')?.people ?? 0,
    unplacedDetail: of('unplaced'),
    held: of('held'),
    dropped: of('dropped'),
  };
}
