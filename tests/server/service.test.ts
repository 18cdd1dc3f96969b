import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besideSchema } from '../../server/contracts/beside.ts';
import { commentsAnswer, serviceAnswer } from '../../server/contracts/service.ts';
import { bearer, type Chain, call, newToken, put, startChain } from './chain.ts';

const period = 'from=2026-01-05&to=2026-01-11';

/** A week of two shops, sent as devices send it. */
const arbat = [
  ...[20, 30, 45, 60, 61, 90].map((value, i) => ({
    ...at(i),
    id: `o${i}`,
    process: 'hotline',
    criterion: 'answer',
    value,
  })),
  ...[10, 9, 8, 3].map((score, i) => ({ ...at(i), id: `n${i}`, survey: 'nps', score })),
  { ...at(1), id: 'i1', survey: 'csi', score: 8, criterion: 'speed', comment: 'Quick' },
  { ...at(2), id: 'i2', survey: 'csi', score: 6, stage: 'after', comment: '<b>Slow</b>, call 89161234567' },
  {
    id: 'r1',
    openedAt: '2026-01-05T10:00:00Z',
    answeredAt: '2026-01-05T12:00:00Z',
    resolvedAt: '2026-01-06T10:00:00Z',
    level: 1,
  },
  { id: 'r2', openedAt: '2026-01-06T10:00:00Z', level: 2, category: 'delivery' },
  {
    ...at(3),
    id: 'c1',
    standard: 'visit',
    items: [
      { item: 'greeting', passed: true },
      { item: 'badge', passed: false },
    ],
  },
];
const nevsky = [
  { ...at(1), id: 'n', survey: 'nps', score: 0 },
  ...[1, 2, 3, 4].map((value) => ({ ...at(value), id: `o${value}`, process: 'hotline', criterion: 'answer', value })),
  {
    ...at(1),
    id: 'c',
    standard: 'visit',
    items: [
      { item: 'greeting', passed: true },
      { item: 'badge', passed: true },
    ],
  },
];

function at(day: number): { at: string } {
  return { at: `2026-01-0${5 + (day % 4)}T10:00:00Z` };
}

