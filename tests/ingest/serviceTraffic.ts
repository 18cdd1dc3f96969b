import fc from 'fast-check';
import type { RawMessage } from '../../ingest/pipeline/message.ts';
import { clock, message } from './house.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const from = clock - 3 * dayMs;
const devices = fc.constantFrom('arbat/cam-1', 'arbat/ray-1', 'arbat/till-1');

const iso = (minutes: number): string => new Date(from + minutes * minuteMs).toISOString();
/** On three dates, so that what moves between them is among them. */
const minute = fc.integer({ min: 0, max: 2 * 24 * 60 });
const updatedAt = fc.integer({ min: 0, max: 3 }).map((n) => new Date(clock - dayMs + n * 1000).toISOString());
const maybe = <Of>(arbitrary: fc.Arbitrary<Of>): fc.Arbitrary<Of | undefined> =>
  fc.option(arbitrary, { nil: undefined });

const sample = fc
  .record({
    at: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 0, max: 9 }),
    open: maybe(fc.constant(2)),
    updatedAt,
  })
  .map(({ at, ...rest }) => ['queue', { at: iso(at * 7), queue: 'tills', ...rest }] as const);

const visit = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }),
    queue: fc.constantFrom('tills', 'tills', 'desk'),
    joined: minute,
    called: maybe(fc.integer({ min: 0, max: 30 })),
    left: maybe(fc.integer({ min: 30, max: 40 })),
    outcome: fc.constantFrom(undefined, undefined, 'served', 'abandoned'),
    updatedAt,
  })
  .map(({ id, joined, called, left, ...rest }) => {
    const calledAt = called === undefined ? {} : { calledAt: iso(joined + called) };
    const leftAt = left === undefined ? {} : { leftAt: iso(joined + left) };
    return ['queue', { id: `v${id}`, joinedAt: iso(joined), ...calledAt, ...leftAt, ...rest }] as const;
  });

const statistic = fc
  .record({
    start: fc.integer({ min: 0, max: 20 }),
    served: fc.integer({ min: 0, max: 30 }),
    abandoned: maybe(fc.integer({ min: 0, max: 3 })),
    meanWaitSeconds: maybe(fc.integer({ min: 0, max: 400 })),
    waitBins: maybe(
      fc.constantFrom(
        [[0, 60, 4]],
        [
          [0, 240, 3],
          [240, null, 1],
        ],
      ),
    ),
    updatedAt,
  })
  .map(({ start, ...rest }) => {
    const span = { start: iso(start * 60), end: iso(start * 60 + 15) };
    return ['queue', { ...span, queue: 'desk', ...rest }] as const;
  });

const id = fc.integer({ min: 1, max: 8 }).map((n) => `x${n}`);

const observation = fc
  .record({
    id,
    at: minute,
    criterion: fc.constantFrom('answer-seconds', 'tone'),
    value: fc.integer({ min: 0, max: 90 }),
    updatedAt,
  })
  .map(({ at, ...rest }) => ['service', { at: iso(at), process: 'hotline', ...rest }] as const);

const answer = fc
  .record({
    id,
    at: minute,
    survey: fc.constantFrom('nps', 'csat', 'csi'),
    score: fc.integer({ min: 1, max: 5 }),
    criterion: maybe(fc.constantFrom('staff', 'speed')),
    stage: maybe(fc.constantFrom('before', 'after')),
    updatedAt,
  })
  .map(({ at, ...rest }) => ['service', { at: iso(at), ...rest }] as const);

const request = fc
  .record({
    id,
    opened: minute,
    answered: maybe(fc.integer({ min: 0, max: 300 })),
    resolved: maybe(fc.integer({ min: 300, max: 900 })),
    level: maybe(fc.constantFrom(1, 2, 3)),
    category: maybe(fc.constantFrom('delivery', 'price')),
    updatedAt,
  })
  .map(({ opened, answered, resolved, ...rest }) => {
    const answeredAt = answered === undefined ? {} : { answeredAt: iso(opened + answered) };
    const resolvedAt = resolved === undefined ? {} : { resolvedAt: iso(opened + resolved) };
    return ['service', { openedAt: iso(opened), ...answeredAt, ...resolvedAt, ...rest }] as const;
  });

const check = fc.record({ id, at: minute, passed: fc.boolean(), updatedAt }).map(({ at, passed, ...rest }) => {
  const items = [
    { item: 'greeted', passed },
    { item: 'clean', passed: true },
  ];
  return ['service', { at: iso(at), standard: 'audit', items, ...rest }] as const;
});

/**
 * So many messages of queues and service. Contents of one key and one `updatedAt` that differ are among them, and visits and requests
 * that are told bit by bit.
 */
export function serviceMessages(minLength: number, maxLength = minLength): fc.Arbitrary<RawMessage[]> {
  const one = fc.oneof(sample, visit, visit, statistic, observation, answer, request, check);
  const sent = fc.tuple(one, devices).map(([[kind, body], to]) => message(kind, body, { to }));
  return fc.array(sent, { minLength, maxLength, size: 'max' });
}

/** What stands, without when it was heard of: that may differ. */
export const factQueries: readonly string[] = [
  'select device_id, queue, at, length, open, updated_at from queue_samples order by device_id, queue, at',
  'select id, device_id, queue, joined_at, called_at, left_at, outcome from queue_visits order by id',
  'select device_id, start_at, end_at, served, abandoned, mean_wait_seconds, wait_bins from queue_statistics order by device_id, start_at',
  'select id, at, criterion, value, updated_at from observations order by id',
  'select id, at, survey, score, criterion, stage from survey_answers order by id',
  'select id, device_id, opened_at, answered_at, resolved_at, level, levels, category from service_requests order by id',
  'select id, at, items from standards_checks order by id',
];
