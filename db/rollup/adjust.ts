import type { Store } from '../vocabulary/place.ts';
import { type EntryDevice, entriesDoubled, entryDevices } from './measuring.ts';
import type { QuarterCountRow } from './quarterRows.ts';

/** What a device's counts of a direction are to be multiplied with, by audits; absent: none says. */
export interface DirectionFactors {
  readonly in?: number;
  readonly out?: number;
}

/** By device id. */
export type Factors = ReadonlyMap<string, DirectionFactors>;

/** Rows with the counts of street entrances adjusted; halves and less of a person are kept. */
export interface AdjustedRows {
  readonly rows: readonly QuarterCountRow[];
  /** Which buckets hold entries of a device that no audit speaks for, as pairs of bucket and device. */
  readonly unspoken: readonly (readonly [number, string])[];
}

/**
 * Multiplies people in and out, staff among them, with their device's factors. Only directions that its entrance counts as entries
 * are asked for; a device without them keeps its counts, and its buckets are named.
 */
export function adjustRows(store: Store, rows: readonly QuarterCountRow[], factors: Factors): AdjustedRows {
  const doors = new Map(entryDevices(store).map((door) => [door.device.id, door]));
  const unspoken: [number, string][] = [];
  const adjusted = rows.map((row) => {
    const door = doors.get(row.deviceId);
    if (door === undefined) return row;
    const found = factors.get(row.deviceId) ?? {};
    if (isSpokenFor(door, found)) return multiplied(row, found);
    if ((entriesDoubled(row, door.countAs) ?? 0) !== 0) unspoken.push([row.bucket, row.deviceId]);
    return row;
  });
  return { rows: adjusted, unspoken };
}

function isSpokenFor({ countAs }: EntryDevice, found: DirectionFactors): boolean {
  if (countAs === 'average') return found.in !== undefined && found.out !== undefined;
  return found[countAs] !== undefined;
}

function multiplied(row: QuarterCountRow, { in: ins = 1, out: outs = 1 }: DirectionFactors): QuarterCountRow {
  const times = (count: number | null, factor: number): number | null => (count === null ? null : count * factor);
  return {
    ...row,
    countIn: times(row.countIn, ins),
    staffIn: times(row.staffIn, ins),
    countOut: times(row.countOut, outs),
    staffOut: times(row.staffOut, outs),
  };
}
