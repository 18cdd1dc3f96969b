import { describe, expect, test } from 'vitest';
import { judgeMessage } from '../../ingest/pipeline/judge.ts';
import { clock, message } from './house.ts';
import { judged, settings } from './judged.ts';

const at = '2026-03-20T10:00:00Z';
const later = '2026-03-20T10:05:00Z';
const latest = '2026-03-20T10:07:00Z';
const ahead = new Date(clock + 6 * 60_000).toISOString();
const ms = Date.parse;

describe('queue', () => {
  const visit = { id: 'v1', queue: 'tills', joinedAt: at };
  const statistic = { start: at, end: later, queue: 'tills', served: 4 };

  test('a sample says how many wait and how many tills are open', () => {
    expect(judged('queue', { at, queue: 'tills', length: 3, open: 2 })).toEqual({
      kind: 'queueSample',
      queue: 'tills',
      at: ms(at),
      length: 3,
      open: 2,
      updatedAt: null,
    });
    expect(judged('queue', { at, queue: 'tills', length: 0 })).toMatchObject({ length: 0, open: null });
  });

  test('a visit may still be under way', () => {
    expect(judged('queue', { ...visit, calledAt: later, outcome: 'served', name: 'Anna' })).toEqual({
      kind: 'queueVisit',
      id: 'v1',
      queue: 'tills',
      joinedAt: ms(at),
      calledAt: ms(later),
      leftAt: null,
      outcome: 'served',
      updatedAt: null,
    });
    expect(judged('queue', { ...visit, calledAt: at, leftAt: at })).toMatchObject({ calledAt: ms(at) });
  });

  test("a sensor's statistics hold counts, a mean and bins", () => {
    const bins = [
      [0, 60, 3],
      [60, null, 1],
    ];
    expect(judged('queue', { ...statistic, abandoned: 1, meanWaitSeconds: 41.5, waitBins: bins })).toEqual({
      kind: 'queueStatistic',
      queue: 'tills',
      startAt: ms(at),
      endAt: ms(later),
      served: 4,
      abandoned: 1,
      meanWaitSeconds: 41.5,
      waitBins: bins,
      updatedAt: null,
    });
    expect(judged('queue', statistic)).toMatchObject({ abandoned: null, meanWaitSeconds: null, waitBins: null });
  });

  test.each([
    ['a length below 0', { at, queue: 'tills', length: -1 }, 'schema'],
    ['a part of a person', { at, queue: 'tills', length: 1.5 }, 'schema'],
    ['a sample without its queue', { at, length: 1 }, 'schema'],
    ['a sample without its time', { queue: 'tills', length: 1 }, 'schema'],
    ['a sample of tomorrow', { at: ahead, queue: 'tills', length: 1 }, 'future'],
    ['a time without an offset', { at: '2026-03-20T10:00:00', queue: 'tills', length: 1 }, 'bad_time'],
    ['a visit without its id', { ...visit, id: undefined }, 'schema'],
    ['a visit without its queue', { ...visit, queue: undefined }, 'schema'],
    ['a visit that nobody joined', { id: 'v1', queue: 'tills', calledAt: at }, 'schema'],
    ['somebody called before joining', { ...visit, joinedAt: later, calledAt: at }, 'schema'],
    ['somebody gone before being called', { ...visit, calledAt: latest, leftAt: later }, 'schema'],
    ['somebody gone before joining', { ...visit, joinedAt: later, leftAt: at }, 'schema'],
    ['somebody called in the future', { ...visit, calledAt: ahead }, 'future'],
    ['another outcome', { ...visit, outcome: 'lost' }, 'schema'],
    ['statistics of no time', { ...statistic, end: at }, 'schema'],
    ['statistics of more than a day', { ...statistic, start: '2026-03-19T10:04:00Z' }, 'schema'],
    ['statistics of the future', { ...statistic, end: ahead }, 'future'],
    ['statistics without those served', { ...statistic, served: undefined }, 'schema'],
    ['a mean below 0', { ...statistic, meanWaitSeconds: -1 }, 'schema'],
    ['a bin that ends before it begins', { ...statistic, waitBins: [[60, 0, 1]] }, 'schema'],
    ['a bin without width', { ...statistic, waitBins: [[60, 60, 1]] }, 'schema'],
    ['a bin with a part of a person', { ...statistic, waitBins: [[0, 60, 0.5]] }, 'schema'],
    ['a bin below 0', { ...statistic, waitBins: [[-1, 60, 1]] }, 'schema'],
    ['a bin of four', { ...statistic, waitBins: [[0, 60, 1, 1]] }, 'schema'],
    ['nothing of a queue', { at }, 'schema'],
    ['no object', 'tills', 'schema'],
  ])('%s is refused', (_what, item, reason) => {
    expect(judged('queue', item)).toBe(reason);
  });
});

