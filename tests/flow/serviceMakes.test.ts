import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { adapters } from '../../ingest/adapters/registry.ts';
import { hmacOf } from '../../ingest/adapters/signing.ts';
import { iso, minute, moscow } from './makes/day.ts';
import { bearer, secret } from './makes/make.ts';
import { eventually, openShop, type Shop } from './shop.ts';

/** Two hours ago, on the minute. */
const start = Math.floor(Date.now() / minute) * minute - 120 * minute;
const json = { 'content-type': 'application/json' };
const sha256 = { algorithm: 'sha256', encoding: 'base64' } as const;
const point = 390;

/** HappyOrNot's API: what four people pressed, by the clock on the wall. */
const smileys = createServer((request, response) => {
  const isAsked = request.url?.startsWith('/v2/results/button-feedbacks.json?') === true;
  const isKnown = request.headers['x-hon-api-token'] === 'token-of-the-api';
  const feedbacks = [0, 2, 3, 3].map((buttonIndex, place) => ({
    ...{ feedbackId: `f-${place}`, smileyId: 7, localTime: `${moscow(start + place * minute)}.000Z`, surveyId: 1 },
    ...{ experiencePointId: point, buttonIndex, misuse: false, position: 0, smileyType: 'SMILEY_TERMINAL' },
  }));
  response.statusCode = isAsked && isKnown ? 200 : 401;
  response.setHeader('content-type', 'application/json').end(JSON.stringify(isAsked ? feedbacks : []));
});

