import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { businessDateAt } from '../../db/time/businessDate.ts';
import { eventually, openShop, type Shop } from './shop.ts';

const dayMs = 86_400_000;
const yesterday = businessDateAt({ timezone: 'Europe/Moscow', dayStartsAtMinutes: 0 }, Date.now() - dayMs);
const at = (clock: string): string => `${yesterday}T${clock}+03:00`;
const dates = `from=${yesterday}&to=${yesterday}`;

const shopWithQueue = `
stores:
  - id: arbat
    name: Arbat
    timezone: Europe/Moscow
    currency: EUR
    queues: [ { id: tills, name: Tills, targetSeconds: 120 } ]
    devices:
      - { id: eye-1, profile: native, mode: event, measures: [queue], secret: s3cret-word }
      - { id: desk-1, profile: native, mode: event, measures: [service], secret: s3cret-word }
standards:
  - { process: hotline, criterion: answer-seconds, green: 30, yellow: 60, lowerIsBetter: true }
`;

const visits = [
  { id: 'v1', queue: 'tills', joinedAt: at('12:00:00'), calledAt: at('12:01:00'), leftAt: at('12:03:00') },
  { id: 'v2', queue: 'tills', joinedAt: at('12:01:00'), calledAt: at('12:06:00'), leftAt: at('12:07:00') },
  { id: 'v3', queue: 'tills', joinedAt: at('12:05:00'), leftAt: at('12:09:00') },
];
const samples = [
  { at: at('12:00:00'), queue: 'tills', length: 3, open: 1 },
  { at: at('12:05:00'), queue: 'tills', length: 1, open: 2 },
];
const service = [
  { id: 'o1', at: at('12:00:00'), process: 'hotline', criterion: 'answer-seconds', value: 30 },
  { id: 'o2', at: at('12:00:00'), process: 'hotline', criterion: 'answer-seconds', value: 61 },
  { id: 'n1', at: at('12:00:00'), survey: 'nps', score: 9, comment: 'call me at +7 916 123-45-67' },
  { id: 'n2', at: at('12:00:00'), survey: 'nps', score: 3 },
  { id: 'n3', at: at('12:00:00'), survey: 'nps', score: 10 },
  { id: 'r1', openedAt: at('12:00:00'), level: 1, category: 'delivery' },
  {
    id: 'c1',
    at: at('12:00:00'),
    standard: 'audit',
    items: [
      { item: 'clean', passed: false },
      { item: 'lit', passed: true },
    ],
  },
];

const queueFigures = {
  served: 2,
  abandoned: 1,
  abandonmentRate: 1 / 3,
  serviceLevel: 0.5,
  maxLength: 3,
};

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.provision(shopWithQueue);
}, 120_000);
afterAll(() => shop?.close());

const post = (device: string, kind: string, body: unknown): ReturnType<Shop['post']> =>
  shop.post(`/api/v1/ingest/arbat/${device}/${kind}`, JSON.stringify(body));

describe('a queue and service of a shop', () => {
  it('come by MQTT and are answered as figures', async () => {
    const eye = await eventually(
      () => shop.device('eye-1').catch(() => null),
      (client) => client !== null,
    );
    for (const item of [...visits, ...samples]) {
      await eye?.publishAsync('lintel/v1/arbat/eye-1/queue', JSON.stringify(item), { qos: 1 });
    }
    const { body } = await shop.get(`/api/v1/stores/arbat/queue?${dates}`);
    expect(body.total).toMatchObject(queueFigures);
    expect(body.total.waitSeconds.mean).toBe(180);
    expect(body.total.serviceSeconds.mean).toBe(90);
    // 3 people for five minutes, then 1 for ten.
    expect(body.total.averageLength).toBeCloseTo(25 / 15, 9);
  });

  it('come by HTTP, where each item has its fate', async () => {
    const first = await post('desk-1', 'service', [
      ...service,
      { id: 'n4', at: at('12:00:00'), survey: 'nps', score: 11 },
    ]);
    expect(first.body).toMatchObject({ accepted: 7, duplicates: 0, corrected: 0, quarantined: 1 });
    const more = {
      id: 'r1',
      openedAt: at('12:00:00'),
      level: 2,
      answeredAt: at('14:00:00'),
      resolvedAt: at('16:00:00'),
    };
    const again = await post('desk-1', 'service', [...service.slice(0, 5), more]);
    expect(again.body).toMatchObject({ accepted: 1, duplicates: 5, quarantined: 0 });
    const { body } = await shop.get(`/api/v1/stores/arbat/service?${dates}`);
    expect(body.zones).toMatchObject({ green: 1, yellow: 0, red: 1 });
    expect(body.nps).toBeCloseTo(100 / 3, 9);
    expect(body.requests).toMatchObject({ opened: 1, resolved: 1, openNow: 0, handedOver: 1, medianHoursToAnswer: 2 });
    expect(body.standards).toMatchObject({ checks: 1, items: 2, passed: 1 });
  });

  it('what was refused waits in quarantine by the fields of the contract alone', async () => {
    const item = { id: 'n5', at: at('12:00:00'), survey: 'nps', score: 12, comment: 'me@example.org', name: 'Anna' };
    await post('desk-1', 'service', item);
    const { body } = await shop.get('/api/v1/quarantine?reason=schema');
    const bodies = JSON.stringify(body.items);
    expect(bodies).toContain('n5');
    expect(bodies).not.toMatch(/example\.org|Anna/);
  });

  it('what was acknowledged is there after the server was killed', async () => {
    await shop.crash();
    const queue = await shop.get(`/api/v1/stores/arbat/queue?${dates}`);
    expect(queue.body.total).toMatchObject(queueFigures);
    const late = await post('eye-1', 'queue', { ...visits[2], calledAt: at('12:08:00') });
    expect(late.body).toMatchObject({ accepted: 1 });
    const { body } = await shop.get(`/api/v1/stores/arbat/queue?${dates}`);
    expect(body.total).toMatchObject({ served: 3, abandoned: 0 });
  });
});
