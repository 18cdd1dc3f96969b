import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Connection, Device, Queue } from '../../db/vocabulary/place.ts';
import { keptComment } from '../../db/vocabulary/redaction.ts';
import type { Finding, FoundQueueStatistic, FoundRequest, FoundSurvey } from '../../ingest/adapters/finding.ts';
import { settle } from '../../ingest/settle/settle.ts';
import type { Settled } from '../../ingest/settle/settled.ts';
import { makeDevice, makeStore } from '../db/chain.ts';

const now = Date.parse('2026-03-20T12:00:00Z');
const at = Date.parse('2026-03-20T10:00:00Z');

interface Installation {
  readonly device?: Partial<Device>;
  readonly map?: Connection['map'];
  readonly queues?: readonly Queue[];
}

function settled(finding: Finding, { device, map = [], queues = [] }: Installation = {}): Settled {
  const store = makeStore('arbat', { timezone: 'Europe/Moscow', queues });
  const connection = { source: null, topics: [], address: null, swap: false, map, options: {} };
  const own = makeDevice('cam-1', 'arbat', { lines: [], connection, measures: ['queue', 'service'], ...device });
  return settle(finding, { store, device: own, adapter: { channels: {} }, now, receivedAt: now });
}

function eventOf(finding: Finding, installation?: Installation): unknown {
  const result = settled(finding, installation);
  return result.kind === 'event' ? result.event : result;
}

const sample: Finding = { kind: 'queueSample', queue: 'Zone 1', at, length: 4, open: 2 };
const queue = (id: string, name: string): Queue => ({ id, name, targetSeconds: 180, targetShare: 0.8 });

describe('whose queue it is', () => {
  test('a zone of a camera that measures entries alone is no queue until somebody says so', () => {
    const entries = { device: { measures: ['entries' as const] } };
    expect(settled(sample, entries)).toMatchObject({ kind: 'aside', why: 'other' });
    expect(eventOf(sample, { ...entries, map: [{ line: 'Zone 1', as: 'tills' }] })).toMatchObject({ queue: 'tills' });
  });

  test('a zone goes by the device’s map, else by the store’s queue of that name, else under its own', () => {
    const queues = [queue('tills', 'Zone 1'), queue('returns', 'Returns')];
    expect(eventOf(sample, { queues })).toMatchObject({ queue: 'tills' });
    expect(eventOf(sample, { queues, map: [{ line: 'Zone 1', as: 'returns' }] })).toMatchObject({ queue: 'returns' });
    expect(eventOf(sample)).toMatchObject({ queue: 'Zone 1', at, length: 4, open: 2 });
    expect(settled(sample, { map: [{ line: 'Zone 1', ignore: true }] })).toMatchObject({ kind: 'aside' });
  });

  test('without a name it is the store’s only queue', () => {
    const nameless: Finding = { ...sample, queue: '' };
    expect(eventOf(nameless, { queues: [queue('tills', 'Tills')] })).toMatchObject({ queue: 'tills' });
    expect(eventOf(nameless)).toMatchObject({ queue: 'main' });
  });

  test('a line chosen for the entrance leaves the queue alone', () => {
    expect(eventOf(sample, { device: { lines: ['door'] } })).toMatchObject({ queue: 'Zone 1' });
  });
});

describe('a visit of a vendor’s queue system', () => {
  test('says what it knows, and keeps the number apart from other systems’', () => {
    expect(eventOf({ kind: 'queueVisit', id: '77', queue: 'Zone 1', joinedAt: at })).toMatchObject({
      id: 'cam-1/77',
      joinedAt: at,
      calledAt: null,
      outcome: null,
    });
    expect(eventOf({ kind: 'queueVisit', id: '77', leftAt: at })).toMatchObject({ queue: null, leftAt: at });
  });

  test.each([
    ['no number', { id: '' }, 'schema'],
    ['called before it joined', { joinedAt: at, calledAt: at - 1 }, 'schema'],
    ['left before it joined', { joinedAt: at, leftAt: at - 1 }, 'schema'],
    ['joined tomorrow', { joinedAt: now + 86_400_000 }, 'future'],
    ['a clock that was never set', { joinedAt: Date.UTC(2001, 0, 1) }, 'bad_time'],
  ] as const)('%s is refused', (_, more, reason) => {
    expect(settled({ kind: 'queueVisit', id: '77', ...more })).toMatchObject({ kind: 'refused', reason });
  });
});

describe('a sensor’s own statistics', () => {
  const statistic: FoundQueueStatistic = {
    ...{ kind: 'queueStatistic', queue: 'tills', startAt: at, endAt: at + 60_000, served: 8, meanWaitSeconds: 124.4 },
    waitBins: [
      [0, 180, 6],
      [180, null, 2],
    ],
  };

  test('are kept as they are', () => {
    expect(eventOf(statistic)).toMatchObject({ served: 8, abandoned: null, meanWaitSeconds: 124.4 });
  });

  test.each([
    ['an end before the beginning', { endAt: at - 1 }],
    ['more than a day', { startAt: at - 86_400_001 }],
    ['half a person', { served: 0.5 }],
    ['a negative wait', { meanWaitSeconds: -1 }],
    ['a wait that is no number', { meanWaitSeconds: Number.NaN }],
    ['a class that ends before it begins', { waitBins: [[180, 60, 1] as const] }],
    ['a class of half a person', { waitBins: [[0, 60, 0.5] as const] }],
  ])('%s is refused', (_, more) => {
    expect(settled({ ...statistic, ...more })).toMatchObject({ kind: 'refused', reason: 'schema' });
  });
});

describe('answers and requests', () => {
  const answer: FoundSurvey = { kind: 'survey', id: 'a-1', at, survey: 'nps', score: 9 };

  test('an answer keeps its score, and its comment without ways to reach who wrote it', () => {
    const comment = 'Call me: +7 (916) 123-45-67 or anna.k@example.com, order 1043 took 25 minutes.';
    expect(eventOf({ ...answer, comment })).toMatchObject({
      id: 'cam-1/a-1',
      comment: 'Call me: … or …, order 1043 took 25 minutes.',
    });
  });

  test.each([
    ['nps 11', { score: 11 }],
    ['csat 0', { survey: 'csat', score: 0 }],
    ['csi 0', { survey: 'csi', score: 0 }],
    ['half a point', { score: 8.5 }],
    ['no number', { id: '' }],
  ] as const)('%s is refused', (_, more) => {
    expect(settled({ ...answer, ...more })).toMatchObject({ kind: 'refused', reason: 'schema' });
  });

  test('a request says what it knows and when it was so', () => {
    const request: FoundRequest = { kind: 'request', id: '5158', openedAt: at, level: 2, updatedAt: at + 1000 };
    expect(eventOf(request)).toMatchObject({
      id: 'cam-1/5158',
      openedAt: at,
      resolvedAt: null,
      level: 2,
      updatedAt: at + 1000,
    });
    expect(settled({ ...request, resolvedAt: now + 86_400_000 })).toMatchObject({ kind: 'refused', reason: 'future' });
  });
});

test('a comment is kept as a text that can be stored, without addresses and numbers, and not twice otherwise', () => {
  expect(keptComment(' \u0000 ')).toBeNull();
  expect(keptComment('see https://example.com/me?id=7')).toBe('see …');
  expect(keptComment('Пишите: анна@почта.рф')).toBe('Пишите: …');
  fc.assert(
    fc.property(fc.string(), (text) => {
      const kept = keptComment(text);
      expect(kept === null || keptComment(kept) === kept.trim()).toBe(true);
    }),
  );
});