describe('service', () => {
  const observation = { id: 'o1', at, process: 'hotline', criterion: 'answer-seconds', value: 41.5 };
  const answer = { id: 's1', at, survey: 'nps', score: 9 };
  const request = { id: 'r1', openedAt: at };
  const check = { id: 'c1', at, standard: 'shop', items: [{ item: 'greeted', passed: true }] };

  test('an observation, an answer, a request and a check are told apart by their fields', () => {
    expect(judged('service', observation)).toEqual({
      kind: 'observation',
      ...observation,
      at: ms(at),
      updatedAt: null,
    });
    expect(judged('service', { ...answer, criterion: 'speed', stage: 'after' })).toEqual({
      kind: 'survey',
      ...answer,
      at: ms(at),
      criterion: 'speed',
      stage: 'after',
      comment: null,
      updatedAt: null,
    });
    expect(judged('service', { ...request, answeredAt: later, level: 2, category: 'delivery' })).toEqual({
      kind: 'request',
      id: 'r1',
      openedAt: ms(at),
      answeredAt: ms(later),
      resolvedAt: null,
      level: 2,
      category: 'delivery',
      updatedAt: null,
    });
    expect(judged('service', check)).toEqual({ kind: 'check', ...check, at: ms(at), updatedAt: null });
  });

  test.each([
    ['an observation without a value', { ...observation, value: undefined }, 'schema'],
    ['a value that is no number', { ...observation, value: '41' }, 'schema'],
    ['an observation of no process', { ...observation, process: undefined }, 'schema'],
    ['an observation of the future', { ...observation, at: ahead }, 'future'],
    ['another survey', { ...answer, survey: 'ces' }, 'schema'],
    ['an NPS of 11', { ...answer, score: 11 }, 'schema'],
    ['an NPS below 0', { ...answer, score: -1 }, 'schema'],
    ['half a point', { ...answer, score: 7.5 }, 'schema'],
    ['a CSAT of 0', { ...answer, survey: 'csat', score: 0 }, 'schema'],
    ['a CSAT of 6', { ...answer, survey: 'csat', score: 6 }, 'schema'],
    ['a CSI of 0', { ...answer, survey: 'csi', score: 0 }, 'schema'],
    ['an answer during a contact', { ...answer, stage: 'during' }, 'schema'],
    ['a comment that is no text', { ...answer, comment: 5 }, 'schema'],
    ['a request that was never opened', { id: 'r1', resolvedAt: at }, 'schema'],
    ['a fourth level', { ...request, level: 4 }, 'schema'],
    ['an answer before the question', { ...request, openedAt: later, answeredAt: at }, 'schema'],
    ['resolved in the future', { ...request, resolvedAt: ahead }, 'future'],
    ['a check of nothing', { ...check, items: [] }, 'schema'],
    ['a check that does not say what passed', { ...check, items: [{ item: 'greeted' }] }, 'schema'],
    ['a check without its standard', { ...check, standard: undefined }, 'schema'],
    ['nothing of service', { id: 'x', at }, 'schema'],
  ])('%s is refused', (_what, item, reason) => {
    expect(judged('service', item)).toBe(reason);
  });

  test('the ends of each scale are taken', () => {
    const scores = { nps: [0, 10], csat: [1, 5], csi: [1, 10] };
    for (const [survey, ends] of Object.entries(scores))
      for (const score of ends) expect(judged('service', { ...answer, survey, score })).toMatchObject({ score });
  });

  test('a comment is kept without ways to reach who wrote it', () => {
    const comment = 'Slow on 2026-03-19! Call +7 (916) 123-45-67 or write to a.b@example.com';
    expect(judged('service', { ...answer, comment })).toMatchObject({
      comment: 'Slow on 2026-03-19! Call … or write to …',
    });
    expect(judged('service', { ...answer, comment: ' ' })).toMatchObject({ comment: null });
  });

  test('what is refused is kept by the fields of the contract alone, without ways to reach people', () => {
    const sent = {
      ...answer,
      score: 12,
      comment: 'ask ۰۹۱۲۳۴۵۶۷۸۹, me@example.org',
      name: 'Anna',
      email: 'anna@example.org',
    };
    const { items } = judgeMessage(message('service', sent), settings, clock);
    const [refused] = items;
    expect(refused?.kind === 'refused' ? JSON.parse(refused.body) : null).toEqual({
      ...answer,
      score: 12,
      comment: 'ask …, …',
    });
  });

  test('the lines of a refused check are kept by their fields too', () => {
    const sent = { ...check, items: [{ item: 'greeted', passed: 'yes', who: 'Anna' }] };
    const [refused] = judgeMessage(message('service', sent), settings, clock).items;
    expect(refused?.kind === 'refused' ? JSON.parse(refused.body).items : null).toEqual([
      { item: 'greeted', passed: 'yes' },
    ]);
  });

  test('a number by which something is known is no telephone number', () => {
    const sent = { id: '89161234567', openedAt: at, level: 9 };
    const [refused] = judgeMessage(message('service', sent), settings, clock).items;
    expect(refused?.kind === 'refused' ? JSON.parse(refused.body) : null).toEqual(sent);
  });

  test('what a name with an e-mail address was refused for does not change what it is known by', () => {
    const [one, other] = ['ticket-1@desk.example.com', 'ticket-2@desk.example.com'].map((id) => {
      const sent = { id, openedAt: at };
      const [refused] = judgeMessage(message('service', { ...sent, level: 9 }), settings, clock).items;
      const kept = refused?.kind === 'refused' ? JSON.parse(refused.body) : null;
      expect(judged('service', { ...kept, level: 1 })).toEqual(judged('service', { ...sent, level: 1 }));
      expect(kept.id).not.toContain('@');
      return kept.id;
    });
    expect(one).not.toBe(other);
  });

  test('names of digits are kept as they are, so that trying again counts them where they belong', () => {
    const sent = { at, queue: '40063813', length: -1 };
    const [refused] = judgeMessage(message('queue', sent), settings, clock).items;
    expect(refused?.kind === 'refused' ? JSON.parse(refused.body) : null).toEqual(sent);
  });

  test('of a kind that nobody reads what people wrote is kept without ways to reach them', () => {
    const sent = {
      id: '12345678',
      at,
      score: 3,
      phone: '+7 916 123-45-67',
      comment: 'call +7 916 123-45-67, a@example.com',
    };
    const { whole } = judgeMessage(message('surveys', sent), settings, clock);
    expect(whole?.reason).toBe('unknown_kind');
    expect(JSON.parse(whole?.body ?? '')).toEqual({ id: '12345678', at, score: 3, comment: 'call …, …' });
  });

  test.each(['service', 'surveys'])('of %s that cannot be read nobody can be reached', (kind) => {
    const payload = Buffer.from('{"comment":"call +7 916 123-45-67, a@example.com"');
    const { whole } = judgeMessage({ ...message(kind, {}), payload }, settings, clock);
    expect([whole?.reason, whole?.body]).toEqual(['malformed_json', '{"comment":"call …, …"']);
  });
});
