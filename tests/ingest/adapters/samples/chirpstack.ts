import type { Sample } from '../fixture.ts';

const at = Date.parse('2023-05-22T07:47:05.404Z');
const alarm = {
  understood: [{ kind: 'reading', at, line: 'main', totalIn: 4353, totalOut: 4360 }],
  aside: ['repeat'],
} as const;

export const samples: readonly Sample[] = [
  { file: 'lorawan/chirpstack-v4-up-docs.json', understood: [], aside: ['other'] },
  { file: 'lorawan/chirpstack-v4-join-docs.json', understood: [], aside: ['alive'] },
  { file: 'lorawan/chirpstack-v4-status-docs.json', understood: [], aside: ['alive'] },
  { file: 'lorawan/chirpstack-v4-log-docs.json', understood: [], aside: ['other'] },
  { file: 'lorawan/chirpstack-v4-up-milesight-vs121.json', understood: [], aside: ['alive'] },
  {
    file: 'lorawan/chirpstack-v4-up-milesight-vs132.json',
    understood: [{ kind: 'reading', at, line: '1', totalIn: 190, totalOut: 305 }],
  },
  {
    file: 'lorawan/chirpstack-v4-up-milesight-vs133.json',
    understood: [
      { kind: 'reading', at, line: '1', totalIn: 72, totalOut: 200 },
      { kind: 'reading', at, line: '2', totalIn: 0, totalOut: 0 },
      { kind: 'reading', at, line: '3', totalIn: 0, totalOut: 0 },
      { kind: 'reading', at, line: '4', totalIn: 5300, totalOut: 6797 },
    ],
  },
  { file: 'lorawan/chirpstack-v4-up-milesight-vs34x.json', understood: [], aside: ['other'] },
  { file: 'lorawan/chirpstack-v4-up-milesight-vs350.json', ...alarm },
  { file: 'lorawan/chirpstack-v4-up-milesight-vs351.json', ...alarm },
];
