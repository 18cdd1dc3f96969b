import type { Sample } from '../fixture.ts';

export const samples: readonly Sample[] = [
  {
    file: 'poslog/ncr-acs-poslog-2.1-signon-sale-voidline.xml',
    store: { currency: 'USD', timezone: 'America/New_York' },
    understood: [
      {
        kind: 'sale',
        id: '9/34/161/2017-09-30',
        // Two minutes past two on the 1st; the log's business day is the 30th.
        at: Date.parse('2017-10-01T06:02:54Z'),
        type: 'sale',
        totalMinor: 107,
        taxMinor: 0,
        items: 1,
        till: '34',
      },
      { kind: 'sale', id: '9/2/298/2017-10-01', type: 'sale', totalMinor: 990, taxMinor: 91, items: 1, till: '2' },
      { kind: 'sale', id: '9/31/115/2017-10-01', type: 'sale', totalMinor: 4390, taxMinor: 177, items: 8, till: '31' },
    ],
    aside: ['alive', 'alive'],
  },
  {
    file: 'poslog/poslog-v6-decathlon-sale-pii-removed.xml',
    store: { currency: 'HKD', timezone: 'Asia/Hong_Kong' },
    understood: [
      {
        kind: 'sale',
        id: '50-191-191-20181225012759-67-29735669',
        at: Date.parse('2018-12-24T17:27:59Z'),
        type: 'sale',
        totalMinor: 12_900,
        taxMinor: 0,
        channel: 'online',
      },
    ],
  },
];
