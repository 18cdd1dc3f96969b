import type { Sample } from '../fixture.ts';

const store = { currency: 'USD' };
const draft = { kind: 'sale', type: 'sale', isTraining: true } as const;
const order = { kind: 'fetch', resource: 'order' } as const;

/** Orders are the one source of a sale; payments and refunds stand for theirs until it was asked for. */
export const samples: readonly Sample[] = [
  {
    file: 'square/rest-RetrieveOrderResponse.json',
    store,
    understood: [{ ...draft, id: 'CAISENgvlJ6jLWAzERDzjyHVybY', totalMinor: 550, items: 3 }],
  },
  // Abridged by the vendor: no time and no state.
  { file: 'square/rest-BatchRetrieveOrdersResponse.json', store, understood: [], refused: [{ reason: 'schema' }] },
  {
    file: 'square/rest-SearchOrdersResponse.json',
    store,
    understood: [
      { ...order, key: 'CAISEM82RcpmcFBM0TfOyiHV3es', version: '1' },
      { ...order, key: 'CAISENgvlJ6jLWAzERDzjyHVybY', version: '' },
      { ...order, key: 'CAISEM52YcpmcWAzERDOyiWS3ty', version: '' },
    ],
  },
  {
    file: 'square/rest-GetPaymentResponse.json',
    store,
    understood: [
      { kind: 'sale', type: 'sale', id: 'd7eKah653Z579f3gVtjlxpSlmUcZY', totalMinor: 555, isTraining: false },
      { ...order, key: 'd7eKah653Z579f3gVtjlxpSlmUcZY' },
    ],
  },
  {
    file: 'square/rest-ListPaymentsResponse.json',
    store,
    understood: [
      { kind: 'sale', type: 'sale', id: 'd7eKah653Z579f3gVtjlxpSlmUcZY', totalMinor: 555 },
      { ...order, key: 'd7eKah653Z579f3gVtjlxpSlmUcZY' },
    ],
  },
  {
    file: 'square/rest-GetPaymentRefundResponse.json',
    store,
    understood: [
      { kind: 'sale', type: 'return', id: 'return:9ltv0bx5PuvGXUYHYHxYSKEqC3IZY', totalMinor: 555 },
      { ...order, key: '9ltv0bx5PuvGXUYHYHxYSKEqC3IZY' },
    ],
  },
  {
    file: 'square/webhook-order.created.json',
    store,
    understood: [{ ...order, key: 'eA3vssLHKJrv9H0IdJCM3gNqfdcZY', version: '1' }],
  },
  {
    file: 'square/webhook-order.updated.json',
    store,
    understood: [{ ...order, key: 'eA3vssLHKJrv9H0IdJCM3gNqfdcZY', version: '2' }],
  },
  {
    file: 'square/webhook-payment.created.json',
    store,
    understood: [{ ...order, key: '03O3USaPaAaFnI6kkwB1JxGgBsUZY' }],
    aside: ['draft'],
  },
  {
    file: 'square/webhook-payment.updated.json',
    store,
    understood: [
      { kind: 'sale', type: 'sale', id: '03O3USaPaAaFnI6kkwB1JxGgBsUZY', totalMinor: 100, isTraining: false },
      { ...order, key: '03O3USaPaAaFnI6kkwB1JxGgBsUZY' },
    ],
  },
  {
    file: 'square/webhook-refund.created.json',
    store,
    understood: [{ ...order, key: 'haOyDuHiqtAXMk0d8pDKXpL7Jg4F' }],
    aside: ['draft'],
  },
];
