import type { Sample } from '../fixture.ts';

const roubles = { currency: 'RUB' } as const;

export const samples: readonly Sample[] = [
  {
    file: 'atol/atol-online-v4-callback-done.json',
    store: roubles,
    understood: [
      {
        kind: 'sale',
        id: 'TRF10601_1',
        at: Date.parse('2017-04-12T17:16:00Z'),
        updatedAt: Date.parse('2017-04-12T17:15:08Z'),
        type: 'sale',
        totalMinor: 159_800,
      },
    ],
  },
  {
    file: 'atol/atol-online-v4-callback-fail.json',
    store: roubles,
    understood: [{ kind: 'sale', id: 'v4-online-atol-ru_4179681132', isTraining: true }],
  },
  { file: 'atol/atol-online-v4-correction-request.json', store: roubles, understood: [], aside: ['other'] },
  {
    file: 'atol/atol-online-v4-sell-request.json',
    store: roubles,
    understood: [
      {
        kind: 'sale',
        id: '17052917561851307',
        at: Date.parse('2017-02-01T10:45:00Z'),
        type: 'sale',
        totalMinor: 40_000,
        items: 2,
      },
    ],
  },
];
