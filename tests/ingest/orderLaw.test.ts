import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRollups } from '../../db/reads/compareRollups.ts';
import { loadSettings } from '../../db/reads/settings.ts';
import type { Sql } from '../../db/sql/port.ts';
import type { RawMessage } from '../../ingest/pipeline/message.ts';
import { owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { clock, figures, message, openHouse } from './house.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const from = clock - 2 * dayMs;

function iso(at: number, offset: boolean): string {
  // The same instant in two wordings: nothing may depend on which came first.
  return offset ? `${new Date(at + 3 * 3_600_000).toISOString().slice(0, -1)}+03:00` : new Date(at).toISOString();
}

const updatedAt = fc.integer({ min: 0, max: 3 }).map((n) => new Date(clock - dayMs + n * 1000).toISOString());
const count = fc.integer({ min: 0, max: 40 });

const interval = fc
  .record({
    start: fc.integer({ min: 0, max: 60 }),
    length: fc.constantFrom(1, 5, 5, 5, 15, 40, 90, 300),
    isLocal: fc.boolean(),
    in: count,
    out: fc.option(count, { nil: undefined }),
    staffIn: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    passersBy: fc.option(count, { nil: undefined }),
    line: fc.constantFrom('main', 'side'),
    device: fc.constantFrom('cam-1', 'cam-2'),
    updatedAt,
  })
  .map(({ start, length, isLocal, device, line, ...counts }) => {
    const startAt = from + start * 5 * minuteMs;
    const span = { start: iso(startAt, isLocal), end: iso(startAt + length * minuteMs, isLocal) };
    const lines = device === 'cam-2' ? { line } : {};
    return message('counts', { ...span, ...counts, ...lines }, { to: `arbat/${device}` });
  });

const receipt = fc
  .record({
    id: fc.integer({ min: 1, max: 25 }),
    at: fc.integer({ min: 0, max: 40 }),
    type: fc.constantFrom('sale', 'sale', 'sale', 'return', 'exchange', 'void'),
    total: fc.constantFrom('10.00', 25, '0', '-3.50', '7.125'),
    training: fc.constantFrom(false, false, false, true),
    original: fc.option(fc.integer({ min: 1, max: 25 }), { nil: undefined }),
    channel: fc.constantFrom(undefined, 'pickup'),
    till: fc.constantFrom('till-1', 'till-2'),
    source: fc.constantFrom(undefined, 'pos'),
    updatedAt,
  })
  .map(({ id, at, original, till, ...rest }) => {
    const more = original === undefined ? {} : { original: `r${original}` };
    const body = { id: `r${id}`, at: iso(from + at * 10 * minuteMs, false), ...rest, ...more };
    return message('sales', body, { to: `arbat/${till}` });
  });

const status = fc
  .record({
    at: fc.integer({ min: 0, max: 30 }),
    state: fc.constantFrom('online', 'offline'),
    problem: fc.constantFrom(undefined, undefined, 'covered', 'dark'),
    device: fc.constantFrom('cam-1', 'cam-2', 'till-1'),
    updatedAt,
  })
  .map(({ at, device, ...rest }) =>
    message('status', { at: iso(from + at * 10 * minuteMs, false), ...rest }, { to: `arbat/${device}` }),
  );

const bad = fc.constantFrom(
  message('counts', { start: 'yesterday', end: 'today', in: 1 }),
  message('counts', { start: iso(from, false), end: iso(from + minuteMs, false), in: -1 }),
  message('counts', Buffer.from('{"start":')),
  message('counts', { in: 1 }, { to: 'arbat/nobody' }),
  message('queue', { at: 'now' }),
  message('sales', { id: 'x', at: iso(from, false), type: 'sale', total: '1', currency: 'EUR' }),
);

/** Contents of one key and one `updatedAt` that differ are weighed too: nothing is made unique. */
const traffic = fc.array(fc.oneof({ weight: 6, arbitrary: interval }, { weight: 4, arbitrary: receipt }, status, bad), {
  minLength: 60,
  maxLength: 140,
});

/** In batches of the sizes given, over and over. */
function batches(messages: readonly RawMessage[], sizes: readonly number[]): RawMessage[][] {
  const made: RawMessage[][] = [];
  for (let at = 0, i = 0; at < messages.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    made.push(messages.slice(at, at + size));
    at += size;
  }
  return made;
}

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

interface Span {
  readonly device_id: string;
  readonly line: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly is_overlap: number;
}

/** Overlap by its definition, voids by theirs, rollups by the facts: none may hang on how the facts came. */
async function expectTrue(sql: Sql): Promise<void> {
  const spans = await sql.all<Span>('select device_id, line, start_at, end_at, is_overlap from count_intervals');
  for (const one of spans) {
    const isOverlap = spans.some(
      (other) =>
        other.device_id === one.device_id &&
        other.line === one.line &&
        other.start_at < one.start_at &&
        other.end_at > one.start_at,
    );
    expect(one.is_overlap).toBe(isOverlap ? 1 : 0);
  }
  const [wrongVoids] = await sql.all<{ n: number }>(
    `select count(*) as n from sales f where is_voided <> case when type <> 'void' and exists (select 1 from sales v
      where v.store_id = f.store_id and v.source = f.source and v.original = f.id and v.type = 'void' and v.is_training = 0)
      then 1 else 0 end`,
  );
  expect(wrongVoids?.n).toBe(0);
  const settings = await loadSettings(sql, owner);
  expect(await compareRollups(sql, owner, { settings, storeId: 'arbat', now: clock })).toEqual([]);
}

describeOnBothDialects('the order law', (open, dialect) => {
  test('the same messages in order, shuffled and each three times give the same figures', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 });
    const property = fc.asyncProperty(traffic, sizes, fc.integer(), async (messages, batchSizes, seed) => {
      const results: unknown[] = [];
      for (const order of [
        messages,
        shuffled(messages, seed),
        shuffled([...messages, ...messages, ...messages], seed + 1),
      ]) {
        const house = await openHouse(await open());
        for (const batch of batches(order, batchSizes)) await house.send(...batch);
        results.push(await figures(house.sql));
        await expectTrue(house.sql);
      }
      expect(results[1]).toEqual(results[0]);
      expect(results[2]).toEqual(results[0]);
    });
    await fc.assert(property, { numRuns: dialect === 'sqlite' ? 25 : 5, endOnFailure: true });
  }, 300_000);
});
