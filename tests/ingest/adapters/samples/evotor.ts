import type { Sample } from '../fixture.ts';

const roubles = { currency: 'RUB' } as const;

export const samples: readonly Sample[] = [
  {
    file: 'evotor/doc-02-SELL.json',
    store: roubles,
    understood: [
      {
        kind: 'sale',
        id: '175d8ae9-79db-4588-a65a-8f0613e2d0ff',
        at: Date.parse('2016-09-13T14:32:09Z'),
        type: 'sale',
        totalMinor: 354_800,
        taxMinor: 0,
        items: 1,
      },
    ],
  },
  {
    file: 'evotor/doc-03-PAYBACK.json',
    store: roubles,
    understood: [
      {
        kind: 'sale',
        id: '3a29586a-d809-49fc-b625-a51dfc40edf2',
        type: 'return',
        totalMinor: 354_800,
        items: 1,
        original: '175d8ae9-79db-4588-a65a-8f0613e2d0ff',
      },
    ],
  },
  {
    file: 'evotor/doc-06-CLOSE_SESSION.json',
    store: roubles,
    understood: [
      {
        kind: 'zReport',
        id: '150b9045-ce0f-4ee8-9222-291c6f94ea7b',
        closedAt: Date.parse('2016-09-13T14:55:57Z'),
        salesMinor: null,
      },
    ],
  },
  {
    file: 'evotor/doc-13-FPRINT-Z-REPORT.json',
    store: roubles,
    understood: [
      {
        kind: 'zReport',
        id: '991d1329-2cf6-4adb-8d74-cfd88e2ea6f2',
        closedAt: Date.parse('2016-09-14T07:40:38Z'),
        salesCount: 0,
        salesMinor: 0,
        returnsCount: 0,
        returnsMinor: 0,
      },
    ],
  },
  {
    file: 'evotor/webhook-receipts-v2.reconstructed.json',
    store: roubles,
    understood: [
      {
        kind: 'sale',
        id: '5d1c2a3b-0f6e-4c8d-9a4e-1b2c3d4e5f60',
        at: Date.parse('2017-06-07T12:55:18Z'),
        type: 'sale',
        totalMinor: 9100,
        taxMinor: 827,
        items: 2,
      },
    ],
  },
];
