import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Report } from '../finding.ts';
import { isFields } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { type Addressed, nameOf, reportsOf } from '../tills.ts';
import { orderOf } from './orders.ts';

/** iikoCloud's webhooks. */
export const iiko: Adapter = {
  profile: 'iiko',
  about: {
    make: 'iiko (iikoCloud, Syrve)',
    models: ['iikoCloud API webhooks: orders at tables and deliveries'],
    kind: 'till',
    transports: ['http'],
    reads: [
      'Orders that are Closed, once each, however often they are told; a delivery counts under the channel delivery, one that is fetched under pickup.',
      'Cancelled and Deleted orders: what was counted of them is taken out, whichever comes first.',
    ],
    leavesOut: [
      'Orders that are not closed yet, and orders that could not be made.',
      'An order that is opened again after it was closed stays counted until it is closed anew, cancelled or deleted.',
      'Stop lists, reserves, staff shifts and other events.',
      'Tips: they are not in the sum of an order. Tax: the webhook does not tell it.',
      'Names, phones and addresses of guests, waiters and couriers, comments.',
    ],
    steps: [
      'In iikoWeb, or by POST /api/1/webhooks/update_settings, set webHooksUri to {hook} and authToken to {secret}.',
      'In webHooksFilter choose deliveryOrderFilter with the status Closed and Cancelled, tableOrderFilter with Closed and Deleted.',
      'Give each device the organizationId as “Address in its messages”; leave it empty where the account has one restaurant.',
    ],
    learntFrom: ['https://api-ru.iiko.services/docs (webhooks)', 'public tests of integrations on GitHub'],
    money: [
      "order.sum: decimal number, the currency's unit, after discounts",
      'order.payments[].sum: decimal number, the same unit; used where order.sum is not told',
    ],
  },
  measures: ['sales'],
  modes: [],
  channels: {},
  options: [
    {
      name: 'eventTime',
      label: 'Times',
      explanation: "How eventTime is to be read, which has no zone: the shop's clock (local) or UTC (utc).",
      isRequired: false,
      choices: ['local', 'utc'],
    },
  ],
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(body, { drop: personal }),
  isLike: (body) => Array.isArray(body) && body.length > 0 && body.every(isEvent),
  webhook: {
    proof: 'token',
    methods: ['POST'],
    answerWithinMs: 5_000,
    verify: verifyShared,
    kindOf: () => '',
  },
  api: null,
};

const personal = [
  ...[
    'name',
    'comment',
    'guests',
    'guestsInfo',
    'guestName',
    'deliveryPoint',
    'address',
    'courierInfo',
    'courier',
    'cook',
  ],
  ...['errorInfo', 'externalData', 'marketingSource', 'tabName'],
];

function isEvent(item: unknown): boolean {
  return isFields(item) && typeof item['eventType'] === 'string' && 'eventTime' in item && 'organizationId' in item;
}

function read(body: unknown, { options }: Envelope): readonly Report[] | Refusal {
  const events = Array.isArray(body) ? body : [body];
  const isUtc = options['eventTime'] === 'utc';
  const found: Addressed[] = [];
  for (const event of events) {
    if (!isFields(event) || typeof event['eventType'] !== 'string')
      return refuse('schema', 'This is no event of iiko: eventType is missing.');
    found.push({ address: nameOf(event['organizationId']) ?? '', finding: orderOf(event, isUtc) });
  }
  if (found.length === 0) return [{ address: '', findings: [aside('alive', 'a list without events')] }];
  return reportsOf(found);
}
