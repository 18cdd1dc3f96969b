import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReadings } from '../../../db/reads/readings.ts';
import { type Sought, seekReadings, totalMarks } from '../../../db/reads/seekReadings.ts';
import { type Difference, differencesOf, type StandingReading } from '../../../db/rollup/differences.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { writeReadings } from '../../../db/writes/countFacts.ts';
import { describeOnBothDialects } from '../dialects.ts';

const minuteMs = 60_000;
const from = Date.parse('2026-03-18T00:00:00Z');
const counter = { counterBits: 16, maxPerMinute: 300 } as const;
const total = fc.option(fc.integer({ min: 0, max: 500 }));

/** Readings minutes, hours or days apart, of two lines; not every one shows every total. */
const history = fc.array(
  fc
    .record({
      line: fc.constantFrom('main', 'side'),
      gap: fc.constantFrom(1, 5, 5, 40, 300, 1500, 5000),
      totalIn: total,
      totalOut: total,
      totalPassersBy: fc.option(fc.integer({ min: 0, max: 500 }), { freq: 1 }),
    })
    .filter((one) => one.totalIn !== null || one.totalOut !== null || one.totalPassersBy !== null),
  { minLength: 1, maxLength: 30 },
);

function placed(steps: readonly (Omit<StandingReading, 'at'> & { readonly gap: number })[]): StandingReading[] {
  let at = from;
  return steps.map(({ gap, ...reading }) => {
    at += gap * minuteMs;
    return { ...reading, at };
  });
}

async function keep(sql: Sql, readings: readonly StandingReading[]): Promise<void> {
  const rest = { deviceId: 'cam-1', updatedAt: null, receivedAt: from };
  await writeReadings(
    sql,
    readings.map((reading) => ({ ...reading, ...rest })),
  );
}

const touching = (all: readonly Difference[], fromAt: number, toAt: number): Difference[] =>
  all.filter((one) => one.startAt < toAt && one.endAt > fromAt);

describeOnBothDialects('the readings around a stretch', (open, dialect) => {
  const numRuns = dialect === 'sqlite' ? 60 : 8;

  test('give every difference that touches it as all readings would', async () => {
    const property = fc.asyncProperty(
      history,
      fc.integer({ min: 0, max: 40_000 }),
      fc.constantFrom(1, 15, 600, 3000),
      async (steps, begin, length) => {
        const sql = await open();
        const readings = placed(steps);
        await keep(sql, readings);
        const [fromAt, toAt] = [from + begin * minuteMs, from + (begin + length) * minuteMs];
        const found = await readReadings(sql, [
          { deviceId: 'cam-1', fromAt, toAt },
          { deviceId: 'cam-2', fromAt, toAt },
        ]);
        const some = differencesOf(counter, found.get('cam-1') ?? [], []);
        const all = differencesOf(counter, readings, []);
        const key = (one: Difference): string => `${one.endAt} ${one.line} ${one.startAt}`;
        const inOrder = (list: Difference[]): Difference[] => list.sort((a, b) => (key(a) < key(b) ? -1 : 1));
        expect(inOrder(touching(some, fromAt, toAt))).toEqual(inOrder(touching(all, fromAt, toAt)));
      },
    );
    await fc.assert(property, { numRuns });
  }, 120_000);

  test('the nearest reading with a total is found however far away', async () => {
    const property = fc.asyncProperty(history, fc.integer({ min: -10, max: 40_000 }), async (steps, begin) => {
      const sql = await open();
      const readings = placed(steps);
      await keep(sql, readings);
      const at = from + begin * minuteMs;
      const names = [...(Object.keys(totalMarks) as (keyof typeof totalMarks)[]), null];
      const wishes = ['main', 'side'].flatMap((line) =>
        (['earlier', 'later'] as const).flatMap((towards) =>
          names.map((name): Sought => ({ deviceId: 'cam-1', line, at, total: name, towards })),
        ),
      );
      const found = await seekReadings(sql, wishes);
      wishes.forEach((wish, i) => {
        const some = readings.filter(
          (one) => one.line === wish.line && (wish.total === null || one[wish.total] !== null),
        );
        const expected =
          wish.towards === 'earlier' ? some.findLast((one) => one.at < at)?.at : some.find((one) => one.at > at)?.at;
        expect(found[i]?.at).toBe(expected);
      });
    });
    await fc.assert(property, { numRuns });
  }, 120_000);
});
