import type { Sample } from '../fixture.ts';

export const samples: readonly Sample[] = [
  // Of 2010: nobody's till was set then, so it is refused.
  { file: 'lightspeed/vend-register-sale-0.x-2010-doc.json', understood: [], refused: [{ reason: 'bad_time' }] },
  {
    file: 'lightspeed/vend-register-sale-2019-string-amounts.third-party-test.json',
    store: { currency: 'NZD' },
    understood: [
      {
        kind: 'sale',
        type: 'sale',
        id: 'e541c29f-8657-a3be-11e9-802e3ba64743',
        at: Date.parse('2019-05-27T03:19:52Z'),
        totalMinor: 500,
        taxMinor: 65,
        items: 1,
        isTraining: false,
      },
    ],
  },
  {
    file: 'lightspeed/x-series-2026-07-sale.third-party-emulator.json',
    receivedAt: Date.parse('2026-09-04T06:00:00Z'),
    store: { currency: 'NZD' },
    understood: [
      {
        kind: 'sale',
        type: 'sale',
        id: 'ad801b0c-df35-1056-a623-6af007c4eedf',
        at: Date.parse('2026-09-04T05:48:57Z'),
        totalMinor: 2500,
        taxMinor: 326,
        items: 2,
        isTraining: false,
      },
    ],
  },
];
