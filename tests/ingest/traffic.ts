import fc from 'fast-check';
import type { RawMessage } from '../../ingest/pipeline/message.ts';
import { clock, message } from './house.ts';

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

const total = fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined });

/** Totals of anything, so that resets, wraps and held differences are among them; the odd minutes keep clear of intervals' ends. */
const reading = fc
  .record({
    at: fc.integer({ min: 0, max: 60 }),
    days: fc.constantFrom(0, 0, 0, -2, -1),
    totalIn: fc.integer({ min: 0, max: 900 }),
    totalOut: total,
    totalPassersBy: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined, freq: 1 }),
    hasIn: fc.constantFrom(true, true, true, false),
    line: fc.constantFrom('main', 'main', 'side'),
    device: fc.constantFrom('sum-1', 'sum-1', 'sum-2', 'cam-2'),
    updatedAt,
  })
  .map(({ at, days, hasIn, totalIn, device, ...rest }) => {
    const instant = from + days * dayMs + (at * 5 + 2) * minuteMs;
    const isEmpty = !hasIn && rest.totalOut === undefined && rest.totalPassersBy === undefined;
    const sent = hasIn || isEmpty ? { totalIn } : {};
    return message('counts', { at: iso(instant, at % 2 === 0), ...sent, ...rest }, { to: `arbat/${device}` });
  });

const one = fc.record({
  at: fc.integer({ min: 0, max: 40 }),
  direction: fc.constantFrom('in', 'out', 'passerBy'),
  count: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  id: fc.constantFrom(undefined, undefined, 'a', 'b'),
  line: fc.constantFrom(undefined, 'side'),
  updatedAt,
});

/** One or some in a message, among them equal ones without an id. */
const passages = fc
  .record({ events: fc.array(one, { minLength: 1, maxLength: 4 }), device: fc.constantFrom('ray-1', 'ray-1', 'cam-1') })
  .map(({ events, device }) => {
    const items = events.map(({ at, ...rest }) => ({ at: iso(from + at * 7 * minuteMs, false), ...rest }));
    return message('counts', items.length === 1 ? items[0] : items, { to: `arbat/${device}` });
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
    device: fc.constantFrom('cam-1', 'cam-2', 'till-1', 'sum-1', 'ray-1'),
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

/** So many messages. Contents of one key and one `updatedAt` that differ are among them: nothing is made unique. */
export function messagesOf(minLength: number, maxLength = minLength): fc.Arbitrary<RawMessage[]> {
  const some = fc.oneof(
    { weight: 6, arbitrary: interval },
    { weight: 6, arbitrary: reading },
    { weight: 4, arbitrary: passages },
    { weight: 4, arbitrary: receipt },
    status,
    bad,
  );
  return fc.array(some, { minLength, maxLength, size: 'max' });
}

/** In batches of the sizes given, over and over. */
export function batches(messages: readonly RawMessage[], sizes: readonly number[]): RawMessage[][] {
  const made: RawMessage[][] = [];
  for (let at = 0, i = 0; at < messages.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    made.push(messages.slice(at, at + size));
    at += size;
  }
  return made;
}

export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
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
