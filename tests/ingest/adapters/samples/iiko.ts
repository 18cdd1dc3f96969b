import type { Sample } from '../fixture.ts';

const roubles = { currency: 'RUB' } as const;
// Their orders have neither goods nor payments: shapes, as INDEX.md says.
const closedDelivery = {
  kind: 'sale',
  id: 'aaaa1111-2222-3333-4444-555566667777',
  at: Date.parse('2026-02-14T09:30:00Z'),
  type: 'sale',
  totalMinor: 0,
  channel: 'delivery',
  isTraining: false,
} as const;
const closedTable = {
  kind: 'sale',
  id: 'bbbb1111-2222-3333-4444-555566667777',
  at: Date.parse('2026-02-14T09:35:00Z'),
  type: 'sale',
  totalMinor: 0,
  channel: 'store',
} as const;

export const samples: readonly Sample[] = [
  { file: 'iiko/webhook-delivery-closed.third-party-test.json', store: roubles, understood: [closedDelivery] },
  { file: 'iiko/webhook-table-closed.third-party-test.json', store: roubles, understood: [closedTable] },
  {
    file: 'iiko/webhook-mixed-batch.third-party-test.json',
    store: roubles,
    understood: [closedDelivery, closedTable],
    aside: ['draft', 'draft'],
  },
  {
    file: 'iiko/webhook-delivery-error-null-order.third-party-test.json',
    store: roubles,
    understood: [],
    aside: ['draft'],
  },
  { file: 'iiko/webhook-null-eventInfo.third-party-test.json', store: roubles, understood: [], aside: ['other'] },
  { file: 'iiko/webhook-stoplist-other-event.third-party-test.json', store: roubles, understood: [], aside: ['other'] },
];
