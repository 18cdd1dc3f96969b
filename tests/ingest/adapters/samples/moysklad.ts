import type { Sample } from '../fixture.ts';

const store = { currency: 'RUB' };

export const samples: readonly Sample[] = [
  { file: 'moysklad/webhook-events.json', understood: [], aside: ['other'] },
  {
    file: 'moysklad/retaildemand.json',
    store,
    understood: [
      {
        kind: 'sale',
        type: 'sale',
        id: 'cdccba00-0563-11e6-9464-e4de00000090',
        at: Date.parse('2016-04-18T12:48:00Z'),
        totalMinor: 1800,
        items: null,
        isTraining: false,
        updatedAt: Date.parse('2016-04-18T12:48:09Z'),
      },
    ],
  },
  { file: 'moysklad/retaildemand-positions.json', understood: [], aside: ['other'] },
  {
    file: 'moysklad/retailsalesreturn.json',
    store,
    understood: [
      {
        kind: 'sale',
        type: 'return',
        id: 'a62e39af-0c75-11e6-9464-e4de00000030',
        at: Date.parse('2016-04-27T12:43:00Z'),
        totalMinor: 14000,
        original: '2ef43ba7-0c5a-11e6-9464-e4de0000000c',
        isTraining: false,
      },
    ],
  },
];
