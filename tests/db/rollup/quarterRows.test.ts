import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountQuartersInput, countQuarters, type StandingInterval } from '../../../db/rollup/quarterRows.ts';
import type { StatusChange } from '../../../db/rollup/status.ts';
import type { Device } from '../../../db/vocabulary/place.ts';
import { at, door, hour, interval, minute, quarter, shopWith } from './shop.ts';

function rowsOf(intervals: readonly StandingInterval[], more: Partial<CountQuartersInput> = {}) {
  const device = more.device ?? door();
  const day = { fromAt: at('00:00'), toAt: at('00:00', '2026-03-03') };
  return countQuarters({ store: shopWith([device]), device, intervals, statuses: [], ...day, ...more });
}

const byClock = (rows: ReturnType<typeof rowsOf>, field: keyof (typeof rows)[number]) =>
  Object.fromEntries(rows.map((row) => [new Date(row.bucket).toISOString().slice(11, 16), row[field]]));

describe('quarter rows of counts', () => {
  it('spread each field on its own', () => {
    const rows = rowsOf([interval(at('10:00'), at('10:30'), { in: 3, out: 2, staffIn: 1 })]);
    expect(byClock(rows, 'countIn')).toEqual({ '10:00': 2, '10:15': 1 });
    expect(byClock(rows, 'countOut')).toEqual({ '10:00': 1, '10:15': 1 });
    expect(byClock(rows, 'staffIn')).toEqual({ '10:00': 1, '10:15': 0 });
    expect(byClock(rows, 'passersBy')).toEqual({ '10:00': null, '10:15': null });
    expect(byClock(rows, 'coarse')).toEqual({ '10:00': 0, '10:15': 0 });
  });

  it('put an interval longer than an hour into the window only, and call all its quarters coarse', () => {
    // The window is 09:30 to 12:30: 12 quarters.
    const rows = rowsOf([interval(at('00:00'), at('00:00', '2026-03-03'), { in: 25 })]);
    const counted = rows.filter((row) => row.countIn !== null);
    expect(counted.map((row) => row.countIn)).toEqual([3, ...Array<number>(11).fill(2)]);
    expect(counted[0]?.bucket).toBe(at('09:30'));
    expect(rows).toHaveLength(96);
    expect(rows.every((row) => row.coarse === 1 && row.inMs === quarter)).toBe(true);
  });

  it('spread a long interval over its whole length where none of it is in the window', () => {
    const rows = rowsOf([interval(at('14:00'), at('16:00'), { in: 8 })]);
    expect(rows.map((row) => row.countIn)).toEqual(Array<number>(8).fill(1));
  });

  it('do not call an interval of one hour coarse', () => {
    expect(rowsOf([interval(at('08:00'), at('09:00'), { in: 4 })]).some((row) => row.coarse === 1)).toBe(false);
  });

  it('observe a device only while all lines it lists report', () => {
    const device = door({ lines: ['left', 'right'] });
    const rows = rowsOf(
      [
        interval(at('10:00'), at('10:10'), { line: 'left', in: 1 }),
        interval(at('10:05'), at('10:15'), { line: 'right', in: 1 }),
        interval(at('10:00'), at('10:15'), { line: 'other', in: 5 }),
      ],
      { device },
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ countIn: 7, inMs: 5 * minute, outMs: 0 });
  });

  it('observe what was sent only: in, out, or both at once', () => {
    const [row] = rowsOf([
      interval(at('10:00'), at('10:05'), { in: 1 }),
      interval(at('10:05'), at('10:09'), { out: 1 }),
      interval(at('10:09'), at('10:12'), { in: 0, out: 0 }),
    ]);
    expect(row).toMatchObject({ inMs: 8 * minute, outMs: 7 * minute, bothMs: 3 * minute, passersByMs: 0 });
  });

  it('keep the counts of a covered sensor, but not its time', () => {
    const statuses: StatusChange[] = [
      { at: at('10:02'), state: 'online', problem: 'covered' },
      { at: at('10:06'), state: 'online', problem: null },
    ];
    const [row] = rowsOf([interval(at('10:00'), at('10:15'), { in: 9 })], { statuses });
    expect(row).toMatchObject({ countIn: 9, inMs: 11 * minute });
  });

  it('count before a device is installed and after it is removed, but observe only between', () => {
    const device = door({ installedAt: at('10:05'), removedAt: at('10:20') });
    const rows = rowsOf([interval(at('10:00'), at('10:30'), { in: 2 })], { device });
    expect(rows.map((row) => [row.countIn, row.inMs])).toEqual([
      [1, 10 * minute],
      [1, 5 * minute],
    ]);
  });

  it('end at the cut, which is one more edge to spread along', () => {
    const rows = rowsOf([interval(at('10:00'), at('10:15'), { in: 10 })], { until: at('10:06') });
    expect(rows.map((row) => [row.countIn, row.inMs])).toEqual([[4, 6 * minute]]);
  });

  it('agree with a reckoning minute by minute, and their counts with what was sent', () => {
    fc.assert(
      fc.property(intervalLists, statusLists, devices, (intervals, statuses, device) => {
        const rows = rowsOf(intervals, { statuses, device });
        const sum = (field: 'countIn' | 'staffOut') => rows.reduce((total, row) => total + (row[field] ?? 0), 0);
        expect(sum('countIn')).toBe(intervals.reduce((total, one) => total + (one.in ?? 0), 0));
        for (const row of rows) {
          expect([row.bucket, row.inMs, row.outMs, row.bothMs]).toEqual([
            row.bucket,
            ...slowObserved({ intervals, statuses, device }, row.bucket),
          ]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Intervals on two lines, disjoint on each, at whole minutes of the day. */
const intervalLists = fc
  .array(
    fc.record({
      line: fc.constantFrom('left', 'right'),
      gap: fc.nat(20),
      length: fc.integer({ min: 1, max: 90 }),
      in: fc.option(fc.nat(40)),
      out: fc.option(fc.nat(40)),
    }),
    { maxLength: 12 },
  )
  .map((parts) => {
    const ends: Record<string, number> = { left: at('09:00'), right: at('09:00') };
    return parts.map(({ line, gap, length, ...counts }) => {
      const startAt = (ends[line] ?? 0) + gap * minute;
      ends[line] = startAt + length * minute;
      return interval(startAt, ends[line], { line, ...counts });
    });
  })
  .filter((list) => list.every((one) => one.endAt <= at('00:00', '2026-03-03')));

const statusLists = fc
  .uniqueArray(fc.nat(600), { maxLength: 5 })
  .chain((minutes) => fc.tuple(fc.constant(minutes.sort((a, b) => a - b)), fc.array(fc.boolean(), { minLength: 5 })))
  .map(([minutes, problems]) =>
    minutes.map(
      (one, i): StatusChange => ({
        at: at('09:00') + one * minute,
        state: 'online',
        problem: problems[i] ? 'dark' : null,
      }),
    ),
  );

const devices: fc.Arbitrary<Device> = fc
  .record({
    lines: fc.constantFrom(['left'], ['left', 'right']),
    installed: fc.option(fc.nat(300)),
    removed: fc.option(fc.integer({ min: 300, max: 700 })),
  })
  .map(({ lines, installed, removed }) =>
    door({
      lines,
      installedAt: installed === null ? null : at('09:00') + installed * minute,
      removedAt: removed === null ? null : at('09:00') + removed * minute,
    }),
  );

interface SlowFacts {
  readonly intervals: readonly StandingInterval[];
  readonly statuses: readonly StatusChange[];
  readonly device: Device;
}

/** Every minute of a bucket is asked: was every line covered by an interval with the fields, was the device there and well? */
function slowObserved({ intervals, statuses, device }: SlowFacts, bucket: number): number[] {
  const fields: ((one: StandingInterval) => boolean)[] = [
    (one) => one.in !== null,
    (one) => one.out !== null,
    (one) => one.in !== null && one.out !== null,
  ];
  return fields.map((has) => {
    let observed = 0;
    for (let now = bucket; now < bucket + quarter; now += minute) {
      const covers = (line: string) =>
        intervals.some((one) => one.line === line && one.startAt <= now && now < one.endAt && has(one));
      const isThere = now >= (device.installedAt ?? now) && now < (device.removedAt ?? now + 1);
      const status = statuses.filter((one) => one.at <= now).at(-1);
      if (isThere && device.lines.every(covers) && (status?.problem ?? null) === null) observed += minute;
    }
    return observed;
  });
}

describe('long and short', () => {
  it('a coarse interval marks only what it touches', () => {
    const rows = rowsOf([interval(at('10:00'), at('10:00') + hour + 1, { in: 0 })]);
    expect(rows.map((row) => row.coarse)).toEqual([1, 1, 1, 1, 1]);
  });
});