describe('service over the API', () => {
  let chain: Chain;
  const ask = (path: string, token = chain.token) => call(chain.server, path, { headers: bearer(token) });

  beforeAll(async () => {
    chain = await startChain();
    const standard = {
      process: 'hotline',
      criterion: 'answer',
      green: 30,
      yellow: 60,
      lowerIsBetter: true,
      unit: 's',
      level: 1,
    };
    const weight = { process: 'csi', criterion: 'speed', green: 9, yellow: 7, lowerIsBetter: false, weight: 3 };
    for (const [id, items] of Object.entries({ arbat, nevsky, quiet: [] })) {
      await put(chain, `/api/v1/stores/${id}`, { timezone: 'UTC' });
      await put(chain, `/api/v1/stores/${id}/devices/desk-${id}`, { measures: ['service'], mode: 'event' });
      const path = `/api/v1/ingest/${id}/desk-${id}/service`;
      const answer = await call(chain.server, path, { method: 'POST', headers: bearer(chain.token), body: items });
      expect(answer).toMatchObject({ status: 200, body: { accepted: items.length, quarantined: 0 } });
    }
    await put(chain, '/api/v1/standards', { standards: [standard, weight] });
  });
  afterAll(() => chain?.stop());

  it('answers the traffic light, the voice, requests and checks of a period', async () => {
    const { body } = await ask(`/api/v1/stores/arbat/service?${period}`);
    expect(serviceAnswer.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      ...{ store: 'arbat', light: 'red', nps: 25, csat: null, csi: (3 * 8 + 6) / 40 },
      zones: { green: 2, yellow: 2, red: 2 },
      worst: [{ process: 'hotline', criterion: 'answer', redShare: 1 / 3, observations: 6 }],
      plan: [
        {
          level: 1,
          text: expect.stringContaining('4 of 6 outside green (67%), 2 of them red; green is at most 30 s.'),
        },
      ],
      requests: { opened: 2, answered: 1, resolved: 1, openNow: 1, medianHoursToAnswer: 2, medianHoursToResolve: 24 },
      standards: { checks: 1, items: 2, passed: 1, passedShare: 0.5, interval: null },
    });
    expect(body.processes).toHaveLength(1);
  });

  it('stands beside the funnel of each store and of all, summed and not averaged', async () => {
    const { body } = await ask(`/api/v1/compare?${period}`);
    const [first, second, quiet] = body.stores;
    expect(besideSchema.shape.service.parse(first.service)).toEqual(first.service);
    expect(first.service).toMatchObject({ nps: 25, npsAnswers: 4, light: 'red', openRequests: 1, passedShare: 0.5 });
    expect(second.service).toMatchObject({ nps: -100, npsAnswers: 1, light: null, csi: null, passedShare: 1 });
    expect(first.service.npsInterval).toHaveLength(2);
    expect(second.service.npsInterval).toBeNull();
    expect(quiet.service).toBeNull();
    expect(body.service).toMatchObject({
      ...{ nps: 0, npsAnswers: 5, openRequests: 1, passedShare: 0.75, light: 'red' },
      zones: { green: 6, yellow: 2, red: 2 },
    });
    expect((await ask('/api/v1/stores/arbat/today')).body.service).toMatchObject({
      zones: null,
      nps: null,
      openRequests: 1,
    });
    expect((await ask('/api/v1/stores/quiet/today')).body.service).toBeNull();
  });

  it('sorts the past anew when a threshold changes', async () => {
    await put(chain, '/api/v1/standards', {
      standards: [{ process: 'hotline', criterion: 'answer', green: 90, yellow: 120, lowerIsBetter: true }],
    });
    const { body } = await ask(`/api/v1/stores/arbat/service?${period}`);
    expect(body).toMatchObject({ light: 'green', zones: { green: 6, yellow: 0, red: 0 }, worst: [], plan: [] });
  });

  it('has the customers’ words beside their scores, newest first and without their telephone numbers', async () => {
    const { body } = await ask(`/api/v1/stores/arbat/comments?${period}`);
    expect(commentsAnswer.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      comments: [
        { at: expect.stringContaining('2026-01-07T10:00'), survey: 'csi', score: 6, criterion: null, stage: 'after' },
        { survey: 'csi', score: 8, criterion: 'speed', stage: null, text: 'Quick' },
      ],
      more: false,
    });
    expect(body.comments[0].text).toMatch(/^<b>Slow<\/b>, call/);
    expect(JSON.stringify(body)).not.toContain('89161234567');
    expect((await ask('/api/v1/stores/arbat/comments?from=2026-01-08&to=2026-01-11')).body.comments).toEqual([]);
    const { token } = await newToken(chain, { role: 'viewer', stores: ['nevsky'] });
    expect(await ask(`/api/v1/stores/arbat/comments?${period}`, token)).toMatchObject({ status: 404 });
  });

  it('of someone else’s store is not found; a period the wrong way round is refused by name', async () => {
    const { token } = await newToken(chain, { role: 'viewer', stores: ['nevsky'] });
    expect(await ask(`/api/v1/stores/arbat/service?${period}`, token)).toMatchObject({ status: 404 });
    expect(await ask(`/api/v1/stores/nevsky/service?${period}`, token)).toMatchObject({ status: 200 });
    const wrong = await ask('/api/v1/stores/arbat/service?from=2026-01-11&to=2026-01-05');
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ path: 'from' }] } });
  });

  it('has every figure of queues and service in the registry', async () => {
    const { body } = await ask('/api/v1/metrics');
    const keys = body.metrics.map(({ key }: { key: string }) => key);
    expect(keys).toEqual(
      expect.arrayContaining(['waitSeconds', 'serviceLevel', 'queueCost', 'zones', 'nps', 'requests']),
    );
  });
});
