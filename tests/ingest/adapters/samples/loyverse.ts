import type { Sample } from '../fixture.ts';

const store = { currency: 'MXN' };
const sale = {
  kind: 'sale',
  type: 'sale',
  id: '1-1006',
  at: Date.parse('2024-03-02T05:58:57Z'),
  totalMinor: 5800,
  taxMinor: 800,
  items: 2,
} as const;

export const samples: readonly Sample[] = [
  { file: 'loyverse/webhook-receipts.update-sale.json', store, understood: [{ ...sale, isTraining: false }] },
  {
    file: 'loyverse/webhook-receipts.update-refund.reconstructed.json',
    store,
    understood: [
      {
        ...sale,
        type: 'return',
        id: '1-1007',
        at: Date.parse('2024-03-02T06:09:58Z'),
        original: '1-1006',
        isTraining: false,
      },
    ],
  },
  {
    file: 'loyverse/webhook-receipts.update-cancelled.reconstructed.json',
    store,
    understood: [{ ...sale, isTraining: true, updatedAt: Date.parse('2024-03-02T06:15:00Z') }],
  },
];
