import type { Sample } from '../fixture.ts';

const roubles = { currency: 'RUB' } as const;

export const samples: readonly Sample[] = [
  {
    file: 'fns-ofd/fns-proverka-chekov-export-2022.json',
    store: roubles,
    understood: [
      {
        kind: 'sale',
        id: '9960440301643001-107541',
        at: Date.parse('2022-11-01T13:09:00Z'),
        type: 'sale',
        totalMinor: 39_795,
        taxMinor: 3957,
        items: 6,
        till: '0001473719030755',
      },
      {
        kind: 'sale',
        id: '9960440302384768-122139',
        at: Date.parse('2022-11-03T17:08:00Z'),
        type: 'sale',
        totalMinor: 22_196,
        taxMinor: 3699,
        items: 4,
        till: '0006326286004208',
      },
    ],
  },
  {
    file: 'fns-ofd/fns-receipt-2024-fractional-qty-trailing-spaces.json',
    store: roubles,
    understood: [
      {
        kind: 'sale',
        id: '7282440700394281-2266',
        at: Date.parse('2024-01-23T19:58:00Z'),
        type: 'sale',
        totalMinor: 169_000,
        taxMinor: 0,
        items: 4,
        till: '0001538015044333',
      },
    ],
  },
  {
    // In Evotor's folder, in the shape of the tax service.
    file: 'evotor/ofd-documents-response.docs.json',
    store: roubles,
    understood: [
      {
        kind: 'sale',
        id: '8710000100088709-335',
        at: Date.parse('2017-07-01T07:26:00Z'),
        type: 'sale',
        totalMinor: 3000,
        taxMinor: 0,
        items: 2,
        till: '8710000100088709',
      },
    ],
  },
];
