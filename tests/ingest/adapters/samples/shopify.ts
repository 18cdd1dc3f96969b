import type { Sample } from '../fixture.ts';

export const samples: readonly Sample[] = [
  // Of 2008: the vendor's own example. Nobody's till was set then, so it is refused.
  {
    file: 'shopify/rest-order-fixture-web.json',
    store: { currency: 'USD' },
    understood: [],
    refused: [{ reason: 'bad_time' }],
  },
  {
    file: 'shopify/rest-refund-fixture.json',
    store: { currency: 'USD' },
    understood: [
      {
        kind: 'sale',
        type: 'return',
        id: 'refund:509562969',
        at: Date.parse('2016-06-20T17:35:06Z'),
        totalMinor: 20900,
        items: 2,
        original: '450789469',
        channel: 'online',
      },
    ],
  },
  { file: 'shopify/rest-transaction-fixture.json', understood: [], aside: ['other'] },
  {
    file: 'shopify/webhook-refunds-create-pos.card-data-removed.json',
    topic: 'refunds/create',
    store: { currency: 'CAD' },
    understood: [
      {
        kind: 'sale',
        type: 'return',
        id: 'refund:975224602904',
        at: Date.parse('2024-09-09T17:36:31Z'),
        totalMinor: 16125,
        items: 4,
        till: '3292135495',
        original: '6022498320664',
        channel: 'store',
        isTraining: false,
      },
    ],
  },
];