interface Sent {
  readonly device: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function visit(eventName: string, visitId: number, seconds: number): Sent {
  const eventTime = iso(start + seconds * 1000).replace('Z', '+0000');
  const parameters = { branchId: 7, visitId, queueId: 31, ticket: `A${visitId}` };
  const body = JSON.stringify({ eventName, eventTime, eventType: 'PUBLIC', parameters });
  return { device: 'tickets', headers: { ...json, ...bearer }, body };
}

/** Called twice, of which the first counts; one who waited four minutes; one who did not come. */
const visits = [
  ...[visit('VISIT_CREATE', 1, 0), visit('VISIT_CALL', 1, 60), visit('VISIT_CALL', 1, 90), visit('VISIT_END', 1, 300)],
  ...[visit('VISIT_CREATE', 2, 10), visit('VISIT_CALL', 2, 250), visit('VISIT_END', 2, 400)],
  ...[visit('VISIT_CREATE', 3, 20), visit('VISIT_NOSHOW', 3, 500)],
];

const queueOfCamera: Sent = {
  device: 'camera',
  headers: { ...json, ...bearer },
  body: JSON.stringify({
    logics_data: {
      package_info: { version: '5.0', id: 1, agent_id: 1 },
      sensor_info: { serial_number: '80:1F:12:A0:00:02', type: 'SINGLE_SENSOR' },
      logics: [
        {
          ...{ id: 5, name: 'Queue 1', info: 'XLT_QUEUE_STATISTICS', geometries: [] },
          records: [
            {
              ...{ from: start, to: start + minute, samples: 1, samples_expected: 1 },
              counts: [
                { id: 1, name: 'queue-length', value: 4 },
                { id: 2, name: 'outflow', value: 6 },
                { id: 3, name: 'queueing-time', value: 30, unit: 'seconds' },
              ],
            },
          ],
        },
      ],
    },
  }),
};

function response(number: number, token: string): Sent {
  const field = { id: 'q1', type: 'nps', ref: 'ref-q1' };
  const form = {
    form_id: 'Qa7b',
    token,
    submitted_at: iso(start + minute),
    answers: [{ type: 'number', number, field }],
  };
  const body = JSON.stringify({ event_id: `e-${token}`, event_type: 'form_response', form_response: form });
  return {
    device: 'form',
    headers: { ...json, 'typeform-signature': `sha256=${hmacOf({ ...sha256, over: [body] }, secret)}` },
    body,
  };
}

function ticket(kind: string, minutes: number, more: { id?: string; event?: object; group?: string } = {}): Sent {
  const at = iso(start + minutes * minute);
  const detail = {
    id: more.id ?? '1',
    created_at: iso(start),
    group_id: more.group ?? '9001',
    type: 'QUESTION',
    tags: [],
  };
  const body = JSON.stringify({
    ...{
      account_id: 31,
      detail,
      event: more.event ?? {},
      id: `e-${kind}-${minutes}`,
      subject: 'zen:ticket:1',
      time: at,
    },
    ...{ type: `zen:event-type:ticket.${kind}`, zendesk_event_version: '2022-11-06' },
  });
  const signature = hmacOf({ ...sha256, over: [at, body] }, secret);
  const signed = { 'x-zendesk-webhook-signature': signature, 'x-zendesk-webhook-signature-timestamp': at };
  return { device: 'desk', headers: { ...json, ...signed }, body };
}

const answer = { comment: { is_public: true, body: 'Dear Anna', author: { is_staff: true, name: 'Boris' } } };

/** Answered after half an hour and again, solved after an hour and a half; and one that was handed over. */
const tickets = [
  ...[
    ticket('created', 0),
    ticket('comment_added', 30, { event: answer }),
    ticket('comment_added', 60, { event: answer }),
  ],
  ticket('status_changed', 90, { event: { current: 'SOLVED', previous: 'OPEN' } }),
  ...[ticket('created', 1, { id: '2' }), ticket('group_assignment_changed', 9, { id: '2', group: '9002' })],
];

const all = [...visits, queueOfCamera, response(10, 't1'), response(9, 't2'), response(3, 't3'), ...tickets];

function bank(host: string): string {
  const queues = [
    { id: 'tellers', targetSeconds: 180 },
    { id: 'kiosk', targetSeconds: 60 },
  ];
  const devices = [
    { id: 'tickets', profile: 'qmatic', secret, address: '7', map: [{ line: '31', as: 'tellers' }] },
    { id: 'camera', profile: 'xovis', secret, measures: ['queue'], map: [{ line: 'Queue 1', as: 'kiosk' }] },
    { id: 'form', profile: 'typeform', secret },
    { id: 'desk', profile: 'zendesk', secret, options: { groups: '9001=1,9002=2' } },
    { id: 'smile', profile: 'happyornot', address: String(point), options: { host }, apiSecret: 'token-of-the-api' },
  ];
  return stringify({ stores: [{ id: 'bank', timezone: 'Europe/Moscow', currency: 'EUR', queues, devices }] });
}

let shop: Shop;

beforeAll(async () => {
  await new Promise<void>((resolve) => smileys.listen(0, '127.0.0.1', resolve));
  shop = await openShop();
  // Sound: it listens on a port, not on a pipe.
  await shop.provision(bank(`http://127.0.0.1:${(smileys.address() as AddressInfo).port}`));
});
afterAll(async () => {
  await shop.close();
  await new Promise((resolve) => smileys.close(resolve));
});

async function deliver({ device, headers, body }: Sent): Promise<number> {
  const reply = await fetch(`${shop.server.url}/api/v1/hooks/${device}`, { method: 'POST', headers, body });
  await reply.text();
  return reply.status;
}

const period = `from=${moscow(start).slice(0, 10)}&to=${moscow(Date.now()).slice(0, 10)}`;

describe('a bank whose queue, answers and requests come from others’ systems', () => {
  test('has every make that counts neither people nor money', () => {
    const others = [...adapters.values()].filter(
      ({ measures }) => !measures.includes('entries') && !measures.includes('sales'),
    );
    const simulated = ['qmatic', 'typeform', 'zendesk', 'happyornot'];
    expect(others.map(({ profile }) => profile).filter((profile) => !simulated.includes(profile))).toEqual([]);
  });

  test('shows the same figures in whatever order, and however often, they send', { timeout: 90_000 }, async () => {
    await eventually(
      () => deliver(all[0]!),
      (status) => status === 200,
    );
    for (const one of [...all].reverse()) expect(await deliver(one)).toBe(200);
    for (const one of all) expect(await deliver(one)).toBe(200);
    const { body } = await shop.get(`/api/v1/stores/bank/queue?${period}`);
    const figures = body.queues.map(({ queue, total }: { queue: string; total: Record<string, unknown> }) => [
      queue,
      total,
    ]);
    expect(Object.fromEntries(figures)).toMatchObject({
      tellers: {
        ...{ served: 2, abandoned: 1, serviceLevel: 0.5 },
        ...{ waitSeconds: { mean: 150 }, serviceSeconds: { mean: 195 } },
      },
      kiosk: { served: 6, waitSeconds: { mean: 30 }, maxLength: 4 },
    });
    const service = await eventually(
      async () => (await shop.get(`/api/v1/stores/bank/service?${period}`)).body,
      ({ voice }) => voice.csat.all.answers === 4,
    );
    expect(service.nps).toBeCloseTo(100 / 3, 9);
    expect(service.csat).toBe(0.75);
    expect(service.requests).toMatchObject({
      ...{ opened: 2, answered: 1, resolved: 1, openNow: 1, handedOver: 1 },
      ...{ medianHoursToAnswer: 0.5, medianHoursToResolve: 1.5 },
      causes: [{ category: 'question', opened: 2 }],
    });
    const { body: quarantine } = await shop.get('/api/v1/quarantine?store=bank');
    expect(quarantine.items).toEqual([]);
  });

  test('takes nothing that nobody signed', async () => {
    const unsigned = response(0, 't9');
    expect(await deliver({ ...unsigned, headers: json })).toBe(401);
    expect(await deliver({ ...unsigned, body: unsigned.body.replace('"number":0', '"number":1') })).toBe(401);
    const old = ticket('created', 5, { id: '9' });
    expect(
      await deliver({ ...old, headers: { ...old.headers, 'x-zendesk-webhook-signature-timestamp': iso(0) } }),
    ).toBe(401);
  });
});
